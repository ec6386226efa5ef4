import type { StaffMeeting } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Form, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useAct } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ActForm } from '../../ui/act-form';
import { ChoiceFilter } from '../../ui/filters';
import { ListTable } from '../../ui/list-table';
import { isSignUpState, REPRESENTS_NAMES, SIGN_UP_NAMES, type SignUp } from './words';

const STATES = { name: 'state', label: '到哪一步', all: '全部', options: optionsOf(SIGN_UP_NAMES) };

/** Who signed up and who was asked: answered, drawn, there or not. */
export function SignUpsTab({ meeting }: { meeting: StaffMeeting }) {
  const { id, abilities = {} } = meeting;
  const wanted = useFilters().get('state');
  const state = isSignUpState(wanted) ? wanted : undefined;
  const [isInviting, setInviting] = useState(false);
  const [deciding, setDeciding] = useState<SignUp>();
  const list = useList<SignUp>(['sign-ups', id, state], cursor =>
    api.call('staff.meetings.signUps', { params: { id }, query: { limit: 50, cursor, state } }),
  );
  return (
    <>
      <div className="filters">
        <ChoiceFilter choice={STATES} width={160} />
        {abilities.invite && <Button onClick={() => setInviting(true)}>写下请来的人</Button>}
      </div>
      <ListTable
        label="报名和邀请"
        exportAs={{ table: 'sign-ups', query: { of: id, state } }}
        nothing={state ? '没有这样的' : '还没有人'}
        list={list}
        columns={[
          {
            title: '谁',
            render: (_, { name, phone, statement }) => (
              <>
                {name}
                {phone && <span className="quiet"> {phone}</span>}
                {statement && <p className="prose quiet">{statement}</p>}
              </>
            ),
          },
          { title: '身份', render: (_, { represents }) => REPRESENTS_NAMES[represents] },
          { title: '报名', render: (_, row) => (row.isInvited ? '请来的' : sayExactly(row.createdAt)) },
          {
            title: '答复',
            render: (_, row) => (
              <>
                <Tag>{SIGN_UP_NAMES[row.state]}</Tag>
                {row.reason && <div className="quiet">{row.reason}</div>}
              </>
            ),
          },
          {
            title: '办理',
            render: (_, row) => (
              <Space wrap>
                {abilities.decide && !row.isInvited && row.state !== 'withdrawn' && (
                  <Button size="small" aria-label={`答复：${row.name}`} onClick={() => setDeciding(row)}>
                    答复
                  </Button>
                )}
                {abilities.attend && row.state === 'accepted' && <Attendance meetingId={id} row={row} />}
              </Space>
            ),
          },
        ]}
      />
      {isInviting && <InviteForm meetingId={id} close={() => setInviting(false)} />}
      {deciding && <DecideForm meetingId={id} row={deciding} close={() => setDeciding(undefined)} />}
    </>
  );
}

function Attendance({ meetingId, row }: { meetingId: string; row: SignUp }) {
  const act = useAct(
    (attended: boolean) =>
      api.call('staff.meetings.attend', { params: { id: meetingId, signUpId: row.id }, body: { attended } }),
    '记下了',
  );
  return (
    <>
      <Button
        size="small"
        disabled={row.attended === true}
        aria-label={`到了：${row.name}`}
        onClick={() => act.mutate(true)}
      >
        到了
      </Button>
      <Button
        size="small"
        disabled={row.attended === false}
        aria-label={`没到：${row.name}`}
        onClick={() => act.mutate(false)}
      >
        没到
      </Button>
      {row.attended !== null && <Tag>{row.attended ? '到了' : '没到'}</Tag>}
    </>
  );
}

interface Decision {
  state: 'accepted' | 'waitlist' | 'rejected';
  reason: string;
}

function DecideForm({ meetingId, row, close }: { meetingId: string; row: SignUp; close: () => void }) {
  return (
    <ActForm<Decision, unknown>
      title={`答复 ${row.name}`}
      submit="答复"
      done="答复了，本人会收到"
      initial={{ state: 'accepted' }}
      close={close}
      work={body => api.call('staff.meetings.decide', { params: { id: meetingId, signUpId: row.id }, body })}
    >
      <Form.Item name="state" label="能不能来">
        <Select
          options={[
            { value: 'accepted', label: '参加' },
            { value: 'waitlist', label: '候补' },
            { value: 'rejected', label: '不参加' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由（本人看得到）"
        rules={[{ required: true, whitespace: true, message: '请写理由' }]}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}

type Invited = Pick<SignUp, 'represents'> & { name: string; phone?: string };

function InviteForm({ meetingId, close }: { meetingId: string; close: () => void }) {
  // Sent twice it is the same person.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Invited, unknown>
      title="写下请来的人"
      submit="写下"
      done="写下了"
      initial={{ represents: 'expert' }}
      close={close}
      work={({ phone, ...person }) =>
        api.call('staff.meetings.invite', {
          params: { id: meetingId },
          body: { id, ...person, ...(phone && { phone }) },
        })
      }
    >
      <Form.Item
        name="name"
        label="姓名（公布时只留姓）"
        rules={[{ required: true, whitespace: true, message: '请写姓名' }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label="电话（可以不写，加密存放）">
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="represents" label="身份">
        <Select options={optionsOf(REPRESENTS_NAMES)} />
      </Form.Item>
    </ActForm>
  );
}
