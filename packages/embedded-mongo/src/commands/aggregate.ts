/** aggregate, with $out and $merge as its last stage. */
import {
  checkCollatedStages,
  checkStages,
  pipelineDocuments,
  stageOf,
  type PipelineContext,
  type Result,
} from '@bandeng/mongo-documents/aggregate';
import { encode, isDoc, listMember, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { words } from '@bandeng/mongo-documents/words';
import { countDocuments, findDocuments } from '../query/find';
import type { Collection } from '../storage/catalog';
import { cursorReply, findCollection, readerOf, type CommandContext, type Reply } from './context';
import { explainPipeline } from './explain';
import { mergeInto, replaceCollection } from './output-stages';
import { requestOf } from './request';

/** What a pipeline of this command needs. */
function pipelineContext(context: CommandContext): PipelineContext {
  const { session, body } = context;
  const { variables, hint, collate } = requestOf('aggregate', body);
  const reader = readerOf(context);
  const collection = (name: string | undefined): Collection | undefined =>
    name === undefined ? undefined : findCollection(context, name);
  return {
    source: {
      find: (name, query) => findDocuments(reader, collection(name), query).results,
      count: (name, query) => countDocuments(reader, collection(name), query),
    },
    sessions: session ? [{ _id: body.lsid, lastUse: new Date(session.lastUse) }] : [],
    variables,
    hint,
    collate,
  };
}

/** The stored bytes, where the pipeline left them as they were. */
function* encoded(documents: Iterable<Result>): Generator<Buffer> {
  for (const { raw, doc } of documents) yield raw ?? encode(doc as Doc);
}

const databaseStages = words('$documents $listLocalSessions');
const outputs: Record<string, typeof mergeInto> = { $out: replaceCollection, $merge: mergeInto };

export async function aggregate(context: CommandContext): Promise<Reply> {
  const { body, database } = context;
  const pipeline = listMember(body, 'pipeline') as Doc[];
  checkStages(pipeline);
  if (body.explain === true) return explainPipeline(context);
  if (!isDoc(body.cursor))
    throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const collection = typeof body.aggregate === 'string' ? body.aggregate : undefined;
  if (collection === undefined && !databaseStages.has(stageOf(pipeline[0] ?? { nothing: 1 }).name))
    throw new MongoError(73, '{aggregate: 1} is not valid for this pipeline');
  const options = pipelineContext(context);
  if (options.collate) checkCollatedStages(pipeline);
  const namespace = `${database}.${collection ?? '$cmd.aggregate'}`;
  const { name, argument } = stageOf(pipeline.at(-1) ?? { nothing: 1 });
  const output = outputs[name];
  if (output === undefined)
    return cursorReply(context, namespace, encoded(pipelineDocuments(options, collection, pipeline)));
  if (name === '$out' && isDoc(body.readConcern) && body.readConcern.level === 'linearizable')
    throw new MongoError(72, "$out cannot be used with a 'linearizable' read concern level");
  if (context.transaction) throw new MongoError(263, `${name} cannot be used in a transaction`);
  const results = [...encoded(pipelineDocuments(options, collection, pipeline.slice(0, -1)))];
  await output(context, argument, results);
  return cursorReply(context, namespace, []);
}
