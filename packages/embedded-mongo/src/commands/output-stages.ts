/** $out and $merge: the results of a pipeline written to a collection. */
import { encode, isDoc, ObjectId, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { findDocuments } from '../query/find';
import { valueAt } from '../query/paths';
import type { Collection } from '../storage/catalog';
import type { Writer } from '../storage/write-record';
import { createInJob } from './collections';
import { write, type CommandContext } from './context';
import { insertOne } from './insert';
import { jobReader, updateFound } from './update';

function targetOf(context: CommandContext, argument: unknown): { database: string; name: string } {
  if (typeof argument === 'string') return { database: context.database, name: argument };
  if (isDoc(argument) && typeof argument.coll === 'string')
    return { database: String(argument.db ?? context.database), name: argument.coll };
  throw new MongoError(16990, 'the target of $out or $merge must be a collection name or {db, coll}');
}

function refuseInTransaction(context: CommandContext, stage: string): void {
  if (context.transaction) throw new MongoError(263, `${stage} cannot be used in a transaction`);
}

/** $out: the collection holds exactly the results, in one step. Its indexes stay. */
export async function replaceCollection(context: CommandContext, argument: unknown, results: Doc[]): Promise<void> {
  refuseInTransaction(context, '$out');
  const { database, name } = targetOf(context, argument);
  const { catalog } = context.engine;
  await write(context, writer => {
    const before = catalog.find(database, name);
    const indexes = before?.indexes.slice(1) ?? [];
    if (before) catalog.drop(before);
    const collection = createInJob({ ...context, database }, name, before?.options);
    collection.indexes.push(
      ...indexes.map(index => ({ ...index, multikey: index.fields.map(() => false), cut: false })),
    );
    collection.nextIndex = Math.max(2, ...indexes.map(({ id }) => id + 1));
    catalog.save(collection);
    for (const doc of results) insertOne(writer, collection, encode(doc));
  });
}

function mergeOne(context: CommandContext, writer: Writer, collection: Collection, spec: Doc, doc: Doc): void {
  const on = spec.on === undefined ? ['_id'] : Array.isArray(spec.on) ? spec.on.map(String) : [String(spec.on)];
  const whole = doc._id === undefined ? { _id: new ObjectId(), ...doc } : doc;
  const filter = Object.fromEntries(on.map(path => [path, { $eq: valueAt(whole, path) ?? null }]));
  const [found] = findDocuments(jobReader(context, writer), collection, { filter, limit: 1 }).results;
  if (found === undefined) {
    if (spec.whenNotMatched === 'discard') return;
    if (spec.whenNotMatched === 'fail')
      throw new MongoError(13113, '$merge could not find a matching document in the target collection');
    return insertOne(writer, collection, encode(whole));
  }
  const { _id, ...fields } = whole;
  switch (spec.whenMatched ?? 'merge') {
    case 'merge':
      if (Object.keys(fields).length > 0)
        updateFound(writer, collection, found, {
          update: [{ $replaceWith: { $mergeObjects: ['$$ROOT', { $literal: fields }] } }],
          filter,
        });
      return;
    case 'replace':
      updateFound(writer, collection, found, { update: fields, filter });
      return;
    case 'keepExisting':
      return;
    case 'fail':
      throw new MongoError(11000, `E11000 duplicate key error collection: ${collection.namespace} index: _id_`, {
        keyPattern: { _id: 1 },
        keyValue: { _id },
      });
    default:
      throw notSupported('$merge with a pipeline in whenMatched');
  }
}

/** $merge: inserts, merges or replaces one document after the other. */
export async function mergeInto(context: CommandContext, argument: unknown, results: Doc[]): Promise<void> {
  refuseInTransaction(context, '$merge');
  const spec = isDoc(argument) ? argument : { into: argument };
  const { database, name } = targetOf(context, spec.into);
  for (const doc of results) {
    await write(context, writer => {
      const collection = context.engine.catalog.find(database, name) ?? createInJob({ ...context, database }, name);
      mergeOne(context, writer, collection, spec, doc);
    });
  }
}
