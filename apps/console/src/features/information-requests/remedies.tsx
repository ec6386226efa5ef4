import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { remedyKinds, remedyResults, sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { Loaded } from '../../ui/state';
import { day, required } from './form-parts';

type Answer = RouteAnswer<'staff.informationRequests.remedies'>;
type Remedy = Answer['items'][number];
type NewRemedy = RouteInput<'staff.remedies.record'>['body'];
type Ended = NonNullable<Remedy['ended']>;
interface FormProps {
  remedy: Remedy;
  close: () => void;
}

const KINDS = Object.entries(remedyKinds).map(([value, label]) => ({ value, label }));
const RESULTS = Object.entries(remedyResults)
  .filter(([value]) => value !== 'pending')
  .map(([value, label]) => ({ value, label }));
const when = (date: string) => sayDate(date, new Date());

/** Reviews and lawsuits on this case: the register that table four of the annual report is counted from. */
export function Remedies({ requestId }: { requestId: string }) {
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['request', requestId, 'remedies'],
    queryFn: () => api.call('staff.informationRequests.remedies', { params: { id: requestId }, query: {} }),
  });
  const mayRecord = query.data?.abilities.record === true;
  if (query.data?.items.length === 0 && !mayRecord) return null;
  return (
    <Card
      title={<h2 className="card-title">行政复议和行政诉讼</h2>}
      extra={mayRecord && <Button onClick={() => setOpen(true)}>登记一件</Button>}
    >
      <Loaded query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="quiet">没有。登记了的，年度报告表四会算进去。</p>}
            <ul className="plain-list">
              {items.map(remedy => (
                <li key={remedy.id}>
                  <One remedy={remedy} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {open && <Record requestId={requestId} close={() => setOpen(false)} />}
    </Card>
  );
}

function One({ remedy }: { remedy: Remedy }) {
  const [form, setForm] = useState<'conclude' | 'void' | null>(null);
  const { label, organ, caseNumber, broughtOn, ended, voided, recordedBy, abilities } = remedy;
  const close = () => setForm(null);
  return (
    <>
      <strong>{label}</strong> <Tag>{voided ? '作废' : remedyResults[ended?.result ?? 'pending']}</Tag>
      <div>{[organ, caseNumber].filter(Boolean).join(' · ')}</div>
      <div className="quiet">
        {when(broughtOn)}提起{ended && `，${when(ended.on)}审结`} · {recordedBy}登记
      </div>
      {ended?.note && <div className="prose">{ended.note}</div>}
      {voided && <div className="quiet">作废：{voided.reason}</div>}
      {abilities?.change && (
        <Space>
          <Button size="small" onClick={() => setForm('conclude')}>
            {ended ? '更正结果' : '登记结果'}
          </Button>
          <Button size="small" onClick={() => setForm('void')}>
            登记错了
          </Button>
        </Space>
      )}
      {form === 'conclude' && <Conclude remedy={remedy} close={close} />}
      {form === 'void' && <Void remedy={remedy} close={close} />}
    </>
  );
}

function Record({ requestId, close }: { requestId: string; close: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Omit<NewRemedy, 'id'>, unknown>
      title="登记行政复议或行政诉讼"
      submit="登记"
      done="登记了"
      initial={{ kind: 'review' }}
      close={close}
      work={({ caseNumber, ...body }) =>
        api.call('staff.remedies.record', {
          params: { id: requestId },
          body: { id, ...body, ...(caseNumber?.trim() && { caseNumber }) },
        })
      }
    >
      <Form.Item name="kind" label="哪一种">
        <Radio.Group options={KINDS} />
      </Form.Item>
      <Form.Item name="organ" label="复议机关或法院" rules={required('请写是哪个机关或法院')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="broughtOn" label="哪一天提起的" rules={day}>
        <DateInput />
      </Form.Item>
      <Form.Item name="caseNumber" label="案号（还没有的可以不写）">
        <Input maxLength={60} />
      </Form.Item>
    </ActForm>
  );
}

function Conclude({ remedy: { id, revision, ended }, close }: FormProps) {
  return (
    <ActForm<Omit<Ended, 'note'> & { note?: string }, unknown>
      title={ended ? '更正结果' : '登记结果'}
      submit={ended ? '更正' : '登记'}
      done={ended ? '更正了' : '登记了'}
      initial={ended ? { on: ended.on, result: ended.result, note: ended.note ?? '' } : { result: 'upheld' }}
      close={close}
      work={({ note, ...body }) =>
        api.call('staff.remedies.conclude', {
          params: { id },
          body: { revision, ...body, ...(note?.trim() && { note }) },
        })
      }
    >
      <Form.Item name="result" label="结果">
        <Radio.Group options={RESULTS} />
      </Form.Item>
      <Form.Item name="on" label="哪一天审结的" rules={day}>
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label="还有什么要记的（可以不写；不要写姓名）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}

function Void({ remedy: { id, revision }, close }: FormProps) {
  return (
    <ActForm<{ reason: string }, unknown>
      title="登记错了：作废，留着，不计数"
      submit="作废"
      done="作废了"
      close={close}
      work={({ reason }) => api.call('staff.remedies.void', { params: { id }, body: { revision, reason } })}
    >
      <Form.Item name="reason" label="为什么" rules={required('请写为什么')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}
