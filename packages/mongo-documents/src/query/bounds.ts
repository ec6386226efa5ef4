/** From a condition on a field to the intervals of index keys that can satisfy it. */
import { isDoc, type Doc } from '../bson/codec';
import { bracket, bracketOf, isRegex } from '../bson/types';
import { afterPrefix, cutLongKey, emptyArrayKey, encodeValue } from '../keys/encode-value';
import type { Conjunct } from './conjuncts';
import { isOperatorDoc } from './paths';

/** Keys k of one field with start <= k < end, in ascending encoding; a point is one whole value. */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point: boolean;
}

interface FieldBounds {
  intervals: Interval[];
  /** The intervals hold exactly the values the condition accepts: no document has to be looked at. */
  exact: boolean;
}

/** What is known of the index's field: how many bytes of a key are kept whole, and whether some document has an array there. */
interface IndexedField {
  limit: number;
  multikey: boolean;
}

const nanKey = encodeValue(NaN);
const nullKey = encodeValue(null);

function pointOf(key: Buffer): Interval {
  return { start: key, end: afterPrefix(key), point: true };
}

function equality(value: unknown, { limit, multikey }: IndexedField): FieldBounds | undefined {
  if (Array.isArray(value) || isRegex(value)) return undefined;
  if (value === null || value === undefined)
    return { intervals: multikey ? [pointOf(emptyArrayKey), pointOf(nullKey)] : [pointOf(nullKey)], exact: !multikey };
  const whole = encodeValue(value);
  return { intervals: [pointOf(cutLongKey(whole, limit))], exact: whole.length <= limit };
}

function anyOf(list: unknown, field: IndexedField): FieldBounds | undefined {
  const all = Array.isArray(list) ? list.map(item => equality(item, field)) : [undefined];
  const known = all.filter(bounds => bounds !== undefined);
  if (known.length < all.length) return undefined;
  return { intervals: ordered(known.flatMap(({ intervals }) => intervals)), exact: known.every(({ exact }) => exact) };
}

/** Sorted, without repetitions; intervals that overlap become one. */
function ordered(intervals: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => Buffer.compare(a.start, b.start))) {
    const last = result.at(-1);
    if (last === undefined || Buffer.compare(interval.start, last.end) >= 0) result.push(interval);
    else if (Buffer.compare(interval.end, last.end) > 0)
      result[result.length - 1] = { ...last, end: interval.end, point: false };
  }
  return result;
}

/** $gt, $gte, $lt and $lte, within the bracket of the value's type. */
function comparison(operator: string, value: unknown, field: IndexedField): FieldBounds | undefined {
  const orEqual = operator.endsWith('e');
  const kind = bracketOf(value);
  if (Array.isArray(value) || isRegex(value) || kind === bracket.min || kind === bracket.max) return undefined;
  // Nothing is above or below null and NaN but themselves.
  if (kind === bracket.null || Number.isNaN(value))
    return orEqual ? equality(value, field) : { intervals: [], exact: true };
  const whole = encodeValue(value);
  const exact = whole.length <= field.limit;
  const edge = whole.subarray(0, field.limit);
  const low = operator.startsWith('$gt');
  // What begins like a value that is cut may be above or below it.
  const bound = (exact ? low === orEqual : low) ? edge : afterPrefix(edge);
  // NaN is the lowest key among the numbers, but not less than any of them.
  const start = kind === bracket.number ? afterPrefix(nanKey) : Buffer.from([kind]);
  const end = Buffer.from([kind + 1]);
  return { intervals: [low ? { start: bound, end, point: false } : { start, end: bound, point: false }], exact };
}

/** All conditions inside $elemMatch hold for the same element, so their intervals may be intersected. */
function elementBounds(operand: Doc, field: IndexedField): FieldBounds | undefined {
  const known = Object.entries(operand)
    .filter(([, value]) => !isDoc(value))
    .map(([operator, value]) => boundsOf({ path: '', operator, operand: value, siblings: operand }, field))
    .filter(bounds => bounds !== undefined);
  return known.length > 0 ? { ...known.reduce(intersect), exact: false } : undefined;
}

/** The intervals that can satisfy a condition, or undefined when an index on the field does not help. */
function boundsOf({ operator, operand }: Conjunct, field: IndexedField): FieldBounds | undefined {
  switch (operator) {
    case '$eq':
      return equality(operand, field);
    case '$in':
      return anyOf(operand, field);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(operator, operand, field);
    case '$exists': {
      const missing = operand === false ? equality(null, field) : undefined;
      return missing && { ...missing, exact: false };
    }
    case '$elemMatch':
      return isOperatorDoc(operand) ? elementBounds(operand, { ...field, multikey: true }) : undefined;
    default:
      return undefined;
  }
}

/** What is in both. */
function intersect(a: FieldBounds, b: FieldBounds): FieldBounds {
  const intervals = a.intervals.flatMap(x =>
    b.intervals.map(y => ({
      start: Buffer.compare(x.start, y.start) >= 0 ? x.start : y.start,
      end: Buffer.compare(x.end, y.end) <= 0 ? x.end : y.end,
      point: x.point || y.point,
    })),
  );
  const full = intervals.filter(({ start, end }) => Buffer.compare(start, end) < 0);
  return { intervals: ordered(full), exact: a.exact && b.exact };
}

/** A field's bounds: all conditions together, or only the best one where arrays make each element count by itself. */
export function fieldBounds(
  conjuncts: Conjunct[],
  path: string,
  field: IndexedField,
): { bounds?: FieldBounds; used: number } {
  const known = conjuncts
    .filter(conjunct => conjunct.path === path)
    .map(conjunct => boundsOf(conjunct, field))
    .filter(bounds => bounds !== undefined);
  if (known.length === 0) return { used: 0 };
  if (!field.multikey) return { bounds: known.reduce(intersect), used: known.length };
  return { bounds: known.reduce((best, other) => (width(other) < width(best) ? other : best)), used: 1 };
}

function width({ intervals }: FieldBounds): number {
  return intervals.reduce((sum, { point }) => sum + (point ? 1 : 1000), 0);
}
