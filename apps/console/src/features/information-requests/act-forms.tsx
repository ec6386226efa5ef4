import { Form, InputNumber } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { ReasonField, ReasonForm } from '../../ui/reason-form';
import { RecordApplicantStep } from './applicant-step-form';
import { AskForm } from './ask-form';
import { Confer } from './confer-form';
import { OfferConversion } from './convert-form';
import { Consult, RecordConsultation } from './consult-forms';
import { AnswerFeeDispute, NoticeFee, RecordPayment } from './fee-forms';
import type { ActProps as Props } from './form-parts';
import { OneMatter } from './one-matter-form';
import { AskReasons, Delay } from './reasons-forms';
import { ApproveAnswer, ReviewAnswer } from './sign-forms';
import { RecordTold } from './told-form';

/** Acts of the office that need more than a yes; the key is the ability the server gives. */
export const actForms = {
  askCorrection: { label: '告知补正', Form: AskCorrection },
  recordApplicantStep: { label: '登记申请人交来的', Form: RecordApplicantStep },
  oneMatter: { label: '拆分、合并', Form: OneMatter },
  recordTold: { label: '告诉了申请人', Form: RecordTold },
  lapse: { label: '过期，不再处理', Form: Lapse },
  extend: { label: '同意延长', Form: Extend },
  consult: { label: '征求意见', Form: Consult },
  recordConsultation: { label: '登记对方的答复', Form: RecordConsultation },
  confer: { label: '记会商', Form: Confer },
  review: { label: '法律审核', Form: ReviewAnswer },
  decide: { label: '批准答复', Form: ApproveAnswer },
  offerConversion: { label: '问愿不愿意转', Form: OfferConversion },
  askReasons: { label: '请说明理由', Form: AskReasons },
  delay: { label: '同意延迟', Form: Delay },
  noticeFee: { label: '通知缴费', Form: NoticeFee },
  answerFeeDispute: { label: '答复对收费的异议', Form: AnswerFeeDispute },
  recordPayment: { label: '登记缴费', Form: RecordPayment },
} as const;
export type ActName = keyof typeof actForms;

function AskCorrection({ id, close }: Props) {
  return (
    <AskForm
      title="告知补正（第三十条，收到之日起 7 个工作日内，一次说清）"
      done="发出去了，收到补正后重新计时"
      items={{ label: '要补什么', missing: '请写明要补什么' }}
      deadline="最晚哪天补"
      ask={body => api.call('staff.informationRequests.askCorrection', { params: { id }, body })}
      close={close}
    />
  );
}

function Lapse({ id, close }: Props) {
  return (
    <ReasonForm
      title="过期没有补正（第三十条），或者没有缴费（第四十二条）"
      submit="不再处理"
      done="结束了，申请人会收到通知"
      label="怎么认定的（申请人看得到）"
      close={close}
      work={body => api.call('staff.informationRequests.lapse', { params: { id }, body })}
    />
  );
}

function Extend({ id, close }: Props) {
  return (
    <ActForm<{ workingDays: number; reason: string }, unknown>
      title="延长答复期限（第三十三条，最多 20 个工作日，一次）"
      submit="同意延长"
      done="延长了，申请人会收到通知"
      initial={{ workingDays: 20 }}
      close={close}
      work={body => api.call('staff.informationRequests.extend', { params: { id }, body })}
    >
      <Form.Item name="workingDays" label="延长几个工作日" rules={[{ required: true, message: '请填天数' }]}>
        <InputNumber min={1} max={20} precision={0} />
      </Form.Item>
      <ReasonField label="为什么（申请人看得到）" autoFocus />
    </ActForm>
  );
}
