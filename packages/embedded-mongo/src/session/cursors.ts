/** Open cursors: what a query has not given out yet. */
import { randomBytes } from 'node:crypto';
import { Long } from '../bson/codec';
import { MongoError } from '../errors';

/** As MongoDB's cursorTimeoutMillis. */
const idleLimit = 10 * 60_000;
const firstBatch = 101;
/** Below the largest message, with room for the rest of the reply. */
const mostBatchBytes = 16 * 1024 * 1024;

export interface OpenCursor {
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

/** Takes a batch; a cursor that is exhausted has the id 0. */
function takeBatch(cursor: OpenCursor, size: number): Buffer[] {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (cursor.next !== undefined && documents.length < size) {
    if (documents.length > 0 && bytes + cursor.next.length > mostBatchBytes) break;
    documents.push(cursor.next);
    bytes += cursor.next.length;
    const { value, done } = cursor.documents.next();
    cursor.next = done ? undefined : value;
  }
  return documents;
}

export class Cursors {
  private readonly open = new Map<string, OpenCursor>();

  /** The first batch; the cursor stays open when something is left and `single` was not asked for. */
  start(
    namespace: string,
    documents: Iterator<Buffer>,
    batchSize: number | undefined,
    single: boolean,
    session?: string,
  ): Batch {
    const { value, done } = documents.next();
    const cursor: OpenCursor = {
      id: Long.ZERO,
      namespace,
      session,
      documents,
      next: done ? undefined : value,
      lastUse: Date.now(),
    };
    const batch = takeBatch(cursor, batchSize ?? firstBatch);
    if (cursor.next === undefined || single) {
      documents.return?.();
      return { id: Long.ZERO, ns: namespace, name: 'firstBatch', batch };
    }
    const bytes = randomBytes(8);
    const id = new Long(bytes.readInt32LE(0), bytes.readInt32LE(4) & 0x7fffffff);
    cursor.id = id;
    this.open.set(id.toString(), cursor);
    return { id, ns: namespace, name: 'firstBatch', batch };
  }

  more(id: string, namespace: string, batchSize: number | undefined): Batch {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    cursor.lastUse = Date.now();
    let documents: Buffer[];
    try {
      documents = takeBatch(cursor, batchSize || Infinity);
    } catch (error) {
      this.kill(id);
      throw error;
    }
    if (cursor.next === undefined) this.open.delete(id);
    return { id: this.open.has(id) ? cursor.id : Long.ZERO, ns: namespace, name: 'nextBatch', batch: documents };
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
