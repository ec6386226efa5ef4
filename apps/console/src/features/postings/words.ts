import type { StaffObjection } from '@bandeng/contracts/types';

export { POSTING_STATE_LABELS as STATE_NAMES } from '@bandeng/contracts/routes';

export const SOURCE_NAMES: Readonly<Record<StaffObjection['source'], string>> = {
  app: '小程序',
  letter: '信件',
  phone: '电话',
  window: '窗口',
};

export const OBJECTION_STATES: Readonly<Record<StaffObjection['state'], string>> = {
  received: '等核查',
  examining: '核查中',
  settled: '有结论',
};

export const RESULT_NAMES: Readonly<Record<NonNullable<StaffObjection['result']>, string>> = {
  upheld: '成立',
  partly: '部分成立',
  rejected: '不成立',
};
