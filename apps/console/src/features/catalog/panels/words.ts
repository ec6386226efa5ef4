import type { PanelNote, PanelRound } from '@bandeng/contracts/types';

export const PANEL_NAMES: Readonly<Record<PanelRound['kind'], string>> = {
  expert: '专家评审',
  representative: '代表评审',
};
export const VERDICT_NAMES: Readonly<Record<NonNullable<PanelNote['answer']>['verdict'], string>> = {
  adopted: '采纳',
  partly: '部分采纳',
  not_adopted: '没有采纳',
};
