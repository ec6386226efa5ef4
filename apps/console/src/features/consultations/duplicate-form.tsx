import type { StaffComment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { ActForm } from '../../ui/act-form';

interface Props {
  consultationId: string;
  comment: StaffComment;
  close: () => void;
  done: () => void;
}

/** After those that say much the same wherever they stand, so many of the newest of the same place; last the newest of all. */
const MOST_OF_PLACE = 200;

/** As the server names the place of a comment. */
const placeOf = (target: StaffComment['target']): string =>
  target.kind === 'whole' ? 'whole' : target.kind === 'addition' ? target.parentId : target.id;

/** The same thing said twice, on paper and by telephone: the main one is answered, this one follows it. */
export function DuplicateForm({ consultationId, comment, close, done }: Props) {
  const { data = [], isLoading } = useQuery({
    queryKey: ['mains', consultationId, comment.id],
    queryFn: async () => {
      const params = { id: consultationId };
      const [similar, near, newest] = await Promise.all([
        api.call('staff.comments.similar', { params: { ...params, commentId: comment.id }, query: {} }),
        listAll<StaffComment>(
          cursor =>
            api.call('staff.comments.list', { params, query: { limit: 100, cursor, place: placeOf(comment.target) } }),
          MOST_OF_PLACE,
        ),
        api.call('staff.comments.list', { params, query: { limit: 100, queue: 'all' } }),
      ]);
      return [...new Map([...similar.items, ...near, ...newest.items].map(other => [other.id, other])).values()];
    },
  });
  const mains = data.filter(other => other.id !== comment.id && !other.withdrawn && other.duplicateOf === null);
  return (
    <ActForm<{ duplicateOf: string }, unknown>
      title="和哪一条重复"
      submit="连过去"
      done="连过去了，用那一条的答复"
      close={close}
      work={async body => {
        await api.call('staff.comments.duplicate', { params: { id: consultationId, commentId: comment.id }, body });
        done();
      }}
    >
      <Form.Item
        name="duplicateOf"
        label="主要的那一条（说得最像的在前，打几个字就能找）"
        rules={[{ required: true, message: '请选一条' }]}
      >
        <Select
          autoFocus
          loading={isLoading}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="没有别的意见"
          options={mains.map(({ id, author, targetLabel, body }) => ({
            value: id,
            label: `${body.slice(0, 60)}（${author}，${targetLabel}）`,
          }))}
        />
      </Form.Item>
    </ActForm>
  );
}
