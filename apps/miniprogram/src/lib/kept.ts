import { readStored, removeStored, writeStored } from './storage';

/**
 * What was read before, for reading again without a network and for answering 304 with a body.
 * Bounded: WeChat gives 10 MB in all. The oldest read goes first.
 */
export interface Kept {
  etag?: string;
  body: unknown;
  /** Instant it came from the server, ISO 8601. */
  at: string;
}

interface IndexRow {
  key: string;
  size: number;
}

const maxEntries = 120;
const maxTotal = 2_000_000;
const maxOne = 200_000;

const name = (key: string) => `kept:${key}` as const;
const readIndex = (): IndexRow[] => readStored<IndexRow[]>('kept-index') ?? [];

export function readKept(key: string): Kept | undefined {
  return readStored<Kept>(name(key));
}

/** Keeps a body; large ones are not kept, and old ones leave until everything fits. */
export function keep(key: string, kept: Kept): void {
  const size = JSON.stringify(kept).length;
  if (size > maxOne) return;
  const rows = [...readIndex().filter(row => row.key !== key), { key, size }];
  let total = rows.reduce((sum, row) => sum + row.size, 0);
  while (rows.length > maxEntries || total > maxTotal) {
    const oldest = rows.shift();
    if (!oldest) break;
    total -= oldest.size;
    removeStored(name(oldest.key));
  }
  if (writeStored(name(key), kept)) writeStored('kept-index', rows);
}

/** Forgets everything, or what belongs to one owner: what an account read goes when it logs out. */
export function forgetKept(owner?: string): void {
  const [gone, left] = [[] as IndexRow[], [] as IndexRow[]];
  for (const row of readIndex()) (owner === undefined || row.key.startsWith(`${owner} `) ? gone : left).push(row);
  for (const row of gone) removeStored(name(row.key));
  writeStored('kept-index', left);
}
