/** createIndexes, dropIndexes and listIndexes. */
import { decode, encode, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import { walkDocuments } from '../query/walk-index';
import { indexesLike, makeIndex, sameKey, type Collection, type Index } from '../storage/catalog';
import { prefixOf, rangeOf } from '../storage/key-space';
import { scan } from '../storage/kv';
import { indexRecord, type Writer } from '../storage/write-record';
import { ensureCollection } from './collections';
import { cursorReply, existingCollection, findCollection, ok, write, type CommandContext, type Reply } from './context';
import { readSpec } from './index-spec';

const mostIndexes = 64;

function sameOptions(a: Doc, b: Doc, names: string[]): boolean {
  return names.every(name => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** An index that is already there as asked for, or undefined; a contradiction is an error. */
function existing(collection: Collection, spec: Doc): Index | undefined {
  for (const index of collection.indexes) {
    const key = sameKey(index.spec.key as Doc, spec.key as Doc);
    const alike = key && sameOptions(index.spec, spec, ['unique', 'sparse', 'partialFilterExpression']);
    const expiresAlike = sameOptions(index.spec, spec, ['expireAfterSeconds']);
    if (index.name === '_id_' && key) return index;
    if (index.name === spec.name) {
      if (alike && expiresAlike) return index;
      const code = key && !expiresAlike ? 85 : 86;
      throw new MongoError(
        code,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(index.spec)}`,
      );
    }
    if (alike) throw new MongoError(85, `Index already exists with a different name: ${index.name}`);
  }
  return undefined;
}

function build(context: CommandContext, writer: Writer, collection: Collection, spec: Doc): void {
  const { engine, transaction } = context;
  if (collection.indexes.length >= mostIndexes)
    throw new MongoError(67, `add index fails, too many indexes for ${collection.namespace}`);
  const index = makeIndex(collection.nextIndex++, spec, transaction ? 0 : engine.store.applied);
  try {
    for (const { record, raw } of walkDocuments(writer.kv, collection, false))
      indexRecord(writer, collection, index, record, decode(raw));
  } catch (error) {
    const { from, to } = rangeOf(prefixOf(collection.id, index.id));
    for (const { key } of scan(writer.kv, from, to)) writer.kv.remove(key);
    throw error;
  }
  collection.indexes = [...collection.indexes, index];
  collection.generation++;
}

export async function createIndexes(context: CommandContext): Promise<Reply> {
  const { body, engine, transaction } = context;
  if (!Array.isArray(body.indexes) || body.indexes.length === 0)
    throw new MongoError(2, 'Must specify at least one index to create');
  const specs = body.indexes.map(readSpec);
  return ok(
    await write(context, writer => {
      const found = findCollection(context);
      const collection = found ?? ensureCollection(context);
      const before = collection.indexes.length;
      const missing = specs.filter(spec => !existing(collection, spec));
      if (missing.length > 0 && transaction && !transaction.created.has(collection.namespace))
        throw notSupported('an index on a collection that was not made in the same transaction');
      if (!transaction) engine.catalog.noteShape(collection);
      for (const spec of missing) if (!existing(collection, spec)) build(context, writer, collection, spec);
      const after = collection.indexes.length;
      return {
        numIndexesBefore: before,
        numIndexesAfter: after,
        createdCollectionAutomatically: found === undefined,
        ...(before === after ? { note: 'all indexes already exist' } : {}),
      };
    }),
  );
}

function selected(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== '_id_');
  if (Array.isArray(wanted)) return wanted.flatMap(item => selected(collection, item));
  const found = indexesLike(collection.indexes, wanted);
  if (found.length === 0)
    throw new MongoError(
      27,
      isDoc(wanted)
        ? `can't find index with key: ${JSON.stringify(wanted)}`
        : `index not found with name [${String(wanted)}]`,
    );
  if (found.some(({ name }) => name === '_id_')) throw new MongoError(72, 'cannot drop _id index');
  return found;
}

export async function dropIndexes(context: CommandContext): Promise<Reply> {
  const { body, engine } = context;
  const nIndexesWas = await engine.store.write(() => {
    const collection = existingCollection(context);
    const before = collection.indexes.length;
    for (const index of selected(collection, body.index)) engine.catalog.dropIndex(collection, index);
    return before;
  });
  engine.reclaimSoon();
  return ok({ nIndexesWas });
}

export function listIndexes(context: CommandContext): Reply {
  const collection = existingCollection(context);
  return cursorReply(
    context,
    collection.namespace,
    collection.indexes.map(({ spec }) => encode(spec)),
  );
}
