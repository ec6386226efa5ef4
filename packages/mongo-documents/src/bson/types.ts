/** The types of BSON: their order and their names, for the values that `decode` and `decodeExact` give. */
import { bsonType, isDoc, type Binary, type Doc } from './codec';

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
  string: [bracket.string, 'string'],
  bool: [bracket.bool, 'bool'],
  array: [bracket.array, 'array'],
  object: [bracket.object, 'object'],
  date: [bracket.date, 'date'],
  regex: [bracket.regex, 'regex'],
} as const satisfies Record<string, Kind>;

const kindOfClass: Record<string, Kind> = {
  MinKey: [bracket.min, 'minKey'],
  Long: [bracket.number, 'long'],
  Decimal128: [bracket.number, 'decimal'],
  Binary: [bracket.binary, 'binData'],
  ObjectId: [bracket.objectId, 'objectId'],
  Timestamp: [bracket.timestamp, 'timestamp'],
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
    case 'undefined':
      return kinds.null;
  }
  if (value === null) return kinds.null;
  if (Array.isArray(value)) return kinds.array;
  if (value instanceof Date) return kinds.date;
  if (value instanceof RegExp) return kinds.regex;
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

export function isRegex(value: unknown): value is RegExp {
  return value instanceof RegExp;
}

/** A document view of values that BSON stores as documents (DBRef among them). */
export function asDoc(value: unknown): Doc {
  if (isDoc(value)) return value;
  const { toJSON } = value as { toJSON?: () => Doc };
  return typeof toJSON === 'function' ? toJSON.call(value) : {};
}

/** The bytes of binary data. */
export function bytesOf({ buffer, position }: Binary): Buffer {
  return Buffer.from(buffer.subarray(0, position));
}

/** The pattern of a regular expression, and its flags in the order of their names and with the names of BSON. */
export function regexParts({ source, flags }: RegExp): { source: string; flags: string } {
  return { source, flags: [...flags.replace('g', 's')].sort().join('') };
}
