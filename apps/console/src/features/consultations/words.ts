import type { RouteAnswer, RouteCall, StaffComment } from '@bandeng/contracts/types';

export type State = NonNullable<NonNullable<RouteCall<'staff.consultations.list'>['query']>['state']>;
export type Queue = NonNullable<NonNullable<RouteCall<'staff.comments.list'>['query']>['queue']>;
export type Result = RouteCall<'staff.comments.answer'>['body']['result'];
export type Recorded = RouteCall<'staff.comments.record'>['body'];
export type ConsultationDraft = RouteCall<'staff.consultations.create'>['body'];

export { CONSULTATION_STATE_LABELS as STATE_NAMES } from '@bandeng/contracts/routes';

export const QUEUE_NAMES: Readonly<Record<Queue, string>> = {
  to_review: '待看',
  to_answer: '待答复',
  assigned: '等承办单位',
  to_approve: '拟好待定',
  reported: '被举报',
  adopted: '采纳的',
  all: '全部',
};
/** Said when a queue is empty. */
export const QUEUE_EMPTY: Readonly<Record<Queue, string>> = {
  to_review: '都看过了',
  to_answer: '都写好答复了',
  assigned: '没有在等别的单位的',
  to_approve: '没有等你定的',
  reported: '没有被举报的意见',
  adopted: '还没有答复为采纳的',
  all: '还没有意见',
};
export const isQueue = (value: string | undefined): value is Queue => value !== undefined && value in QUEUE_NAMES;

export const WAY_NAMES: Readonly<Record<RouteAnswer<'staff.consultations.get'>['ways'][number]['kind'], string>> = {
  letter: '来信',
  email: '电子邮件',
  phone: '电话',
  visit: '当面说',
  meeting: '座谈会',
  hearing: '听证会',
};

/** In the order of their keys 1 to 4. */
export const RESULTS: readonly { value: Result; label: string }[] = [
  { value: 'adopted', label: '采纳' },
  { value: 'partly', label: '部分采纳' },
  { value: 'not_adopted', label: '未采纳' },
  { value: 'out_of_scope', label: '不属于本次范围' },
];

export const CHECK_NAMES: Readonly<Record<StaffComment['check'], string>> = {
  pending: '自动检查还没完',
  pass: '自动检查没发现问题',
  review: '自动检查拿不准',
  risky: '自动检查认为不妥',
  unknown: '没能自动检查',
};

/** Ways by which staff hear of a comment. */
export const OFFLINE_CHANNELS: readonly Recorded['channel'][] = [
  'letter',
  'phone',
  'email',
  'visit',
  'meeting',
  'hearing',
  'bench',
  'survey',
];
export const CONSENT_NAMES: Readonly<Record<Recorded['consent'], string>> = {
  named: '同意公开，署名只留姓',
  unnamed: '同意公开，不写名字',
  unpublished: '只说给经办人听，不公开',
};

export { COMMENT_CHANNEL_LABELS as CHANNEL_NAMES } from '@bandeng/contracts/routes';

export const CHANGE_NAMES = { new: '新增', changed: '有改动', removed: '删去', same: '没有变' } as const;
