/** Reading and joining raw BSON without decoding it. */
import { encode, type Doc } from './codec';
import { MongoError } from '../errors';

/** One element of a raw document; `start` is its type byte, `value` where its value begins, `end` one past it. */
export interface RawElement {
  type: number;
  name: string;
  start: number;
  value: number;
  end: number;
}

const fixedSizes: Record<number, number> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

function endOfCString(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0, at);
  if (end < 0) throw new MongoError(22, 'invalid BSON: unterminated name');
  return end + 1;
}

function endOfValue(bytes: Buffer, type: number, at: number): number {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return at + fixed;
  switch (type) {
    case 2:
    case 13:
    case 14:
      return at + 4 + bytes.readInt32LE(at);
    case 3:
    case 4:
    case 15:
      return at + bytes.readInt32LE(at);
    case 5:
      return at + 5 + bytes.readInt32LE(at);
    case 11:
      return endOfCString(bytes, endOfCString(bytes, at));
    case 12:
      return at + 4 + bytes.readInt32LE(at) + 12;
    default:
      throw new MongoError(22, `invalid BSON: unknown type ${type}`);
  }
}

/** The elements of a raw document, in order. */
export function* rawElements(bytes: Buffer): Generator<RawElement> {
  let at = 4;
  while (at < bytes.length - 1) {
    const start = at;
    const type = bytes[at] ?? 0;
    const nameEnd = endOfCString(bytes, at + 1);
    const end = endOfValue(bytes, type, nameEnd);
    if (end > bytes.length - 1 || end < nameEnd)
      throw new MongoError(22, 'invalid BSON: element runs over its document');
    yield { type, name: bytes.toString('utf8', start + 1, nameEnd - 1), start, value: nameEnd, end };
    at = end;
  }
}

/** A document put together from raw elements. */
export function joinElements(parts: Uint8Array[]): Buffer {
  const size = sizeOf(parts) + 5;
  const out = Buffer.allocUnsafe(size);
  out.writeInt32LE(size, 0);
  let at = 4;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  out[at] = 0;
  return out;
}

/** A document of those elements that have one of these names, in their order; nothing is decoded. */
export function pickElements(bytes: Buffer, names: ReadonlySet<string>): Buffer {
  const parts: Buffer[] = [];
  for (const { name, start, end } of rawElements(bytes)) if (names.has(name)) parts.push(bytes.subarray(start, end));
  return joinElements(parts);
}

/** The raw elements of a document encoded from values. */
export function elementsOf(doc: Doc): Buffer {
  const bytes = encode(doc);
  return bytes.subarray(4, bytes.length - 1);
}

/** The raw documents of an array member, or undefined when there is no such member. */
export function rawDocuments(bytes: Buffer, name: string): Buffer[] | undefined {
  for (const element of rawElements(bytes)) {
    if (element.name !== name || element.type !== 4) continue;
    const list = bytes.subarray(element.value, element.end);
    return [...rawElements(list)].map(item => {
      if (item.type !== 3) throw new MongoError(14, `'${name}.${item.name}' is the wrong type, expected type 'object'`);
      return list.subarray(item.value, item.end);
    });
  }
  return undefined;
}

/** Type byte and name of an element. */
function elementHead(type: number, name: string): Buffer {
  const head = Buffer.from(`\u0000${name}\u0000`);
  head[0] = type;
  return head;
}

const close = Buffer.alloc(1);

function sizeOf(parts: Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** The parts of an element that holds a document (type 3) or an array (type 4) made of the elements in `parts`. */
export function nested(type: 3 | 4, name: string, parts: Uint8Array[]): Uint8Array[] {
  const size = Buffer.allocUnsafe(4);
  size.writeInt32LE(sizeOf(parts) + 5, 0);
  return [elementHead(type, name), size, ...parts, close];
}

const arrayHeads: Buffer[] = [];

/** The elements of an array of raw documents, without a copy. */
export function arrayParts(documents: Uint8Array[]): Uint8Array[] {
  return documents.flatMap((document, i) => [(arrayHeads[i] ??= elementHead(3, String(i))), document]);
}
