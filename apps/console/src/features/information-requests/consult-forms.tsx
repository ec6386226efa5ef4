import { DatePicker, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { day, required, type ActProps } from './form-parts';
import { CONSULTED, OPINIONS, type Consulted, type Opinion } from './words';

export function Consult({ id, close }: ActProps) {
  const [letterId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<{ kind: Consulted; name: string; question: string }, unknown>
      title="征求意见（第三十二条、第三十四条，对方 15 个工作日，停表）"
      submit="发出去了，停表"
      done="记下了，从明天起停表；申请人会收到通知，看不到问的是谁"
      initial={{ kind: 'third_party' }}
      close={close}
      work={body => api.call('staff.informationRequests.consult', { params: { id }, body: { id: letterId, ...body } })}
    >
      <Form.Item name="kind" label="问谁">
        <Radio.Group options={Object.entries(CONSULTED).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="name" label="名称" rules={required('请写名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="question" label="问什么" rules={required('请写明问什么')}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  );
}

interface Recorded {
  consultationId: string;
  step: 'served' | 'answered';
  on: Dayjs;
  opinion?: Opinion;
  text?: string;
}

/** Of which letter, and what: the day it arrived, or what was answered. */
export function RecordConsultation({ id, request, close }: ActProps) {
  const open = request.consultations.filter(({ answer }) => !answer);
  const send = ({ consultationId, step, on, opinion = 'no_opinion', text = '' }: Recorded) => {
    const date = on.format('YYYY-MM-DD');
    return api.call('staff.informationRequests.recordConsultation', {
      params: { id, consultationId },
      body: step === 'served' ? { step, on: date } : { step, on: date, opinion, text },
    });
  };
  return (
    <ActForm<Recorded, unknown>
      title="对方收到了，或者答复了"
      submit="记下"
      done="记下了，期限重新算过"
      initial={{ consultationId: open[0]?.id, step: 'answered' }}
      close={close}
      work={send}
    >
      <Form.Item name="consultationId" label="哪一封" rules={required('请选一封')}>
        <Select
          options={open.map(({ id: value, kind, name }) => ({ value, label: `${CONSULTED[kind]}：${name ?? ''}` }))}
        />
      </Form.Item>
      <Form.Item name="step" label="什么事">
        <Radio.Group
          options={[
            { value: 'answered', label: '答复了' },
            { value: 'served', label: '签收了，15 个工作日从这天起算' },
          ]}
        />
      </Form.Item>
      <Form.Item name="on" label="哪一天" rules={day}>
        <DatePicker />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('step') === 'answered' && (
            <>
              <Form.Item name="opinion" label="意见" rules={required('请选意见')}>
                <Select options={Object.entries(OPINIONS).map(([value, label]) => ({ value, label }))} />
              </Form.Item>
              <Form.Item name="text" label="怎么说的、什么理由" rules={required('请写对方的话')}>
                <Input.TextArea rows={4} maxLength={2000} showCount />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </ActForm>
  );
}
