import type { Edition, EntryChange, Finding, ListItem, PowerList } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';

export type EditionState = Edition['state'];
export const STATE_NAMES: Readonly<Record<EditionState, string>> = {
  draft: '草案',
  consulted: '征集过意见',
  frozen: '定稿',
};

/** How an edition is cited: its name, its number, the day it was frozen, and the hash that it can be checked by; null while it is none. */
export function citationOf({ title, number, frozenAt, hash }: Edition): string | null {
  if (frozenAt === null) return null;
  const numbered = number === null ? '' : `（${number}）`;
  return `《${title}》${numbered}，${sayDate(frozenAt, new Date(0))}定稿，SHA-256 ${hash}`;
}

export const CHANGE_NAMES: Readonly<Record<EntryChange['change'], string>> = {
  new: '新增',
  changed: '有改动',
  removed: '删去',
  same: '没有变',
};

export const FINDING_NAMES: Readonly<Record<Finding['kind'], string>> = {
  naming: '命名',
  publisher: '主体',
  same_name: '同名',
  same_basis: '重复',
  omission: '遗漏',
};

export { DUTY_STATE_LABELS as DUTY_NAMES } from '@bandeng/contracts/routes';

export const LIST_NAMES: Readonly<Record<PowerList['kind'], string>> = {
  powers: '权责清单',
  services: '公共服务清单',
  enforcement: '行政执法清单',
};
export const ITEM_STATES: Readonly<Record<ListItem['state'], string>> = {
  open: '还没定',
  flagged: '要再看',
  mapped: '对上了',
  none: '不用公开',
};

/** How much of a list is settled, in whole per cent; not 100 before everything is. */
export const sayCoverage = ({ all, mapped, none }: NonNullable<PowerList['coverage']>): string =>
  all === 0 ? '没有事项' : `覆盖 ${Math.floor(((mapped + none) * 100) / all)}%`;
