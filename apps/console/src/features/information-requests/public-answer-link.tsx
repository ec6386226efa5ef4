import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { publicAnswer } from '../../lib/public-page';
import { PublicLink } from '../../ui/public-link';

export const publicAnswerOf = (id: string) => ({
  queryKey: ['public-answer', id],
  queryFn: () => api.call('staff.answers.get', { params: { id }, query: {} }),
});

const STATES = {
  none: '没有放进答复选编，只有申请人看得到。',
  public: '在答复选编里，谁都能看，没有姓名。',
  taken_back: '从答复选编里收回了，只有申请人看得到。',
} as const;

/** Whether everybody may read the answer of this case, and where that is changed. */
export function PublicAnswerLink({ id }: { id: string }) {
  const { data } = useQuery(publicAnswerOf(id));
  if (!data) return null;
  return (
    <Card title={<h2 className="card-title">答复选编</h2>}>
      <p>{STATES[data.state]}</p>
      {data.takenBack && <p className="quiet">收回的理由：{data.takenBack.reason}</p>}
      <Link to={`/information-requests/${id}/public-answer`}>
        {data.abilities?.publish && data.state !== 'public' ? '看看怎么公开' : '看公开的内容'}
      </Link>{' '}
      {data.publicId && <PublicLink to={publicAnswer(data.publicId)}>公众看到的</PublicLink>}
    </Card>
  );
}
