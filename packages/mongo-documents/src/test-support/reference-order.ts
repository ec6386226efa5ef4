/** BSON's order written a second time, without encoded keys: what the tests compare the engine's order with. */
import type { Binary, Doc } from '../bson/codec';
import { asDoc, bracket, bracketOf, bytesOf, regexParts } from '../bson/types';
import { encodeNumber } from '../keys/number-key';

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

interface Parts {
  subtype: number;
  bytes: Buffer;
}

function compareBinary(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map(value => ({ subtype: (value as Binary).sub_type, bytes: bytesOf(value as Binary) })) as [
    Parts,
    Parts,
  ];
  return x.bytes.length - y.bytes.length || x.subtype - y.subtype || Buffer.compare(x.bytes, y.bytes);
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
      const [x, y] = [regexParts(a as RegExp), regexParts(b as RegExp)];
      return compareStrings(x.source, y.source) || compareStrings(x.flags, y.flags);
    }
    case bracket.code:
      return compareStrings(String((a as { code: unknown }).code), String((b as { code: unknown }).code));
    default:
      return 0;
  }
}
