/** Chooses an index by the shape of a query: equality, then sort, then range; the same shape always gets the same plan. */
import { isDoc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { afterPrefix, invert, keyLimit, type KeyField } from '@bandeng/mongo-documents/keys';
import {
  conjunctsOf,
  fieldBounds,
  implies,
  sortFields,
  type Conjunct,
  type Conjuncts,
  type Interval,
  type Query,
} from '@bandeng/mongo-documents/query';
import { indexesLike, type Collection, type Index } from '../storage/catalog';
import { prefixOf, rangeOf } from '../storage/key-space';
import type { IndexPlan, Plan } from './plan';

/** Points of one field are as many as the query has; those of several fields multiply, and beyond this the later field stays to the filter. */
const mostRanges = 500;
const mostMergedRanges = 64;

interface Candidate {
  /** Higher is better, the first number first; it depends on the shape of the query alone. */
  score: number[];
  hasBounds: boolean;
  sorted: boolean;
  plan: () => IndexPlan;
}

/** Decides how to answer a query. `batch` is the snapshot the reader sees: younger indexes are not complete for it. */
export function makePlan(collection: Collection, request: Query, batch: number): Plan {
  const collated = request.collate !== undefined;
  const conjuncts = conjunctsOf(request.filter, collated);
  const sort = sortFields(request.sort ?? {});
  const usable = collection.indexes.filter(index => index.since <= batch && !index.hidden && !index.points);
  const natural = request.sort?.$natural ?? (isDoc(request.hint) ? request.hint.$natural : 1);
  const hinted = '$natural' in (request.sort ?? {}) ? 'natural' : hintedIndex(usable, request.hint);
  if (hinted === 'natural') return { kind: 'scan', reverse: Number(natural) < 0 };
  const among = hinted ? [hinted] : usable.filter(index => covers(index, conjuncts.fields));
  const candidates = among.map(index => candidate(collection, index, conjuncts, sort, collated));
  const best = choose(candidates, hinted !== undefined, sort.length > 0);
  if (best) return best;
  return unionPlan(collection, conjuncts, request, batch) ?? { kind: 'scan', reverse: false };
}

/** The index that a query asks for, or 'natural' for none. */
function hintedIndex(indexes: Index[], hint: unknown): Index | 'natural' | undefined {
  if (hint === undefined || hint === '' || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined;
  if (typeof hint !== 'string' && !isDoc(hint)) throw new MongoError(9, 'Hint must be a string or an object');
  if (hint === '$natural' || (isDoc(hint) && '$natural' in hint)) return 'natural';
  const [found] = indexesLike(indexes, hint);
  if (found) return found;
  throw new MongoError(
    2,
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
  );
}

/** May the index answer? A partial or sparse one only when every document that the conditions select is in it. */
function covers(index: Index, conjuncts: Conjunct[]): boolean {
  if (index.partial) {
    const wanted = conjunctsOf(index.partial.filter);
    if (wanted.residual || wanted.alternatives.length > 0) return false;
    return wanted.fields.every(field => conjuncts.some(given => implies(given, field)));
  }
  if (!index.sparse) return true;
  const present = index.fields.map(({ path }) => ({ path, operator: '$exists', operand: true, siblings: {} }));
  return present.some(field => conjuncts.some(given => !isDoc(given.operand) && implies(given, field)));
}

/** Higher scores first; an index without bounds is only worth it when it gives the order (or was asked for). */
function choose(candidates: Candidate[], hinted: boolean, sorting: boolean): IndexPlan | undefined {
  const useful = candidates.filter(({ hasBounds, sorted }) => hinted || hasBounds || (sorting && sorted));
  useful.sort((a, b) => b.score.map((part, i) => part - (a.score[i] as number)).find(Boolean) ?? 0);
  return useful[0]?.plan();
}

interface FixedPart {
  bytes: Buffer;
  /** Where the value of each following field begins: ends[n] is behind n fixed fields. */
  ends: number[];
}

interface Walk {
  prefixes: FixedPart[];
  /** How many leading fields are fixed to points. */
  points: { single: boolean }[];
  range?: Interval[];
  exact: boolean;
  used: number;
  boundFields: string[];
}

function walkFields(collection: Collection, index: Index, conjuncts: Conjuncts): Walk {
  const limit = keyLimit(index.fields.length);
  const bytes = prefixOf(collection.id, index.id);
  const walk: Walk = { prefixes: [{ bytes, ends: [bytes.length] }], points: [], exact: true, used: 0, boundFields: [] };
  const arrays = new Set<string>();
  for (const [i, field] of index.fields.entries()) {
    const multikey = index.multikey[i] === true;
    const root = field.parts[0] as string;
    // Two bounds below one array could be met by two different elements; the keys pair values of one element.
    if (multikey && arrays.has(root)) return { ...walk, exact: false };
    const { bounds, used } = fieldBounds(conjuncts.fields, field.path, { limit, multikey });
    if (bounds === undefined) return walk;
    const product = walk.prefixes.length * bounds.intervals.length;
    if (walk.prefixes.length > 1 && product > mostRanges) return { ...walk, exact: false };
    if (multikey) arrays.add(root);
    walk.used += used;
    // One value is met by some element, and that is what the keys say; a range may be met by two of them.
    const isFixed = bounds.intervals.every(({ point }) => point);
    walk.exact &&= bounds.exact && (!multikey || isFixed);
    walk.boundFields.push(field.path);
    if (!isFixed) {
      walk.range = bounds.intervals;
      return walk;
    }
    const parts = bounds.intervals.map(({ start }) => (field.descending ? invert(start) : start));
    if (field.descending) parts.reverse();
    walk.prefixes = walk.prefixes.flatMap(prefix => parts.map(part => extend(prefix, part)));
    walk.points.push({ single: bounds.intervals.length === 1 });
  }
  return walk;
}

function extend({ bytes, ends }: FixedPart, part: Buffer): FixedPart {
  return { bytes: Buffer.concat([bytes, part]), ends: [...ends, bytes.length + part.length] };
}

function rangesOf(walk: Walk, index: Index, mergedFields: number): IndexPlan['ranges'] {
  const { range } = walk;
  const descending = index.fields[walk.points.length]?.descending === true;
  const edges = range?.map(({ start, end }) =>
    descending ? { from: afterPrefix(invert(end)), to: afterPrefix(invert(start)) } : { from: start, to: end },
  );
  if (descending) edges?.reverse();
  return walk.prefixes.flatMap(({ bytes, ends }) => {
    const mergeAt = ends[mergedFields] ?? bytes.length;
    if (edges === undefined) return [{ ...rangeOf(bytes), mergeAt }];
    return edges.map(({ from, to }) => ({
      from: Buffer.concat([bytes, from]),
      to: Buffer.concat([bytes, to]),
      mergeAt,
    }));
  });
}

interface Order {
  sorted: boolean;
  reverse: boolean;
  /** Fields whose fixed values are left out when ranges are merged; 0: no merging needed. */
  mergedFields: number;
}

const unordered: Order = { sorted: false, reverse: false, mergedFields: 0 };

/** Do the keys of the walk come in the wanted order, forwards or backwards? */
function orderOf(index: Index, walk: Walk, sort: KeyField[]): Order {
  if (sort.length === 0) return { ...unordered, sorted: true };
  if (index.cut) return unordered;
  let direction: boolean | undefined;
  let mergedFields = 0;
  let at = 0;
  const wanted = sort.filter(({ path }) => !isConstant(index, walk, path));
  for (const { path, descending } of wanted) {
    for (;;) {
      const field = index.fields[at];
      if (field === undefined) return unordered;
      if (field.path === path) {
        if (index.multikey[at]) return unordered;
        const reverse = field.descending !== descending;
        if (direction !== undefined && direction !== reverse) return unordered;
        direction = reverse;
        break;
      }
      const point = walk.points[at];
      if (point === undefined) return unordered;
      if (!point.single) {
        if (direction !== undefined) return unordered;
        mergedFields = at + 1;
      }
      at++;
    }
    at++;
  }
  return { sorted: true, reverse: direction === true, mergedFields };
}

/** A field fixed to one value does not matter for the order (unless arrays make other values count). */
function isConstant(index: Index, walk: Walk, path: string): boolean {
  const at = index.fields.findIndex(field => field.path === path);
  return at >= 0 && walk.points[at]?.single === true && !index.multikey[at];
}

function candidate(
  collection: Collection,
  index: Index,
  conjuncts: Conjuncts,
  sort: KeyField[],
  collated: boolean,
): Candidate {
  const walk = walkFields(collection, index, conjuncts);
  const order = collated && sort.length > 0 ? unordered : orderOf(index, walk, sort);
  const ranges = walk.prefixes.length * (walk.range?.length ?? 1);
  const merge = order.sorted && order.mergedFields > 0 && ranges > 1;
  const sorted = order.sorted && (!merge || ranges <= mostMergedRanges);
  const exact =
    walk.exact && !conjuncts.residual && conjuncts.alternatives.length === 0 && walk.used === conjuncts.fields.length;
  const wholeKeys = index.unique && walk.points.length === index.fields.length;
  const plan = (): IndexPlan => ({
    kind: 'index',
    index,
    ranges: rangesOf(walk, index, order.mergedFields),
    reverse: order.reverse,
    sorted,
    merge: merge && sorted,
    exact,
    boundFields: walk.boundFields,
    wholeKeys,
  });
  const score = [wholeKeys ? 1 : 0, walk.points.length, sorted ? 1 : 0, walk.range ? 1 : 0, -index.fields.length];
  return { plan, score, sorted, hasBounds: walk.boundFields.length > 0 };
}

/** $or as a union of indexes, when each of its branches has one. */
function unionPlan(collection: Collection, conjuncts: Conjuncts, request: Query, batch: number): Plan | undefined {
  const others = conjuncts.fields.map(({ path, operator, operand, siblings }) => ({
    [path]: '$options' in siblings ? siblings : { [operator]: operand },
  }));
  for (const alternatives of conjuncts.alternatives) {
    const branches = alternatives.map(filter =>
      makePlan(collection, { filter: { $and: [filter, ...others] }, collate: request.collate }, batch),
    );
    if (branches.every(plan => plan.kind === 'index')) return { kind: 'union', branches };
  }
  return undefined;
}
