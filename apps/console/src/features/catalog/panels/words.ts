import type { PanelNote } from '@bandeng/contracts/types';

export { PANEL_KIND_LABELS as PANEL_NAMES, PANEL_STATE_LABELS as ROUND_STATES } from '@bandeng/contracts/routes';

export const VERDICT_NAMES: Readonly<Record<NonNullable<PanelNote['answer']>['verdict'], string>> = {
  adopted: '采纳',
  partly: '部分采纳',
  not_adopted: '没有采纳',
};
