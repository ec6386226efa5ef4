import { canonicalJson } from '@bandeng/rules';
import type { Receipt } from '@bandeng/contracts/types';
import { defineHandlers } from '../../http/handlers';
import { sha256 } from '../../platform/crypto';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { createReceiptRepository } from './receipt.repository';

export interface Receipts {
  /**
   * Makes the receipt of something a person sent and keeps its hash, inside the transaction that keeps the thing.
   * @param body what was sent: its canonical JSON is hashed, its words are not kept here
   */
  issue(sent: { kind: Receipt['kind']; id: string; body: unknown; receivedAt: Date }, tx: Tx): Promise<Receipt>;
}

const VERSION = 1;

export function createReceiptsModule({ database, ids }: Platform) {
  const repository = createReceiptRepository(database);
  const api: Receipts = {
    issue: async ({ kind, id, body, receivedAt }, tx) => {
      const facts = {
        version: VERSION,
        kind,
        id,
        bodySha256: sha256(canonicalJson(body)),
        receivedAt: receivedAt.toISOString(),
        nonce: ids.nonce(),
      };
      const hash = sha256(canonicalJson(facts));
      await repository.insert({ _id: hash, kind, receivedAt }, tx);
      return { hash, ...facts };
    },
  };
  const handlers = defineHandlers({
    'receipts.get': async ({ params }) => {
      const receipt = await repository.find(params.hash);
      return {
        known: receipt !== null,
        kind: receipt?.kind ?? null,
        receivedAt: receipt?.receivedAt.toISOString() ?? null,
      };
    },
  });
  return { handlers, api } satisfies ServerModule & { api: Receipts };
}
