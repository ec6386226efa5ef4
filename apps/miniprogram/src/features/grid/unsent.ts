import type { GridRecord } from '@bandeng/contracts/types';
import type { OutboxRecord, OutboxState } from '@bandeng/rules';
import { create } from 'zustand';
import { readStored, storedKeys } from '@/lib/storage';

/** One record of the outbox as the phone has it. */
export interface OutboxEntry {
  /** 3 号楼 101 · 走访：知道了; kept with it, for the pack may be another one by the time it is looked at. */
  title: string;
  /** Gone once it was delivered: what somebody said at their door does not stay on the phone. */
  data: GridRecord | null;
  deliveredOn: string | null;
}

/**
 * Under a key of its own, with whose it is: nobody else who logs in on this phone reads or sends it. Sealed, or as it is while there is
 * nothing to seal it with.
 */
export type KeptRecord = { owner: string; state: OutboxState } & (
  { sealed: string } | { sealed?: undefined; record: OutboxRecord<OutboxEntry> }
);

export const keptRecords = (owner?: string): KeptRecord[] =>
  storedKeys('outbox:').flatMap(key => {
    const kept = readStored<KeptRecord>(key);
    return kept && (owner === undefined || kept.owner === owner) ? kept : [];
  });

/** How many records the server has not confirmed: of this account, or of anybody on this phone. */
export const countUnsent = (owner?: string): number =>
  keptRecords(owner).filter(({ state }) => state !== 'delivered').length;

/** Counts changes of what lies there, so that a count on a screen is looked up again. */
const useChanges = create<{ changes: number }>(() => ({ changes: 0 }));
export const tellChange = (): void => useChanges.setState(({ changes }) => ({ changes: changes + 1 }));

export function useUnsentCount(owner?: string): number {
  useChanges();
  return countUnsent(owner);
}
