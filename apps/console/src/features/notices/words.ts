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
