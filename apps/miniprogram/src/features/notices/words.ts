import type { NoticeSummary } from '@bandeng/contracts/types';

export const kindWords: Record<NoticeSummary['kind'], string> = {
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

/** What a paper counts as. */
export const documentClassWords: Record<NonNullable<NoticeSummary['documentClass']>, string> = {
  rule: '规章',
  normative: '行政规范性文件',
  other: '其他文件',
};

/** Whether an address names a kind that there is. */
export const isKind = (text: string | undefined): text is NoticeSummary['kind'] =>
  text !== undefined && text in kindWords;

/** 五公开: at which step of the work it was made public. */
export const stageWords: Record<NonNullable<NoticeSummary['stage']>, string> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
};

export const relationWords = {
  interprets: '它解读的文件',
  interpretedBy: '这份文件的解读',
  answers: '它答复的事',
  answeredBy: '后来的答复',
  related: '相关的',
} as const;

/** 公示 第 3/7 天 while it runs, else the kind of paper it is. */
export function tagOf(notice: Pick<NoticeSummary, 'kind' | 'posting'>): { text: string; running: boolean } {
  const { posting } = notice;
  if (posting?.day === 0) return { text: '公示 今天开始', running: true };
  if (posting?.day != null) return { text: `公示 第 ${posting.day}/${posting.days} 天`, running: true };
  return { text: kindWords[notice.kind], running: false };
}
