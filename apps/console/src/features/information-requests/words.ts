import type { DECISION_KINDS, RECORD_OUTCOMES } from '@bandeng/contracts/routes';
import type { HandedOn, Letter, RouteCall } from '@bandeng/contracts/types';
import { decisionSteps, requestKinds, type DecisionStep, type RequestKind } from '@bandeng/rules';

export type { RequestState as Status } from '../../lib/request-states';
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

export { REQUEST_STATES as STATUS_NAMES } from '../../lib/request-states';

export type Consulted = RouteCall<'staff.informationRequests.consult'>['body']['kind'];
export const CONSULTED: Readonly<Record<Consulted, string>> = { third_party: '第三方', other_agency: '其他机关' };
export type Opinion = Extract<
  RouteCall<'staff.informationRequests.recordConsultation'>['body'],
  { step: 'answered' }
>['opinion'];
export const OPINIONS: Readonly<Record<Opinion, string>> = {
  agree: '同意公开',
  partly: '同意公开一部分',
  disagree: '不同意公开',
  no_opinion: '没有意见',
};
const STATES = { waiting: '在等', answered: '答复了' };
/** Silence means the opposite of a third party and of another agency (Art. 32, 34). */
export const CONSULTATION_STATES = {
  third_party: { ...STATES, silent: '到期没有说，由我们决定' },
  other_agency: { ...STATES, silent: '到期没有说，视为同意' },
} as const;

export const KIND_NAMES: Readonly<Record<RequestKind, string>> = requestKinds;
export const STEP_NAMES: Readonly<Record<DecisionStep, string>> = decisionSteps;

/** What happened, as the office says it (the applicant's page says it to the applicant), and how the audit calls it. */
export const EVENTS: Readonly<Record<string, { action: string; title: string }>> = {
  submitted: { action: 'information-request.submitted', title: '申请人交来申请' },
  registered: { action: 'information-request.registered', title: '登记，开始计时' },
  correctionAsked: { action: 'information-request.correction_asked', title: '告知补正' },
  corrected: { action: 'information-request.corrected', title: '收到补正，重新计时' },
  correctionLapsed: { action: 'information-request.lapsed', title: '过期没有补正，不再处理' },
  thirdPartyAsked: { action: 'information-request.consulted', title: '征求第三方意见，停表' },
  thirdPartyServed: { action: 'information-request.consultation_served', title: '第三方签收了' },
  thirdPartyAnswered: { action: 'information-request.consultation_answered', title: '第三方答复了，接着计时' },
  thirdPartySilent: { action: 'information-request.consultation_silent', title: '第三方到期没有说，接着计时' },
  otherAgencyAsked: { action: 'information-request.consulted', title: '征求其他机关意见，停表' },
  otherAgencyServed: { action: 'information-request.consultation_served', title: '其他机关签收了' },
  otherAgencyAnswered: { action: 'information-request.consultation_answered', title: '其他机关答复了，接着计时' },
  otherAgencySilent: { action: 'information-request.consultation_silent', title: '其他机关到期没有说，视为同意' },
  reasonsAsked: { action: 'information-request.reasons_asked', title: '请申请人说明理由' },
  reasonsGiven: { action: 'information-request.reasons_given', title: '申请人说明了理由' },
  delayed: { action: 'information-request.delayed', title: '负责人同意延迟（第三十五条）' },
  feeNoticed: { action: 'information-request.fee_noticed', title: '通知缴信息处理费，停表' },
  feePaid: { action: 'information-request.fee_paid', title: '收到缴费，重新计时' },
  feeAccepted: { action: 'information-request.fee_accepted', title: '申请人答应缴信息处理费' },
  feeDisputed: { action: 'information-request.fee_disputed', title: '申请人对收费有异议' },
  feeKept: { action: 'information-request.fee_dispute_answered', title: '答复了对收费的异议，费用不变' },
  feeDropped: { action: 'information-request.fee_dispute_answered', title: '不收信息处理费了，接着计时' },
  feeLapsed: { action: 'information-request.lapsed', title: '过期没有缴费，不再处理' },
  extended: { action: 'information-request.extended', title: '负责人同意延长' },
  decided: { action: 'information-request.decided', title: '负责人批准，作出答复' },
  withdrawn: { action: 'information-request.withdrawn', title: '申请人撤回' },
  conversionOffered: { action: 'information-request.conversion_offered', title: '问申请人愿不愿意转到网上民声' },
  conversionDeclined: { action: 'information-request.conversion_declined', title: '申请人不同意转，接着办' },
  publishingSuggested: { action: 'information-request.publishing_suggested', title: '申请人建议主动公开' },
  suggestionAccepted: { action: 'information-request.suggestion_settled', title: '采纳建议，写成公开信息' },
  suggestionDeclined: { action: 'information-request.suggestion_settled', title: '没有采纳主动公开的建议' },
  suggestionPublished: { action: 'information-request.suggestion_settled', title: '建议的信息公开了' },
  split: { action: 'information-request.split', title: '拆成几件' },
  splitOff: { action: 'information-request.split_off', title: '从另一件拆出来' },
  told: { action: 'information-request.told', title: '告诉了申请人' },
  merged: { action: 'information-request.merged', title: '并到另一件' },
  joined: { action: 'information-request.joined', title: '并进来一件' },
  converted: { action: 'information-request.converted', title: '申请人同意，转到网上民声' },
};

export const LETTER_STATES: Readonly<Record<Letter['state'], string>> = {
  final: '未盖章',
  sealed: '已盖章',
  delivered: '已送达',
  void: '作废',
};
/** How an answer gets to who did not ask in the mini-program. */
export const COUNTER_METHODS: Readonly<Record<NonNullable<HandedOn['method']>, string>> = {
  pickup: '自己来取',
  post: '邮寄',
  email: '邮件',
  on_site: '当场查阅',
};
export const DELIVERY_METHODS: Readonly<Record<Letter['deliveries'][number]['method'], string>> = {
  app: '在小程序里',
  email: '用电子邮件',
  post: '邮寄',
  pickup: '自己来取',
  on_site: '当面',
};
export const LETTER_TO: Readonly<Record<Letter['kind']['to'], string>> = {
  applicant: '申请人',
  thirdParty: '第三方',
  agency: '其他机关',
};
