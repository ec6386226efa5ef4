/** Does one condition follow from another one? */
import { isRegex } from '../bson/types';
import { equalValues } from '../keys/compare';
import type { Conjunct } from './conjuncts';
import { elementMatcher } from './matcher';

const ranges = new Set(['$gt', '$gte', '$lt', '$lte']);

function isValue(operand: unknown): boolean {
  return operand !== null && operand !== undefined && !Array.isArray(operand) && !isRegex(operand);
}

function accepts(wanted: Conjunct, value: unknown): boolean {
  return isValue(value) && elementMatcher({ [wanted.operator]: wanted.operand })(value);
}

/** Does `given` hold only where `wanted` holds? In doubt: no. */
export function implies(given: Conjunct, wanted: Conjunct): boolean {
  if (given.path !== wanted.path) return false;
  if (given.operator === wanted.operator && equalValues(given.operand, wanted.operand)) return true;
  if (given.operator === '$eq') return accepts(wanted, given.operand);
  if (given.operator === '$in')
    return Array.isArray(given.operand) && given.operand.every(item => accepts(wanted, item));
  const isExistence = wanted.operator === '$exists' && wanted.operand !== false;
  if (!ranges.has(given.operator)) return isExistence && given.operator === '$regex';
  if (isExistence) return isValue(given.operand);
  return given.operator.slice(0, 3) === wanted.operator.slice(0, 3) && accepts(wanted, given.operand);
}
