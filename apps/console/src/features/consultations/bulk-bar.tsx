import type { StaffComment } from '@bandeng/contracts/types';
import { Button, Checkbox, Form, Modal, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useBulk } from '../../lib/use-bulk';
import { AnswerFields } from './answer-panel';
import type { Detail } from './consultation-facts';
import type { Result } from './words';

interface Props {
  consultation: Detail;
  items: readonly StaffComment[];
  selected: readonly string[];
  select: (ids: readonly string[]) => void;
}

/** One word for several comments. Each is a call of its own; those that were refused stay selected. */
export function BulkBar({ consultation: { id, abilities = {} }, items, selected, select }: Props) {
  const [isAnswering, setAnswering] = useState(false);
  const bulk = useBulk(select);
  if (!abilities.review) return null;
  const isAll = items.length > 0 && items.every(comment => selected.includes(comment.id));
  const approve = (commentId: string) =>
    api.call('staff.comments.review', { params: { id, commentId }, body: { decision: 'approved' } });
  return (
    <Space wrap>
      <Checkbox
        checked={isAll}
        indeterminate={selected.length > 0 && !isAll}
        onChange={() => select(isAll ? [] : items.map(comment => comment.id))}
      >
        {selected.length > 0 ? `选了 ${selected.length} 条` : '全选'}
      </Checkbox>
      {selected.length > 0 && (
        <>
          <Button
            loading={bulk.isPending}
            onClick={() => bulk.mutate({ ids: selected, one: approve, verb: '可以公开' })}
          >
            都可以公开
          </Button>
          {abilities.answer && <Button onClick={() => setAnswering(true)}>一起答复</Button>}
        </>
      )}
      {isAnswering && (
        <Modal
          open
          title={`一起答复 ${selected.length} 条`}
          footer={null}
          mask={{ closable: false }}
          onCancel={() => setAnswering(false)}
        >
          <Form<{ result: Result; reason: string }>
            name="answers"
            layout="vertical"
            requiredMark={false}
            onFinish={body => {
              const one = (commentId: string) => api.call('staff.comments.answer', { params: { id, commentId }, body });
              bulk.mutate({ ids: selected, one, verb: '写好了答复' }, { onSuccess: () => setAnswering(false) });
            }}
          >
            <AnswerFields />
            <Space>
              <Button type="primary" htmlType="submit" loading={bulk.isPending}>
                都这样答复
              </Button>
              <Button onClick={() => setAnswering(false)}>先不</Button>
            </Space>
          </Form>
        </Modal>
      )}
    </Space>
  );
}
