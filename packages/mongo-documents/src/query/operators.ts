/** The query operators of one field: each makes a test of a value. BSON's order and equality, within the brackets of types. */
import { Long, type Binary, type Doc } from '../bson/codec';
import { bracket, bracketOf, bytesOf, isNumeric, isRegex, regexParts, typeName } from '../bson/types';
import { MongoError, notSupported } from '../errors';
import { compareValues, equalValues, type Collate } from '../keys/compare';
import { words } from '../words';
import { holdsText } from './collation';
import { geoWithin } from './geo';
import { isOperatorDoc } from './paths';

export type Test = (value: unknown) => boolean;

interface Operator {
  test: (operand: unknown, collate: Collate | undefined, siblings: Doc) => Test;
  /** Looks at an array as a whole, and not also at each of its elements. */
  whole?: true;
  /** Accepts the documents whose values all fail the test. */
  not?: (operand: unknown) => boolean;
}

function bad(message: string): MongoError {
  return new MongoError(2, message);
}

/** A JavaScript regular expression for a query's; MongoDB's x flag has no equivalent and is refused. */
function toRegExp(value: unknown, options?: unknown): RegExp {
  if (typeof value !== 'string' && !isRegex(value)) throw bad('$regex has to be a string');
  const { source, flags } = typeof value === 'string' ? { source: value, flags: '' } : regexParts(value);
  const wanted = options === undefined ? flags : String(options);
  if (wanted.includes('x')) throw notSupported('regular expression option x');
  const unknown = /[^imsu]/.exec(wanted);
  if (unknown) throw new MongoError(51108, `invalid flag in regex options: ${unknown[0]}`);
  const inline = /^\(\?([ims]+)\)/.exec(source);
  const all = new Set([...wanted.replace('u', ''), ...(inline?.[1] ?? '')]);
  try {
    return new RegExp(inline ? source.slice(inline[0].length) : source, [...all].join(''));
  } catch {
    throw new MongoError(51091, `Regular expression is invalid: ${source}`);
  }
}

/** The bracket of what is compared with; whole documents and arrays are compared by their bytes alone. */
function collatedBracket(wanted: unknown, collate: Collate | undefined): number {
  if (collate && typeof wanted === 'object' && holdsText(wanted))
    throw notSupported('a collation over whole documents');
  return bracketOf(wanted);
}

function equals(wanted: unknown, collate: Collate | undefined): Test {
  if (wanted === null || wanted === undefined) return value => value === undefined || value === null;
  if (isRegex(wanted)) {
    const regex = toRegExp(wanted);
    return value => (typeof value === 'string' ? regex.test(value) : isRegex(value) && equalValues(value, wanted));
  }
  if (typeof wanted === 'string' && !collate) return value => value === wanted;
  const kind = collatedBracket(wanted, collate);
  return value => bracketOf(value) === kind && equalValues(value, wanted, collate);
}

function listOf(operand: unknown, name: string): unknown[] {
  if (!Array.isArray(operand)) throw bad(`${name} needs an array`);
  return operand;
}

function oneOf(operand: unknown, collate: Collate | undefined): Test {
  const list = listOf(operand, '$in');
  if (list.some(isOperatorDoc)) throw bad('cannot nest $ under $in');
  const strings = new Set(collate ? [] : list.filter(item => typeof item === 'string'));
  const tests = list.filter(item => !strings.has(item as string)).map(item => equals(item, collate));
  return value => strings.has(value as string) || tests.some(test => test(value));
}

function ordered(accept: (order: number) => boolean): Operator {
  return {
    test: (wanted, collate) => {
      const kind = collatedBracket(wanted, collate);
      if (kind === bracket.null) return accept(0) ? equals(null, undefined) : () => false;
      if (isRegex(wanted)) throw bad("Can't have RegEx as arg to predicate over a field.");
      const any = kind === bracket.min || kind === bracket.max;
      return value => {
        if (value === undefined || (!any && bracketOf(value) !== kind)) return false;
        // NaN is equal to itself and neither above nor below any number.
        if (!any && (Number.isNaN(value) || Number.isNaN(wanted))) return Object.is(value, wanted) && accept(0);
        return accept(compareValues(value, wanted, collate));
      };
    },
  };
}

/** Names of types by their numbers, from 1. */
const numberedTypes = (
  'double string object array binData undefined objectId bool date null regex dbPointer javascript symbol ' +
  'javascriptWithScope int timestamp long decimal'
).split(' ');
const typeNames = words(`${numberedTypes.join(' ')} minKey maxKey number`);

function ofType(operand: unknown): Test {
  const names = [operand].flat().map(item => {
    const number = Number(item);
    const edge = number === -1 ? 'minKey' : 'maxKey';
    const name = typeof item === 'string' ? item : Math.abs(number) === 127 ? edge : numberedTypes[number - 1];
    if (name === undefined || !typeNames.has(name)) throw bad(`Unknown type name alias: ${String(item)}`);
    return name;
  });
  return value =>
    value !== undefined && (names.includes(typeName(value)) || (names.includes('number') && isNumeric(value)));
}

function modulo(operand: unknown): Test {
  const list = listOf(operand, '$mod');
  const [divisor, remainder] = list.map(item => Math.trunc(Number(item)));
  if (list.length !== 2 || !divisor) throw bad('malformed mod: it needs a divisor that is not 0, and a remainder');
  return value =>
    (typeof value === 'number' || value instanceof Long) && Math.trunc(Number(value)) % divisor === remainder;
}

/** An integer, or binary data as a number whose lowest byte comes first. */
function bitsOf(value: unknown): bigint | undefined {
  if (value instanceof Long || Number.isSafeInteger(value)) return BigInt(String(value));
  if (bracketOf(value) !== bracket.binary) return undefined;
  return BigInt(
    `0x0${bytesOf(value as Binary)
      .reverse()
      .toString('hex')}`,
  );
}

/** Looks at the bits of a mask (a number, binary data, or a list of positions) that are set in a value. */
function bits(accept: (set: bigint, mask: bigint) => boolean): Operator {
  return {
    test: operand => {
      const mask = Array.isArray(operand)
        ? operand.reduce<bigint>((sum, position) => sum | (1n << BigInt(Number(position))), 0n)
        : bitsOf(operand);
      if (mask === undefined || mask < 0n) throw bad('a bit mask must be a list of positions or a positive integer');
      return value => {
        const number = bitsOf(value);
        return number !== undefined && accept(number & mask, mask);
      };
    },
  };
}

function size(operand: unknown): Test {
  const length = Number(operand);
  if (!Number.isInteger(length) || length < 0)
    throw bad(`Failed to parse $size. Expected a non-negative integer in: $size: ${String(operand)}`);
  return value => Array.isArray(value) && value.length === length;
}

export const operators: Record<string, Operator> = {
  $eq: { test: equals },
  $ne: { test: equals, not: () => true },
  $in: { test: oneOf },
  $nin: { test: oneOf, not: () => true },
  $gt: ordered(order => order > 0),
  $gte: ordered(order => order >= 0),
  $lt: ordered(order => order < 0),
  $lte: ordered(order => order <= 0),
  $exists: { test: () => value => value !== undefined, whole: true, not: operand => !operand },
  $regex: {
    test: (operand, _collate, { $options }) => {
      const pattern = toRegExp(operand, $options);
      return value => typeof value === 'string' && pattern.test(value);
    },
  },
  $size: { test: size, whole: true },
  $type: { test: ofType },
  $mod: { test: modulo },
  $bitsAllSet: bits((set, mask) => set === mask),
  $bitsAnySet: bits(set => set !== 0n),
  $bitsAllClear: bits(set => set === 0n),
  $bitsAnyClear: bits((set, mask) => set !== mask),
  $geoWithin: { test: geoWithin },
  $within: { test: geoWithin },
};
