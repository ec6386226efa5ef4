import type { StaffObjection } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Button, Card, Descriptions, Form, Input, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useList } from '../../lib/use-list';
import { ActForm } from '../../ui/act-form';
import { ExportList } from '../../ui/export-list';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { Revealed } from '../../ui/revealed';
import { Failed } from '../../ui/state';
import { OBJECTION_STATES, RESULT_NAMES, SOURCE_NAMES } from './words';

/** Every objection to a posting, the newest first, with what can be done about it. */
export function Objections({ id }: { id: string }) {
  const list = useList<StaffObjection>(['objections', id], cursor =>
    api.call('staff.postings.objections', { params: { id }, query: { limit: 50, cursor } }),
  );
  return (
    <Card
      title={<h2 className="card-title">异议</h2>}
      extra={<ExportList table="objections" query={{ of: id }} />}
      loading={list.isLoading}
    >
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.isLoading && !list.error && list.items.length === 0 && <Notice title="没有收到异议" />}
      <div className="stack">
        {list.items.map(objection => (
          <Objection key={objection.id} objection={objection} />
        ))}
      </div>
      <More list={list} />
    </Card>
  );
}

function Objection({ objection }: { objection: StaffObjection }) {
  const { id, text, name, phone, source, receivedOn, dueOn, isOverdue, state, result, reason, abilities } = objection;
  const now = new Date();
  const look = (field: 'name' | 'phone') => async (why: string) =>
    (await api.call('staff.objections.reveal', { params: { id }, body: { field, reason: why } })).value;
  const mayLook = abilities?.['reveal'] === true;
  const facts = [
    { key: 'name', label: '谁', children: <Revealed masked={name} allowed={mayLook} look={look('name')} /> },
    ...(phone === null
      ? []
      : [
          { key: 'phone', label: '电话', children: <Revealed masked={phone} allowed={mayLook} look={look('phone')} /> },
        ]),
    { key: 'source', label: '怎么来的', children: `${SOURCE_NAMES[source]}，${sayDate(receivedOn, now)}收到` },
    { key: 'due', label: '最晚答复', children: sayDate(dueOn, now) },
  ];
  return (
    <Card
      type="inner"
      title={<h3 className="card-title">{objectionTitle(objection)}</h3>}
      extra={<Acts {...objection} />}
    >
      <p className="prose">{text}</p>
      <Descriptions column={1} size="small" items={facts} />
      {isOverdue && <Tag color="error">晚了</Tag>}
      {state === 'settled' && result && (
        <p className="prose">
          <strong>{RESULT_NAMES[result]}</strong>：{reason}
          <span className="quiet">
            {' '}
            {objection.settledBy?.name}，{objection.settledAt && sayExactly(objection.settledAt)}
          </span>
        </p>
      )}
    </Card>
  );
}

const objectionTitle = ({ state, examinedBy }: StaffObjection): string =>
  state === 'examining' && examinedBy ? `${OBJECTION_STATES[state]}（${examinedBy.name}）` : OBJECTION_STATES[state];

function Acts({ id, text, abilities }: StaffObjection) {
  const [isSettling, setSettling] = useState(false);
  const examine = useAct(() => api.call('staff.objections.examine', { params: { id }, body: {} }), '开始核查了');
  return (
    <Space>
      {abilities?.['examine'] && (
        <Button
          loading={examine.isPending}
          aria-label={`开始核查：${text.slice(0, 12)}`}
          onClick={() => examine.mutate(undefined)}
        >
          开始核查
        </Button>
      )}
      {abilities?.['settle'] && (
        <Button type="primary" aria-label={`给出结论：${text.slice(0, 12)}`} onClick={() => setSettling(true)}>
          给出结论
        </Button>
      )}
      {isSettling && <SettleForm id={id} text={text} close={() => setSettling(false)} />}
    </Space>
  );
}

interface Conclusion {
  result: NonNullable<StaffObjection['result']>;
  reason: string;
}

function SettleForm({ id, text, close }: { id: string; text: string; close: () => void }) {
  return (
    <ActForm<Conclusion, unknown>
      title="给出结论"
      submit="定下来，告诉提异议的人"
      done="有结论了，提异议的人会收到消息"
      close={close}
      work={body => api.call('staff.objections.settle', { params: { id }, body })}
    >
      <p className="prose quiet">{text}</p>
      <Form.Item name="result" label="结论" rules={[{ required: true, message: '请选一个结论' }]}>
        <Radio.Group
          options={(Object.keys(RESULT_NAMES) as Conclusion['result'][]).map(value => ({
            value,
            label: RESULT_NAMES[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由（提异议的人看得到）"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  );
}
