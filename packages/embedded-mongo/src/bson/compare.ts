/** BSON's order over values of any type: the order of sorts, of comparisons, and of the index keys. */
import { Binary, bsonType, isDoc, type Doc } from './codec';
import { encodeNumber } from '../keys/number-key';

/** BSON's types in their order, as the first byte of a key part. An empty array at the end of a path has one of its own. */
export const bracket = {
  min: 0x0a,
  emptyArray: 0x0f,
  null: 0x14,
  number: 0x1e,
  string: 0x28,
  object: 0x32,
  array: 0x3c,
  binary: 0x46,
  objectId: 0x50,
  bool: 0x5a,
  date: 0x64,
  timestamp: 0x6e,
  regex: 0x78,
  code: 0x82,
  max: 0xf0,
} as const;

const bracketOfClass: Record<string, number> = {
  MinKey: bracket.min,
  Long: bracket.number,
  Double: bracket.number,
  Int32: bracket.number,
  Decimal128: bracket.number,
  BSONSymbol: bracket.string,
  Binary: bracket.binary,
  ObjectId: bracket.objectId,
  Timestamp: bracket.timestamp,
  BSONRegExp: bracket.regex,
  Code: bracket.code,
  MaxKey: bracket.max,
};

/** The bracket of a value's type; missing counts as null. */
export function bracketOf(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint') return bracket.number;
  if (typeof value === 'string') return bracket.string;
  if (typeof value === 'boolean') return bracket.bool;
  if (value === null || value === undefined) return bracket.null;
  if (Array.isArray(value)) return bracket.array;
  if (value instanceof Date) return bracket.date;
  if (value instanceof RegExp) return bracket.regex;
  const kind = bsonType(value);
  if (kind === undefined) return ArrayBuffer.isView(value) ? bracket.binary : bracket.object;
  return bracketOfClass[kind] ?? bracket.object;
}

/** Strings in the order of their UTF-8 bytes: surrogates sort above U+E000..U+FFFF, unlike in UTF-16. */
function compareStrings(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return utf8Rank(x) - utf8Rank(y);
  }
  return a.length - b.length;
}

function utf8Rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

function compareNumbers(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(encodeNumber(a), encodeNumber(b));
}

function compareDocs(a: Doc, b: Doc, collate: typeof compareStrings): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    const order = bracketOf(a[x]) - bracketOf(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y], collate);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: unknown[], b: unknown[], collate: typeof compareStrings): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i], collate);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Length, then subtype, then bytes. */
export function binaryParts(value: unknown): { subtype: number; bytes: Uint8Array } {
  if (value instanceof Binary) return { subtype: value.sub_type, bytes: value.buffer.subarray(0, value.position) };
  return { subtype: 0, bytes: value as Uint8Array };
}

function compareBinary(a: unknown, b: unknown): number {
  const x = binaryParts(a);
  const y = binaryParts(b);
  return x.bytes.length - y.bytes.length || x.subtype - y.subtype || Buffer.compare(x.bytes, y.bytes);
}

/** The pattern and flags of a regular expression in either of its classes. */
export function regexParts(value: unknown): { source: string; flags: string } {
  if (value instanceof RegExp) {
    const flags = [...value.flags].map(flag => (flag === 'g' ? 's' : flag)).sort();
    return { source: value.source, flags: flags.join('') };
  }
  const { pattern, options } = value as { pattern: string; options: string };
  return { source: pattern, flags: options };
}

/** Negative, zero or positive as `a` sorts before, with or after `b`. Missing counts as null. `collate` compares texts. */
export function compareValues(a: unknown, b: unknown, collate = compareStrings): number {
  if (a === b) return 0;
  const kind = bracketOf(a);
  const difference = kind - bracketOf(b);
  if (difference !== 0) return difference;
  switch (kind) {
    case bracket.number:
      return compareNumbers(a, b);
    case bracket.string:
      return collate(String(a), String(b));
    case bracket.object:
      return compareDocs(asDoc(a), asDoc(b), collate);
    case bracket.array:
      return compareArrays(a as unknown[], b as unknown[], collate);
    case bracket.binary:
      return compareBinary(a, b);
    case bracket.objectId:
      return Buffer.compare((a as { id: Uint8Array }).id, (b as { id: Uint8Array }).id);
    case bracket.bool:
      return Number(a) - Number(b);
    case bracket.date: {
      const [x, y] = [(a as Date).getTime(), (b as Date).getTime()];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case bracket.timestamp:
      return (a as { compare(other: unknown): number }).compare(b);
    case bracket.regex: {
      const [x, y] = [regexParts(a), regexParts(b)];
      return compareStrings(x.source, y.source) || compareStrings(x.flags, y.flags);
    }
    case bracket.code:
      return compareStrings(String((a as { code: unknown }).code), String((b as { code: unknown }).code));
    default:
      return 0;
  }
}

/** A document view of values that BSON stores as documents (DBRef among them). */
export function asDoc(value: unknown): Doc {
  if (isDoc(value)) return value;
  const { toJSON } = value as { toJSON?: () => Doc };
  return typeof toJSON === 'function' ? toJSON.call(value) : {};
}

/** Do two values compare as equal (1 equals Long(1) and 1.0)? */
export function equalValues(a: unknown, b: unknown, collate = compareStrings): boolean {
  return compareValues(a, b, collate) === 0;
}
