/** $lookup as indexed queries of the other collection, one for each document. */
import { type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { evaluateExpression } from '../query/expression';
import { isRegex } from '../query/comparison';
import { someValue } from '../query/paths';
import { editPath } from '../update/edit-path';
import { checkStages, runPipeline, type PipelineContext } from './pipeline';

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

/** Adds to each document, under `as`, what it is joined with. */
export function* lookup(context: PipelineContext, documents: Iterable<Doc>, stage: Doc): Generator<Doc> {
  const { from, as, localField, foreignField, let: lets = {}, pipeline = [] } = stage as unknown as Lookup;
  if (typeof from !== 'string' || typeof as !== 'string') throw new MongoError(9, '$lookup needs "from" and "as"');
  if ((localField === undefined) !== (foreignField === undefined))
    throw new MongoError(9, '$lookup requires both or neither of localField and foreignField');
  checkStages(pipeline);
  const { hint: _ours, ...others } = context;
  for (const doc of documents) {
    const variables = { ...context.variables };
    for (const [name, expression] of Object.entries(lets))
      variables[name] = evaluateExpression(doc, expression, { variables: context.variables }) ?? null;
    const join =
      localField === undefined || foreignField === undefined
        ? []
        : [{ $match: joinFilter(doc, localField, foreignField) }];
    const joined = [...runPipeline({ ...others, variables }, context.collection(from), [...join, ...pipeline])];
    yield editPath(doc, { parts: as.split('.'), create: true, change: () => joined, arrayFilters: new Map() });
  }
}
