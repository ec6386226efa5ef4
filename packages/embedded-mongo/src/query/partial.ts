/** May a partial or sparse index answer a query? Only when the query asks for nothing outside it. */
import { isDoc } from '../bson/codec';
import { isRegex } from '../bson/types';
import { equalValues } from '../keys/compare';
import type { Index } from '../storage/catalog';
import { conjunctsOf, type Conjunct } from './conjuncts';
import { elementMatcher } from './matcher';

const ranges = new Set(['$gt', '$gte', '$lt', '$lte']);

function isValue(operand: unknown): boolean {
  return operand !== null && operand !== undefined && !Array.isArray(operand) && !isRegex(operand);
}

function accepts(wanted: Conjunct, value: unknown): boolean {
  return isValue(value) && elementMatcher({ [wanted.operator]: wanted.operand })(value);
}

/** Does `given` hold only where `wanted` holds? In doubt: no. */
function implies(given: Conjunct, wanted: Conjunct): boolean {
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

/** Every document the conditions select is in the index. */
export function covers(index: Index, conjuncts: Conjunct[]): boolean {
  if (index.partial) {
    const wanted = conjunctsOf(index.partial.filter);
    if (wanted.residual || wanted.alternatives.length > 0) return false;
    return wanted.fields.every(field => conjuncts.some(given => implies(given, field)));
  }
  if (!index.sparse) return true;
  const present = index.fields.map(({ path }) => ({ path, operator: '$exists', operand: true, siblings: {} }));
  return present.some(field => conjuncts.some(given => !isDoc(given.operand) && implies(given, field)));
}
