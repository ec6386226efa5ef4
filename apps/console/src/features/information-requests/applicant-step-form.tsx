import type { RouteCall } from '@bandeng/contracts/types';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { day, required, type ActProps } from './form-parts';

type Step = RouteCall<'staff.informationRequests.recordApplicantStep'>['body']['step'];
interface Fields {
  step: Step;
  on: string;
  name?: string;
  description?: string;
  text?: string;
}

const STEPS: Readonly<Record<Step, string>> = { corrected: '补正', explained: '说明理由', withdrawn: '撤回申请' };

/** What can come now: a correction while one is awaited, reasons while they were asked for. */
const stepsFor = ({ request }: Pick<ActProps, 'request'>): Step[] => [
  ...(request.status === 'awaiting_correction' ? ['corrected' as const] : []),
  ...(request.reasons?.given === null ? ['explained' as const] : []),
  'withdrawn',
];

/** Handed in at the window or by letter: written down with its day. */
export function RecordApplicantStep({ id, request, close }: ActProps) {
  const [correctionId] = useState(() => crypto.randomUUID());
  const steps = stepsFor({ request });
  const send = ({ step, on, name = '', description, text = '' }: Fields) => {
    const params = { id };
    if (step === 'corrected')
      return api.call('staff.informationRequests.recordApplicantStep', {
        params,
        body: { step, id: correctionId, on, content: { name, ...(description && { description }) } },
      });
    const body = step === 'explained' ? { step, on, text } : { step, on, ...(text && { reason: text }) };
    return api.call('staff.informationRequests.recordApplicantStep', { params, body });
  };
  return (
    <ActForm<Fields, unknown>
      title="申请人当面或者来信交来的"
      submit="记下"
      done="记下了，期限重新算过"
      initial={{ step: steps[0]!, name: request.content.name, description: request.content.description ?? '' }}
      close={close}
      work={send}
    >
      <Form.Item name="step" label="交来什么">
        <Radio.Group options={steps.map(value => ({ value, label: STEPS[value] }))} />
      </Form.Item>
      <Form.Item name="on" label="哪一天" rules={day}>
        <DateInput />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <Written step={getFieldValue('step') as Step} />}
      </Form.Item>
    </ActForm>
  );
}

function Written({ step }: { step: Step }) {
  if (step === 'corrected')
    return (
      <>
        <Form.Item name="name" label="要的信息" rules={required('请写要的信息')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="description" label="说明">
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </>
    );
  return (
    <Form.Item
      name="text"
      label={step === 'explained' ? '他怎么说的' : '为什么撤回（可以不写）'}
      rules={step === 'explained' ? required('请写下来') : []}
    >
      <Input.TextArea rows={3} maxLength={step === 'explained' ? 2000 : 200} showCount />
    </Form.Item>
  );
}
