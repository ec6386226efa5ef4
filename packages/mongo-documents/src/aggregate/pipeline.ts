/** Runs an aggregation pipeline: its beginning becomes an indexed query, joins are ours, the rest is mingo's, all lazily. */
import { decode, isDoc, type Doc } from '../bson/codec';
import { MongoError, notOfAtlas, notSupported } from '../errors';
import { createMatcher } from '../query/matcher';
import { mingoStages } from '../query/mingo';
import type { Query } from '../query/query';
import { sortBy, sortFields } from '../query/sort';
import { words } from '../words';
import { graphLookup, lookup, type SubPipeline } from './lookup';

/** A result: the stored bytes of a document that no stage has changed, or a new document. */
export interface Result {
  raw?: Buffer;
  doc?: Doc;
}

/** The collections of a database by their names; one that does not exist is empty, and so is none (undefined). */
export interface Source {
  find(collection: string | undefined, query: Query): Iterable<Result>;
  count(collection: string | undefined, query: Query): number;
}

export interface PipelineContext extends Pick<Query, 'hint' | 'collate'> {
  source: Source;
  /** What $listLocalSessions gives. */
  sessions: Doc[];
  variables: Doc;
}

const mingoStageNames = words(
  '$addFields $set $bucket $bucketAuto $count $densify $fill $group $limit $project $redact $replaceRoot $replaceWith $sample $setWindowFields $skip $sortByCount $unset $unwind',
);
const outputStages = words('$out $merge');
const refusedStages = words(
  '$changeStream $collStats $geoNear $indexStats $listSessions $currentOp $planCacheStats $changeStreamSplitLargeEvent',
);

/** Name and argument of a stage. */
export function stageOf(stage: unknown): { name: string; argument: unknown } {
  const entries = isDoc(stage) ? Object.entries(stage) : [];
  const [first] = entries;
  if (entries.length !== 1 || first === undefined)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return { name: first[0], argument: first[1] };
}

/** What is wrong with the argument of a stage. */
const checks: Record<string, (argument: unknown) => void> = {
  $match: argument => createMatcher(argumentDoc('$match', argument), { variables: {} }),
  $sort: argument => sortFields(argumentDoc('$sort', argument)),
  $facet: argument => Object.values(argumentDoc('$facet', argument)).forEach(inner => checkStages(inner as Doc[])),
  $limit: argument => {
    if (!(Number(argument) > 0)) throw new MongoError(15958, 'the limit must be positive');
  },
  $skip: argument => {
    if (!(Number(argument) >= 0))
      throw new MongoError(
        5107200,
        `invalid argument to $skip stage: Expected a non-negative number in: $skip: ${String(argument)}`,
      );
  },
};

/** Refuses unknown and unsupported stages before anything runs. */
export function checkStages(pipeline: Doc[]): void {
  for (const stage of pipeline) {
    const { name, argument } = stageOf(stage);
    if (/search/i.test(name)) throw notOfAtlas(name);
    if (refusedStages.has(name)) throw notSupported(name);
    if (!mingoStageNames.has(name) && !outputStages.has(name) && !(name in ownStages))
      throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    checks[name]?.(argument);
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
    if ((!collatedStages.has(name) && !countOf([stage])) || computes) throw notSupported(`${name} with a collation`);
    checkCollatedStages(inner);
  }
}

function argumentDoc(name: string, argument: unknown): Doc {
  if (!isDoc(argument)) throw new MongoError(15959, `the ${name} stage's argument must be an object`);
  return argument;
}

/** The query that answers the first stages ($match, $sort, $skip, $limit in this order), and how many they are. */
export function beginningOf(
  pipeline: Doc[],
  { variables, hint, collate }: Pick<PipelineContext, 'variables' | 'hint' | 'collate'>,
): { request: Query; stages: number } {
  let at = 0;
  const take = (name: string): unknown => {
    const stage = pipeline[at];
    if (stage === undefined || stageOf(stage).name !== name) return undefined;
    at++;
    return stageOf(stage).argument;
  };
  const matches: Doc[] = [];
  for (let match = take('$match'); match !== undefined; match = take('$match'))
    matches.push(argumentDoc('$match', match));
  const [filter = {}] = matches.length > 1 ? [{ $and: matches }] : matches;
  const [sort = {}, skip = 0, limit = 0] = [take('$sort') as Doc | undefined, take('$skip'), take('$limit')];
  const request = { filter, sort, skip: Number(skip), limit: Number(limit), variables, hint, collate };
  return { request, stages: at };
}

/** {$group: {_id: <constant>, n: {$sum: 1}}} as countDocuments of the drivers sends it, or $count: what the count becomes. */
function countOf(stages: Doc[]): ((n: number) => Doc) | undefined {
  const [stage] = stages;
  if (stages.length !== 1 || stage === undefined) return undefined;
  const { name, argument } = stageOf(stage);
  if (name === '$count' && typeof argument === 'string') return n => ({ [argument]: n });
  const [id, sum, ...more] = Object.entries(name === '$group' && isDoc(argument) ? argument : {});
  const constant = id?.[0] === '_id' && (id[1] === null || typeof id[1] === 'number');
  if (!constant || !sum || more.length > 0 || JSON.stringify(sum[1]) !== '{"$sum":1}') return undefined;
  return n => ({ _id: id[1], [sum[0]]: n });
}

/** What a pipeline gives over a collection. */
export function* pipelineDocuments(
  context: PipelineContext,
  collection: string | undefined,
  pipeline: Doc[],
): Generator<Result> {
  const { request, stages } = beginningOf(pipeline, context);
  const rest = pipeline.slice(stages);
  const count = countOf(rest);
  if (rest.length === 0) {
    yield* context.source.find(collection, request);
  } else if (count) {
    const n = context.source.count(collection, request);
    if (n > 0) yield { doc: count(n) };
  } else {
    for (const doc of runStages(context, decoded(context.source.find(collection, request)), rest)) yield { doc };
  }
}

function* decoded(results: Iterable<Result>): Generator<Doc> {
  for (const { raw, doc } of results) yield doc ?? decode(raw as Buffer);
}

/** Runs stages over documents; neighbouring stages of mingo's run together. */
function runStages(context: PipelineContext, documents: Iterable<Doc>, stages: Doc[]): Iterable<Doc> {
  let result = documents;
  for (let at = 0; at < stages.length;) {
    const { name, argument } = stageOf(stages[at]);
    const own = ownStages[name];
    const end = own ? at + 1 : stages.findIndex((stage, i) => i > at && !mingoStageNames.has(stageOf(stage).name));
    const mine = stages.slice(at, end < 0 ? stages.length : end);
    if (own) result = own(result, argument, context);
    else if (mingoStageNames.has(name)) result = mingoStages(result, mine, context.variables);
    else throw new MongoError(40601, `${name} can only be the final stage in the pipeline`);
    at += mine.length;
  }
  return result;
}

/** Runs the pipeline of a stage over another collection. */
function subPipeline(context: PipelineContext): SubPipeline {
  return function* (from, stages, variables) {
    checkStages(stages);
    const inner = { ...context, hint: undefined, variables };
    yield* decoded(pipelineDocuments(inner, from, stages));
  };
}

type Stage = (documents: Iterable<Doc>, argument: unknown, context: PipelineContext) => Iterable<Doc>;

const ownStages: Record<string, Stage> = {
  *$match(documents, argument, context) {
    const matches = createMatcher(argumentDoc('$match', argument), context);
    for (const doc of documents) if (matches(doc)) yield doc;
  },
  *$sort(documents, argument, { collate }) {
    yield* sortBy(documents, argumentDoc('$sort', argument), collate);
  },
  $lookup: (documents, argument, context) =>
    lookup(documents, argumentDoc('$lookup', argument), context.variables, subPipeline(context)),
  $graphLookup: (documents, argument, context) =>
    graphLookup(documents, argumentDoc('$graphLookup', argument), context.variables, subPipeline(context)),
  *$facet(documents, argument, context) {
    const all = [...documents];
    const facet = (stages: unknown): Doc[] => [
      ...runStages(
        context,
        all.map(doc => ({ ...doc })),
        stages as Doc[],
      ),
    ];
    const facets = Object.entries(argumentDoc('$facet', argument));
    yield Object.fromEntries(facets.map(([name, stages]) => [name, facet(stages)]));
  },
  *$unionWith(documents, argument, context) {
    yield* documents;
    const { coll, pipeline = [] } = isDoc(argument) ? argument : { coll: argument };
    yield* subPipeline(context)(String(coll), pipeline as Doc[], context.variables);
  },
  $documents: (_documents, argument) => argument as Doc[],
  $listLocalSessions: (_documents, _argument, { sessions }) => sessions,
};
