import { Form, Input } from 'antd';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { ReasonField, ReasonForm } from '../../ui/reason-form';
import type { ActProps } from './act-forms';

interface Fields {
  ticket: string;
  reason: string;
}

/** The city's hotline goes on with it, under its ticket; one history, and the days go on. */
export function HandOn({ enquiry: { id, hotline }, close }: ActProps) {
  return (
    <ActForm<Fields, unknown>
      title="转给热线（12345）办"
      submit="转出去"
      done="转给热线了，期限照算，本人收到了消息"
      initial={{ ticket: hotline?.ticket ?? '' }}
      close={close}
      work={fields => api.call('staff.enquiries.hotline', { params: { id }, body: { direction: 'to', ...fields } })}
    >
      <Form.Item name="ticket" label="热线工单号" rules={required('请写工单号')}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <ReasonField label="为什么转（本人看得到）" missing="请写为什么" />
    </ActForm>
  );
}

/** The hotline gave it back: what it said stands in the history, and it goes on here. */
export function TakeBack({ enquiry: { id }, close }: ActProps) {
  return (
    <ReasonForm
      title="热线转回来了"
      submit="接回来"
      done="接回来了，接着交给该办的单位"
      label="热线怎么说的（本人看得到）"
      missing="请写热线怎么说的"
      close={close}
      work={({ reason }) =>
        api.call('staff.enquiries.hotline', { params: { id }, body: { direction: 'back', reason } })
      }
    />
  );
}
