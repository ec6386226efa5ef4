/** The one file that knows the bson library. Documents travel as raw bytes; they are decoded only where a value is needed. */
import { BSON, Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';

export { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp };

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

/** The name $type uses for a value. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  const names: Record<string, string> = {
    Long: 'long',
    Decimal128: 'decimal',
    ObjectId: 'objectId',
    Binary: 'binData',
    Timestamp: 'timestamp',
    Double: 'double',
    Int32: 'int',
    MinKey: 'minKey',
    MaxKey: 'maxKey',
    Code: 'javascript',
    BSONRegExp: 'regex',
    DBRef: 'object',
  };
  const kind = bsonType(value);
  return kind === undefined ? 'object' : (names[kind] ?? kind);
}
