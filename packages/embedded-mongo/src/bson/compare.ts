/** BSON's order over values of any type: the order of sorts, of comparisons, and of the index keys. */
import { Binary, bsonType, isDoc, type Doc } from './codec';
import { encodeNumber } from '../keys/number-key';

/** The rank of a value's type in BSON's order; missing sorts as null. */
export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 10;
    case 'string':
      return 15;
    case 'boolean':
      return 40;
    case 'undefined':
      return 5;
  }
  if (value === null) return 5;
  if (Array.isArray(value)) return 25;
  if (value instanceof Date) return 45;
  if (value instanceof RegExp) return 50;
  switch (bsonType(value)) {
    case undefined:
      return ArrayBuffer.isView(value) ? 30 : 20;
    case 'MinKey':
      return -1;
    case 'Long':
    case 'Double':
    case 'Int32':
    case 'Decimal128':
      return 10;
    case 'BSONSymbol':
      return 15;
    case 'Binary':
      return 30;
    case 'ObjectId':
      return 35;
    case 'Timestamp':
      return 47;
    case 'BSONRegExp':
      return 50;
    case 'Code':
      return 60;
    case 'MaxKey':
      return 127;
    default:
      return 20;
  }
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
    const order = typeRank(a[x]) - typeRank(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y], collate);
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
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case 10:
      return compareNumbers(a, b);
    case 15:
      return collate(String(a), String(b));
    case 20:
      return compareDocs(asDoc(a), asDoc(b), collate);
    case 25:
      return compareArrays(a as unknown[], b as unknown[], collate);
    case 30:
      return compareBinary(a, b);
    case 35:
      return Buffer.compare((a as { id: Uint8Array }).id, (b as { id: Uint8Array }).id);
    case 40:
      return Number(a) - Number(b);
    case 45: {
      const [x, y] = [(a as Date).getTime(), (b as Date).getTime()];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case 47:
      return (a as { compare(other: unknown): number }).compare(b);
    case 50: {
      const [x, y] = [regexParts(a), regexParts(b)];
      return compareStrings(x.source, y.source) || compareStrings(x.flags, y.flags);
    }
    case 60:
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
