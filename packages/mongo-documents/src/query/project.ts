/** The projection of find and findAndModify: inclusion, exclusion, $slice, $elemMatch, the positional $, computed fields. */
import { decodeExact, encode, isDoc, type Doc } from '../bson/codec';
import { pickElements } from '../bson/raw';
import { isNumeric } from '../bson/types';
import { MongoError, notSupported } from '../errors';
import { evaluateExpression, type ExpressionOptions } from './mingo';
import { elementMatcher } from './matcher';
import { isOperatorDoc } from './paths';
import { matchedElement } from './positional';
import type { Query } from './query';

/** What becomes of a field: kept, left out, or made from the document and its value; a field of fields is a map. */
type Make = (value: unknown, doc: Doc) => unknown;
type Tree = Map<string, boolean | Make | Tree>;

export type Projector = (doc: Doc) => Doc;

function plant(tree: Tree, path: string, leaf: boolean | Make): void {
  const parts = path.split('.');
  if (parts.includes('')) throw new MongoError(40353, 'FieldPath must not end with a dot or hold an empty field name.');
  const last = parts.pop() as string;
  let at = tree;
  for (const part of parts) {
    const there = at.get(part) ?? new Map();
    if (!(there instanceof Map)) throw new MongoError(31249, `Path collision at ${path}`);
    at.set(part, there);
    at = there;
  }
  if (at.has(last)) throw new MongoError(31250, `Path collision at ${path}`);
  at.set(last, leaf);
}

function slice(argument: unknown): Make {
  const [first, count] = [argument].flat().map(Number) as [number, number?];
  return value => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return first >= 0 ? value.slice(0, first) : value.slice(first);
    const start = first >= 0 ? first : Math.max(0, value.length + first);
    return value.slice(start, start + count);
  };
}

function firstElement(operand: unknown, options: ExpressionOptions): Make {
  const test = elementMatcher(operand, options);
  return value => {
    const found = Array.isArray(value) ? value.findIndex(test) : -1;
    return found < 0 ? undefined : [(value as unknown[])[found]];
  };
}

function positional(filter: Doc, path: string, options: ExpressionOptions): Make {
  return (value, doc) => {
    if (!Array.isArray(value)) return value;
    const at = matchedElement(filter, doc, path, options);
    if (at < 0) throw new MongoError(51246, "positional operator '.$' couldn't find a matching element in the array");
    return [value[at]];
  };
}

/** The fields of a projection that only keeps whole fields: for these a document need not be decoded. */
function keptFields(projection: Doc): ReadonlySet<string> | undefined {
  const { _id = 1, ...others } = projection;
  const names = Object.keys(others);
  if (names.length === 0 || !isFlag(_id) || names.some(path => path.includes('.'))) return undefined;
  if (!Object.values(others).every(isTrue)) return undefined;
  return new Set(isTrue(_id) ? ['_id', ...names] : names);
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || isNumeric(value);
const isTrue = (value: unknown): boolean => isFlag(value) && value !== false && Number(value) !== 0;
const isSlice = (argument: unknown): boolean => [argument].flat().every(item => typeof item === 'number');

/** Compiles a projection; undefined when it leaves documents as they are. */
export function createProjector(projection: Doc, filter: Doc, options: ExpressionOptions = {}): Projector | undefined {
  if (Object.keys(projection).length === 0) return undefined;
  const tree: Tree = new Map();
  let keepId = true;
  /** Inclusion keeps what is named; exclusion keeps the rest. Undefined while only neutral operators were seen. */
  let includes: boolean | undefined;
  const add = (path: string, leaf: boolean | Make, inclusive?: boolean): void => {
    if (inclusive !== undefined && inclusive !== (includes ??= inclusive))
      throw new MongoError(
        inclusive ? 31253 : 31254,
        `Cannot do ${inclusive ? 'inclusion' : 'exclusion'} on field ${path} in ${inclusive ? 'exclusion' : 'inclusion'} projection`,
      );
    plant(tree, path, leaf);
  };
  const read = (path: string, value: unknown): void => {
    const array = path.slice(0, -2);
    const flag = isTrue(value);
    if (path === '_id' && isFlag(value)) keepId = flag;
    else if (path.endsWith('.$')) add(array, positional(filter, array, options), true);
    else if (isFlag(value)) add(path, flag, flag);
    else if (!isDoc(value)) add(path, (_value, doc) => evaluateExpression(doc, value, options), true);
    else if (!isOperatorDoc(value)) for (const [name, inner] of Object.entries(value)) read(`${path}.${name}`, inner);
    else if ('$slice' in value && isSlice(value.$slice)) add(path, slice(value.$slice));
    else if ('$elemMatch' in value) add(path, firstElement(value.$elemMatch, options), true);
    else if ('$meta' in value) throw notSupported('$meta');
    else add(path, (_value, doc) => evaluateExpression(doc, value, options), true);
  };
  for (const [path, value] of Object.entries(projection)) read(path, value);
  // {_id: 1} alone includes, {_id: 0} alone excludes.
  const inclusive = includes ?? (tree.size === 0 && keepId);
  if (keepId && inclusive) tree.set('_id', tree.get('_id') ?? true);
  if (!keepId) tree.set('_id', false);
  return doc => apply(doc, tree, inclusive, doc) as Doc;
}

function apply(value: unknown, tree: Tree, inclusive: boolean, doc: Doc): unknown {
  if (Array.isArray(value)) {
    const items = inclusive ? value.filter(item => isDoc(item) || Array.isArray(item)) : value;
    return items.map(item => apply(item, tree, inclusive, doc));
  }
  if (!isDoc(value)) return inclusive ? undefined : value;
  const result: Doc = {};
  const put = (name: string, field: unknown): void => void (field === undefined || (result[name] = field));
  for (const [name, field] of Object.entries(value)) {
    const node = tree.get(name) ?? !inclusive;
    if (node instanceof Map) put(name, apply(field, node, inclusive, doc));
    else if (typeof node === 'function') put(name, node(field, doc));
    else if (node) result[name] = field;
  }
  // Computed fields that the document does not have yet come last.
  for (const [name, node] of tree)
    if (typeof node === 'function' && !Object.hasOwn(value, name)) put(name, node(undefined, doc));
  return result;
}

/** What becomes of the stored bytes; without a projection they are given as they are, whole fields are only copied. */
export function shownBy(projection: Doc, query: Query): (raw: Buffer) => Buffer {
  const project = createProjector(projection, query.filter, query);
  const kept = keptFields(projection);
  if (kept) return raw => pickElements(raw, kept);
  return project ? raw => encode(project(decodeExact(raw))) : raw => raw;
}
