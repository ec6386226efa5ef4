/** $out and $merge: the results of a pipeline written to a collection. */
import { withIdFirst, decode, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import { valueAt } from '@bandeng/mongo-documents/query';
import { findDocuments } from '../query/find';
import type { Collection } from '../storage/catalog';
import type { Writer } from '../storage/write-record';
import { createCollection, ensureCollection } from './collections';
import { findCollection, write, type CommandContext } from './context';
import { insertOne } from './insert';
import { updateFound } from './update';
import { jobReader } from './write-loop';

/** The command as one on the collection that the stage names. */
function targetOf(context: CommandContext, argument: unknown): CommandContext {
  const { db = context.database, coll } = isDoc(argument) ? argument : { coll: argument };
  if (typeof coll !== 'string')
    throw new MongoError(16990, 'the target of $out or $merge must be a collection name or {db, coll}');
  return { ...context, database: String(db), name: 'aggregate', body: { ...context.body, aggregate: coll } };
}

/** $out: the collection holds exactly the results, in one step. Its indexes stay. */
export async function replaceCollection(context: CommandContext, argument: unknown, results: Buffer[]): Promise<void> {
  const target = targetOf(context, argument);
  const { catalog } = context.engine;
  await write(target, writer => {
    const before = findCollection(target);
    if (before) catalog.drop(before);
    const collection = createCollection(target, undefined, before?.options);
    const indexes = before?.indexes.slice(1) ?? [];
    collection.indexes.push(...indexes.map(index => ({ ...index, multikey: index.multikey.map(() => false) })));
    collection.nextIndex = before?.nextIndex ?? collection.nextIndex;
    catalog.save(collection);
    for (const raw of results) insertOne(writer, collection, raw);
  });
}

const actions = ['merge', 'replace', 'keepExisting', 'fail'];

function mergeOne(context: CommandContext, writer: Writer, collection: Collection, spec: Doc, given: Buffer): void {
  const { on = '_id', whenMatched = 'merge', whenNotMatched = 'insert' } = spec;
  if (!actions.includes(String(whenMatched))) throw notSupported('$merge with a pipeline in whenMatched');
  const raw = withIdFirst(given);
  const doc = decode(raw);
  const filter = Object.fromEntries([on].flat().map(path => [path, { $eq: valueAt(doc, String(path)) ?? null }]));
  const [found] = findDocuments(jobReader(context, writer), collection, { filter, limit: 1 }).results;
  if (found === undefined && whenNotMatched === 'fail')
    throw new MongoError(13113, '$merge could not find a matching document in the target collection');
  if (found === undefined) return whenNotMatched === 'discard' ? undefined : insertOne(writer, collection, raw);
  const { _id, ...fields } = doc;
  if (whenMatched === 'fail')
    throw new MongoError(11000, `E11000 duplicate key error collection: ${collection.namespace} index: _id_`, {
      keyPattern: { _id: 1 },
      keyValue: { _id },
    });
  const merged = [{ $replaceWith: { $mergeObjects: ['$$ROOT', { $literal: fields }] } }];
  if (whenMatched !== 'keepExisting')
    updateFound(writer, collection, found, { update: whenMatched === 'replace' ? fields : merged, filter });
}

/** $merge: inserts, merges or replaces one document after the other. */
export async function mergeInto(context: CommandContext, argument: unknown, results: Buffer[]): Promise<void> {
  const spec = isDoc(argument) ? argument : { into: argument };
  const target = targetOf(context, spec.into);
  for (const raw of results)
    await write(target, writer => mergeOne(target, writer, ensureCollection(target), spec, raw));
}
