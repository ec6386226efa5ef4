/** Removes documents whose time in a TTL index has passed. */
import type { Engine } from '../engine';
import { findDocuments } from '../query/find';
import { HeldByTransaction } from '../session/conflicts';
import type { Collection, Index } from '../storage/catalog';
import { removeFound } from './delete';

const pieceSize = 500;

function removePiece(engine: Engine, collection: Collection, index: Index, before: Date): number {
  const expired = index.fields.map(({ path }) => ({ [path]: { $lte: before } }));
  const filter = { $and: [...expired, index.partial?.filter ?? {}] };
  const reader = { kv: engine.store.live, batch: engine.store.applied };
  let removed = 0;
  for (const found of [...findDocuments(reader, collection, { filter, limit: pieceSize }).results]) {
    try {
      removeFound(engine.writer, collection, found);
      removed++;
    } catch (error) {
      // Held by a transaction: the next sweep finds it again.
      if (!(error instanceof HeldByTransaction)) throw error;
    }
  }
  return removed;
}

/** One sweep over all TTL indexes. Resolves to the number of documents removed. */
export async function sweepExpired(engine: Engine, now = Date.now()): Promise<number> {
  let removed = 0;
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === undefined) continue;
      const before = new Date(now - index.expireAfterSeconds * 1000);
      let piece: number;
      do {
        piece = await engine.store.write(() => removePiece(engine, collection, index, before));
        removed += piece;
      } while (piece === pieceSize && !engine.closing);
    }
  }
  return removed;
}
