import type { Ledger } from '@bandeng/contracts/types';
import type { AccountRow } from '@/ui/account';
import type { AnswerResult } from './words';

export type LedgerGroup = AnswerResult | 'withdrawn';

/** The five rows of the account; fill and icon tell them apart without colour (mock 08). */
export const ledgerRows = (ledger: Ledger): (AccountRow & { key: LedgerGroup })[] => [
  { key: 'adopted', label: '采纳', count: ledger.adopted, fill: 'solid', icon: 'check' },
  { key: 'partly', label: '部分采纳', count: ledger.partly, fill: 'hatch', icon: 'half' },
  { key: 'not_adopted', label: '未采纳，都写了理由', count: ledger.notAdopted, fill: 'dark', icon: 'close' },
  { key: 'out_of_scope', label: '不属于这一次', count: ledger.outOfScope, fill: 'frame', icon: 'arrow' },
  { key: 'withdrawn', label: '本人撤回', count: ledger.withdrawn, fill: 'dashed', icon: 'undo' },
];

/** The group that opens first: the first that has something in it. */
export const firstGroup = (ledger: Ledger): LedgerGroup =>
  ledgerRows(ledger).find(row => row.count > 0)?.key ?? 'adopted';
