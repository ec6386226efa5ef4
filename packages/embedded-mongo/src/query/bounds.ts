/** From a condition on a field to the intervals of index keys that can satisfy it. */
import { isDoc, type Doc } from '../bson/codec';
import { bracket, bracketOf, isRegex, regexParts } from '../bson/types';
import { afterPrefix, cutLongKey, emptyArrayKey, encodeValue } from '../keys/encode-value';
import type { Conjunct } from './conjuncts';
import { isOperatorDoc } from './paths';

/** Keys k of one field with start <= k < end, in ascending encoding; a point is one whole value. */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point: boolean;
}

export interface FieldBounds {
  intervals: Interval[];
  /** The intervals hold exactly the values the condition accepts: no document has to be looked at. */
  exact: boolean;
}

const nanKey = encodeValue(NaN);
const nullKey = encodeValue(null);

function pointOf(key: Buffer): Interval {
  return { start: key, end: afterPrefix(key), point: true };
}

function bracketInterval(kind: number): Interval {
  // NaN is the lowest key among the numbers, but not less than any of them.
  const start = kind === bracket.number ? afterPrefix(nanKey) : Buffer.from([kind]);
  return { start, end: Buffer.from([kind + 1]), point: false };
}

function equality(value: unknown, limit: number, multikey: boolean): FieldBounds | undefined {
  if (Array.isArray(value)) return undefined;
  if (isRegex(value)) return regexBounds(value, {});
  if (value === null || value === undefined) {
    return { intervals: multikey ? [pointOf(emptyArrayKey), pointOf(nullKey)] : [pointOf(nullKey)], exact: !multikey };
  }
  const whole = encodeValue(value);
  return { intervals: [pointOf(cutLongKey(whole, limit))], exact: whole.length <= limit };
}

function anyOf(list: unknown[], limit: number, multikey: boolean): FieldBounds | undefined {
  const intervals: Interval[] = [];
  let exact = true;
  for (const item of list) {
    const bounds = equality(item, limit, multikey);
    if (bounds === undefined) return undefined;
    intervals.push(...bounds.intervals);
    exact &&= bounds.exact;
  }
  return { intervals: ordered(intervals), exact };
}

/** Sorted, without repetitions; intervals that overlap become one. */
function ordered(intervals: Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.start, b.start));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result[result.length - 1];
    if (last && Buffer.compare(interval.start, last.end) < 0) {
      if (Buffer.compare(interval.end, last.end) > 0)
        result[result.length - 1] = { ...last, end: interval.end, point: false };
    } else {
      result.push(interval);
    }
  }
  return result;
}

function comparison(operator: string, value: unknown, limit: number, multikey: boolean): FieldBounds | undefined {
  if (Array.isArray(value) || isRegex(value)) return undefined;
  if (value === null || value === undefined) {
    return operator === '$gte' || operator === '$lte'
      ? equality(null, limit, multikey)
      : { intervals: [], exact: true };
  }
  const kind = bracketOf(value);
  if (kind === bracket.min || kind === bracket.max) return undefined;
  if (Number.isNaN(value)) return { intervals: operator.endsWith('e') ? [pointOf(nanKey)] : [], exact: true };
  const whole = encodeValue(value);
  const long = whole.length > limit;
  const edge = long ? whole.subarray(0, limit) : whole;
  const all = bracketInterval(kind);
  const exact = !long;
  switch (operator) {
    case '$gt':
      return { intervals: [{ ...all, start: long ? edge : afterPrefix(edge) }], exact };
    case '$gte':
      return { intervals: [{ ...all, start: edge }], exact };
    case '$lt':
      return { intervals: [{ ...all, end: long ? afterPrefix(edge) : edge }], exact };
    default:
      return { intervals: [{ ...all, end: afterPrefix(edge) }], exact };
  }
}

/** The literal text a regular expression begins with, when it is anchored and looks at case. */
function literalPrefix(source: string, flags: string): string {
  if (!source.startsWith('^') || /[imx]/.test(flags) || source.includes('|')) return '';
  let prefix = '';
  for (let i = 1; i < source.length; i++) {
    let char = source[i] as string;
    if (char === '\\') {
      const escaped = source[++i];
      if (escaped === undefined || /[a-zA-Z0-9]/.test(escaped)) break;
      char = escaped;
    } else if (/[.^$*+?()[\]{}|]/.test(char)) {
      break;
    }
    // What is repeated or optional is not literal.
    if (/[*?{]/.test(source[i + 1] ?? '')) break;
    prefix += char;
  }
  // Half of a surrogate pair is no text.
  return /[\ud800-\udbff]$/.test(prefix) ? prefix.slice(0, -1) : prefix;
}

function regexBounds(value: unknown, siblings: Doc): FieldBounds {
  const { source, flags } = typeof value === 'string' ? { source: value, flags: '' } : regexParts(value);
  const prefix = literalPrefix(source, flags + String(siblings.$options ?? ''));
  const patterns = bracketInterval(bracket.regex);
  if (prefix === '') return { intervals: [bracketInterval(bracket.string), patterns], exact: false };
  // The encoding of a string ends with two zero bytes; without them it is a prefix of all longer strings.
  const start = encodeValue(prefix).subarray(0, -2);
  return { intervals: [{ start, end: afterPrefix(start), point: false }, patterns], exact: false };
}

/**
 * The intervals that can satisfy a condition, or undefined when an index on the field does not help.
 * @param limit how many bytes of a key are kept whole
 * @param multikey some document has an array in this field
 */
export function boundsOf(conjunct: Conjunct, limit: number, multikey: boolean): FieldBounds | undefined {
  const { operator, operand, siblings } = conjunct;
  switch (operator) {
    case '$eq':
      return equality(operand, limit, multikey);
    case '$in':
      return Array.isArray(operand) ? anyOf(operand, limit, multikey) : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(operator, operand, limit, multikey);
    case '$regex':
      return regexBounds(operand, siblings);
    case '$exists':
      return operand === false ? { ...(equality(null, limit, multikey) as FieldBounds), exact: false } : undefined;
    case '$ne':
      return operand === null && !multikey ? notNull : undefined;
    case '$elemMatch':
      return isOperatorDoc(operand) ? elementBounds(operand, limit) : undefined;
    default:
      return undefined;
  }
}

const notNull: FieldBounds = {
  intervals: [
    { start: Buffer.from([0]), end: Buffer.from([bracket.null]), point: false },
    { start: Buffer.from([bracket.null + 1]), end: Buffer.from([0xff]), point: false },
  ],
  exact: true,
};

/** All conditions inside $elemMatch hold for the same element, so their intervals may be intersected. */
function elementBounds(operand: Doc, limit: number): FieldBounds | undefined {
  let result: FieldBounds | undefined;
  for (const [operator, value] of Object.entries(operand)) {
    if (isDoc(value)) continue;
    const bounds = boundsOf({ path: '', operator, operand: value, siblings: operand }, limit, true);
    if (bounds) result = result ? intersect(result, bounds) : bounds;
  }
  return result && { ...result, exact: false };
}

/** What is in both. */
export function intersect(a: FieldBounds, b: FieldBounds): FieldBounds {
  const intervals: Interval[] = [];
  for (const x of a.intervals) {
    for (const y of b.intervals) {
      const start = Buffer.compare(x.start, y.start) >= 0 ? x.start : y.start;
      const end = Buffer.compare(x.end, y.end) <= 0 ? x.end : y.end;
      if (Buffer.compare(start, end) < 0) intervals.push({ start, end, point: x.point || y.point });
    }
  }
  return { intervals: ordered(intervals), exact: a.exact && b.exact };
}
