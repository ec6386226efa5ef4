import type { Draft } from '@bandeng/contracts/types';

export { DRAFT_STATE_LABELS as DRAFT_STATE_NAMES } from '@bandeng/contracts/routes';

type Act = Draft['timeline'][number]['act'];
export const ACT_NAMES: Readonly<Record<Act, string>> = {
  created: '起草',
  saved: '改了',
  submitted: '送审',
  signed: '审核通过，签名',
  sent_back: '退回',
  recalled: '取回来改',
  secrecy_asked: '请保密审查看',
  personal_data_passed: '保密审查放行',
  personal_data_refused: '保密审查没有放行',
  interpretation_waived: '同意不带解读',
  scheduled: '定时发布',
  unscheduled: '取消定时',
  published: '发布',
  publish_failed: '到点没发成',
  filed: '归档留存',
  discarded: '废弃',
};
