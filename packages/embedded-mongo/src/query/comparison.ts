/** The query operators that look at one field: BSON's order and equality, type brackets, arrays looked through. */
import { binaryParts, bracket, bracketOf, compareValues, equalValues, regexParts } from '../bson/compare';
import { bsonType, Long, typeName } from '../bson/codec';
import { MongoError } from '../errors';
import type { Collate } from './collation';
import { someValue } from './paths';

type Predicate = (doc: unknown) => boolean;
export type QueryOperator = (parts: string[], value: unknown, collate?: Collate) => Predicate;

/** Is this a regular expression, as JavaScript's or as BSON's? */
export function isRegex(value: unknown): boolean {
  return value instanceof RegExp || bsonType(value) === 'BSONRegExp';
}

/** A JavaScript regular expression for a query's; MongoDB's x flag has no equivalent and is refused. */
export function toRegExp(value: unknown, options?: unknown): RegExp {
  if (typeof value !== 'string' && !isRegex(value)) throw new MongoError(2, '$regex has to be a string');
  const { source, flags } = typeof value === 'string' ? { source: value, flags: '' } : regexParts(value);
  const wanted = options === undefined ? flags : String(options);
  if (wanted.includes('x'))
    throw new MongoError(2, 'regular expression option x is not supported by the embedded engine');
  const bad = /[^imsu]/.exec(wanted);
  if (bad) throw new MongoError(51108, `invalid flag in regex options: ${bad[0]}`);
  const inline = /^\(\?([ims]+)\)/.exec(source);
  const all = new Set([...wanted.replace('u', ''), ...(inline?.[1] ?? '')]);
  try {
    return new RegExp(inline ? source.slice(inline[0].length) : source, [...all].join(''));
  } catch {
    throw new MongoError(51091, `Regular expression is invalid: ${source}`);
  }
}

function equals(wanted: unknown, collate?: Collate): (value: unknown) => boolean {
  if (wanted === null || wanted === undefined) return value => value === undefined || value === null;
  if (isRegex(wanted)) {
    const regex = toRegExp(wanted);
    return value => (typeof value === 'string' ? regex.test(value) : isRegex(value) && equalValues(value, wanted));
  }
  if (typeof wanted === 'string' && !collate) return value => value === wanted;
  return value => value !== undefined && equalValues(value, wanted, collate);
}

const equal: QueryOperator = (parts, wanted, collate) => {
  const test = equals(wanted, collate);
  return doc => someValue(doc, parts, parts.length > 0, test);
};

const inList: QueryOperator = (parts, list, collate) => {
  if (!Array.isArray(list)) throw new MongoError(2, '$in needs an array');
  const strings = new Set(collate ? [] : list.filter(item => typeof item === 'string'));
  const tests = list.filter(item => !strings.has(item as string)).map(item => equals(item, collate));
  const test = (value: unknown): boolean => strings.has(value as string) || tests.some(one => one(value));
  return doc => someValue(doc, parts, parts.length > 0, test);
};

function not(operator: QueryOperator): QueryOperator {
  return (parts, value, collate) => {
    const test = operator(parts, value, collate);
    return doc => !test(doc);
  };
}

function ordered(accept: (order: number) => boolean): QueryOperator {
  return (parts, wanted, collate) => {
    const kind = bracketOf(wanted);
    if (kind === bracket.null) return accept(0) ? equal(parts, null) : () => false;
    if (isRegex(wanted))
      throw new MongoError(2, `Can't have RegEx as arg to predicate over field '${parts.join('.')}'.`);
    const any = kind === bracket.min || kind === bracket.max;
    const isNaNWanted = Number.isNaN(wanted);
    const test = (value: unknown): boolean => {
      if (value === undefined) return false;
      if (!any && bracketOf(value) !== kind) return false;
      // NaN is equal to itself and neither above nor below any number.
      if (kind === bracket.number && (isNaNWanted || Number.isNaN(value)))
        return isNaNWanted && Number.isNaN(value) && accept(0);
      return accept(compareValues(value, wanted, collate));
    };
    return doc => someValue(doc, parts, parts.length > 0, test);
  };
}

const exists: QueryOperator = (parts, wanted) => {
  const expected = wanted !== false && wanted !== 0 && wanted !== null && wanted !== undefined;
  return doc => someValue(doc, parts, false, value => value !== undefined) === expected;
};

const regex: QueryOperator = (parts, wanted) => {
  const pattern =
    wanted instanceof RegExp ? new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')) : toRegExp(wanted);
  return doc => someValue(doc, parts, parts.length > 0, value => typeof value === 'string' && pattern.test(value));
};

const size: QueryOperator = (parts, wanted) => {
  const length = Number(wanted);
  if (!Number.isInteger(length) || length < 0)
    throw new MongoError(2, `Failed to parse $size. Expected a non-negative integer in: $size: ${String(wanted)}`);
  return doc => someValue(doc, parts, false, value => Array.isArray(value) && value.length === length);
};

const typeNumbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const typeNames = new Set([
  ...Object.values(typeNumbers),
  'number',
  'undefined',
  'symbol',
  'dbPointer',
  'javascriptWithScope',
]);
const numberTypes = new Set(['int', 'long', 'double', 'decimal']);

const type: QueryOperator = (parts, wanted) => {
  const names = (Array.isArray(wanted) ? wanted : [wanted]).map(item => {
    const name = typeof item === 'string' ? item : typeNumbers[Number(item)];
    if (name === undefined || !typeNames.has(name)) throw new MongoError(2, `Unknown type name alias: ${String(item)}`);
    return name;
  });
  const test = (value: unknown): boolean => {
    if (value === undefined) return false;
    const actual = typeName(value);
    return names.some(name => name === actual || (name === 'number' && numberTypes.has(actual)));
  };
  return doc => someValue(doc, parts, parts.length > 0, test);
};

const modulo: QueryOperator = (parts, wanted) => {
  if (!Array.isArray(wanted) || wanted.length !== 2)
    throw new MongoError(2, 'malformed mod, needs to be an array of two numbers');
  const [divisor, remainder] = wanted.map(item => Math.trunc(Number(item))) as [number, number];
  if (divisor === 0) throw new MongoError(2, 'divisor cannot be 0');
  const test = (value: unknown): boolean => {
    const number = value instanceof Long ? value.toNumber() : value;
    return typeof number === 'number' && Math.trunc(number) % divisor === remainder;
  };
  return doc => someValue(doc, parts, parts.length > 0, test);
};

/** An integer, or binary data as a number whose lowest byte comes first. */
function bitsOf(value: unknown): bigint | undefined {
  if (value instanceof Long) return value.toBigInt();
  if (bracketOf(value) === bracket.binary)
    return BigInt(`0x0${Buffer.from(binaryParts(value).bytes).reverse().toString('hex')}`);
  return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
}

const bits =
  (accept: (set: number, wanted: number) => boolean): QueryOperator =>
  (parts, wanted) => {
    const positions = Array.isArray(wanted) ? wanted.map(Number) : maskPositions(wanted);
    const test = (value: unknown): boolean => {
      const number = bitsOf(value);
      if (number === undefined) return false;
      const set = positions.filter(position => (number >> BigInt(position)) & 1n).length;
      return accept(set, positions.length);
    };
    return doc => someValue(doc, parts, parts.length > 0, test);
  };

function maskPositions(mask: unknown): number[] {
  if (!Number.isSafeInteger(mask) || (mask as number) < 0)
    throw new MongoError(2, 'a bit mask must be a list of positions or a non-negative integer');
  return [...Array(53).keys()].filter(position => Math.floor((mask as number) / 2 ** position) % 2 === 1);
}

export const comparisonOperators: Record<string, QueryOperator> = {
  $bitsAllSet: bits((set, wanted) => set === wanted),
  $bitsAnySet: bits(set => set > 0),
  $bitsAllClear: bits(set => set === 0),
  $bitsAnyClear: bits((set, wanted) => set < wanted),
  $eq: equal,
  $ne: not(equal),
  $in: inList,
  $nin: not(inList),
  $gt: ordered(order => order > 0),
  $gte: ordered(order => order >= 0),
  $lt: ordered(order => order < 0),
  $lte: ordered(order => order <= 0),
  $exists: exists,
  $regex: regex,
  $size: size,
  $type: type,
  $mod: modulo,
};
