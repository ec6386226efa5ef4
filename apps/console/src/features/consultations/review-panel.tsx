import type { StaffComment } from '@bandeng/contracts/types';
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { useKey } from './use-key';

interface Props {
  consultationId: string;
  comment: StaffComment;
  done: () => void;
}

/** Whether everybody may read it. Kept back, it is counted and answered like others. */
export function ReviewPanel({ consultationId, comment, done }: Props) {
  const [isRefusing, setRefusing] = useState(false);
  const params = { id: consultationId, commentId: comment.id };
  const approve = useAct(async () => {
    await api.call('staff.comments.review', { params, body: { decision: 'approved' } });
    done();
  }, '这条可以公开');
  const isUnpublished = comment.consent === 'unpublished';
  const mayApprove = !isUnpublished && (comment.review !== 'approved' || comment.reportCount > 0);
  const mayRefuse = !isUnpublished && comment.review !== 'rejected';
  useKey('g', () => mayApprove && !approve.isPending && approve.mutate(undefined));
  useKey('b', () => mayRefuse && setRefusing(true));
  return (
    <Space wrap>
      {mayApprove && (
        <Button
          type={comment.review === 'none' ? 'primary' : 'default'}
          loading={approve.isPending}
          aria-keyshortcuts="G"
          onClick={() => approve.mutate(undefined)}
        >
          可以公开
        </Button>
      )}
      {mayRefuse && (
        <Button aria-keyshortcuts="B" onClick={() => setRefusing(true)}>
          不公开
        </Button>
      )}
      {isRefusing && (
        <ActForm<{ reason: string }, unknown>
          title="为什么不公开"
          submit="不公开"
          done="这条不公开，照样要答复"
          close={() => setRefusing(false)}
          work={async ({ reason }) => {
            await api.call('staff.comments.review', { params, body: { decision: 'rejected', reason } });
            done();
          }}
        >
          <Form.Item
            name="reason"
            label="理由（提意见的人看得到）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </Space>
  );
}
