/** The update operators, each as a function from a field's value to its new value. */
import { compareValues, equalValues } from '../bson/compare';
import { isDoc, Timestamp, typeName } from '../bson/codec';
import { MongoError } from '../errors';
import { isRegex } from '../query/comparison';
import { createMatcher, elementMatcher, isOperatorDoc } from '../query/matcher';
import { compareBy } from '../query/sort';
import { add, bitwise, isNumeric, multiply } from './arithmetic';
import { removed } from './edit-path';

type Change = (value: unknown) => unknown;

export interface Operator {
  /** Makes containers that are missing on the way to the field. */
  create: boolean;
  change: (operand: unknown, path: string) => Change;
}

function arrayOf(value: unknown, operator: string, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(2, `The field '${path}' must be an array but is of type ${typeName(value)} (${operator})`);
}

function number(
  operator: string,
  compute: (value: unknown, operand: unknown) => unknown,
  initial: (operand: unknown) => unknown,
): Operator {
  return {
    create: true,
    change: (operand, path) => {
      if (!isNumeric(operand))
        throw new MongoError(
          14,
          `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
        );
      return value => {
        if (value === undefined) return initial(operand);
        if (!isNumeric(value))
          throw new MongoError(
            14,
            `Cannot apply ${operator} to a value of non-numeric type. {_id} has the field '${path}' of non-numeric type ${typeName(value)}`,
          );
        return compute(value, operand);
      };
    },
  };
}

interface Push {
  items: unknown[];
  position?: number;
  slice?: number;
  sort?: unknown;
}

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort']);

function readPush(operand: unknown): Push {
  if (!isDoc(operand) || !('$each' in operand)) return { items: [operand] };
  const unknown = Object.keys(operand).find(name => !pushModifiers.has(name));
  if (unknown) throw new MongoError(2, `Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(operand.$each))
    throw new MongoError(
      2,
      `The argument to $each in $push must be an array but it was of type: ${typeName(operand.$each)}`,
    );
  return {
    items: operand.$each,
    ...(operand.$position === undefined ? {} : { position: Number(operand.$position) }),
    ...(operand.$slice === undefined ? {} : { slice: Number(operand.$slice) }),
    sort: operand.$sort,
  };
}

function push(value: unknown, { items, position, slice, sort }: Push, path: string): unknown {
  const list = value === undefined ? [] : [...arrayOf(value, '$push', path)];
  list.splice(position ?? list.length, 0, ...items);
  if (isDoc(sort)) list.sort(compareBy(sort));
  else if (sort !== undefined) list.sort((a, b) => Number(sort) * compareValues(a, b));
  if (slice === undefined) return list;
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

function addToSet(value: unknown, items: unknown[], path: string): unknown {
  const list = value === undefined ? [] : arrayOf(value, '$addToSet', path);
  const added: unknown[] = [];
  for (const item of items) {
    if (![...list, ...added].some(other => equalValues(other, item))) added.push(item);
  }
  return added.length === 0 && value !== undefined ? value : [...list, ...added];
}

function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isRegex(operand) || isOperatorDoc(operand))
    return elementMatcher(isOperatorDoc(operand) ? operand : { $regex: operand });
  if (isDoc(operand)) {
    const test = createMatcher(operand);
    return element => isDoc(element) && test(element);
  }
  return element => equalValues(element, operand);
}

function without(value: unknown, test: (element: unknown) => boolean, operator: string, path: string): unknown {
  if (value === undefined) return value;
  const list = arrayOf(value, operator, path);
  const kept = list.filter(element => !test(element));
  return kept.length === list.length ? value : kept;
}

function currentDate(operand: unknown): unknown {
  const kind = isDoc(operand) ? operand.$type : 'date';
  if (kind === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  if (kind !== 'date') throw new MongoError(2, "The '$type' string field is required to be 'date' or 'timestamp'");
  return new Date();
}

export const operators: Record<string, Operator> = {
  $set: { create: true, change: operand => () => operand },
  $setOnInsert: { create: true, change: operand => () => operand },
  $unset: { create: false, change: () => () => removed },
  $inc: number('$inc', add, operand => operand),
  $mul: number('$mul', multiply, operand => multiply(operand, 0)),
  $min: {
    create: true,
    change: operand => value => (value === undefined || compareValues(operand, value) < 0 ? operand : value),
  },
  $max: {
    create: true,
    change: operand => value => (value === undefined || compareValues(operand, value) > 0 ? operand : value),
  },
  $currentDate: { create: true, change: operand => () => currentDate(operand) },
  $bit: {
    create: true,
    change: operand => value => {
      let result: unknown = value ?? 0;
      for (const [operation, bits] of Object.entries(isDoc(operand) ? operand : {}))
        result = bitwise(result, operation, bits);
      return result;
    },
  },
  $push: {
    create: true,
    change: (operand, path) => {
      const what = readPush(operand);
      return value => push(value, what, path);
    },
  },
  $addToSet: {
    create: true,
    change: (operand, path) => {
      const items = isDoc(operand) && '$each' in operand ? arrayOf(operand.$each, '$addToSet', path) : [operand];
      return value => addToSet(value, items, path);
    },
  },
  $pop: {
    create: false,
    change: (operand, path) => value => {
      if (value === undefined) return value;
      const list = arrayOf(value, '$pop', path);
      if (list.length === 0) return value;
      return Number(operand) < 0 ? list.slice(1) : list.slice(0, -1);
    },
  },
  $pull: {
    create: false,
    change: (operand, path) => {
      const test = pullTest(operand);
      return value => without(value, test, '$pull', path);
    },
  },
  $pullAll: {
    create: false,
    change: (operand, path) => {
      const items = arrayOf(operand, '$pullAll', path);
      return value => without(value, element => items.some(item => equalValues(item, element)), '$pullAll', path);
    },
  },
};
