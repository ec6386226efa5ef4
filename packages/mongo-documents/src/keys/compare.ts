/** BSON's order over values of any type: the order of their encoded keys, so that sorts, filters and indexes cannot differ. */
import { encodeValue } from './encode-value';

/** Negative, zero or positive as one string sorts before, with or after the other: a collation's rule instead of the bytes. */
export type Collate = (a: string, b: string) => number;

/** What a value is compared by: its key; under a collation a text stays a text. */
export type OrderKey = Buffer | string;

export function orderKey(value: unknown, collate?: Collate): OrderKey {
  return collate && typeof value === 'string' ? value : encodeValue(value);
}

export function compareKeys(a: OrderKey, b: OrderKey, collate?: Collate): number {
  if (collate && typeof a === 'string' && typeof b === 'string') return collate(a, b);
  return Buffer.compare(typeof a === 'string' ? encodeValue(a) : a, typeof b === 'string' ? encodeValue(b) : b);
}

/** Negative, zero or positive as `a` sorts before, with or after `b`. Missing counts as null. */
export function compareValues(a: unknown, b: unknown, collate?: Collate): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return a - b;
  return compareKeys(orderKey(a, collate), orderKey(b, collate), collate);
}

/** Do two values compare as equal (1 equals Long(1) and 1.0)? */
export function equalValues(a: unknown, b: unknown, collate?: Collate): boolean {
  return compareValues(a, b, collate) === 0;
}
