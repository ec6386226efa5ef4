import type { NoticeSummary } from '@bandeng/contracts/types';

export const KIND_NAMES: Readonly<Record<NoticeSummary['kind'], string>> = {
  regulation: '文件',
  interpretation: '解读',
  posting: '公示',
  announcement: '公告',
  meeting: '会议',
  tender: '招标采购',
  land: '征地补偿',
  finance: '财政资金',
  news: '动态',
  result: '结果',
};

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
