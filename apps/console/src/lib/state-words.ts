import {
  DOCUMENT_CLASS_LABELS,
  DRAFT_STATE_LABELS,
  ENQUIRY_STATUS_LABELS,
  HANDED_ON_STATE_LABELS,
  OPINION_STATUS_LABELS,
  PANEL_STATE_LABELS,
} from '@bandeng/contracts/routes';
import { REQUEST_STATES } from './request-states';

/** States by the collection they belong to; those of one name mean the same everywhere. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  ...REQUEST_STATES,
  draft: '草稿',
  scheduled: '定好了开始的日子',
  open: '征集中',
  closed: '截止了',
  answered: '公布了结果',
  published: '公开',
  taken_down: '撤下',
  received: '收到',
  examining: '核查中',
  settled: '有结论',
  active: '在用',
};
/** A member is closed for good, a consultation for comments only. */
const OF_STAFF: Readonly<Record<string, string>> = { closed: '停用' };
const OWN_STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  notices: { ...DOCUMENT_CLASS_LABELS, none: '没有分类' },
  noticeDrafts: DRAFT_STATE_LABELS,
  catalogRounds: PANEL_STATE_LABELS,
  enquiries: ENQUIRY_STATUS_LABELS,
  handedOnRequests: HANDED_ON_STATE_LABELS,
  opinions: OPINION_STATUS_LABELS,
  consultations: { closed: '截止了' },
  surveys: { open: '收答卷', closed: '截止了' },
  meetings: { draft: '筹备中', announced: '已公布', held: '开过了', recorded: '有记录', cancelled: '取消了' },
  annualReports: { draft: '在写', handed_in: '交了' },
};

export const sayState = (collection: string, state: string): string =>
  OWN_STATES[collection]?.[state] ?? OF_STAFF[state] ?? STATE_NAMES[state] ?? state;
