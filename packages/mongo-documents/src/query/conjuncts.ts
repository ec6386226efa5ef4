/** A filter taken apart into the conditions that must all hold: what the planner can turn into index bounds. */
import { isDoc, type Doc } from '../bson/codec';
import { holdsText } from './collation';
import { isOperatorDoc, isOperatorName } from './paths';

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
export function conjunctsOf(filter: Doc, collated = false): Conjuncts {
  const result: Conjuncts = { fields: [], alternatives: [], residual: false };
  collect(filter, result);
  return collated ? withoutText(result) : result;
}

/** The keys of indexes are in the order of bytes: under a collation they say nothing about text. */
function withoutText(conjuncts: Conjuncts): Conjuncts {
  const fields = conjuncts.fields.filter(({ operand }) => !holdsText(operand));
  return { ...conjuncts, fields, residual: conjuncts.residual || fields.length < conjuncts.fields.length };
}

function collect(filter: Doc, into: Conjuncts): void {
  for (const [name, value] of Object.entries(filter)) {
    const list = Array.isArray(value) ? value.filter(isDoc) : [];
    // An $or of one branch is that branch.
    if (name === '$and' || (name === '$or' && list.length === 1)) list.forEach(item => collect(item, into));
    else if (name === '$or') into.alternatives.push(list);
    else if (isOperatorName(name)) into.residual ||= name !== '$comment';
    else collectField(name, isOperatorDoc(value) ? value : { $eq: value }, into);
  }
}

function collectField(path: string, siblings: Doc, into: Conjuncts): void {
  for (const [operator, operand] of Object.entries(siblings)) {
    if (operator === '$options') continue;
    if (operator === '$all' && Array.isArray(operand) && !operand.some(isDoc)) {
      into.residual = true;
      for (const item of operand) into.fields.push({ path, operator: '$eq', operand: item, siblings: {} });
    } else if (operator === '$elemMatch' && isDoc(operand) && !isOperatorDoc(operand)) {
      into.residual = true;
      for (const inner of conjunctsOf(operand).fields) into.fields.push({ ...inner, path: `${path}.${inner.path}` });
    } else {
      into.fields.push({ path, operator, operand, siblings });
    }
  }
}
