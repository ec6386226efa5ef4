/** Sorting documents by a specification such as {a: 1, 'b.c': -1}, in BSON's order. */
import { compareValues } from '../bson/compare';
import type { Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { emptyArrayKey } from '../keys/encode-value';
import type { Collate } from './collation';
import { someValue } from './paths';

/** Sorts the value of an empty array below null. */
const emptyArray = Symbol('empty array');

/** The value a document sorts by at a path: the least (ascending) or greatest element where there are arrays. */
function sortValue(doc: unknown, parts: string[], descending: boolean, collate?: Collate): unknown {
  let best: unknown;
  let any = false;
  let empty = false;
  someValue(doc, parts, false, value => {
    const candidates = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && value.length === 0) empty = true;
    for (const candidate of candidates) {
      const order = any ? compareValues(candidate, best, collate) : -1;
      if (!any || (descending ? order > 0 : order < 0)) best = candidate;
      any = true;
    }
    return false;
  });
  if (!any) return empty ? emptyArray : null;
  return best;
}

function compareSortValues(a: unknown, b: unknown, collate?: Collate): number {
  if (a === emptyArray || b === emptyArray)
    return a === b ? 0 : a === emptyArray ? emptyArrayOrder(b) : -emptyArrayOrder(a);
  return compareValues(a, b, collate);
}

function emptyArrayOrder(other: unknown): number {
  return other !== null && typeof other === 'object' && '_bsontype' in other && other._bsontype === 'MinKey'
    ? 1
    : -(emptyArrayKey[0] as number);
}

export interface SortField {
  path: string;
  parts: string[];
  descending: boolean;
}

/** Checks a sort specification and gives its fields. */
export function sortFields(spec: Doc): SortField[] {
  return Object.entries(spec).map(([path, direction]) => {
    if (typeof direction === 'object' && direction !== null && '$meta' in direction)
      throw new MongoError(238, 'sorting by $meta is not supported by the embedded engine');
    const number = Number(direction);
    if (number !== 1 && number !== -1)
      throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '' || path.split('.').includes(''))
      throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    return { path, parts: path.split('.'), descending: number < 0 };
  });
}

/** The values a document is sorted by. */
export function sortKey(doc: unknown, fields: SortField[], collate?: Collate): unknown[] {
  return fields.map(({ parts, descending }) => sortValue(doc, parts, descending, collate));
}

export function compareSortKeys(a: unknown[], b: unknown[], fields: SortField[], collate?: Collate): number {
  for (let i = 0; i < fields.length; i++) {
    const order = compareSortValues(a[i], b[i], collate);
    if (order !== 0) return fields[i]?.descending ? -order : order;
  }
  return 0;
}

/** A comparison of documents for Array.sort. */
export function compareBy(spec: Doc, collate?: Collate): (a: unknown, b: unknown) => number {
  const fields = sortFields(spec);
  return (a, b) => compareSortKeys(sortKey(a, fields, collate), sortKey(b, fields, collate), fields, collate);
}
