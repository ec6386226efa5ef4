/** createIndexes, dropIndexes and listIndexes. */
import { decode, encode, isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { sameKey } from '../query/planner';
import { createMatcher } from '../query/matcher';
import { walkDocuments } from '../query/walk-index';
import { makeIndex, type Collection, type Index } from '../storage/catalog';
import { prefixOf, rangeOf } from '../storage/key-space';
import { indexRecord, type Writer } from '../storage/write-record';
import { words } from '../words';
import { createInJob } from './collections';
import { collectionName, cursorReply, findCollection, ok, type CommandContext, type Reply } from './context';

const mostIndexes = 64;
const known = words(
  'key name unique sparse partialFilterExpression expireAfterSeconds background v ns hidden collation comment',
);

function defaultName(key: Doc): string {
  return Object.entries(key)
    .map(([path, direction]) => `${path}_${String(direction)}`)
    .join('_');
}

function checkKey(key: unknown): Doc {
  if (!isDoc(key) || Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be an empty object');
  for (const [path, direction] of Object.entries(key)) {
    if (direction === '2d' && path === Object.keys(key)[0]) continue;
    if (typeof direction === 'string')
      throw direction === ''
        ? new MongoError(67, 'Index keys may not be empty strings')
        : notSupported(`index type ${direction}`);
    if (typeof direction !== 'number' || direction === 0 || Number.isNaN(direction))
      throw new MongoError(
        67,
        `Values in v:2 index key pattern cannot be of type ${typeof direction}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    if (path === '' || path.split('.').includes(''))
      throw new MongoError(67, 'Index keys cannot contain an empty field.');
    if (path === '$**' || path.endsWith('.$**')) throw notSupported('a wildcard index');
    if (path.split('.').some(part => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
      throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'.`);
  }
  if (Object.keys(key).length > 32) throw new MongoError(13103, 'Index keys cannot have more than 32 fields');
  return key;
}

/** The stored specification of an index that was asked for. */
function readSpec(given: Doc): Doc {
  const key = checkKey(given.key);
  const unknown = Object.keys(given).find(name => !known.has(name));
  if (unknown)
    throw new MongoError(
      197,
      `The field '${unknown}' is not valid for an index specification. Specification: ${JSON.stringify(given)}`,
    );
  if (isDoc(given.collation) && given.collation.locale !== 'simple')
    throw notSupported(`an index with collation ${String(given.collation.locale)}`);
  const spec: Doc = { v: 2, key, name: given.name ?? defaultName(key) };
  if (typeof spec.name !== 'string' || spec.name === '') throw new MongoError(67, 'index name cannot be empty');
  if (given.unique === true || given.unique === 1) spec.unique = true;
  if (spec.unique && Object.values(key)[0] === '2d') throw new MongoError(67, 'a 2d index cannot be unique');
  if (given.hidden === true) spec.hidden = true;
  if (given.sparse === true || given.sparse === 1) spec.sparse = true;
  if (given.expireAfterSeconds !== undefined) {
    if (Object.keys(key).length > 1)
      throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
    if (
      typeof given.expireAfterSeconds !== 'number' ||
      given.expireAfterSeconds < 0 ||
      given.expireAfterSeconds > 2147483647
    )
      throw new MongoError(67, "TTL index 'expireAfterSeconds' option must be numeric and between 0 and 2147483647");
    spec.expireAfterSeconds = given.expireAfterSeconds;
  }
  if (given.partialFilterExpression !== undefined) {
    if (!isDoc(given.partialFilterExpression)) throw new MongoError(67, 'partialFilterExpression must be a document');
    if (spec.sparse) throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
    createMatcher(given.partialFilterExpression);
    spec.partialFilterExpression = given.partialFilterExpression;
  }
  return spec;
}

const compared = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];

function sameOptions(a: Doc, b: Doc, names = compared): boolean {
  return names.every(name => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** An index that is already there as asked for, or undefined; a contradiction is an error. */
function existing(collection: Collection, spec: Doc): Index | undefined {
  for (const index of collection.indexes) {
    const key = sameKey(index.spec.key as Doc, spec.key as Doc);
    if (index.name === '_id_' && key) return index;
    if (index.name === spec.name) {
      if (!key || !sameOptions(index.spec, spec)) {
        const message = `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(index.spec)}`;
        throw new MongoError(
          key &&
            sameOptions(index.spec, spec, ['partialFilterExpression']) &&
            JSON.stringify(index.spec.expireAfterSeconds) !== JSON.stringify(spec.expireAfterSeconds)
            ? 85
            : 86,
          message,
        );
      }
      return index;
    }
    if (key && sameOptions(index.spec, spec, ['unique', 'sparse', 'partialFilterExpression'])) {
      throw new MongoError(85, `Index already exists with a different name: ${index.name}`);
    }
  }
  return undefined;
}

function build(context: CommandContext, writer: Writer, collection: Collection, spec: Doc): void {
  const { store } = context.engine;
  const index = makeIndex(collection.nextIndex, spec, store.applied);
  collection.nextIndex++;
  try {
    for (const { record, raw } of walkDocuments(writer.kv, collection, false))
      indexRecord(writer, collection, index, record, decode(raw));
  } catch (error) {
    const { from, to } = rangeOf(prefixOf(collection.id, index.id));
    for (;;) {
      const written = writer.kv.range(from, to, false, 1000);
      for (const { key } of written) writer.kv.remove(key);
      if (written.length < 1000) break;
    }
    throw error;
  }
  collection.indexes = [...collection.indexes, index];
  collection.generation++;
}

export async function createIndexes(context: CommandContext): Promise<Reply> {
  const { body, engine } = context;
  if (!Array.isArray(body.indexes) || body.indexes.length === 0)
    throw new MongoError(2, 'Must specify at least one index to create');
  const specs = body.indexes.map(spec => {
    if (!isDoc(spec)) throw new MongoError(14, "BSON field 'createIndexes.indexes' holds something that is no object");
    return readSpec(spec);
  });
  const name = collectionName(context);
  const doc = await engine.store.write(() => {
    const found = engine.catalog.find(context.database, name);
    const collection = found ?? createInJob(context, name);
    const before = collection.indexes.length;
    for (const spec of specs) {
      if (existing(collection, spec)) continue;
      if (collection.indexes.length >= mostIndexes)
        throw new MongoError(67, `add index fails, too many indexes for ${collection.namespace}`);
      build(context, engine.writer, collection, spec);
    }
    engine.catalog.save(collection);
    const after = collection.indexes.length;
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      createdCollectionAutomatically: found === undefined,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
    };
  });
  return ok(doc);
}

function selected(collection: Collection, wanted: unknown): Index[] {
  const others = collection.indexes.filter(({ name }) => name !== '_id_');
  if (wanted === '*') return others;
  if (Array.isArray(wanted)) return wanted.flatMap(item => selected(collection, item));
  const found = collection.indexes.filter(({ name, spec }) =>
    isDoc(wanted) ? sameKey(spec.key as Doc, wanted) : name === wanted,
  );
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
    const collection = engine.catalog.find(context.database, collectionName(context));
    if (collection === undefined)
      throw new MongoError(26, `ns not found ${context.database}.${collectionName(context)}`);
    const before = collection.indexes.length;
    for (const index of selected(collection, body.index)) engine.catalog.dropIndex(collection, index);
    return before;
  });
  engine.reclaimSoon();
  return ok({ nIndexesWas });
}

/** The specifications as listIndexes shows them. */
export function indexDocuments(collection: Collection): Doc[] {
  return collection.indexes.map(({ spec }) => spec);
}

export function listIndexes(context: CommandContext): Reply {
  const collection = findCollection(context);
  if (collection === undefined)
    throw new MongoError(26, `ns does not exist: ${context.database}.${collectionName(context)}`);
  return cursorReply(context, collection.namespace, indexDocuments(collection).map(encode));
}
