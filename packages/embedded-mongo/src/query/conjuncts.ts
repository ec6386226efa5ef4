/** A filter taken apart into the conditions that must all hold: what the planner can turn into index bounds. */
import { isDoc, type Doc } from '../bson/codec';
import { isOperatorDoc } from './paths';

export interface Conjunct {
  path: string;
  operator: string;
  operand: unknown;
  /** All operators beside this one on the same field ($options of a $regex). */
  siblings: Doc;
}

export interface Conjuncts {
  fields: Conjunct[];
  /** The branches of each $or. */
  alternatives: Doc[][];
  /** Something is left that no index bounds can express. */
  residual: boolean;
}

/** Takes a filter apart; what it does not understand is counted as residual and checked on the document. */
export function conjunctsOf(filter: Doc): Conjuncts {
  const result: Conjuncts = { fields: [], alternatives: [], residual: false };
  collect(filter, result);
  return result;
}

function collect(filter: Doc, into: Conjuncts): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name === '$and' && Array.isArray(value)) value.filter(isDoc).forEach(item => collect(item, into));
    else if (name === '$or' && Array.isArray(value)) collectOr(value, into);
    else if (name.startsWith('$')) into.residual = true;
    else collectField(name, value, into);
  }
}

function collectOr(value: unknown[], into: Conjuncts): void {
  const [only] = value;
  if (value.length === 1 && isDoc(only)) return collect(only, into);
  into.alternatives.push(value as Doc[]);
}

function collectField(path: string, value: unknown, into: Conjuncts): void {
  if (!isOperatorDoc(value)) {
    into.fields.push({ path, operator: '$eq', operand: value, siblings: {} });
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (operator === '$options') continue;
    if (operator === '$all' && Array.isArray(operand) && !operand.some(isDoc)) {
      into.residual = true;
      for (const item of operand) into.fields.push({ path, operator: '$eq', operand: item, siblings: {} });
    } else if (operator === '$elemMatch' && isDoc(operand) && !isOperatorDoc(operand)) {
      into.residual = true;
      const inner = conjunctsOf(operand);
      for (const field of inner.fields) into.fields.push({ ...field, path: `${path}.${field.path}` });
    } else {
      into.fields.push({ path, operator, operand, siblings: value });
    }
  }
}
