import type { GridRecord } from '@bandeng/contracts/types';
import type { OutboxRecord } from '@bandeng/rules';
import { readStored, storedKeys } from '@/lib/storage';

/** One record of the outbox as the phone has it. */
export interface OutboxEntry {
  /** 3 号楼 101 · 走访：知道了; kept with it, for the pack may be another one by the time it is looked at. */
  title: string;
  /** Gone once it was delivered: what somebody said at their door does not stay on the phone. */
  data: GridRecord | null;
  deliveredOn: string | null;
}

/** Under a key of its own, with whose it is: nobody else who logs in on this phone reads or sends it. */
export interface KeptRecord {
  owner: string;
  record: OutboxRecord<OutboxEntry>;
}

export const keptRecords = (owner: string): OutboxRecord<OutboxEntry>[] =>
  storedKeys('outbox:').flatMap(key => {
    const kept = readStored<KeptRecord>(key);
    return kept?.owner === owner ? kept.record : [];
  });

/** How many records of this account the server has not confirmed. */
export const countUnsent = (owner: string): number =>
  keptRecords(owner).filter(({ state }) => state !== 'delivered').length;
