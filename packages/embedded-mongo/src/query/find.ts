/** Finds documents: plan, walk, fetch, filter, sort, skip and limit. */
import { decode, pickElements, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import type { OrderKey } from '@bandeng/mongo-documents/keys';
import {
  compareSortKeys,
  createMatcher,
  fieldsOf,
  sortFields,
  sortKey,
  takeNear,
  type Near,
  type Query,
  type Test,
} from '@bandeng/mongo-documents/query';
import type { Collection } from '../storage/catalog';
import { documentsRange, recordKey } from '../storage/key-space';
import type { ReadKv } from '../storage/kv';
import type { Plan } from './plan';
import { makePlan } from './planner';
import { walkDocuments, walkPlan, type WalkStats } from './walk-index';

export interface Found {
  record: number;
  raw: Buffer;
  /** The decoded document, when finding it needed that. */
  doc?: Doc;
}

export interface Reader {
  kv: ReadKv;
  /** The last batch of writes the reader sees. */
  batch: number;
  /** Counts the keys of a range without reading them, where that is possible. */
  count?: (from: Buffer, to: Buffer) => number;
}

export interface Finding {
  /** Undefined: the collection does not exist and is empty. */
  plan: Plan | undefined;
  stats: WalkStats;
  /** The wanted order needs sorting. */
  sorts: boolean;
  results: Generator<Found>;
}

/** MongoDB's bound for a sort without an index. */
const mostSortedBytes = 100 * 1024 * 1024;

function* fetchAll(
  reader: Reader,
  collection: Collection,
  plan: Plan,
  stats: WalkStats,
  passed: number,
): Generator<Found> {
  if (plan.kind === 'scan') {
    for (const found of walkDocuments(reader.kv, collection, plan.reverse)) {
      stats.docsExamined++;
      yield found;
    }
    return;
  }
  for (const record of page(walkPlan(reader.kv, plan, stats), passed, Infinity)) {
    const raw = reader.kv.get(recordKey(collection.id, record));
    // Removed since its key was read (a cursor rests between two batches).
    if (raw === undefined) continue;
    stats.docsExamined++;
    yield { record, raw };
  }
}

/** Decodes of each document no more than the filter looks at. */
function* filtered(found: Iterable<Found>, filter: Doc, matches: Test): Generator<Found> {
  const fields = fieldsOf([filter]);
  const looked = fields && new Set(fields);
  for (const { record, raw } of found) {
    const doc = decode(looked ? pickElements(raw, looked) : raw);
    if (matches(doc)) yield looked ? { record, raw } : { record, raw, doc };
  }
}

function* sorted(found: Iterable<Found>, { sort = {}, collate }: Query, keep: number): Generator<Found> {
  const fields = sortFields(sort);
  let rows: { found: Found; keys: OrderKey[] }[] = [];
  let bytes = 0;
  const order = (): void => void rows.sort((a, b) => compareSortKeys(a.keys, b.keys, fields, collate));
  for (const { record, raw, doc } of found) {
    rows.push({ found: { record, raw }, keys: sortKey(doc ?? decode(raw), fields, collate) });
    bytes += raw.length;
    if (rows.length > 2 * keep + 1000) {
      order();
      rows = rows.slice(0, keep);
      bytes = rows.reduce((sum, row) => sum + row.found.raw.length, 0);
    }
    if (bytes > mostSortedBytes) {
      throw new MongoError(292, 'Sort exceeded memory limit of 104857600 bytes; create an index that gives the order.');
    }
  }
  order();
  for (const row of rows) yield row.found;
}

function* byDistance(found: Iterable<Found>, { indexes }: Collection, { path, distance }: Near): Generator<Found> {
  if (!indexes.some(index => index.points && index.fields[0]?.path === path))
    throw new MongoError(291, 'unable to find index for $geoNear query');
  const rows: { one: Found; away: number }[] = [];
  for (const one of found) {
    const away = distance(one.doc ?? decode(one.raw));
    if (away !== undefined) rows.push({ one, away });
  }
  for (const { one } of rows.sort((a, b) => a.away - b.away)) yield one;
}

function* page<T>(found: Iterable<T>, skip: number, limit: number): Generator<T> {
  let at = 0;
  for (const one of found) {
    if (at++ < skip) continue;
    yield one;
    if (at >= skip + limit) return;
  }
}

/** Starts a query; documents are read as `results` is iterated. A collection that does not exist is empty. */
export function findDocuments(reader: Reader, collection: Collection | undefined, request: Query): Finding {
  const { near, rest: filter } = takeNear(request.filter);
  const { sort = {}, skip = 0, limit = 0 } = request;
  const stats: WalkStats = { keysExamined: 0, docsExamined: 0 };
  const matches = createMatcher(filter, request);
  const wantsOrder = sortFields(sort).length > 0;
  if (collection === undefined) return { plan: undefined, stats, sorts: false, results: page([], 0, 0) };
  const plan = makePlan(collection, request, reader.batch);
  const sorts = wantsOrder && !(plan.kind === 'index' && plan.sorted);
  // Where the keys say all, what is passed over needs no document.
  const passed = plan.kind === 'index' && plan.exact && !sorts && !near ? skip : 0;
  let results: Generator<Found> = fetchAll(reader, collection, plan, stats, passed);
  // A cursor may rest between a key and its document; one document is read in the same moment as its key.
  const isKeyEnough = plan.kind === 'index' && plan.exact && limit === 1 && skip === 0;
  if (Object.keys(filter).length > 0 && !isKeyEnough) results = filtered(results, filter, matches);
  if (near) results = byDistance(results, collection, near);
  if (sorts) results = sorted(results, request, limit > 0 ? skip + limit : Infinity);
  if (skip > 0 || limit > 0) results = page(results, skip - passed, limit > 0 ? limit : Infinity);
  return { plan, stats, sorts, results };
}

/** How many there are. */
export function countAll(items: Iterable<unknown>): number {
  let count = 0;
  for (const item of items) if (item !== undefined) count++;
  return count;
}

/** The number of matching documents; read from the index alone where its bounds say all. */
export function countDocuments(reader: Reader, collection: Collection | undefined, request: Query): number {
  const { skip = 0, limit = 0, filter } = request;
  const { plan, stats, results } = findDocuments(reader, collection, request);
  if (collection && plan?.kind === 'index' && plan.exact)
    return countAll(page(walkPlan(reader.kv, plan, stats), skip, limit > 0 ? limit : Infinity));
  if (collection && plan?.kind === 'scan' && Object.keys(filter).length === 0 && reader.count) {
    const { from, to } = documentsRange(collection.id);
    return Math.max(0, Math.min(reader.count(from, to) - skip, limit > 0 ? limit : Infinity));
  }
  return countAll(results);
}
