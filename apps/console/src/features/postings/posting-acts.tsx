import type { PostingDetail } from '@bandeng/contracts/types';
import { addDays } from '@bandeng/rules';
import { Alert, Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { SOURCE_NAMES } from './words';

const isoOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

type Act = 'record' | 'extend' | 'conclude';

/** What can be done with a posting now. */
export function PostingActs({ posting }: { posting: PostingDetail }) {
  const [open, setOpen] = useState<Act>();
  const { abilities } = posting;
  const close = () => setOpen(undefined);
  return (
    <>
      {abilities?.['record'] && <Button onClick={() => setOpen('record')}>录入异议</Button>}
      {abilities?.['extend'] && <Button onClick={() => setOpen('extend')}>延长公示</Button>}
      {abilities?.['conclude'] && (
        <Button type="primary" onClick={() => setOpen('conclude')}>
          公示结束
        </Button>
      )}
      {open === 'record' && <RecordForm posting={posting} close={close} />}
      {open === 'extend' && <ExtendForm posting={posting} close={close} />}
      {open === 'conclude' && <ConcludeForm posting={posting} close={close} />}
    </>
  );
}

interface FormProps {
  posting: PostingDetail;
  close: () => void;
}

interface Recorded {
  source: 'letter' | 'phone' | 'window';
  receivedOn: Dayjs;
  text: string;
  name: string;
  phone?: string;
}

function RecordForm({ posting: { id, from, to }, close }: FormProps) {
  // Sent twice it is the same one.
  const [objectionId] = useState(() => crypto.randomUUID());
  const isOutside = (day: Dayjs) => isoOf(day) < from || isoOf(day) > to || day.isAfter(dayjs(), 'day');
  return (
    <ActForm<Recorded, unknown>
      title="录入信件、电话、窗口收到的异议"
      submit="录入"
      done="录好了，和别的异议一样要核查"
      initial={{ source: 'letter' }}
      close={close}
      work={({ receivedOn, phone, ...body }) =>
        api.call('staff.postings.record', {
          params: { id },
          body: { ...body, id: objectionId, receivedOn: isoOf(receivedOn), ...(phone && { phone }) },
        })
      }
    >
      <Form.Item name="source" label="怎么来的">
        <Select
          options={(['letter', 'phone', 'window'] as const).map(value => ({ value, label: SOURCE_NAMES[value] }))}
        />
      </Form.Item>
      <Form.Item name="receivedOn" label="哪天收到（公示期内）" rules={[{ required: true, message: '请选收到的日子' }]}>
        <DatePicker disabledDate={isOutside} defaultPickerValue={dayjs(to)} />
      </Form.Item>
      <Form.Item name="text" label="异议原话" rules={required('请写下异议')}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="name" label="姓名（加密存，只给核查的人看）" rules={required('请写姓名')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label="电话（没有就不填）">
        <Input maxLength={20} />
      </Form.Item>
    </ActForm>
  );
}

function ExtendForm({ posting: { id, to }, close }: FormProps) {
  const today = isoOf(dayjs());
  const first = addDays(to > today ? to : today, 1);
  return (
    <ActForm<{ to: Dayjs; reason: string }, unknown>
      title="延长公示"
      submit="延长"
      done="延长了，公众看得到理由"
      close={close}
      work={({ to: day, reason }) =>
        api.call('staff.postings.extend', { params: { id }, body: { to: isoOf(day), reason } })
      }
    >
      <Form.Item name="to" label="到哪天（含这一天）" rules={[{ required: true, message: '请选日子' }]}>
        <DatePicker disabledDate={day => isoOf(day) < first} defaultPickerValue={dayjs(first)} />
      </Form.Item>
      <Form.Item name="reason" label="为什么延长（公众看得到）" rules={required('请写明理由')}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}

function ConcludeForm({ posting: { id, counts }, close }: FormProps) {
  return (
    <ActForm<{ statement: string }, unknown>
      title="公示结束"
      submit="公布"
      done="结束了，公众看得到件数和结论"
      initial={{ statement: counts.received === 0 ? '公示期内没有收到异议。' : '' }}
      close={close}
      work={body => api.call('staff.postings.conclude', { params: { id }, body })}
    >
      <Form.Item>
        <Alert
          type="info"
          showIcon
          title={`收到 ${counts.received} 件：成立 ${counts.upheld}，部分成立 ${counts.partly}，不成立 ${counts.rejected}。件数由系统统计。`}
        />
      </Form.Item>
      <Form.Item name="statement" label="结果怎么说（公众看得到，别写姓名）" rules={required('请写明结果')}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}
