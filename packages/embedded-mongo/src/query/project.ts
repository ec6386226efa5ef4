/** Projections of find: inclusion, exclusion, $slice, $elemMatch, the positional $, and computed fields. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { isNumeric } from '../update/arithmetic';
import { evaluateExpression, type ExpressionOptions } from './mingo';
import { createMatcher, elementMatcher, isOperatorDoc } from './matcher';

/** A tree of path parts; a leaf is what to do with the field. */
type Leaf = { keep: boolean } | { make: (doc: Doc, value: unknown) => unknown };
interface Tree {
  [name: string]: Tree | Leaf;
}

export type Projector = (doc: Doc) => Doc;

function isLeaf(node: Tree | Leaf): node is Leaf {
  return (
    typeof (node as Leaf & { keep?: unknown }).keep === 'boolean' ||
    typeof (node as { make?: unknown }).make === 'function'
  );
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : Number(value) !== 0;
}

function plant(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.split('.');
  if (parts.includes('')) throw new MongoError(40353, 'FieldPath must not end with a dot or hold an empty field name.');
  let at = tree;
  parts.forEach((part, i) => {
    const there = Object.hasOwn(at, part) ? at[part] : undefined;
    if (i === parts.length - 1) {
      if (there !== undefined) throw new MongoError(31250, `Path collision at ${path}`);
      at[part] = leaf;
    } else if (there !== undefined && isLeaf(there)) {
      throw new MongoError(31249, `Path collision at ${path} remaining portion ${parts.slice(i + 1).join('.')}`);
    } else {
      at = (at[part] = there ?? {}) as Tree;
    }
  });
}

function slice(argument: unknown): (value: unknown) => unknown {
  const [first, second] = (Array.isArray(argument) ? argument : [argument]).map(Number) as [number, number?];
  return value => {
    if (!Array.isArray(value)) return value;
    if (second === undefined) return first >= 0 ? value.slice(0, first) : value.slice(first);
    const start = first >= 0 ? first : Math.max(0, value.length + first);
    return value.slice(start, start + second);
  };
}

function elemMatch(operand: unknown, options: ExpressionOptions): (value: unknown) => unknown {
  const test = elementMatcher(operand, options);
  return value => {
    const found = Array.isArray(value) ? value.findIndex(test) : -1;
    return found < 0 ? undefined : [(value as unknown[])[found]];
  };
}

/** The number of the array element that made the filter match: the first one that meets the condition on the array. */
export function matchedElement(filter: Doc, doc: Doc, path: string, options: ExpressionOptions): number {
  const array = path.split('.').reduce<unknown>((at, part) => (isDoc(at) ? at[part] : undefined), doc);
  if (!Array.isArray(array)) return -1;
  for (const test of elementTests(filter, path, options)) {
    const found = array.findIndex(test);
    if (found >= 0) return found;
  }
  return -1;
}

function elementTests(filter: Doc, path: string, options: ExpressionOptions): ((element: unknown) => boolean)[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if ((name === '$and' || name === '$or') && Array.isArray(value))
      return value.flatMap(item => elementTests(item as Doc, path, options));
    if (name === path)
      return [
        isOperatorDoc(value) && '$elemMatch' in value
          ? elementMatcher(value.$elemMatch, options)
          : elementMatcher(isOperatorDoc(value) ? value : { $eq: value }, options),
      ];
    if (name.startsWith(`${path}.`))
      return [createMatcher({ [name.slice(path.length + 1).replace(/^\d+\./, '')]: value }, options)];
    return [];
  });
}

function positional(filter: Doc, path: string, options: ExpressionOptions): (doc: Doc, value: unknown) => unknown {
  return (doc, value) => {
    if (!Array.isArray(value)) return value;
    const at = matchedElement(filter, doc, path, options);
    if (at < 0)
      throw new MongoError(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return [value[at]];
  };
}

interface Shape {
  tree: Tree;
  /** Inclusion keeps what is named; exclusion keeps the rest. Undefined while only neutral operators were seen. */
  inclusive: boolean | undefined;
  keepId: boolean;
}

function readProjection(projection: Doc, filter: Doc, options: ExpressionOptions): Shape {
  const shape: Shape = { tree: {}, inclusive: undefined, keepId: true };
  const decide = (inclusive: boolean, path: string): void => {
    if (shape.inclusive !== undefined && shape.inclusive !== inclusive) {
      throw new MongoError(
        inclusive ? 31253 : 31254,
        `Cannot do ${inclusive ? 'inclusion' : 'exclusion'} on field ${path} in ${inclusive ? 'exclusion' : 'inclusion'} projection`,
      );
    }
    shape.inclusive = inclusive;
  };
  const read = (path: string, value: unknown): void => {
    if (path === '_id' && isFlag(value)) {
      shape.keepId = truth(value);
    } else if (path.endsWith('.$')) {
      decide(true, path);
      plant(shape.tree, path.slice(0, -2), { make: positional(filter, path.slice(0, -2), options) });
    } else if (isFlag(value)) {
      decide(truth(value), path);
      plant(shape.tree, path, { keep: truth(value) });
    } else if (isDoc(value) && !isOperatorDoc(value)) {
      for (const [name, inner] of Object.entries(value)) read(`${path}.${name}`, inner);
    } else if (isDoc(value) && '$slice' in value && isSliceNumbers(value.$slice)) {
      const cut = slice(value.$slice);
      plant(shape.tree, path, { make: (_doc, field) => cut(field) });
    } else if (isDoc(value) && '$elemMatch' in value) {
      decide(true, path);
      const pick = elemMatch(value.$elemMatch, options);
      plant(shape.tree, path, { make: (_doc, field) => pick(field) });
    } else if (isDoc(value) && '$meta' in value) {
      throw notSupported('$meta');
    } else {
      decide(true, path);
      plant(shape.tree, path, { make: doc => evaluateExpression(doc, value, options) });
    }
  };
  for (const [path, value] of Object.entries(projection)) read(path, value);
  return shape;
}

function isSliceNumbers(argument: unknown): boolean {
  return (Array.isArray(argument) ? argument : [argument]).every(item => typeof item === 'number');
}

function apply(value: unknown, tree: Tree, inclusive: boolean, doc: Doc, top: boolean): unknown {
  if (Array.isArray(value)) {
    return value
      .filter(item => !inclusive || isDoc(item) || Array.isArray(item))
      .map(item => apply(item, tree, inclusive, doc, false));
  }
  if (!isDoc(value)) return inclusive ? undefined : value;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const node = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (node === undefined) {
      if (!inclusive || (top && name === '_id')) result[name] = field;
    } else if (!isLeaf(node)) {
      const inner = apply(field, node, inclusive, doc, false);
      if (inner !== undefined) result[name] = inner;
    } else if ('make' in node) {
      const made = node.make(doc, field);
      if (made !== undefined) result[name] = made;
    } else if (node.keep) {
      result[name] = field;
    }
  }
  addComputed(result, value, tree, doc);
  return result;
}

/** Computed fields that the document does not have yet come last. */
function addComputed(result: Doc, value: Doc, tree: Tree, doc: Doc): void {
  for (const [name, node] of Object.entries(tree)) {
    if (Object.hasOwn(value, name) || !isLeaf(node) || !('make' in node)) continue;
    const made = node.make(doc, undefined);
    if (made !== undefined) result[name] = made;
  }
}

/** The fields of a projection that only keeps whole fields: for these a document need not be decoded. */
export function keptFields(projection: Doc): ReadonlySet<string> | undefined {
  const { _id: id = 1, ...others } = projection;
  const values = Object.values(others);
  if (values.length === 0 || !isFlag(id) || Object.keys(others).some(path => path.includes('.'))) return undefined;
  if (!values.every(value => isFlag(value) && truth(value))) return undefined;
  return new Set([...(truth(id) ? ['_id'] : []), ...Object.keys(others)]);
}

/** Compiles a projection; undefined when it leaves documents as they are. */
export function createProjector(
  projection: Doc | undefined,
  filter: Doc,
  options: ExpressionOptions = {},
): Projector | undefined {
  if (projection === undefined || Object.keys(projection).length === 0) return undefined;
  const shape = readProjection(projection, filter, options);
  // {_id: 1} alone includes, {_id: 0} alone excludes.
  const onlyId = shape.inclusive === undefined && Object.keys(shape.tree).length === 0;
  const inclusive = shape.inclusive ?? (onlyId && shape.keepId);
  return doc => {
    const result = apply(doc, shape.tree, inclusive, doc, true) as Doc;
    if (!shape.keepId) delete result._id;
    return result;
  };
}
