/** Runs an aggregation pipeline: its beginning becomes an indexed query, joins are ours, the rest is mingo's, all lazily. */
import { decode, isDoc, type Doc } from '../bson/codec';
import { MongoError, notOfAtlas, notSupported } from '../errors';
import type { Collate } from '../keys/compare';
import { countDocuments, findDocuments, type FindRequest, type Reader } from '../query/find';
import { createMatcher } from '../query/matcher';
import { mingoStages } from '../query/mingo';
import { sortBy, sortFields } from '../query/sort';
import type { Collection } from '../storage/catalog';
import { words } from '../words';
import { graphLookup, lookup, type SubPipeline } from './lookup';

export interface PipelineContext {
  reader: Reader;
  /** Another collection of the same database. */
  collection: (name: string) => Collection | undefined;
  variables: Doc;
  /** What $indexStats, $collStats and $listLocalSessions give. */
  describe: (stage: string, collection: Collection | undefined) => Doc[];
  hint?: unknown;
  collate?: Collate;
}

const mingoStageNames = words(
  '$addFields $set $bucket $bucketAuto $count $densify $fill $group $limit $project $redact $replaceRoot $replaceWith $sample $setWindowFields $skip $sortByCount $unset $unwind',
);
const ownStages = words(
  '$match $sort $lookup $graphLookup $facet $unionWith $documents $listLocalSessions $indexStats $collStats $out $merge',
);
const refusedStages = words(
  '$changeStream $geoNear $listSessions $currentOp $planCacheStats $changeStreamSplitLargeEvent',
);

const describedStages = new Set(['$indexStats', '$collStats', '$listLocalSessions']);

/** Name and argument of a stage. */
export function stageOf(stage: unknown): { name: string; argument: unknown } {
  const entries = isDoc(stage) ? Object.entries(stage) : [];
  const [first] = entries;
  if (entries.length !== 1 || first === undefined)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return { name: first[0], argument: first[1] };
}

/** Refuses unknown and unsupported stages before anything runs. */
export function checkStages(pipeline: Doc[]): void {
  for (const stage of pipeline) {
    const { name, argument } = stageOf(stage);
    if (/search/i.test(name)) throw notOfAtlas(name);
    if (refusedStages.has(name)) throw notSupported(name);
    if (!mingoStageNames.has(name) && !ownStages.has(name))
      throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (name === '$match') createMatcher(argumentDoc(name, argument), { variables: {} });
    if (name === '$sort') sortFields(argumentDoc(name, argument));
    if (name === '$facet') Object.values(argumentDoc(name, argument)).forEach(inner => checkStages(inner as Doc[]));
    if (name === '$limit' && !(Number(argument) > 0)) throw new MongoError(15958, 'the limit must be positive');
    if (name === '$skip' && !(Number(argument) >= 0))
      throw new MongoError(
        5107200,
        `invalid argument to $skip stage: Expected a non-negative number in: $skip: ${String(argument)}`,
      );
  }
}

/** Stages in which no strings are compared, or by our own code. */
const collatedStages = words('$match $sort $skip $limit $count $unset $unwind $lookup');

/** Grouping and expressions compare strings by their bytes, so a collation is refused with them. */
export function checkCollatedStages(pipeline: Doc[]): void {
  for (const stage of pipeline) {
    const { name, argument } = stageOf(stage);
    const inner = isDoc(argument) && Array.isArray(argument.pipeline) ? (argument.pipeline as Doc[]) : [];
    const computes = isDoc(argument) && name === '$lookup' && argument.let !== undefined;
    const counts = countField([stage]) !== undefined;
    if (!(counts || collatedStages.has(name)) || computes) throw notSupported(`${name} with a collation`);
    checkCollatedStages(inner);
  }
}

function argumentDoc(name: string, argument: unknown): Doc {
  if (!isDoc(argument)) throw new MongoError(15959, `the ${name} stage's argument must be an object`);
  return argument;
}

export interface Beginning {
  request: FindRequest;
  /** How many stages the query answers. */
  stages: number;
}

/** The query that answers the first stages: $match, $sort, $skip, $limit in this order. */
export function beginningOf(
  pipeline: Doc[],
  { variables, hint, collate }: Pick<PipelineContext, 'variables' | 'hint' | 'collate'>,
): Beginning {
  const matches: Doc[] = [];
  let at = 0;
  const take = (name: string): unknown => {
    const stage = pipeline[at];
    if (stage === undefined || stageOf(stage).name !== name) return undefined;
    at++;
    return stageOf(stage).argument;
  };
  for (let match = take('$match'); match !== undefined; match = take('$match'))
    matches.push(argumentDoc('$match', match));
  const sort = take('$sort');
  const skip = take('$skip');
  const limit = take('$limit');
  const filter = matches.length === 0 ? {} : matches.length === 1 ? (matches[0] as Doc) : { $and: matches };
  return {
    stages: at,
    request: {
      filter,
      variables,
      hint,
      ...(collate ? { collate } : {}),
      ...(sort ? { sort: sort as Doc } : {}),
      skip: Number(skip ?? 0),
      limit: Number(limit ?? 0),
    },
  };
}

/** {$group: {_id: <constant>, n: {$sum: 1}}} as countDocuments of the drivers sends it: the field to count into. */
function countField(stages: Doc[]): { id: unknown; field: string } | undefined {
  const [stage] = stages;
  if (stages.length !== 1 || stage === undefined) return undefined;
  const { name, argument } = stageOf(stage);
  if (name === '$count' && typeof argument === 'string') return { id: undefined, field: argument };
  if (name !== '$group' || !isDoc(argument)) return undefined;
  const [id, sum, ...more] = Object.entries(argument);
  if (!id || !sum || more.length > 0 || id[0] !== '_id') return undefined;
  const constant = id[1] === null || typeof id[1] === 'number';
  return constant && isDoc(sum[1]) && Object.keys(sum[1]).length === 1 && sum[1].$sum === 1
    ? { id: id[1], field: sum[0] }
    : undefined;
}

function* counted(
  context: PipelineContext,
  collection: Collection,
  request: FindRequest,
  into: { id: unknown; field: string },
): Generator<Doc> {
  const n = countDocuments(context.reader, collection, request);
  if (n > 0) yield into.id === undefined ? { [into.field]: n } : { _id: into.id, [into.field]: n };
}

function* decoded(context: PipelineContext, collection: Collection, request: FindRequest): Generator<Doc> {
  for (const { raw, doc } of findDocuments(context.reader, collection, request).results) yield doc ?? decode(raw);
}

/** The documents a pipeline gives over a collection (undefined: it does not exist and is empty). */
export function runPipeline(
  context: PipelineContext,
  collection: Collection | undefined,
  pipeline: Doc[],
): Iterable<Doc> {
  const first = pipeline[0] && stageOf(pipeline[0]).name;
  if (first !== undefined && describedStages.has(first)) {
    return runStages(context, context.describe(first, collection), pipeline.slice(1));
  }
  const { request, stages } = beginningOf(pipeline, context);
  const rest = pipeline.slice(stages);
  if (collection === undefined) return runStages(context, [], rest);
  const into = countField(rest);
  if (into) return counted(context, collection, request, into);
  return runStages(context, decoded(context, collection, request), rest);
}

/** Runs stages over documents. */
function runStages(context: PipelineContext, documents: Iterable<Doc>, stages: Doc[]): Iterable<Doc> {
  let result = documents;
  let mingo: Doc[] = [];
  const flush = (): void => {
    if (mingo.length > 0) result = mingoStages(result, mingo, context.variables);
    mingo = [];
  };
  for (const stage of stages) {
    const { name, argument } = stageOf(stage);
    if (mingoStageNames.has(name)) {
      mingo.push(stage);
      continue;
    }
    flush();
    result = ownStage(context, result, name, argument);
  }
  flush();
  return result;
}

/** Runs the pipeline of a stage over another collection. */
function subPipeline(context: PipelineContext): SubPipeline {
  const { hint: _ours, ...others } = context;
  return (from, stages, variables) => {
    checkStages(stages);
    return runPipeline({ ...others, variables }, context.collection(from), stages);
  };
}

function ownStage(context: PipelineContext, documents: Iterable<Doc>, name: string, argument: unknown): Iterable<Doc> {
  switch (name) {
    case '$match':
      return matching(documents, createMatcher(argumentDoc(name, argument), context));
    case '$sort':
      return sorting(documents, argumentDoc(name, argument), context.collate);
    case '$lookup':
      return lookup(documents, argumentDoc(name, argument), context.variables, subPipeline(context));
    case '$graphLookup':
      return graphLookup(documents, argumentDoc(name, argument), context.variables, subPipeline(context));
    case '$facet':
      return facet(context, documents, argumentDoc(name, argument));
    case '$unionWith':
      return union(context, documents, argument);
    case '$documents':
      return argument as Doc[];
    default:
      throw new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
}

function* matching(documents: Iterable<Doc>, matches: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of documents) if (matches(doc)) yield doc;
}

function* sorting(documents: Iterable<Doc>, spec: Doc, collate?: Collate): Generator<Doc> {
  yield* sortBy(documents, spec, collate);
}

function* facet(context: PipelineContext, documents: Iterable<Doc>, facets: Doc): Generator<Doc> {
  const all = [...documents];
  const result: Doc = {};
  for (const [name, stages] of Object.entries(facets))
    result[name] = [
      ...runStages(
        context,
        all.map(doc => ({ ...doc })),
        stages as Doc[],
      ),
    ];
  yield result;
}

function* union(context: PipelineContext, documents: Iterable<Doc>, argument: unknown): Generator<Doc> {
  yield* documents;
  const { coll, pipeline = [] } = (typeof argument === 'string' ? { coll: argument } : argument) as {
    coll: string;
    pipeline?: Doc[];
  };
  checkStages(pipeline);
  yield* runPipeline(context, context.collection(coll), pipeline);
}
