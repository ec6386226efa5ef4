import type { NoticeSummary } from '@bandeng/contracts/types';

export { DOCUMENT_CLASS_LABELS as CLASS_NAMES, NOTICE_KIND_LABELS as KIND_NAMES } from '@bandeng/contracts/routes';

/** 五公开: at which step of the work it is made public. */
export const STAGE_NAMES: Readonly<Record<NonNullable<NoticeSummary['stage']>, string>> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
};

/** What this notice is to the other one. */
export const RELATION_NAMES = {
  interprets: '本篇解读它',
  interpretedBy: '它解读本篇',
  answers: '本篇答复它',
  answeredBy: '它答复本篇',
  related: '放在一起看',
} as const;
