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
  const [asked, ask] = useState<'approved' | 'rejected' | null>(null);
  const isReported = comment.reports.some(({ isSettled }) => !isSettled);
  const params = { id: consultationId, commentId: comment.id };
  const approve = useAct(async () => {
    await api.call('staff.comments.review', { params, body: { decision: 'approved' } });
    done();
  }, '这条可以公开');
  const isUnpublished = comment.consent === 'unpublished';
  const mayApprove = !isUnpublished && (comment.review !== 'approved' || isReported);
  const mayRefuse = !isUnpublished && (comment.review !== 'rejected' || isReported);
  // Who reported it is told why it stays.
  const keep = () => (isReported ? ask('approved') : approve.mutate(undefined));
  useKey('g', () => mayApprove && !approve.isPending && keep());
  useKey('b', () => mayRefuse && ask('rejected'));
  return (
    <Space wrap>
      {mayApprove && (
        <Button
          type={comment.review === 'none' ? 'primary' : 'default'}
          loading={approve.isPending}
          aria-keyshortcuts="G"
          onClick={keep}
        >
          {isReported ? '留着，答复举报' : '可以公开'}
        </Button>
      )}
      {mayRefuse && (
        <Button aria-keyshortcuts="B" onClick={() => ask('rejected')}>
          不公开
        </Button>
      )}
      {asked && (
        <ActForm<{ reason: string }, unknown>
          title={asked === 'approved' ? '为什么留着' : '为什么不公开'}
          submit={asked === 'approved' ? '留着' : '不公开'}
          done={asked === 'approved' ? '留着，举报的人会收到' : '这条不公开，照样要答复'}
          close={() => ask(null)}
          work={async ({ reason }) => {
            await api.call('staff.comments.review', { params, body: { decision: asked, reason } });
            done();
          }}
        >
          <Form.Item
            name="reason"
            label={`理由（${readersOf(asked, isReported)}看得到）`}
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </Space>
  );
}

function readersOf(decision: 'approved' | 'rejected', isReported: boolean): string {
  if (decision === 'approved') return '举报的人';
  return isReported ? '提意见的人和举报的人' : '提意见的人';
}
