/** The one file that knows the bson library. Documents travel as raw bytes; they are decoded only where a value is needed. */
import { Binary, BSON, Decimal128, Long, ObjectId, Timestamp } from 'bson';

export { Binary, Decimal128, Long, ObjectId, Timestamp };

export type Doc = Record<string, unknown>;

/** Decodes for reading: int64 becomes a number where a number can hold it. */
export function decode(bytes: Uint8Array): Doc {
  return BSON.deserialize(bytes);
}

/** Decodes for writing back: int64 stays Long, so that an update does not change the type of a field. */
export function decodeExact(bytes: Uint8Array): Doc {
  return BSON.deserialize(bytes, { promoteLongs: false });
}

/** Encodes a document; `undefined` members are left out. */
export function encode(doc: Doc): Buffer {
  const bytes = BSON.serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One element of a raw document; `start` is its type byte, `value` where its value begins, `end` one past it. */
export interface RawElement {
  type: number;
  name: string;
  start: number;
  value: number;
  end: number;
}

/** The elements of a raw document, in order; throws when their lengths are not those of a document. */
export function rawElements(bytes: Buffer): RawElement[] {
  return Array.from(BSON.onDemand.parseToElements(bytes), ([type, nameAt, nameLength, value, length]) => ({
    type,
    name: bytes.toString('utf8', nameAt, nameAt + nameLength),
    start: nameAt - 1,
    value,
    end: value + length,
  }));
}

/** The BSON library's own class name of a value, or undefined for JavaScript values. */
export function bsonType(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? (value as { _bsontype?: string })._bsontype : undefined;
}

/** Is this a plain embedded document (not an array, date, regular expression or BSON value)? */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    bsonType(value) === undefined &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !ArrayBuffer.isView(value)
  );
}
