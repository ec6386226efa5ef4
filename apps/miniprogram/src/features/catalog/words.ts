import type { EntryDetail, EntrySummary } from '@bandeng/contracts/types';
import type { Level, Stage } from './api';

/** The words residents use for the columns of the national layout. */
export const levelWords: Record<Level, string> = {
  city: '市里的',
  county: '区里的',
  town: '街道的',
  village: '社区的',
};
export const stageWords: Record<Stage, string> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
};
export const modeWords: Record<EntryDetail['mode'][number], string> = {
  active: '主动公开，不用申请',
  on_request: '要申请，才公开',
};
export const channelWords: Record<EntryDetail['channels'][number]['channel'], string> = {
  website: '网站',
  gazette: '政府公报',
  new_media: '板凳和公众号',
  press_hearing: '发布会、听证会',
  broadcast: '广播电视',
  print: '报纸',
  reading_point: '查阅点',
  service_center: '政务服务中心',
  convenience_station: '便民服务站',
  doorstep: '入户',
  bulletin_board: '公示栏',
  targeted_push: '精准推送',
  other: '其他',
};

/** A group of the tree: one 一级事项 and the entries below it. */
export interface EntryGroup {
  name: string;
  entries: EntrySummary[];
}

/** Groups entries under their first ancestor, in the order they come. An entry without one is its own group. */
export function groupEntries(entries: readonly EntrySummary[]): EntryGroup[] {
  const groups = new Map<string, EntrySummary[]>();
  for (const entry of entries) {
    const name = entry.path[0] ?? entry.name;
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups].map(([name, grouped]) => ({ name, entries: grouped }));
}
