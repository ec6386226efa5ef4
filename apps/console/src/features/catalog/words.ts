import type { Edition, EntryChange, PowerList } from '@bandeng/contracts/types';
import { LIST_CHANGE_LABELS } from '@bandeng/contracts/routes';
import { sayDate } from '@bandeng/rules';

export type EditionState = Edition['state'];

/** How an edition is cited: its name, its number, the day it was frozen, and the hash that it can be checked by; null while it is none. */
export function citationOf({ title, number, frozenAt, hash }: Edition): string | null {
  if (frozenAt === null) return null;
  const numbered = number === null ? '' : `（${number}）`;
  return `《${title}》${numbered}，${sayDate(frozenAt, new Date(0))}定稿，SHA-256 ${hash}`;
}

export const CHANGE_NAMES: Readonly<Record<EntryChange['change'], string>> = {
  ...LIST_CHANGE_LABELS,
  moved: '换了位置',
  same: '没有变',
};

export {
  DUTY_STATE_LABELS as DUTY_NAMES,
  EDITION_STATE_LABELS as STATE_NAMES,
  FINDING_LABELS as FINDING_NAMES,
  LIST_ITEM_STATE_LABELS as ITEM_STATES,
  LIST_KIND_LABELS as LIST_NAMES,
} from '@bandeng/contracts/routes';

/** How much of a list is settled, in whole per cent; not 100 before everything is. */
export const sayCoverage = ({ all, mapped, none }: NonNullable<PowerList['coverage']>): string =>
  all === 0 ? '没有事项' : `覆盖 ${Math.floor(((mapped + none) * 100) / all)}%`;
