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

/** So many of the newest are offered; who repeats does it soon. */
const MOST = 500;

/** The same thing said twice, on paper and by telephone: the main one is answered, this one follows it. */
export function DuplicateForm({ consultationId, comment, close, done }: Props) {
  const { data = [], isLoading } = useQuery({
    queryKey: ['mains', consultationId],
    queryFn: () =>
      listAll(
        cursor =>
          api.call('staff.comments.list', {
            params: { id: consultationId },
            query: { limit: 100, cursor, queue: 'all' },
          }),
        MOST,
      ),
  });
  const isThere = (other: StaffComment) => Number(other.targetLabel === comment.targetLabel);
  const mains = data
    .filter(other => other.id !== comment.id && !other.withdrawn && other.duplicateOf === null)
    .sort((a, b) => isThere(b) - isThere(a));
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
        label="主要的那一条（说同一处的在前，打几个字就能找）"
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
