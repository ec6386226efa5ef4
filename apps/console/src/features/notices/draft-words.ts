import type { DraftSummary } from '@bandeng/contracts/types';

export const DRAFT_STATE_NAMES: Readonly<Record<DraftSummary['state'], string>> = {
  writing: '在写',
  in_review: '在审',
  sent_back: '退回了',
  approved: '审完了，等发布',
  scheduled: '到时间就发布',
  published: '发布了',
  discarded: '废弃了',
};
