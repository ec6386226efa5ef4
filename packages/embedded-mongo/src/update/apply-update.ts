/** Applies an update (operators, a replacement, or a pipeline) to a decoded document. */
import { equalValues } from '../bson/compare';
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { mingoStages, type ExpressionOptions } from '../query/mingo';
import { createMatcher } from '../query/matcher';
import { valueAt } from '../query/paths';
import { matchedElement } from '../query/project';
import { editPath, removed, setPath } from './edit-path';
import { operators } from './operators';

export interface UpdateRequest extends ExpressionOptions {
  update: Doc | Doc[];
  /** The filter that found the document: tells which array element the positional $ means. */
  filter: Doc;
  arrayFilters?: Doc[];
  /** The document is about to be inserted: $setOnInsert counts. */
  inserting?: boolean;
}

/** Is this a replacement document (no operators)? */
export function isReplacement(update: Doc | Doc[]): update is Doc {
  return !Array.isArray(update) && !(Object.keys(update)[0] ?? '').startsWith('$');
}

interface Step {
  path: string;
  operator: string;
  operand: unknown;
}

function stepsOf(update: Doc, inserting: boolean): Step[] {
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!(operator in operators) && operator !== '$rename') {
      throw new MongoError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDoc(fields))
      throw new MongoError(
        9,
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    if (operator === '$setOnInsert' && !inserting) continue;
    for (const [path, operand] of Object.entries(fields)) steps.push({ path, operator, operand });
  }
  return steps;
}

function checkPaths(steps: Step[], inserting: boolean): void {
  const paths: string[] = [];
  for (const { path, operator, operand } of steps) {
    if (path === '' || path.split('.').includes(''))
      throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
    // A new document may have such names at its top.
    if (path.startsWith('$') && !inserting)
      throw new MongoError(
        52,
        `The dollar ($) prefixed field '${path}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    paths.push(path);
    if (operator === '$rename') paths.push(String(operand));
  }
  // In order, a path that another one lies beneath comes right before it.
  const sorted = paths.map(path => path.split('.').join('\u0000')).sort();
  sorted.forEach((path, i) => {
    const next = sorted[i + 1];
    if (next === undefined || (next !== path && !next.startsWith(`${path}\u0000`))) return;
    const [shown, at] = [next, path].map(text => text.split('\u0000').join('.'));
    throw new MongoError(40, `Updating the path '${shown}' would create a conflict at '${at}'`);
  });
}

/** Replaces the positional $ by the number of the element that the filter matched. */
function resolvePositional(path: string, doc: Doc, { filter, collate }: UpdateRequest): string[] {
  const parts = path.split('.');
  const at = parts.indexOf('$');
  if (at < 0) return parts;
  const found = matchedElement(filter, doc, parts.slice(0, at).join('.'), collate ? { collate } : {});
  if (found < 0) throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
  return parts.map((part, i) => (i === at ? String(found) : part));
}

/** One predicate for each identifier of arrayFilters: {'x.a': 1} tests field a of the element, {x: 1} the element itself. */
function arrayFilterTests({
  arrayFilters = [],
  ...options
}: UpdateRequest): Map<string, (element: unknown) => boolean> {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of arrayFilters) {
    const name = identifierOf(filter);
    if (name === undefined)
      throw new MongoError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (tests.has(name))
      throw new MongoError(9, `Found multiple array filters with the same top-level field name ${name}`);
    const test = createMatcher(filter, options);
    tests.set(name, element => test({ [name]: element }));
  }
  return tests;
}

function identifierOf(filter: Doc): string | undefined {
  for (const [name, value] of Object.entries(filter)) {
    if (!name.startsWith('$')) return name.split('.')[0];
    if (Array.isArray(value) && isDoc(value[0])) return identifierOf(value[0]);
  }
  return undefined;
}

function rename(doc: Doc, path: string, target: string): Doc {
  const value = valueAt(doc, path);
  if (value === undefined) return doc;
  return setPath(setPath(doc, path, removed), target, value);
}

/** They compare with what is stored, by its bytes. */
const comparing = new Set(['$addToSet', '$pull', '$pullAll', '$min', '$max', '$push']);

function applyOperators(doc: Doc, request: UpdateRequest): Doc {
  const steps = stepsOf(request.update as Doc, request.inserting === true);
  checkPaths(steps, request.inserting === true);
  const arrayFilters = arrayFilterTests(request);
  // MongoDB treats fields in the order of their names, whatever operator they come with.
  steps.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  let result = doc;
  for (const { path, operator, operand } of steps) {
    if (request.collate && comparing.has(operator)) throw notSupported(`${operator} with a collation`);
    const known = operators[operator];
    if (known === undefined) {
      result = rename(result, path, String(operand));
    } else {
      const parts = resolvePositional(path, doc, request);
      result = editPath(result, { parts, create: known.create, change: known.change(operand, path), arrayFilters });
    }
  }
  return result;
}

const updateStages = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

function applyPipeline(doc: Doc, stages: Doc[], variables: Doc): Doc {
  for (const stage of stages) {
    const name = Object.keys(stage)[0] ?? '';
    if (!updateStages.has(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
  }
  const [result] = mingoStages([doc], stages, variables);
  return { ...result };
}

function withId(doc: Doc, id: unknown): Doc {
  if (id === undefined) return doc;
  const { _id, ...rest } = doc;
  return { _id: id, ...rest };
}

/** The updated document; the same object when nothing changed. */
export function applyUpdate(doc: Doc, request: UpdateRequest): Doc {
  const { update } = request;
  if (isReplacement(update)) {
    if (update._id !== undefined && doc._id !== undefined && !equalValues(update._id, doc._id)) {
      throw new MongoError(
        66,
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${JSON.stringify(update._id)}`,
      );
    }
    const bad = Object.keys(update).find(name => name.startsWith('$'));
    if (bad)
      throw new MongoError(
        52,
        `The dollar ($) prefixed field '${bad}' in '${bad}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    return withId(update, doc._id ?? update._id);
  }
  const result = Array.isArray(update)
    ? applyPipeline(doc, update, request.variables ?? {})
    : applyOperators(doc, request);
  if (doc._id !== undefined && result._id !== doc._id && !equalValues(result._id, doc._id)) {
    if (Array.isArray(update) && result._id === undefined) return withId(result, doc._id);
    throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return result;
}
