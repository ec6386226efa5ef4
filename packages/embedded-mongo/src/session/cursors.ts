/** Open cursors: what a query has not given out yet. */
import { randomBytes } from 'node:crypto';
import { Long } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';

/** As MongoDB's cursorTimeoutMillis. */
const idleLimit = 10 * 60_000;
const firstBatch = 101;
/** Below the largest message, with room for the rest of the reply. */
const mostBatchBytes = 16 * 1024 * 1024;

interface OpenCursor {
  id: Long;
  namespace: string;
  session: string | undefined;
  documents: Iterator<Buffer>;
  /** Read ahead and not yet given out. */
  next: Buffer | undefined;
  lastUse: number;
}

/** The part of a reply that holds documents. */
export interface Batch {
  id: Long;
  ns: string;
  name: 'firstBatch' | 'nextBatch';
  batch: Buffer[];
}

export class Cursors {
  private readonly open = new Map<string, OpenCursor>();

  /** The first batch; the cursor stays open when something is left and `single` was not asked for. */
  start(
    namespace: string,
    documents: Iterator<Buffer>,
    batchSize = firstBatch,
    single = false,
    session?: string,
  ): Batch {
    const bytes = randomBytes(8);
    const id = new Long(bytes.readInt32LE(0), bytes.readInt32LE(4) & 0x7fffffff);
    const cursor: OpenCursor = { id, namespace, session, documents, next: undefined, lastUse: 0 };
    advance(cursor);
    this.open.set(id.toString(), cursor);
    const batch = this.take(cursor, batchSize, 'firstBatch');
    if (!single) return batch;
    this.kill(id.toString());
    return { ...batch, id: Long.ZERO };
  }

  more(id: string, namespace: string, batchSize: number | undefined): Batch {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    return this.take(cursor, batchSize || Infinity, 'nextBatch');
  }

  /** A batch; a cursor that is exhausted, or fails, is gone and has the id 0. */
  private take(cursor: OpenCursor, size: number, name: Batch['name']): Batch {
    const { id, namespace } = cursor;
    const batch: Buffer[] = [];
    let bytes = 0;
    cursor.lastUse = Date.now();
    try {
      while (cursor.next !== undefined && batch.length < size) {
        bytes += cursor.next.length;
        if (batch.length > 0 && bytes > mostBatchBytes) break;
        batch.push(cursor.next);
        advance(cursor);
      }
    } catch (error) {
      this.kill(id.toString());
      throw error;
    }
    if (cursor.next === undefined) this.kill(id.toString());
    return { id: cursor.next === undefined ? Long.ZERO : id, ns: namespace, name, batch };
  }

  kill(id: string): boolean {
    this.open.get(id)?.documents.return?.();
    return this.open.delete(id);
  }

  sweep(now: number): void {
    for (const { id, lastUse } of [...this.open.values()]) if (now - lastUse > idleLimit) this.kill(id.toString());
  }

  get size(): number {
    return this.open.size;
  }
}

/** Reads one ahead. */
function advance(cursor: OpenCursor): void {
  const { value, done } = cursor.documents.next();
  cursor.next = done ? undefined : (value as Buffer);
}
