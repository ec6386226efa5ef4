import { shanghaiDate } from '../../platform/clock';
import type { Leases } from '../../platform/lease';
import type { Transaction } from '../../platform/transaction';
import type { AuditRepository } from './audit.repository';
import { GENESIS, hashOf } from './chain';

const BATCH = 200;
const LEASE_SECONDS = 60;

interface SealDeps {
  audit: AuditRepository;
  leases: Leases;
  transaction: Transaction;
}

/**
 * Chains what is unsealed, in the order of making, and records the last hash of each day. One sealer at a time: the lease keeps
 * others away, the unique number refuses them should a lease be lost. Returns how many entries were sealed.
 */
export async function sealEntries({ audit, leases, transaction }: SealDeps): Promise<number> {
  let total = 0;
  while (await leases.acquire('audit.seal', LEASE_SECONDS)) {
    const sealed = await transaction(async tx => {
      const batch = await audit.listUnsealed(BATCH, tx);
      if (batch.length === 0) return 0;
      const last = await audit.findLast(tx);
      let number = last?.number ?? 0;
      let previousHash = last?.hash ?? GENESIS;
      const links = batch.map(entry => {
        number += 1;
        const link = {
          id: entry._id,
          number,
          previousHash,
          hash: hashOf(entry, number, previousHash),
          day: shanghaiDate(entry.at),
        };
        previousHash = link.hash;
        return link;
      });
      await audit.seal(
        links.map(({ day: _day, ...link }) => link),
        tx,
      );
      for (const [day, link] of new Map(links.map(link => [link.day, link]))) {
        await audit.putSeal({ _id: day, lastNumber: link.number, lastHash: link.hash }, tx);
      }
      return batch.length;
    });
    total += sealed;
    if (sealed < BATCH) return total;
  }
  return total;
}
