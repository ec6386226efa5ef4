import type { AuditRepository } from './audit.repository';
import { GENESIS, hashOf } from './chain';

export interface ChainReport {
  sealed: number;
  unsealed: number;
  /** Plain sentences, one a break; empty when the chain holds. */
  breaks: string[];
}

const BATCH = 500;
/** After so many breaks the rest says nothing new. */
const MAX_BREAKS = 20;

/** Walks the whole chain and the published seals, and names what does not fit. */
export async function verifyChain(audit: AuditRepository): Promise<ChainReport> {
  const breaks: string[] = [];
  const seals = new Map((await audit.listSeals()).map(seal => [seal.lastNumber, seal]));
  let number = 0;
  let previousHash = GENESIS;
  for (;;) {
    const batch = await audit.listSealed(number + 1, BATCH);
    for (const entry of batch) {
      const expected = number + 1;
      if (entry.number !== expected) breaks.push(`entries ${expected} to ${(entry.number ?? 0) - 1} are missing`);
      else if (entry.previousHash !== previousHash)
        breaks.push(`entry ${entry.number} (${entry._id}) does not follow the one before it`);
      number = entry.number ?? expected;
      if (hashOf(entry, number, entry.previousHash ?? '') !== entry.hash)
        breaks.push(`entry ${number} (${entry._id}) was changed after it was sealed`);
      const seal = seals.get(number);
      if (seal && seal.lastHash !== entry.hash)
        breaks.push(`the published seal of ${seal._id} is not the hash of entry ${number}`);
      seals.delete(number);
      previousHash = entry.hash ?? '';
    }
    if (batch.length < BATCH || breaks.length >= MAX_BREAKS) break;
  }
  for (const seal of seals.values())
    if (breaks.length < MAX_BREAKS)
      breaks.push(`the published seal of ${seal._id} names entry ${seal.lastNumber}, which is missing`);
  return { sealed: number, unsealed: await audit.countUnsealed(), breaks };
}
