import type { RouteCall } from '@bandeng/contracts/types';

export type RequestState = NonNullable<NonNullable<RouteCall<'staff.informationRequests.list'>['query']>['status']>;

export const REQUEST_STATES: Readonly<Record<RequestState, string>> = {
  awaiting_confirmation: '待登记',
  in_progress: '办理中',
  awaiting_correction: '等补正',
  paused: '停表',
  extended: '已延长',
  decided: '已答复',
  withdrawn: '已撤回',
  lapsed: '不再处理',
};
