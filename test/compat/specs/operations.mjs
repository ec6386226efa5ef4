/** The operations of the unified test format, as calls of the npm driver: (target, arguments, test) => result. */
import { Readable } from 'node:stream';
import { mongo, readPreferenceOf } from './driver.mjs';

/** Results of these are lists of root documents, in which the server may add members. */
export const listsDocuments = new Set([
  'aggregate',
  'find',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'listSearchIndexes',
  'runCursorCommand',
]);

/** The arguments as the driver takes them: entities looked up, names as in the driver. */
export function argumentsFor(given = {}, entities) {
  const { readPreference, writeConcern, returnDocument, session, defaultTransactionOptions, snapshotTime, ...rest } =
    given;
  const concern = writeConcern && { ...writeConcern, j: writeConcern.journal };
  if (concern?.j === undefined) delete concern?.j;
  delete concern?.journal;
  return {
    ...rest,
    ...(readPreference ? { readPreference: readPreferenceOf(readPreference) } : {}),
    ...(concern ? { writeConcern: concern } : {}),
    ...(returnDocument ? { returnDocument: returnDocument.toLowerCase() } : {}),
    ...(session === undefined ? {} : { session: typeof session === 'string' ? entities.get(session) : session }),
    ...(defaultTransactionOptions
      ? { defaultTransactionOptions: argumentsFor(defaultTransactionOptions, entities) }
      : {}),
    ...(snapshotTime === undefined ? {} : { snapshotTime: entities.get(snapshotTime) }),
  };
}

/** A bulk result without what only this driver adds to it. */
export function bulkResult(result) {
  if (!result?.updateResults) return result;
  const updates = [...result.updateResults].map(([index, update]) => [index, { ...update }]);
  for (const [, update] of updates) delete update.didUpsert;
  return { ...result, updateResults: Object.fromEntries(updates) };
}

const bytesOf = source => (source?.$$hexBytes === undefined ? source : Buffer.from(source.$$hexBytes, 'hex'));
const commandOf = (name, command) => ({ [name]: command[name], ...command });

async function drain(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function upload(bucket, { filename, source, ...options }) {
  return new Promise((resolve, reject) => {
    const stream = bucket.openUploadStream(filename, options);
    const parts = [bytesOf(source)].filter(part => part.length > 0);
    stream.once('finish', () => resolve(stream.id)).once('error', reject);
    Readable.from(parts).pipe(stream);
  });
}

function commandCursor(database, { commandName, command, batchSize, maxTimeMS, comment, ...options }) {
  delete options.cursorType;
  const cursor = database.runCursorCommand(commandOf(commandName, command), options);
  if (batchSize !== undefined) cursor.setBatchSize(batchSize);
  if (maxTimeMS !== undefined) cursor.setMaxTimeMS(maxTimeMS);
  if (comment !== undefined) cursor.setComment(comment);
  return cursor;
}

/** The driver sends a cursor's command only when it is iterated: its first result is kept for the next step. */
async function opened(cursor) {
  return { cursor, first: { value: await cursor.next() }, close: () => cursor.close() };
}

function nextOf(open, waits) {
  const { first } = open;
  if (first === undefined) return waits ? open.cursor.next() : open.cursor.tryNext();
  delete open.first;
  return first.value;
}

const client = {
  listDatabases: async (target, { filter, ...options }) =>
    (
      await target
        .db('admin')
        .admin()
        .listDatabases({ filter, ...options })
    ).databases,
  listDatabaseNames: async (target, options) => {
    const { databases } = await target
      .db('admin')
      .admin()
      .listDatabases({ ...options, nameOnly: true });
    return databases.map(({ name }) => name);
  },
  clientBulkWrite: async (target, { models, ...options }) => {
    const named = models.flatMap(Object.entries).map(([name, rest]) => ({ name, ...rest }));
    return bulkResult(await target.bulkWrite(named, options));
  },
  close: target => target.close(),
};

const database = {
  createCollection: (target, { collection, ...options }) => target.createCollection(collection, options),
  dropCollection: (target, { collection, ...options }) => target.dropCollection(collection, options),
  listCollections: (target, { filter, ...options }) => target.listCollections(filter, options).toArray(),
  listCollectionNames: async (target, { filter, ...options }) =>
    (await target.listCollections(filter, { ...options, nameOnly: true }).toArray()).map(({ name }) => name),
  modifyCollection: (target, { collection, session, ...options }) =>
    target.command({ collMod: collection, ...options }, { session }),
  runCommand: (target, { commandName, command, ...options }) =>
    target.command(commandOf(commandName, command), options),
  runCursorCommand: (target, given) => commandCursor(target, given).toArray(),
  createCommandCursor: (target, given) => opened(commandCursor(target, given)),
};

const collection = {
  aggregate: (target, { pipeline, ...options }) => target.aggregate(pipeline, options).toArray(),
  bulkWrite: (target, { requests, ...options }) => target.bulkWrite(requests, options),
  count: (target, { filter, ...options }) => target.count(filter, options),
  countDocuments: (target, { filter, ...options }) => target.countDocuments(filter, options),
  estimatedDocumentCount: (target, options) => target.estimatedDocumentCount(options),
  createIndex: (target, { keys, ...options }) => target.createIndex(keys, options),
  createIndexes: (target, { indexes, ...options }) => target.createIndexes(indexes, options),
  dropIndex: (target, { name, ...options }) => target.dropIndex(name, options),
  dropIndexes: (target, options) => target.dropIndexes(options),
  listIndexes: (target, options) => target.listIndexes(options).toArray(),
  createSearchIndex: (target, { model }) => target.createSearchIndex(model),
  createSearchIndexes: (target, { models }) => target.createSearchIndexes(models),
  dropSearchIndex: (target, { name }) => target.dropSearchIndex(name),
  updateSearchIndex: (target, { name, definition }) => target.updateSearchIndex(name, definition),
  listSearchIndexes: (target, { name, aggregationOptions }) =>
    target.listSearchIndexes(name, aggregationOptions).toArray(),
  distinct: (target, { fieldName, filter, ...options }) => target.distinct(fieldName, filter, options),
  find: (target, { filter, ...options }) => target.find(filter, options).toArray(),
  findOne: (target, { filter, ...options }) => target.findOne(filter, options),
  createFindCursor: (target, { filter, ...options }) => opened(target.find(filter, options)),
  findOneAndDelete: (target, { filter, ...options }) => target.findOneAndDelete(filter, options),
  findOneAndReplace: (target, { filter, replacement, ...options }) =>
    target.findOneAndReplace(filter, replacement, options),
  findOneAndUpdate: (target, { filter, update, ...options }) => target.findOneAndUpdate(filter, update, options),
  insertOne: (target, { document, ...options }) => target.insertOne(document, options),
  insertMany: (target, { documents, ...options }) => target.insertMany(documents, options),
  replaceOne: (target, { filter, replacement, ...options }) => target.replaceOne(filter, replacement, options),
  updateOne: (target, { filter, update, ...options }) => target.updateOne(filter, update, options),
  updateMany: (target, { filter, update, ...options }) => target.updateMany(filter, update, options),
  deleteOne: (target, { filter, ...options }) => target.deleteOne(filter, options),
  deleteMany: (target, { filter, ...options }) => target.deleteMany(filter, options),
  // Of a collection, and of a file in a bucket.
  rename: (target, { to, id, newFilename, ...options }) =>
    target instanceof mongo.GridFSBucket
      ? target.rename(id, newFilename)
      : target.rename(to, options).then(() => undefined),
};

const session = {
  startTransaction: async (target, options) => target.startTransaction(options),
  commitTransaction: target => target.commitTransaction(),
  abortTransaction: target => target.abortTransaction(),
  endSession: target => target.endSession(),
  getSnapshotTime: async target => target.snapshotTime,
  withTransaction: (target, { callback, ...options }, test) =>
    target.withTransaction(async () => {
      for (const operation of callback) await test.perform(operation, { inCallback: true });
    }, options),
};

const bucket = {
  delete: (target, { id }) => target.delete(id),
  drop: target => target.drop(),
  download: (target, { id }) => drain(target.openDownloadStream(id)),
  downloadByName: (target, { filename, ...options }) => drain(target.openDownloadStreamByName(filename, options)),
  upload,
};

const cursor = {
  iterateUntilDocumentOrError: target => nextOf(target, true),
  iterateOnce: target => nextOf(target, false),
};

export const operations = { ...client, ...database, ...collection, ...session, ...bucket, ...cursor };
