/** Reading and joining raw BSON without decoding it. */
import { encode, ObjectId, rawElements, type Doc, type RawElement } from './codec';
import { MongoError } from '../errors';

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
  const member = rawElements(bytes).find(element => element.name === name && element.type === 4);
  if (member === undefined) return undefined;
  const list = bytes.subarray(member.value, member.end);
  return rawElements(list).map(item => {
    if (item.type !== 3) throw new MongoError(14, `'${name}.${item.name}' is the wrong type, expected type 'object'`);
    return list.subarray(item.value, item.end);
  });
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

/** The bytes to store: with an _id, and that first. */
export function withIdFirst(raw: Buffer): Buffer {
  if (raw.toString('latin1', 5, 9) === '_id\u0000') return raw;
  const elements = rawElements(raw);
  const id = elements.find(({ name }) => name === '_id');
  const bytes = ({ start, end }: RawElement): Buffer => raw.subarray(start, end);
  const others = elements.filter(element => element !== id).map(bytes);
  return joinElements([id ? bytes(id) : elementsOf({ _id: new ObjectId() }), ...others]);
}
