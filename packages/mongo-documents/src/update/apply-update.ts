/** Applies an update (operators, a replacement, or a pipeline) to a decoded document. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { equalValues } from '../keys/compare';
import { createMatcher } from '../query/matcher';
import { mingoStages } from '../query/mingo';
import type { Test } from '../query/operators';
import { valueAt } from '../query/paths';
import { matchedElement } from '../query/positional';
import { words } from '../words';
import { editPath, removed, setPath } from './edit-path';
import { comparing, neverCreates, operators } from './operators';
import { isReplacement, type UpdateRequest } from './update-request';

interface Step {
  path: string;
  operator: string;
  operand: unknown;
}

function dollarField(name: string): MongoError {
  return new MongoError(
    52,
    `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );
}

/** What is to be done, field by field in the order of their names, whatever operator they come with. */
function stepsOf(update: Doc, inserting: boolean): Step[] {
  const steps = Object.entries(update).flatMap(([operator, fields]) => {
    if (operator === '$bit') throw notSupported(operator);
    if (!(operator in operators) && operator !== '$rename')
      throw new MongoError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDoc(fields))
      throw new MongoError(9, `Modifiers operate on fields but we found type ${typeof fields} instead`);
    if (operator === '$setOnInsert' && !inserting) return [];
    return Object.entries(fields).map(([path, operand]) => ({ path, operator, operand }));
  });
  for (const { path } of steps) {
    if (path.split('.').includes(''))
      throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
    // A new document may have such names at its top.
    if (path.startsWith('$') && !inserting) throw dollarField(path);
  }
  const byName = (a: string, b: string): number => Number(a > b) - Number(a < b);
  refuseOverlaps(
    steps
      .flatMap(({ path, operator, operand }) => (operator === '$rename' ? [path, String(operand)] : [path]))
      .map(path => path.replaceAll('.', '\u0000'))
      .sort(byName),
  );
  return steps.sort((a, b) => byName(a.path, b.path));
}

/** In order, a path that another one lies beneath comes right before it. */
function refuseOverlaps(sorted: string[]): void {
  const at = sorted.findIndex(
    (path, i) => i + 1 < sorted.length && `${sorted[i + 1]}\u0000`.startsWith(`${path}\u0000`),
  );
  if (at < 0) return;
  const [upper, lower] = sorted.slice(at, at + 2).map(path => path.replaceAll('\u0000', '.'));
  throw new MongoError(40, `Updating the path '${lower}' would create a conflict at '${upper}'`);
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
function arrayFilterTests({ arrayFilters = [], ...options }: UpdateRequest): Map<string, Test> {
  const tests = new Map<string, Test>();
  for (const filter of arrayFilters) {
    const name = identifierOf(filter);
    if (name === undefined || tests.has(name))
      throw new MongoError(9, 'each of arrayFilters needs a top-level field name of its own');
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

function applyOperators(doc: Doc, request: UpdateRequest): Doc {
  const steps = stepsOf(request.update as Doc, request.inserting === true);
  const arrayFilters = arrayFilterTests(request);
  let result = doc;
  for (const { path, operator, operand } of steps) {
    if (request.collate && comparing.has(operator)) throw notSupported(`${operator} with a collation`);
    const change = operators[operator]?.(operand, path);
    if (change === undefined) {
      result = rename(result, path, String(operand));
    } else {
      const parts = resolvePositional(path, doc, request);
      result = editPath(result, { parts, create: !neverCreates.has(operator), change, arrayFilters });
    }
  }
  return result;
}

const updateStages = words('$set $addFields $unset $project $replaceRoot $replaceWith');

function applyPipeline(doc: Doc, stages: Doc[], variables: Doc): Doc {
  for (const stage of stages) {
    const name = Object.keys(stage)[0] ?? '';
    if (!updateStages.has(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
  }
  const [result] = mingoStages([doc], stages, variables);
  return { ...result };
}

function checkId(before: unknown, after: unknown): void {
  if (before === undefined || after === before || (after !== undefined && equalValues(before, after))) return;
  throw new MongoError(66, "After applying the update, the (immutable) field '_id' was found to have been altered");
}

/** The updated document; the same object when nothing changed. */
export function applyUpdate(doc: Doc, request: UpdateRequest): Doc {
  const { update, variables = {} } = request;
  if (!Array.isArray(update) && !isReplacement(update)) {
    const result = applyOperators(doc, request);
    checkId(doc._id, result._id);
    return result;
  }
  const bad = Object.keys(update).find(name => name.startsWith('$'));
  if (bad) throw dollarField(bad);
  const { _id = doc._id, ...rest } = Array.isArray(update) ? applyPipeline(doc, update, variables) : update;
  checkId(doc._id, _id);
  return _id === undefined ? rest : { _id: doc._id ?? _id, ...rest };
}
