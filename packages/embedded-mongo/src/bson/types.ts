/** The types of BSON: their order and their names, for values as JavaScript's or as the library's classes. */
import { Binary, bsonType, isDoc, type Doc } from './codec';

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

/** A type: its place in the order, and the name that $type uses. */
type Kind = readonly [bracket: number, name: string];

const kinds = {
  null: [bracket.null, 'null'],
  int: [bracket.number, 'int'],
  double: [bracket.number, 'double'],
  long: [bracket.number, 'long'],
  string: [bracket.string, 'string'],
  bool: [bracket.bool, 'bool'],
  array: [bracket.array, 'array'],
  object: [bracket.object, 'object'],
  date: [bracket.date, 'date'],
  regex: [bracket.regex, 'regex'],
  binary: [bracket.binary, 'binData'],
} as const satisfies Record<string, Kind>;

const kindOfClass: Record<string, Kind> = {
  MinKey: [bracket.min, 'minKey'],
  Long: kinds.long,
  Double: kinds.double,
  Int32: kinds.int,
  Decimal128: [bracket.number, 'decimal'],
  BSONSymbol: [bracket.string, 'symbol'],
  Binary: kinds.binary,
  ObjectId: [bracket.objectId, 'objectId'],
  Timestamp: [bracket.timestamp, 'timestamp'],
  BSONRegExp: kinds.regex,
  Code: [bracket.code, 'javascript'],
  MaxKey: [bracket.max, 'maxKey'],
};

/** The type of a value; missing counts as null. */
function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'string':
      return kinds.string;
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? kinds.int : kinds.double;
    case 'boolean':
      return kinds.bool;
    case 'bigint':
      return kinds.long;
    case 'undefined':
      return kinds.null;
  }
  if (value === null) return kinds.null;
  if (Array.isArray(value)) return kinds.array;
  if (value instanceof Date) return kinds.date;
  if (value instanceof RegExp) return kinds.regex;
  if (ArrayBuffer.isView(value)) return kinds.binary;
  return kindOfClass[bsonType(value) ?? ''] ?? kinds.object;
}

/** The bracket of a value's type; missing counts as null. */
export function bracketOf(value: unknown): number {
  return kindOf(value)[0];
}

/** The name $type uses for a value. */
export function typeName(value: unknown): string {
  return kindOf(value)[1];
}

export function isNumeric(value: unknown): boolean {
  return bracketOf(value) === bracket.number;
}

/** Is this a regular expression, as JavaScript's or as BSON's? */
export function isRegex(value: unknown): boolean {
  return bracketOf(value) === bracket.regex;
}

/** A document view of values that BSON stores as documents (DBRef among them). */
export function asDoc(value: unknown): Doc {
  if (isDoc(value)) return value;
  const { toJSON } = value as { toJSON?: () => Doc };
  return typeof toJSON === 'function' ? toJSON.call(value) : {};
}

export function binaryParts(value: unknown): { subtype: number; bytes: Uint8Array } {
  if (value instanceof Binary) return { subtype: value.sub_type, bytes: value.buffer.subarray(0, value.position) };
  return { subtype: 0, bytes: value as Uint8Array };
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
