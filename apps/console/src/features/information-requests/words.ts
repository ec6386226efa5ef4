import type { RouteCall } from '@bandeng/contracts/types';

export type Status = NonNullable<NonNullable<RouteCall<'staff.informationRequests.list'>['query']>['status']>;
export type DecisionKind = RouteCall<'staff.informationRequests.decide'>['body']['kinds'][number];

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  awaiting_confirmation: '待登记',
  in_progress: '办理中',
  awaiting_correction: '等补正',
  paused: '停表',
  extended: '已延长',
  decided: '已答复',
  withdrawn: '已撤回',
  lapsed: '不再处理',
};

/** What happened, as the office says it (the applicant's page says it to the applicant). */
export const EVENT_NAMES: Readonly<Record<string, string>> = {
  submitted: '申请人交来申请',
  registered: '登记，开始计时',
  correctionAsked: '告知补正',
  corrected: '收到补正，重新计时',
  correctionLapsed: '过期没有补正，不再处理',
  extended: '负责人同意延长',
  decided: '作出答复',
  withdrawn: '申请人撤回',
};
