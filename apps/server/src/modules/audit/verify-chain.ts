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
      if (entry.number !== expected) breaks.push(`缺第 ${expected} 到 ${(entry.number ?? 0) - 1} 条`);
      else if (entry.previousHash !== previousHash) breaks.push(`第 ${entry.number} 条（${entry._id}）接不上前一条`);
      number = entry.number ?? expected;
      if (hashOf(entry, number, entry.previousHash ?? '') !== entry.hash)
        breaks.push(`第 ${number} 条（${entry._id}）封存以后被改过`);
      const seal = seals.get(number);
      if (seal && seal.lastHash !== entry.hash) breaks.push(`${seal._id} 公布的封印不是第 ${number} 条的哈希`);
      seals.delete(number);
      previousHash = entry.hash ?? '';
    }
    if (batch.length < BATCH || breaks.length >= MAX_BREAKS) break;
  }
  for (const seal of seals.values())
    if (breaks.length < MAX_BREAKS) breaks.push(`${seal._id} 公布的封印指向第 ${seal.lastNumber} 条，那一条不在了`);
  return { sealed: number, unsealed: await audit.countUnsealed(), breaks };
}
