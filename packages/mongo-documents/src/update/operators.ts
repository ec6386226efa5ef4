/** The update operators, each as a function from a field's value to its new value. */
import { isDoc, Timestamp, type Doc } from '../bson/codec';
import { isNumeric, isRegex, typeName } from '../bson/types';
import { MongoError } from '../errors';
import { compareValues, equalValues } from '../keys/compare';
import { createMatcher, elementMatcher } from '../query/matcher';
import type { Test } from '../query/operators';
import { isOperatorDoc } from '../query/paths';
import { sortBy } from '../query/sort';
import { words } from '../words';
import { calculate, plus, times } from './arithmetic';
import { removed } from './edit-path';

export type Change = (value: unknown) => unknown;

function arrayOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(2, `The field '${name}' must be an array but is of type ${typeName(value)}`);
}

function number(value: unknown, path: string): unknown {
  if (isNumeric(value)) return value;
  throw new MongoError(
    14,
    `Cannot increment or multiply with a value of non-numeric type: '${path}' is of type ${typeName(value)}`,
  );
}

const pushModifiers = words('$each $position $slice $sort');

function push(operand: unknown, path: string): Change {
  const modifiers: Doc = isDoc(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find(name => !pushModifiers.has(name));
  if (unknown) throw new MongoError(2, `Unrecognized clause in $push: ${unknown}`);
  const { $position, $slice, $sort } = modifiers;
  const items = arrayOf(modifiers.$each, '$each');
  return value => {
    let list = [...arrayOf(value ?? [], path)];
    list.splice(Number($position ?? list.length), 0, ...items);
    if (isDoc($sort)) list = sortBy(list, $sort);
    else if ($sort !== undefined) list.sort((a, b) => Number($sort) * compareValues(a, b));
    if ($slice === undefined) return list;
    return Number($slice) < 0 ? list.slice(Number($slice)) : list.slice(0, Number($slice));
  };
}

function addToSet(operand: unknown, path: string): Change {
  const items = isDoc(operand) && '$each' in operand ? arrayOf(operand.$each, '$each') : [operand];
  return value => {
    const list = [...arrayOf(value ?? [], path)];
    const before = list.length;
    for (const item of items) if (!list.some(other => equalValues(other, item))) list.push(item);
    return list.length === before && value !== undefined ? value : list;
  };
}

/** Takes elements out; an array without such an element stays the same. */
function without(test: Test, path: string): Change {
  return value => {
    if (value === undefined) return value;
    const kept = arrayOf(value, path).filter(element => !test(element));
    return kept.length === (value as unknown[]).length ? value : kept;
  };
}

function pullTest(operand: unknown): Test {
  if (isOperatorDoc(operand)) return elementMatcher(operand);
  if (isRegex(operand)) return elementMatcher({ $regex: operand });
  if (!isDoc(operand)) return element => equalValues(element, operand);
  const test = createMatcher(operand);
  return element => isDoc(element) && test(element);
}

function currentDate(operand: unknown): unknown {
  const kind = isDoc(operand) ? operand.$type : 'date';
  if (kind === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  if (kind !== 'date') throw new MongoError(2, "The '$type' string field is required to be 'date' or 'timestamp'");
  return new Date();
}

function extreme(sign: 1 | -1): (operand: unknown) => Change {
  return operand => value => (value === undefined || sign * compareValues(operand, value) > 0 ? operand : value);
}

export const operators: Record<string, (operand: unknown, path: string) => Change> = {
  $set: operand => () => operand,
  $setOnInsert: operand => () => operand,
  $unset: () => () => removed,
  $inc: (operand, path) => {
    number(operand, path);
    return value => (value === undefined ? operand : calculate(number(value, path), operand, plus));
  },
  $mul: (operand, path) => {
    number(operand, path);
    return value => calculate(value === undefined ? 0 : number(value, path), operand, times);
  },
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: operand => () => currentDate(operand),
  $push: push,
  $addToSet: addToSet,
  $pop: (operand, path) => value => {
    if (value === undefined || arrayOf(value, path).length === 0) return value;
    return Number(operand) < 0 ? arrayOf(value, path).slice(1) : arrayOf(value, path).slice(0, -1);
  },
  $pull: (operand, path) => without(pullTest(operand), path),
  $pullAll: (operand, path) => {
    const items = arrayOf(operand, '$pullAll');
    return without(element => items.some(item => equalValues(item, element)), path);
  },
};

/** They change what is there, and make nothing on the way to it. */
export const neverCreates = words('$unset $pop $pull $pullAll');

/** They compare with what is stored by its bytes, and not by a collation. */
export const comparing = words('$addToSet $pull $pullAll $min $max $push');
