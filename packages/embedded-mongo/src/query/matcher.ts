/** Compiles a filter into a predicate; refuses by name what this engine does not do. */
import { bsonType, isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { words } from '../words';
import { comparisonOperators, isRegex, toRegExp } from './comparison';
import { geoWithin } from './geo';
import { evaluateExpression, type ExpressionOptions } from './mingo';
import { someValue } from './paths';

export type Matcher = (doc: unknown) => boolean;

const refused = words('$text $where $geoIntersects $jsonSchema');

/** The members of a DBRef are ordinary fields. */
const referenceFields = new Set(['$ref', '$id', '$db']);

/** The predicate of a filter. */
export function createMatcher(filter: Doc, options: ExpressionOptions = {}): Matcher {
  const tests: Matcher[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$comment') continue;
    tests.push(
      name.startsWith('$') && !referenceFields.has(name)
        ? topLevel(name, value, options)
        : condition(name.split('.'), value, options),
    );
  }
  if (tests.length === 1) return tests[0] as Matcher;
  return doc => tests.every(test => test(doc));
}

function topLevel(name: string, value: unknown, options: ExpressionOptions): Matcher {
  if (refused.has(name)) throw notSupported(name);
  switch (name) {
    case '$and': {
      const all = branches(name, value, options);
      return doc => all.every(test => test(doc));
    }
    case '$or': {
      const any = branches(name, value, options);
      return doc => any.some(test => test(doc));
    }
    case '$nor': {
      const none = branches(name, value, options);
      return doc => !none.some(test => test(doc));
    }
    case '$expr':
      if (options.collate) throw notSupported('$expr with a collation');
      return doc => isTruthy(evaluateExpression(doc as Doc, value, options));
    case '$alwaysTrue':
      return () => true;
    case '$alwaysFalse':
      return () => false;
    default:
      throw new MongoError(
        2,
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

/** Truth as aggregation expressions have it: everything but false, 0, null and missing. */
function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

function branches(name: string, value: unknown, options: ExpressionOptions): Matcher[] {
  if (!Array.isArray(value)) throw new MongoError(2, `${name} must be an array`);
  if (value.length === 0) throw new MongoError(2, '$and/$or/$nor must be a nonempty array');
  return value.map(item => {
    if (!isDoc(item)) throw new MongoError(2, '$or/$and/$nor entries need to be full objects');
    return createMatcher(item, options);
  });
}

/** Is this an operator expression such as {$gt: 1}, and not a document to compare with? */
export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db';
}

function condition(parts: string[], value: unknown, options: ExpressionOptions): Matcher {
  const equal = comparisonOperators.$eq as NonNullable<(typeof comparisonOperators)['$eq']>;
  if (!isOperatorDoc(value)) return equal(parts, value, options.collate);
  const tests: Matcher[] = [];
  for (const [operator, operand] of Object.entries(value)) {
    if (operator === '$options') {
      if (value.$regex === undefined) throw new MongoError(2, '$options needs a $regex');
      continue;
    }
    tests.push(fieldOperator(parts, operator, operand, value, options));
  }
  if (tests.length === 1) return tests[0] as Matcher;
  return doc => tests.every(test => test(doc));
}

function fieldOperator(
  parts: string[],
  operator: string,
  operand: unknown,
  all: Doc,
  options: ExpressionOptions,
): Matcher {
  if (refused.has(operator)) throw notSupported(operator);
  switch (operator) {
    case '$regex':
      return comparison(parts, operator, toRegExp(operand, all.$options), options);
    case '$not': {
      if (!isRegex(operand) && !isOperatorDoc(operand)) throw new MongoError(2, '$not needs a regex or a document');
      const test = condition(parts, operand, options);
      return doc => !test(doc);
    }
    case '$geoWithin':
    case '$within':
      return geoWithin(parts, operand);
    case '$near':
    case '$nearSphere':
      throw new MongoError(2, `${operator} is only allowed at the top of a find`);
    case '$elemMatch':
      return elemMatch(parts, operand, options);
    case '$all':
      return allOf(parts, operand, options);
    case '$in':
    case '$nin':
      if (!Array.isArray(operand)) throw new MongoError(2, `${operator} needs an array`);
      if (operand.some(isOperatorDoc)) throw new MongoError(2, `cannot nest $ under ${operator}`);
      return comparison(parts, operator, operand, options);
    default:
      return comparison(parts, operator, operand, options);
  }
}

function comparison(parts: string[], operator: string, operand: unknown, { collate }: ExpressionOptions): Matcher {
  const make = comparisonOperators[operator];
  if (make === undefined) throw new MongoError(2, `unknown operator: ${operator}`);
  return make(parts, operand, collate);
}

const logical = new Set(['$and', '$or', '$nor', '$expr']);

/** The predicate of $elemMatch over one element: conditions on the element itself, or a filter on its fields. */
export function elementMatcher(operand: unknown, options: ExpressionOptions = {}): Matcher {
  if (!isDoc(operand)) throw new MongoError(2, '$elemMatch needs an Object');
  if (isOperatorDoc(operand) && !logical.has(Object.keys(operand)[0] ?? '')) return condition([], operand, options);
  const test = createMatcher(operand, options);
  return element => (isDoc(element) || Array.isArray(element) || bsonType(element) === 'DBRef') && test(element);
}

function elemMatch(parts: string[], operand: unknown, options: ExpressionOptions): Matcher {
  const test = elementMatcher(operand, options);
  return doc => someValue(doc, parts, false, value => Array.isArray(value) && value.some(test));
}

function allOf(parts: string[], operand: unknown, options: ExpressionOptions): Matcher {
  if (!Array.isArray(operand)) throw new MongoError(2, '$all needs an array');
  if (operand.length === 0) return () => false;
  const tests = operand.map(item => condition(parts, isOperatorDoc(item) ? item : { $eq: item }, options));
  return doc => tests.every(test => test(doc));
}
