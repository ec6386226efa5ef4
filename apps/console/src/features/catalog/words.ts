import type { Edition, EntryChange } from '@bandeng/contracts/types';
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
