import type { HandedOn } from '../schemas/types';

/** Of what a grid worker handed on. */
export const HANDED_ON_STATE_LABELS: Readonly<Record<HandedOn['state'], string>> = {
  waiting: '等核实',
  registered: '登记成申请了',
  closed: '没有成为申请',
};
