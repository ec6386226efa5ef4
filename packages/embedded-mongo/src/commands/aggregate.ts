/** aggregate, with $out and $merge as its last stage. */
import { encode, isDoc, type Doc } from '../bson/codec';
import {
  beginningOf,
  checkCollatedStages,
  checkStages,
  runPipeline,
  stageOf,
  type PipelineContext,
} from '../aggregate/pipeline';
import { MongoError } from '../errors';
import { collated } from '../query/collation';
import { findDocuments } from '../query/find';
import { indexDocuments } from './indexes';
import { cursorReply, findCollection, readerOf, type CommandContext, type Reply, letMember } from './context';
import { explainPipeline } from './explain';
import { mergeInto, replaceCollection } from './output-stages';
import type { Collection } from '../storage/catalog';

/** What a pipeline of this command needs. */
function pipelineContext(context: CommandContext): PipelineContext {
  return {
    reader: readerOf(context),
    collection: name => findCollection(context, name),
    variables: letMember(context.body),
    ...collated(context.body),
    describe: (stage, collection) => describe(context, stage, collection),
    ...(context.body.hint === undefined ? {} : { hint: context.body.hint }),
  };
}

function describe(context: CommandContext, stage: string, collection: Collection | undefined): Doc[] {
  const host = context.engine.address;
  if (stage === '$listLocalSessions')
    return context.session ? [{ _id: context.body.lsid, lastUse: new Date(context.session.lastUse) }] : [];
  if (collection === undefined) return [];
  if (stage === '$indexStats')
    return indexDocuments(collection).map(spec => ({ name: spec.name, key: spec.key, host, spec }));
  return [{ ns: collection.namespace, host, localTime: new Date() }];
}

function* encoded(documents: Iterable<Doc>): Generator<Buffer> {
  for (const doc of documents) yield encode(doc);
}

/** A pipeline that is only a query gives the stored bytes. */
function documentsOf(context: CommandContext, collection: Collection | undefined, pipeline: Doc[]): Generator<Buffer> {
  const options = pipelineContext(context);
  const { request, stages } = beginningOf(pipeline, options);
  if (collection && stages === pipeline.length)
    return rawResults(findDocuments(options.reader, collection, request).results);
  return encoded(runPipeline(options, collection, pipeline));
}

function* rawResults(found: Iterable<{ raw: Buffer }>): Generator<Buffer> {
  for (const { raw } of found) yield raw;
}

const databaseStages = new Set(['$documents', '$listLocalSessions']);

export async function aggregate(context: CommandContext): Promise<Reply> {
  const { body, database } = context;
  const pipeline = body.pipeline as Doc[];
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  checkStages(pipeline);
  if (collated(body).collate) checkCollatedStages(pipeline);
  if (body.explain === true) return explainPipeline(context, pipeline);
  if (!isDoc(body.cursor))
    throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const target = body.aggregate;
  const name = typeof target === 'string' ? target : '$cmd.aggregate';
  if (typeof target !== 'string' && !databaseStages.has(stageOf(pipeline[0] ?? {}).name))
    throw new MongoError(73, '{aggregate: 1} is not valid for this pipeline');
  const collection = typeof target === 'string' ? findCollection(context, target) : undefined;
  const namespace = `${database}.${name}`;
  const last = pipeline[pipeline.length - 1];
  const output = last && stageOf(last);
  if (output?.name === '$out' && isDoc(body.readConcern) && body.readConcern.level === 'linearizable')
    throw new MongoError(72, "$out cannot be used with a 'linearizable' read concern level");
  if (output?.name === '$out' || output?.name === '$merge') {
    const results = [...runPipeline(pipelineContext(context), collection, pipeline.slice(0, -1))];
    if (output.name === '$out') await replaceCollection(context, output.argument, results);
    else await mergeInto(context, output.argument, results);
    return cursorReply(context, namespace, []);
  }
  return cursorReply(context, namespace, documentsOf(context, collection, pipeline));
}
