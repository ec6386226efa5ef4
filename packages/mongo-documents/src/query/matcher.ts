/** Compiles a filter into a predicate; refuses by name what this engine does not do. */
import { bsonType, isDoc, type Doc } from '../bson/codec';
import { isRegex } from '../bson/types';
import { MongoError, notSupported } from '../errors';
import { words } from '../words';
import { evaluateExpression, type ExpressionOptions } from './mingo';
import { operators, type Test } from './operators';
import { isOperatorDoc, isOperatorName, someValue } from './paths';

const refused = words('$text $where $geoIntersects $jsonSchema');
const onlyAlone = words('$near $nearSphere');

function all(tests: Test[]): Test {
  const [only] = tests;
  return tests.length === 1 && only ? only : value => tests.every(test => test(value));
}

/** The predicate of a filter. */
export function createMatcher(filter: Doc, options: ExpressionOptions = {}): Test {
  const tests = Object.entries(filter)
    .filter(([name]) => name !== '$comment')
    .map(([name, value]) =>
      isOperatorName(name) ? topLevel(name, value, options) : condition(name.split('.'), value, options),
    );
  return all(tests);
}

const logical: Record<string, (tests: Test[]) => Test> = {
  $and: all,
  $or: tests => doc => tests.some(test => test(doc)),
  $nor: tests => doc => !tests.some(test => test(doc)),
};

function topLevel(name: string, value: unknown, options: ExpressionOptions): Test {
  if (refused.has(name)) throw notSupported(name);
  const combine = logical[name];
  if (combine) {
    if (!Array.isArray(value) || value.length === 0) throw new MongoError(2, `${name} must be a nonempty array`);
    if (!value.every(isDoc)) throw new MongoError(2, '$or/$and/$nor entries need to be full objects');
    return combine(value.map(item => createMatcher(item, options)));
  }
  if (name === '$expr') {
    if (options.collate) throw notSupported('$expr with a collation');
    return doc => isTruthy(evaluateExpression(doc as Doc, value, options));
  }
  if (name === '$alwaysTrue' || name === '$alwaysFalse') return () => name === '$alwaysTrue';
  throw new MongoError(
    2,
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

/** Truth as aggregation expressions have it: everything but false, 0, null and missing. */
function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** The condition on the values at a path; an empty path is the value itself. */
function condition(parts: string[], value: unknown, options: ExpressionOptions): Test {
  if (!isOperatorDoc(value)) return atPath(parts, '$eq', value, {}, options);
  if ('$options' in value && !('$regex' in value)) throw new MongoError(2, '$options needs a $regex');
  const tests = Object.entries(value)
    .filter(([name]) => name !== '$options')
    .map(([name, operand]) => atPath(parts, name, operand, value, options));
  return all(tests);
}

function atPath(parts: string[], name: string, operand: unknown, siblings: Doc, options: ExpressionOptions): Test {
  if (refused.has(name)) throw notSupported(name);
  if (onlyAlone.has(name)) throw new MongoError(2, `${name} is only allowed at the top of a find`);
  if (name === '$not') {
    if (!isRegex(operand) && !isOperatorDoc(operand)) throw new MongoError(2, '$not needs a regex or a document');
    const test = condition(parts, operand, options);
    return doc => !test(doc);
  }
  if (name === '$all') {
    if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
    if (operand.length === 0) return () => false;
    return all(operand.map(item => condition(parts, isOperatorDoc(item) ? item : { $eq: item }, options)));
  }
  if (name === '$elemMatch') {
    const matches = elementMatcher(operand, options);
    return doc => someValue(doc, parts, false, value => Array.isArray(value) && value.some(matches));
  }
  const operator = operators[name];
  if (operator === undefined) throw new MongoError(2, `unknown operator: ${name}`);
  const test = operator.test(operand, options.collate, siblings);
  const spread = !operator.whole && parts.length > 0;
  if (operator.not?.(operand)) return doc => !someValue(doc, parts, spread, test);
  return doc => someValue(doc, parts, spread, test);
}

/** The predicate of $elemMatch over one element: conditions on the element itself, or a filter on its fields. */
export function elementMatcher(operand: unknown, options: ExpressionOptions = {}): Test {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  if (isOperatorDoc(operand) && !logical[first] && first !== '$expr') return condition([], operand, options);
  const test = createMatcher(operand, options);
  return element => (isDoc(element) || Array.isArray(element) || bsonType(element) === 'DBRef') && test(element);
}
