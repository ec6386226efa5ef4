import type { HandedOn } from '@bandeng/contracts/types';

export const HANDED_ON_ENDS: Readonly<Record<NonNullable<HandedOn['closing']>['reason'], string>> = {
  unreachable: '联系不上本人',
  not_wanted: '本人不要了',
  answered: '当场答复了',
};
