import type { Edition, EntryChange, EntryDuty, Finding } from '@bandeng/contracts/types';
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

export const DUTY_NAMES: Readonly<Record<EntryDuty['state'], string>> = {
  missing: '还没有',
  late: '有晚的',
  kept: '按时',
};
