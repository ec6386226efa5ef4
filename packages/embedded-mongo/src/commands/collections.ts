/** create, drop, collMod, listCollections, and collections that come into being by a write. */
import { Binary, docMember, encode, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import { createMatcher } from '@bandeng/mongo-documents/query';
import { words } from '@bandeng/mongo-documents/words';
import { indexesLike, makeIndex, type Collection } from '../storage/catalog';
import {
  collectionName,
  cursorReply,
  existingCollection,
  findCollection,
  ok,
  write,
  type CommandContext,
  type Reply,
} from './context';

const mostNamespaceBytes = 255;

/** Throws when a collection may not have this name. */
function checkNamespace(database: string, name: string): void {
  const bad = database === '' || /[/\\. "$\u0000]/.test(database) || /^\.|\.$|\u0000|\$/.test(name) || name === '';
  if (bad || Buffer.byteLength(`${database}.${name}`) > mostNamespaceBytes)
    throw new MongoError(73, `Invalid namespace specified '${database}.${name}'`);
  if (name.startsWith('system.')) throw new MongoError(73, `Cannot write to '${database}.${name}'`);
}

/** Makes a collection: inside a transaction it comes into being with the commit, else inside a write job at once. */
export function createCollection(
  context: CommandContext,
  name = collectionName(context),
  options: Doc = {},
): Collection {
  const { engine, transaction, database } = context;
  checkNamespace(database, name);
  const collection = engine.catalog.make(database, name, options);
  if (transaction) transaction.created.set(collection.namespace, collection);
  else engine.catalog.add(collection);
  return collection;
}

/** The collection of a write, made where there is none; inside a write job or a transaction. */
export function ensureCollection(context: CommandContext): Collection {
  return findCollection(context) ?? createCollection(context);
}

const ignoredOptions = words(
  'writeConcern comment maxTimeMS lsid $db $clusterTime txnNumber autocommit startTransaction apiVersion $readPreference autoIndexId idIndex create',
);
const refusedOptions = words(
  'capped timeseries viewOn clusteredIndex encryptedFields validator expireAfterSeconds changeStreamPreAndPostImages collation',
);

/** An option that asks for nothing. */
function isIdle(name: string, value: unknown): boolean {
  if (ignoredOptions.has(name) || value === undefined || value === null || value === false) return true;
  return isDoc(value) && (name === 'collation' ? value.locale === 'simple' : value.enabled === false);
}

export async function create(context: CommandContext): Promise<Reply> {
  const options = Object.entries(context.body).filter(([name, value]) => !isIdle(name, value));
  const refused = options.find(([name]) => refusedOptions.has(name));
  if (refused) throw notSupported(`create with ${refused[0]}`);
  await write(context, () => {
    const existing = findCollection(context);
    if (existing) throw new MongoError(48, `Collection ${existing.namespace} already exists.`);
    createCollection(context, collectionName(context), Object.fromEntries(options));
  });
  return ok();
}

export async function drop(context: CommandContext): Promise<Reply> {
  const collection = findCollection(context);
  if (collection === undefined) return ok();
  await dropAll(context, () => (findCollection(context) === collection ? [collection] : []));
  return ok({ nIndexesWas: collection.indexes.length, ns: collection.namespace });
}

export async function dropDatabase(context: CommandContext): Promise<Reply> {
  const { engine, database } = context;
  await dropAll(context, () => engine.catalog.list(database));
  return ok({ dropped: database });
}

async function dropAll({ engine }: CommandContext, which: () => Collection[]): Promise<void> {
  await engine.store.write(() => which().forEach(collection => engine.catalog.drop(collection)));
  engine.reclaimSoon();
}

function changeIndex(collection: Collection, change: Doc): Doc {
  const { name, keyPattern, hidden, expireAfterSeconds } = change;
  const [index] = indexesLike(collection.indexes, keyPattern ?? name);
  if (index === undefined) throw new MongoError(27, `cannot find index ${String(name)} for ns ${collection.namespace}`);
  const changes = Object.entries({ hidden, expireAfterSeconds }).filter(([, value]) => value !== undefined);
  if (changes.length === 0) throw notSupported('collMod of an index other than expireAfterSeconds and hidden');
  const before = index.spec;
  const { hidden: _shown, ...spec } = { ...before, ...Object.fromEntries(changes) };
  const { multikey, cut, since } = index;
  const changed = makeIndex(index.id, hidden === true ? { ...spec, hidden } : spec, since);
  Object.assign(index, changed, { multikey, cut });
  return Object.fromEntries(
    changes.flatMap(([option, value]) => [
      ...(option in before || option === 'hidden' ? [[`${option}_old`, before[option] ?? false]] : []),
      [`${option}_new`, value],
    ]),
  );
}

const refusedChanges = words('validator validationLevel validationAction viewOn pipeline changeStreamPreAndPostImages');

export async function collMod(context: CommandContext): Promise<Reply> {
  const { engine, body } = context;
  const refused = Object.keys(body).find(name => refusedChanges.has(name));
  if (refused) throw notSupported(`collMod with ${refused}`);
  return ok(
    await engine.store.write(() => {
      const collection = existingCollection(context);
      const result = isDoc(body.index) ? changeIndex(collection, body.index) : {};
      collection.generation++;
      engine.catalog.save(collection);
      return result;
    }),
  );
}

export function listCollections(context: CommandContext): Reply {
  const { engine, database, body } = context;
  const matches = createMatcher(docMember(body, 'filter'));
  const documents = engine.catalog
    .list(database)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, options, uuid, indexes }) => ({
      name,
      type: 'collection',
      options,
      info: { readOnly: false, uuid: new Binary(uuid, 4) },
      idIndex: indexes[0]?.spec,
    }))
    .filter(matches)
    .map(entry => encode(body.nameOnly === true ? { name: entry.name, type: entry.type } : entry));
  return cursorReply(context, `${database}.$cmd.listCollections`, documents);
}
