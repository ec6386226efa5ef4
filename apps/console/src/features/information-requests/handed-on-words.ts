import type { HandedOn } from '@bandeng/contracts/types';

export const HANDED_ON_STATES: Readonly<Record<HandedOn['state'], string>> = {
  waiting: '等核实',
  registered: '登记成申请了',
  closed: '没有成为申请',
};
export const HANDED_ON_ENDS: Readonly<Record<NonNullable<HandedOn['closing']>['reason'], string>> = {
  unreachable: '联系不上本人',
  not_wanted: '本人不要了',
  answered: '当场答复了',
};
