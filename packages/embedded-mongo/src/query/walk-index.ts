/** Walks the keys a plan selects and gives the numbers of the records behind them, each once. */
import type { Collection, Index } from '../storage/catalog';
import { documentsRange, recordAtEnd } from '../storage/key-space';
import { scan, type Entry, type ReadKv } from '../storage/kv';
import type { IndexPlan, Plan } from './plan';

export interface WalkStats {
  keysExamined: number;
  docsExamined: number;
}

function recordOf(index: Index, entry: Entry): number {
  return recordAtEnd(index.unique ? entry.value : entry.key);
}

function* oneAfterAnother(kv: ReadKv, plan: IndexPlan): Generator<Entry> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const { from, to } of ranges) {
    const value = plan.wholeKeys ? kv.get(from) : undefined;
    if (value) yield { key: from, value };
    else if (!plan.wholeKeys) yield* scan(kv, from, to, plan.reverse);
  }
}

interface Head {
  entry: Entry;
  rest: Generator<Entry>;
  mergeAt: number;
}

/** Takes the next key of all ranges by what follows their fixed beginnings. */
function* merged(kv: ReadKv, plan: IndexPlan): Generator<Entry> {
  const heads: Head[] = [];
  for (const { from, to, mergeAt } of plan.ranges) {
    const rest = scan(kv, from, to, plan.reverse);
    const first = rest.next();
    if (!first.done) heads.push({ entry: first.value, rest, mergeAt });
  }
  const sign = plan.reverse ? -1 : 1;
  const before = (a: Head, b: Head): boolean =>
    sign * a.entry.key.compare(b.entry.key, b.mergeAt, b.entry.key.length, a.mergeAt, a.entry.key.length) < 0;
  while (heads.length > 0) {
    const best = heads.reduce((least, head) => (before(head, least) ? head : least));
    yield best.entry;
    const next = best.rest.next();
    if (next.done) heads.splice(heads.indexOf(best), 1);
    else best.entry = next.value;
  }
}

function* walkOne(kv: ReadKv, plan: IndexPlan, stats: WalkStats, seen: Set<number> | undefined): Generator<number> {
  const entries = plan.merge ? merged(kv, plan) : oneAfterAnother(kv, plan);
  for (const entry of entries) {
    stats.keysExamined++;
    const record = recordOf(plan.index, entry);
    if (seen?.has(record)) continue;
    seen?.add(record);
    yield record;
  }
}

/** The numbers of the records an index plan selects. */
export function* walkPlan(kv: ReadKv, plan: Exclude<Plan, { kind: 'scan' }>, stats: WalkStats): Generator<number> {
  if (plan.kind === 'index') {
    const spread = plan.index.multikey.some(Boolean);
    yield* walkOne(kv, plan, stats, spread ? new Set() : undefined);
    return;
  }
  const seen = new Set<number>();
  for (const branch of plan.branches) yield* walkOne(kv, branch, stats, seen);
}

/** All documents of a collection in the order they were inserted. */
export function* walkDocuments(
  kv: ReadKv,
  collection: Collection,
  reverse: boolean,
): Generator<{ record: number; raw: Buffer }> {
  const { from, to } = documentsRange(collection.id);
  for (const { key, value } of scan(kv, from, to, reverse)) yield { record: recordAtEnd(key), raw: value };
}
