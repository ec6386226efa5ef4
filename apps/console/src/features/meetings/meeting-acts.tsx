import type { StaffMeeting } from '@bandeng/contracts/types';
import { ApiError } from '@bandeng/contracts/api-error';
import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';

/** What this person may do with this meeting now, as the server says. */
export function MeetingActs({ meeting: { id, abilities = {}, counts } }: { meeting: StaffMeeting }) {
  const params = { id };
  const navigate = useNavigate();
  const [isCancelling, setCancelling] = useState(false);
  const publish = useAct(() => publishWithReason(id), '公布了，报名开始');
  const draw = useAct(() => api.call('staff.meetings.drawLots', { params }), '抽好了，每个人都会收到结果');
  const list = useAct(() => api.call('staff.meetings.publishParticipants', { params }), '名单公布了');
  return (
    <>
      {abilities.edit && <Button onClick={() => void navigate(`/meetings/${id}/edit`)}>接着写</Button>}
      {abilities.publish && (
        <Popconfirm
          title="现在公布？"
          description="公布以后时间、地点、名额不能再改；要改只能取消。"
          okText="公布"
          cancelText="先不"
          onConfirm={() => publish.mutate(undefined)}
        >
          <Button type="primary" loading={publish.isPending}>
            公布会议
          </Button>
        </Popconfirm>
      )}
      {abilities.draw && (
        <Popconfirm
          title="现在抽签？"
          description={`${counts.waiting} 人报名。次序由先前公布了指纹的种子算出，只抽一次。`}
          okText="抽签"
          cancelText="先不"
          onConfirm={() => draw.mutate(undefined)}
        >
          <Button type="primary" loading={draw.isPending}>
            抽签
          </Button>
        </Popconfirm>
      )}
      {abilities.publishParticipants && counts.waiting === 0 && counts.accepted > 0 && (
        <Button loading={list.isPending} onClick={() => list.mutate(undefined)}>
          公布参加人名单
        </Button>
      )}
      {abilities.cancel && (
        <Button danger onClick={() => setCancelling(true)}>
          取消会议
        </Button>
      )}
      {isCancelling && (
        <ActForm<{ reason: string }, unknown>
          title="取消会议"
          submit="取消会议"
          done="取消了，报了名的人都会收到"
          close={() => setCancelling(false)}
          work={body => api.call('staff.meetings.cancel', { params, body })}
        >
          <Form.Item
            name="reason"
            label="为什么取消（大家看得到）"
            rules={[{ required: true, whitespace: true, message: '请写原因' }]}
          >
            <Input.TextArea rows={2} maxLength={200} autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}

/** Why it is too soon, with the article, stands in the data of the refusal: said instead of the general words. */
async function publishWithReason(id: string): Promise<unknown> {
  try {
    return await api.call('staff.meetings.publish', { params: { id } });
  } catch (error) {
    const reason =
      error instanceof ApiError ? (error.problem.data as { reason?: string } | undefined)?.reason : undefined;
    if (!(error instanceof ApiError) || reason === undefined) throw error;
    throw new ApiError(error.kind, { ...error.problem, detail: reason });
  }
}
