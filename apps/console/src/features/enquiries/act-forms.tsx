import { ENQUIRY_KIND_LABELS, ENQUIRY_OUTCOME_LABELS } from '@bandeng/contracts/routes';
import type { RouteCall, StaffEnquiry } from '@bandeng/contracts/types';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { ReasonField, ReasonForm } from '../../ui/reason-form';

export interface ActProps {
  enquiry: StaffEnquiry;
  close: () => void;
}

export function Accept({ enquiry: { id, kind }, close }: ActProps) {
  return (
    <ActForm<RouteCall<'staff.enquiries.accept'>['body'], unknown>
      title="受理"
      submit="受理"
      done="受理了，接着交给该办的单位"
      initial={{ kind }}
      close={close}
      work={body => api.call('staff.enquiries.accept', { params: { id }, body })}
    >
      <Form.Item name="kind" label="算哪一种（期限按种类算，从留言那天起）">
        <Select options={optionsOf(ENQUIRY_KIND_LABELS)} />
      </Form.Item>
    </ActForm>
  );
}

export function Refuse({ enquiry: { id }, close }: ActProps) {
  return (
    <ActForm<RouteCall<'staff.enquiries.refuse'>['body'], unknown>
      title="不归我们办"
      submit="告诉本人"
      done="告诉本人该找谁了"
      close={close}
      work={body => api.call('staff.enquiries.refuse', { params: { id }, body })}
    >
      <Form.Item name="toWhom" label="归谁办" rules={required('请写明归谁办')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <ReasonField label="为什么，怎么找他们（本人看得到）" />
      <Form.Item name="ticket" label="转给热线（12345）的，写工单号">
        <Input maxLength={40} />
      </Form.Item>
    </ActForm>
  );
}

export function Assign({ enquiry: { id, mainUnit, jointUnits }, close }: ActProps) {
  const { options } = useUnits();
  const search = { showSearch: { optionFilterProp: 'label' } };
  return (
    <ActForm<RouteCall<'staff.enquiries.assign'>['body'], unknown>
      title="交办"
      submit="交办"
      done="交出去了"
      initial={{ mainUnitId: mainUnit?.id ?? '', jointUnitIds: jointUnits.map(unit => unit.id) }}
      close={close}
      work={body => api.call('staff.enquiries.assign', { params: { id }, body })}
    >
      <Form.Item name="mainUnitId" label="主办单位（写答复）" rules={[{ required: true, message: '请选主办单位' }]}>
        <Select {...search} options={options} />
      </Form.Item>
      <Form.Item name="jointUnitIds" label="协办单位">
        <Select {...search} mode="multiple" options={options} />
      </Form.Item>
      <Form.Item name="note" label="交代一句（只有单位看得到）">
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </ActForm>
  );
}

export function Contribute({ enquiry: { id }, close }: ActProps) {
  const [said] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Pick<RouteCall<'staff.enquiries.contribute'>['body'], 'text'>, unknown>
      title="写说明，给主办单位参考"
      submit="写好了"
      done="主办单位看得到了"
      close={close}
      work={({ text }) => api.call('staff.enquiries.contribute', { params: { id }, body: { id: said, text } })}
    >
      <Form.Item name="text" label="说明（本人看不到）" rules={required('请写一写')}>
        <Input.TextArea rows={4} maxLength={2000} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}

export function Answer({ enquiry: { id, answer }, close }: ActProps) {
  const initial = answer && { outcome: answer.outcome, text: answer.text, plannedOn: answer.plannedOn ?? undefined };
  const [outcome, setOutcome] = useState(answer?.outcome);
  return (
    <ActForm<RouteCall<'staff.enquiries.answer'>['body'], unknown>
      title="写答复"
      submit="交审核"
      done="交审核了，通过以后发出"
      initial={initial ?? {}}
      close={close}
      work={body => api.call('staff.enquiries.answer', { params: { id }, body })}
    >
      <Form.Item name="outcome" label="办成什么样" rules={[{ required: true, message: '请选一种' }]}>
        <Select options={optionsOf(ENQUIRY_OUTCOME_LABELS)} onChange={setOutcome} />
      </Form.Item>
      {outcome === 'planned' && (
        <Form.Item name="plannedOn" label="计划哪天办到" rules={[{ required: true, message: '请选一天' }]}>
          <DateInput />
        </Form.Item>
      )}
      <Form.Item name="text" label="答复（说清楚做了什么、为什么）" rules={required('请写答复')}>
        <Input.TextArea rows={8} maxLength={4000} showCount />
      </Form.Item>
    </ActForm>
  );
}

export function SendBack({ enquiry: { id }, close }: ActProps) {
  return (
    <ReasonForm
      title="退回拟的答复"
      submit="退回"
      done="退给主办单位了"
      label="要改什么"
      missing="请写明要改什么"
      close={close}
      work={body => api.call('staff.enquiries.sendBack', { params: { id }, body })}
    />
  );
}
