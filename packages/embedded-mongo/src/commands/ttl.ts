/** Removes documents whose time in a TTL index has passed. */
import { decode } from '../bson/codec';
import { bracket } from '../bson/types';
import type { Engine } from '../engine';
import { HeldByTransaction } from '../session/conflicts';
import { encodeValue } from '../keys/encode-value';
import type { Collection, Index } from '../storage/catalog';
import { prefixOf, recordAtEnd, recordKey } from '../storage/key-space';
import { removeRecord } from '../storage/write-record';

const pieceSize = 500;

function removePiece(engine: Engine, collection: Collection, index: Index, before: Date): number {
  const prefix = prefixOf(collection.id, index.id);
  const from = Buffer.concat([prefix, Buffer.from([bracket.date])]);
  const to = Buffer.concat([prefix, encodeValue(before)]);
  let removed = 0;
  for (const entry of engine.store.live.range(from, to, false, pieceSize)) {
    const record = recordAtEnd(index.unique ? entry.value : entry.key);
    const raw = engine.store.live.get(recordKey(collection.id, record));
    if (raw === undefined) continue;
    try {
      removeRecord(engine.writer, collection, record, decode(raw));
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
      const seconds = index.expireAfterSeconds;
      if (seconds === undefined || index.fields.length !== 1 || index.fields[0]?.descending) continue;
      const before = new Date(now - seconds * 1000);
      let piece: number;
      do {
        piece = await engine.store.write(() => removePiece(engine, collection, index, before));
        removed += piece;
      } while (piece === pieceSize && !engine.closing);
    }
  }
  return removed;
}
