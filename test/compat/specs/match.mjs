/** "Evaluating matches" of the unified test format. */
import { BSON } from './driver.mjs';

/** An expectation that was not met. */
export class Mismatch extends Error {}

const isInt = value => Number.isInteger(value) || value?._bsontype === 'Int32';
const isKind = kind => value => value?._bsontype === kind;
const types = {
  array: Array.isArray,
  binData: value => isKind('Binary')(value) || value instanceof Uint8Array,
  bool: value => typeof value === 'boolean',
  date: value => value instanceof Date,
  decimal: isKind('Decimal128'),
  double: value => typeof value === 'number' || isKind('Double')(value),
  int: isInt,
  long: value => isInt(value) || typeof value === 'bigint' || isKind('Long')(value),
  number: value => numberOf(value) !== undefined || isKind('Decimal128')(value),
  object: value => isDoc(value),
  objectId: isKind('ObjectId'),
  string: value => typeof value === 'string',
  timestamp: isKind('Timestamp'),
};

function isDoc(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  if (value instanceof Date || value instanceof RegExp || value instanceof Uint8Array) return false;
  return value._bsontype === undefined || value._bsontype === 'DBRef';
}

function numberOf(value) {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || ['Long', 'Int32', 'Double'].includes(value?._bsontype)) return Number(value);
  return undefined;
}

function show(value) {
  try {
    return BSON.EJSON.stringify(value)?.slice(0, 160);
  } catch {
    return String(value);
  }
}

function refuse(path, wanted, actual) {
  throw new Mismatch(`at ${path || 'result'}: ${wanted}, got ${show(actual)}`);
}

/**
 * Throws a Mismatch unless `given` is as expected.
 * @param context the test: its entities, and the ids of its sessions by name
 * @param root true: a document that may have more members than expected; 'elements': a list of such; false: exact
 */
export function match(expected, given, context, root = true, path = '') {
  const actual = given instanceof Map ? Object.fromEntries(given) : given;
  if (isDoc(expected)) return matchDoc(expected, actual, context, root, path);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      refuse(path, `expected ${expected.length} elements ${show(expected)}`, actual);
    expected.forEach((item, i) => match(item, actual[i], context, root === 'elements', `${path}[${i}]`));
    return;
  }
  const wrong = () => refuse(path, `expected ${show(expected)}`, actual);
  const number = numberOf(expected);
  if (number !== undefined) {
    const found = numberOf(actual);
    if (found === undefined || !Object.is(found + 0, number + 0)) wrong();
  } else if (expected === null) {
    if (actual !== null && actual !== undefined) wrong();
  } else {
    const exactly = value => BSON.EJSON.stringify([value], { relaxed: false });
    if (exactly(expected) !== exactly(actual)) wrong();
  }
}

function matchDoc(expected, actual, context, root, path) {
  const names = Object.keys(expected);
  if (names.length === 1 && names[0].startsWith('$$'))
    return matchOperator(names[0], expected[names[0]], actual, context, root, path);
  if (!isDoc(actual)) refuse(path, `expected a document ${show(expected)}`, actual);
  for (const [name, wanted] of Object.entries(expected)) {
    const present = actual[name] !== undefined;
    const special = isDoc(wanted) && Object.keys(wanted).length === 1 ? Object.keys(wanted)[0] : '';
    if (special === '$$exists') {
      if (wanted.$$exists !== present) refuse(path, `${name} should ${wanted.$$exists ? '' : 'not '}exist`, actual);
    } else if (present) {
      match(wanted, actual[name], context, false, path ? `${path}.${name}` : name);
    } else if (special !== '$$unsetOrMatches') {
      refuse(path, `lacks ${name}: ${show(wanted)}`, actual);
    }
  }
  const extra = root ? undefined : Object.keys(actual).find(name => actual[name] !== undefined && !(name in expected));
  if (extra !== undefined) refuse(path, `unexpected member ${extra}`, actual);
}

function matchOperator(operator, argument, actual, context, root, path) {
  const wrong = () => refuse(path, `expected ${operator} ${show(argument)}`, actual);
  switch (operator) {
    case '$$exists':
      return argument === (actual !== undefined) ? undefined : wrong();
    case '$$type':
      return [argument].flat().some(name => types[name]?.(actual)) ? undefined : wrong();
    case '$$unsetOrMatches':
      return actual === undefined || actual === null ? undefined : match(argument, actual, context, root, path);
    case '$$matchesEntity':
      return match(context.entities.get(argument), actual, context, false, path);
    case '$$matchesHexBytes':
      return Buffer.from(actual ?? []).toString('hex') === argument ? undefined : wrong();
    case '$$sessionLsid':
      return match(context.sessionIds.get(argument), actual, context, false, path);
    case '$$lte':
      return numberOf(actual) <= argument ? undefined : wrong();
    default:
      throw new Error(`unknown matching operator ${operator}`);
  }
}
