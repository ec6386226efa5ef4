/** What the engine needs of an ordered key-value store; LMDB and the buffer of a transaction both look like this. */
export interface Entry {
  key: Buffer;
  value: Buffer;
}

export interface ReadKv {
  get(key: Buffer): Buffer | undefined;
  /** Up to `limit` entries with from <= key < to, in key order or (reverse) from the end. */
  range(from: Buffer, to: Buffer, reverse: boolean, limit: number): Entry[];
}

export interface Kv extends ReadKv {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
}

const firstChunk = 32;
const largestChunk = 1024;

/**
 * Walks a range in chunks. No LMDB cursor is held between two entries, so a scan may rest for minutes (getMore) and goes
 * on behind the last key it gave.
 */
export function* scan(kv: ReadKv, from: Buffer, to: Buffer, reverse = false): Generator<Entry> {
  let [low, high] = [from, to];
  let size = firstChunk;
  for (;;) {
    const chunk = kv.range(low, high, reverse, size);
    yield* chunk;
    const last = chunk[chunk.length - 1];
    if (last === undefined || chunk.length < size) return;
    if (reverse) high = last.key;
    else low = Buffer.concat([last.key, Buffer.from([0])]);
    size = Math.min(size * 4, largestChunk);
  }
}
