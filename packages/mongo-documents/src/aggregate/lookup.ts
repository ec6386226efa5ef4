/** $lookup as indexed queries of the other collection, one for each document. */
import { isDoc, Long, type Doc } from '../bson/codec';
import { isRegex } from '../bson/types';
import { MongoError } from '../errors';
import { encodeValue } from '../keys/encode-value';
import { evaluateExpression } from '../query/mingo';
import { someValue } from '../query/paths';
import { setPath } from '../update/edit-path';

interface Lookup {
  from: string;
  as: string;
  localField?: string;
  foreignField?: string;
  let?: Doc;
  pipeline?: Doc[];
}

/** The condition on the other collection: equal to the local value, or to any element of a local array. */
function joinFilter(doc: Doc, localField: string, foreignField: string): Doc {
  const values: unknown[] = [];
  someValue(doc, localField.split('.'), false, value => {
    if (Array.isArray(value)) values.push(...value);
    else values.push(value ?? null);
    return false;
  });
  const [only] = values;
  return {
    [foreignField]:
      values.length === 1 && !isRegex(only) ? { $eq: only } : { $in: values.filter(value => !isRegex(value)) },
  };
}

/** Runs stages over a collection of the same database. */
export type SubPipeline = (from: string, stages: Doc[], variables: Doc) => Iterable<Doc>;

/** Adds to each document, under `as`, what it is joined with. */
export function* lookup(documents: Iterable<Doc>, stage: Doc, outer: Doc, run: SubPipeline): Generator<Doc> {
  const { from, as, localField, foreignField, let: lets = {}, pipeline = [] } = stage as unknown as Lookup;
  if (typeof from !== 'string' || typeof as !== 'string') throw new MongoError(9, '$lookup needs "from" and "as"');
  if ((localField === undefined) !== (foreignField === undefined))
    throw new MongoError(9, '$lookup requires both or neither of localField and foreignField');
  for (const doc of documents) {
    const variables = { ...outer };
    for (const [name, expression] of Object.entries(lets)) {
      variables[name] = evaluateExpression(doc, expression, { variables: outer }) ?? null;
    }
    const join =
      localField === undefined || foreignField === undefined
        ? []
        : [{ $match: joinFilter(doc, localField, foreignField) }];
    const joined = [...run(from, [...join, ...pipeline], variables)];
    yield setPath(doc, as, joined);
  }
}

/** Follows $graphLookup from document to document, a query for each step, until nothing new is found. */
export function* graphLookup(documents: Iterable<Doc>, stage: Doc, outer: Doc, run: SubPipeline): Generator<Doc> {
  const { from, as, connectFromField, connectToField, startWith, depthField } = stage as Record<string, string>;
  const { maxDepth = Infinity, restrictSearchWithMatch: only } = stage;
  if (!from || !as || !connectFromField || !connectToField || startWith === undefined)
    throw new MongoError(40105, '$graphLookup requires from, as, startWith, connectFromField and connectToField');
  for (const doc of documents) {
    const found = new Map<string, Doc>();
    let values = [evaluateExpression(doc, startWith, { variables: outer })].flat();
    for (let depth = 0; depth <= Number(maxDepth) && values.length > 0; depth++) {
      const match = { [connectToField]: { $in: values.map(value => value ?? null) } };
      const step = [...run(from, [{ $match: isDoc(only) ? { $and: [match, only] } : match }], outer)];
      values = [];
      for (const next of step) {
        const key = encodeValue(next._id).toString('latin1');
        if (found.has(key)) continue;
        found.set(key, depthField ? { ...next, [depthField]: Long.fromNumber(depth) } : next);
        someValue(next, connectFromField.split('.'), false, value => {
          values.push(...[value ?? []].flat());
          return false;
        });
      }
    }
    const joined = [...found.values()];
    yield setPath(doc, as, joined);
  }
}
