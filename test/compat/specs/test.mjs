/** One test of the unified format: its entities, its operations one after another, and what is stored afterwards. */
import { BSON, connect, failureOf, mongo } from './driver.mjs';
import { match, Mismatch } from './match.mjs';
import { argumentsFor, bulkResult, listsDocuments, operations } from './operations.mjs';
import { runnerOperations } from './test-runner.mjs';

/** The test cannot be run here; the message says why. */
export class Skip extends Error {}

const testLimitMs = 15_000;
const cleanUpLimitMs = 2000;
const handshake = new Set(['configureFailPoint', 'hello', 'isMaster', 'ismaster']);

class Test {
  entities = new Map();
  /** The commands each client has sent, by its name. */
  commands = new Map();
  /** Sessions forget their id when they end: kept from the first time they are used. */
  sessionIds = new Map();
  clients = [];
  sessions = [];
  failPoints = [];

  constructor(server) {
    this.server = server;
    this.admin = server.admin;
  }

  createEntities(list) {
    for (const item of list) {
      const [[kind, given]] = Object.entries(item);
      const make = entityMakers[kind];
      if (make === undefined) throw new Skip(`the runner lacks the entity ${kind}`);
      this.entities.set(given.id, make(given, this));
    }
  }

  /** Runs one operation. An error inside a callback goes on to the driver, which has to see it. */
  async perform(operation, { inCallback = false } = {}) {
    const { object, name, arguments: given, expectError, expectResult } = operation;
    if (object === 'testRunner') {
      if (runnerOperations[name] === undefined) throw new Skip(`the runner lacks ${name}`);
      return runnerOperations[name](given ?? {}, this);
    }
    if (operations[name] === undefined) throw new Skip(`the runner or the driver lacks ${name}`);
    this.noteSession(given?.session);
    let result;
    let error;
    try {
      result = await operations[name](this.entities.get(object), argumentsFor(given, this.entities), this);
    } catch (thrown) {
      if (thrown instanceof Skip || thrown instanceof Mismatch || thrown instanceof TypeError) throw thrown;
      error = thrown;
    }
    if (operation.ignoreResultAndError) return;
    if (expectError) {
      if (!error) throw new Mismatch(`${name} should have failed`);
      checkError(expectError, error, this);
    }
    if (error && inCallback) throw error;
    if (error && !expectError) throw failureOf(name, error);
    if (!error && 'expectResult' in operation) {
      const root = listsDocuments.has(name) ? 'elements' : name !== 'distinct';
      match(expectResult, result, this, root);
    }
    if (operation.saveResultAsEntity) this.entities.set(operation.saveResultAsEntity, result);
  }

  noteSession(name) {
    const session = this.entities.get(name);
    if (session?.serverSession && !this.sessionIds.has(name)) this.sessionIds.set(name, session.id);
  }

  async cleanUp(failed) {
    const soon = promise =>
      Promise.race([
        promise.catch(() => undefined),
        new Promise(resolve => setTimeout(resolve, cleanUpLimitMs).unref()),
      ]);
    const database = this.admin.db('admin');
    for (const name of this.failPoints) await soon(database.command({ configureFailPoint: name, mode: 'off' }));
    for (const session of this.sessions) await soon(session.endSession());
    if (failed) await soon(database.command({ killAllSessions: [] }));
    for (const client of this.clients) await soon(client.close(true));
  }
}

const entityMakers = {
  client: (given, test) => {
    if (given.autoEncryptOpts) throw new Skip('needs encryption');
    if (given.uriOptions?.readPreference === 'secondary') throw new Skip('needs a secondary');
    const { serverApi } = given;
    const client = connect(test.server.uri, given.uriOptions, {
      monitorCommands: true,
      ...(serverApi ? { serverApi } : {}),
    });
    const commands = [];
    client.on('commandStarted', event => handshake.has(event.commandName) || commands.push(event));
    test.commands.set(given.id, commands);
    test.clients.push(client);
    return client;
  },
  database: ({ client, databaseName, databaseOptions }, { entities }) =>
    entities.get(client).db(databaseName, argumentsFor(databaseOptions, entities)),
  collection: ({ database, collectionName, collectionOptions }, { entities }) =>
    entities.get(database).collection(collectionName, argumentsFor(collectionOptions, entities)),
  session: ({ client, sessionOptions }, test) => {
    const { snapshotTime, ...options } = argumentsFor(sessionOptions, test.entities);
    const session = test.entities.get(client).startSession(options);
    // The driver has no such option yet, but sends the time once it knows it.
    if (snapshotTime) session.snapshotTime = snapshotTime;
    test.sessions.push(session);
    return session;
  },
  bucket: ({ database, bucketOptions }, { entities }) =>
    new mongo.GridFSBucket(entities.get(database), argumentsFor(bucketOptions, entities)),
};

function checkError(wanted, error, test) {
  const ensure = (holds, otherwise) => {
    if (!holds) throw new Mismatch(`${otherwise}, got ${error.name}: ${error.message}`);
  };
  const both = [error, error.cause].filter(Boolean);
  const ofServer = both.some(one => one instanceof mongo.MongoServerError);
  ensure(!(error instanceof mongo.MongoServerSelectionError), 'expected another error');
  // That a command is not known proves nothing about the error that was expected of it.
  ensure(wanted.errorCode === 59 || !both.some(({ code }) => code === 59), 'expected another error');
  if (wanted.isClientError !== undefined)
    ensure(wanted.isClientError !== ofServer, `isClientError ${wanted.isClientError}`);
  const { errorContains: text = '', errorCode, errorCodeName } = wanted;
  ensure(
    both.some(({ message }) => message.toLowerCase().includes(text.toLowerCase())),
    `expected "${text}"`,
  );
  if (errorCode !== undefined)
    ensure(
      both.some(({ code }) => code === errorCode),
      `expected code ${errorCode}`,
    );
  if (errorCodeName)
    ensure(
      both.some(({ codeName }) => codeName === errorCodeName),
      `expected ${errorCodeName}`,
    );
  for (const label of wanted.errorLabelsContain ?? []) ensure(error.hasErrorLabel?.(label), `expected label ${label}`);
  for (const label of wanted.errorLabelsOmit ?? []) ensure(!error.hasErrorLabel?.(label), `expected no label ${label}`);
  const response = error.errorResponse ?? error.cause?.errorResponse ?? error;
  if (wanted.errorResponse) match(wanted.errorResponse, response, test);
  if ('expectResult' in wanted) match(wanted.expectResult, bulkResult(error.partialResult) ?? error.result, test);
}

async function prepare({ initialData = [] }, admin) {
  for (const { databaseName, collectionName, documents = [], createOptions } of initialData) {
    const database = admin.db(databaseName);
    await database.dropCollection(collectionName).catch(error => {
      if (error.code !== 26) throw error;
    });
    if (createOptions || documents.length === 0) await database.createCollection(collectionName, createOptions);
    if (documents.length > 0) await database.collection(collectionName).insertMany(documents);
  }
}

async function checkOutcome({ outcome = [] }, test) {
  for (const { databaseName, collectionName, documents } of outcome) {
    const stored = await test.admin.db(databaseName).collection(collectionName).find().sort('_id').toArray();
    match(documents, stored, test, false, 'outcome');
  }
}

/** @returns what a test came to: passed, failed with its error, or skipped with the reason */
export async function runTest(file, content, server) {
  const test = new Test(server);
  const steps = async () => {
    await prepare(file, server.admin);
    test.createEntities(file.createEntities ?? []);
    for (const operation of content.operations) await test.perform(operation);
    await checkOutcome(content, test);
  };
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${testLimitMs} ms`)), testLimitMs);
  });
  let result = { status: 'passed' };
  try {
    await Promise.race([steps(), late]);
  } catch (error) {
    if (error instanceof Skip) result = { status: 'skipped', reason: error.message };
    else result = { status: 'failed', error: `${error.name}: ${error.message}` };
  } finally {
    clearTimeout(timer);
    await test.cleanUp(result.status === 'failed');
  }
  return result;
}

/** The files of the specifications are extended JSON; read afresh for each test, because the driver changes what it is given. */
export const parse = text => BSON.EJSON.parse(text);
