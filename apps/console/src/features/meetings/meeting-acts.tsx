import type { StaffMeeting } from '@bandeng/contracts/types';
import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { withReason } from '../../lib/with-reason';
import { ActForm } from '../../ui/act-form';
import { DiscardButton } from '../../ui/discard-button';

/** What this person may do with this meeting now, as the server says. */
export function MeetingActs({ meeting: { id, revision, abilities = {}, counts } }: { meeting: StaffMeeting }) {
  const params = { id };
  const navigate = useNavigate();
  const [isCancelling, setCancelling] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const publish = useAct(
    // Why it is too soon, with the article.
    () => withReason(api.call('staff.meetings.publish', { params }), reason => reason),
    '公布了，报名开始',
  );
  const draw = useAct(() => api.call('staff.meetings.drawLots', { params }), '抽好了，每个人都会收到结果');
  const list = useAct(() => api.call('staff.meetings.publishParticipants', { params }), '名单公布了');
  return (
    <>
      {abilities.edit && <Button onClick={() => void navigate(`/meetings/${id}/edit`)}>接着写</Button>}
      {abilities.discard && (
        <DiscardButton
          what="这次会议"
          list="/meetings"
          work={() => api.call('staff.meetings.discard', { params, body: { revision } })}
        />
      )}
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
      {abilities.closeSignUps && counts.waiting > 0 && (
        <Button onClick={() => setClosing(true)}>会前没答复，写明原因</Button>
      )}
      {isClosing && (
        <ActForm<{ reason: string }, unknown>
          title={`会前没有答复 ${counts.waiting} 人`}
          submit="告诉他们"
          done="写明了，每个人都会收到"
          close={() => setClosing(false)}
          work={body => api.call('staff.meetings.closeSignUps', { params, body })}
        >
          <p className="quiet">会已经开了，不能再抽签、再答复：抽到的人也来不了。</p>
          <Reason label="为什么没有（本人收到，大家看得到）" />
        </ActForm>
      )}
      {isCancelling && (
        <ActForm<{ reason: string }, unknown>
          title="取消会议"
          submit="取消会议"
          done="取消了，报了名的人都会收到"
          close={() => setCancelling(false)}
          work={body => api.call('staff.meetings.cancel', { params, body })}
        >
          <Reason label="为什么取消（大家看得到）" />
        </ActForm>
      )}
    </>
  );
}

function Reason({ label }: { label: string }) {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: '请写原因' }]}>
      <Input.TextArea rows={2} maxLength={200} autoFocus />
    </Form.Item>
  );
}
