/** create, drop, renameCollection, collMod, listCollections, and collections that come into being by a write. */
import { randomBytes } from 'node:crypto';
import { Binary, encode, isDoc, type Doc } from '../bson/codec';
import { MongoError, notSupported } from '../errors';
import { createMatcher } from '../query/matcher';
import type { Collection } from '../storage/catalog';
import { words } from '../words';
import {
  collectionName,
  cursorReply,
  findCollection,
  numberMember,
  ok,
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

function newUuid(): Buffer {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes;
}

/** Makes a collection inside a write job. */
export function createInJob(context: CommandContext, name: string, options: Doc = {}): Collection {
  checkNamespace(context.database, name);
  return context.engine.catalog.create(context.database, name, newUuid(), options);
}

/**
 * Gives a function that finds the collection of a write when the write runs, and makes it where there is none. Inside a
 * transaction it is made at once and stays, even if the transaction is aborted: an empty collection changes no answer.
 */
export async function ensureCollection(context: CommandContext): Promise<() => Collection> {
  const name = collectionName(context);
  const { engine, transaction, database } = context;
  const find = (): Collection | undefined => findCollection(context, name);
  if (find() === undefined) checkNamespace(database, name);
  if (!transaction) return () => find() ?? createInJob(context, name);
  if (find() === undefined)
    await engine.store.write(() => engine.catalog.find(database, name) ?? createInJob(context, name));
  return () => find() as Collection;
}

const ignoredOptions = words(
  'writeConcern comment maxTimeMS lsid $db $clusterTime txnNumber autocommit startTransaction apiVersion $readPreference autoIndexId idIndex create',
);
const refusedOptions = [
  'capped',
  'timeseries',
  'viewOn',
  'clusteredIndex',
  'encryptedFields',
  'validator',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
];

function createOptions(body: Doc): Doc {
  const options: Doc = {};
  for (const [name, value] of Object.entries(body)) {
    if (ignoredOptions.has(name) || value === undefined || value === null || value === false) continue;
    if (name === 'collation' && isDoc(value) && value.locale === 'simple') continue;
    if (name === 'changeStreamPreAndPostImages' && isDoc(value) && value.enabled === false) continue;
    if (refusedOptions.includes(name) || name === 'collation') throw notSupported(`create with ${name}`);
    options[name] = value;
  }
  return options;
}

export async function create(context: CommandContext): Promise<Reply> {
  const name = collectionName(context);
  const options = createOptions(context.body);
  checkNamespace(context.database, name);
  await context.engine.store.write(() => {
    const existing = context.engine.catalog.find(context.database, name);
    if (existing === undefined) createInJob(context, name, options);
    else if (Object.keys(options).length > 0 || !context.transaction)
      throw new MongoError(48, `Collection ${existing.namespace} already exists.`);
  });
  return ok();
}

export async function drop(context: CommandContext): Promise<Reply> {
  const { engine } = context;
  const collection = findCollection(context);
  if (collection === undefined) return ok();
  await engine.store.write(() => {
    if (findCollection(context) === collection) engine.catalog.drop(collection);
  });
  engine.reclaimSoon();
  return ok({ nIndexesWas: collection.indexes.length, ns: collection.namespace });
}

export async function dropDatabase(context: CommandContext): Promise<Reply> {
  const { engine, database } = context;
  await engine.store.write(() => {
    for (const collection of engine.catalog.list(database)) engine.catalog.drop(collection);
  });
  engine.reclaimSoon();
  return ok({ dropped: database });
}

function splitNamespace(namespace: unknown): { database: string; name: string } {
  const text = String(namespace);
  const dot = text.indexOf('.');
  if (dot < 1) throw new MongoError(73, `Invalid namespace: ${text}`);
  return { database: text.slice(0, dot), name: text.slice(dot + 1) };
}

export async function renameCollection(context: CommandContext): Promise<Reply> {
  const { engine, body } = context;
  const from = splitNamespace(body.renameCollection);
  const to = splitNamespace(body.to);
  checkNamespace(to.database, to.name);
  await engine.store.write(() => {
    const source = engine.catalog.find(from.database, from.name);
    if (source === undefined)
      throw new MongoError(26, `Source collection ${from.database}.${from.name} does not exist`);
    const target = engine.catalog.find(to.database, to.name);
    if (target && body.dropTarget !== true) throw new MongoError(48, 'target namespace exists');
    if (target) engine.catalog.drop(target);
    engine.catalog.rename(source, to.database, to.name);
  });
  return ok();
}

function changeIndex(collection: Collection, change: Doc): Doc {
  const index = collection.indexes.find(
    ({ name, spec }) =>
      name === change.name ||
      (isDoc(change.keyPattern) && JSON.stringify(spec.key) === JSON.stringify(change.keyPattern)),
  );
  if (index === undefined)
    throw new MongoError(
      27,
      `cannot find index ${JSON.stringify(change.name ?? change.keyPattern)} for ns ${collection.namespace}`,
    );
  if (typeof change.hidden === 'boolean') {
    const hidden_old = index.hidden;
    index.hidden = change.hidden;
    const { hidden: _before, ...spec } = index.spec;
    index.spec = change.hidden ? { ...spec, hidden: true } : spec;
    return { hidden_old, hidden_new: change.hidden };
  }
  const seconds = numberMember(change, 'expireAfterSeconds');
  if (seconds === undefined) throw notSupported('collMod of an index other than expireAfterSeconds and hidden');
  const before = index.expireAfterSeconds;
  index.expireAfterSeconds = seconds;
  index.spec = { ...index.spec, expireAfterSeconds: seconds };
  return before === undefined
    ? { expireAfterSeconds_new: seconds }
    : { expireAfterSeconds_old: before, expireAfterSeconds_new: seconds };
}

export async function collMod(context: CommandContext): Promise<Reply> {
  const { engine, body } = context;
  const refused = [
    'validator',
    'validationLevel',
    'validationAction',
    'viewOn',
    'pipeline',
    'changeStreamPreAndPostImages',
  ].find(name => name in body);
  if (refused) throw notSupported(`collMod with ${refused}`);
  const doc = await engine.store.write(() => {
    const collection = findCollection(context);
    if (collection === undefined)
      throw new MongoError(26, `ns does not exist: ${context.database}.${collectionName(context)}`);
    const result = isDoc(body.index) ? changeIndex(collection, body.index) : {};
    collection.generation++;
    engine.catalog.save(collection);
    return result;
  });
  return ok(doc);
}

export function listCollections(context: CommandContext): Reply {
  const { engine, database, body } = context;
  const matches = createMatcher((body.filter as Doc | undefined) ?? {});
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
