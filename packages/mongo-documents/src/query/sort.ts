/** Sorting documents by a specification such as {a: 1, 'b.c': -1}, in BSON's order. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { compareKeys, orderKey, type Collate, type OrderKey } from '../keys/compare';
import { emptyArrayKey, encodeValue } from '../keys/encode-value';
import type { KeyField } from '../keys/index-keys';
import { someValue } from './paths';

/** What a document sorts by at a path: the least (ascending) or greatest element where there are arrays. */
function fieldKey(doc: unknown, { parts, descending }: KeyField, collate?: Collate): OrderKey {
  let best: OrderKey | undefined;
  const consider = (key: OrderKey): void => {
    const order = best === undefined ? 0 : compareKeys(key, best, collate);
    if (best === undefined || (descending ? order > 0 : order < 0)) best = key;
  };
  someValue(doc, parts, false, value => {
    if (!Array.isArray(value)) consider(orderKey(value, collate));
    else if (value.length === 0) consider(emptyArrayKey);
    else for (const element of value) consider(orderKey(element, collate));
    return false;
  });
  return best ?? nullKey;
}

const nullKey = encodeValue(null);

/** Checks a sort specification and gives its fields; the natural order needs none. */
export function sortFields(spec: Doc): KeyField[] {
  if ('$natural' in spec) return [];
  return Object.entries(spec).map(([path, direction]) => {
    if (isDoc(direction) && '$meta' in direction) throw notSupported('sorting by $meta');
    const number = Number(direction);
    if (number !== 1 && number !== -1)
      throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    const parts = path.split('.');
    if (parts.includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    return { path, parts, descending: number < 0 };
  });
}

/** What a document is sorted by. */
export function sortKey(doc: unknown, fields: KeyField[], collate?: Collate): OrderKey[] {
  return fields.map(field => fieldKey(doc, field, collate));
}

export function compareSortKeys(a: OrderKey[], b: OrderKey[], fields: KeyField[], collate?: Collate): number {
  for (const [i, { descending }] of fields.entries()) {
    const order = compareKeys(a[i] as OrderKey, b[i] as OrderKey, collate);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

/** Sorts documents or other values. */
export function sortBy<T>(items: Iterable<T>, spec: Doc, collate?: Collate): T[] {
  const fields = sortFields(spec);
  return Array.from(items, item => ({ item, key: sortKey(item, fields, collate) }))
    .sort((a, b) => compareSortKeys(a.key, b.key, fields, collate))
    .map(({ item }) => item);
}
