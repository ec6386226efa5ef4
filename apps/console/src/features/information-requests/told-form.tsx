import type { RouteCall } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Alert, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { day, type ActProps } from './form-parts';

type Fields = Omit<RouteCall<'staff.informationRequests.recordTold'>['body'], 'id'>;

const WAYS: Readonly<Record<Fields['way'], string>> = { phone: '打电话', letter: '寄信', in_person: '当面' };

/** Who came to the counter reads no message: somebody told them, and writes it down. */
export function RecordTold({ id, close }: ActProps) {
  const [tellingId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Fields, unknown>
      title="告诉了申请人"
      submit="记下"
      done="记下了"
      initial={{ way: 'phone' }}
      close={close}
      work={({ note, ...fields }) =>
        api.call('staff.informationRequests.recordTold', {
          params: { id },
          body: { ...fields, id: tellingId, ...(note && { note }) },
        })
      }
    >
      <Form.Item name="way" label="怎么告诉的">
        <Radio.Group options={Object.entries(WAYS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="on" label="哪一天" rules={day}>
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label="谁接的、说了什么（可以不写）">
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}

/** At the head of a case whose applicant nobody has told. */
export function Untold({ since }: { since: string | null }) {
  if (since === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="申请人还不知道拆分、合并的事"
      description={`申请人没有账号，收不到消息。${sayDate(since, new Date())}办的，请打电话、写信或者当面告诉，再点“告诉了申请人”写下哪一天。`}
    />
  );
}
