import type { RouteCall } from '@bandeng/contracts/types';

export type { RequestState as Status } from '../../lib/request-states';
export type DecisionKind = RouteCall<'staff.informationRequests.decide'>['body']['kinds'][number];

export { REQUEST_STATES as STATUS_NAMES } from '../../lib/request-states';

/** What happened, as the office says it (the applicant's page says it to the applicant), and how the audit calls it. */
export const EVENTS: Readonly<Record<string, { action: string; title: string }>> = {
  submitted: { action: 'information-request.submitted', title: '申请人交来申请' },
  registered: { action: 'information-request.registered', title: '登记，开始计时' },
  correctionAsked: { action: 'information-request.correction_asked', title: '告知补正' },
  corrected: { action: 'information-request.corrected', title: '收到补正，重新计时' },
  correctionLapsed: { action: 'information-request.lapsed', title: '过期没有补正，不再处理' },
  extended: { action: 'information-request.extended', title: '负责人同意延长' },
  decided: { action: 'information-request.decided', title: '作出答复' },
  withdrawn: { action: 'information-request.withdrawn', title: '申请人撤回' },
};
