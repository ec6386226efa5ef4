import type { Letter, RouteCall } from '@bandeng/contracts/types';
import { dateOf } from '@bandeng/rules';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { day } from './form-parts';
import { DELIVERY_METHODS } from './words';

type Method = RouteCall<'staff.letters.deliver'>['body']['method'];
interface Fields {
  method: Method;
  on: Dayjs;
  place?: string;
  receipt?: string;
  note?: string;
}

/** How it went out, on which day, and by what that can be proven. */
export function DeliverForm({ letter: { id, kind }, close }: { letter: Letter; close: () => void }) {
  const [deliveryId] = useState(() => crypto.randomUUID());
  const methods = (Object.keys(DELIVERY_METHODS) as Method[]).filter(
    method => method !== 'app' || kind.to === 'applicant',
  );
  return (
    <ActForm<Fields, unknown>
      title={`送达${kind.name}`}
      submit="送达"
      done={kind.to === 'applicant' ? '记下了；申请人在小程序里也看得到' : '记下了，对方的期限从送达的那天起算'}
      initial={{ method: methods[0]!, on: dayjs(dateOf(new Date())) }}
      close={close}
      work={({ method, on, place, receipt, note }) =>
        api.call('staff.letters.deliver', {
          params: { id },
          body: {
            ...{ id: deliveryId, method, on: on.format('YYYY-MM-DD') },
            ...(place?.trim() && { place }),
            ...(receipt?.trim() && { receipt }),
            ...(note?.trim() && { note }),
          },
        })
      }
    >
      <Form.Item name="method" label="怎么送">
        <Select options={methods.map(value => ({ value, label: DELIVERY_METHODS[value] }))} />
      </Form.Item>
      <Form.Item name="on" label="哪一天送到的（小程序里送，就是今天）" rules={day}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="place" label="送到哪里（邮寄、领取的可以不写：照申请书的地址、本单位的地址）">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="receipt" label="凭据：挂号信号、回证号（可以没有）">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="note" label="还有什么要记的，例如谁收的（可以没有）">
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </ActForm>
  );
}
