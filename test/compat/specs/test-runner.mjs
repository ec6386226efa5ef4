/** The operations of the unified test format on "testRunner": fail points, and questions about sessions and collections. */
import { Mismatch } from './match.mjs';

/** The states of the driver's transactions, as the format calls them. */
const transactionStates = {
  NO_TRANSACTION: 'none',
  STARTING_TRANSACTION: 'starting',
  TRANSACTION_IN_PROGRESS: 'in_progress',
  TRANSACTION_COMMITTED: 'committed',
  TRANSACTION_COMMITTED_EMPTY: 'committed',
  TRANSACTION_ABORTED: 'aborted',
};

function ensure(holds, otherwise) {
  if (!holds) throw new Mismatch(otherwise);
}

function lastTwoSessions(test, client) {
  const ids = test.commands.get(client).map(({ command }) => JSON.stringify(command.lsid));
  ensure(ids.length >= 2, 'fewer than two commands were seen');
  return ids.slice(-2);
}

async function hasCollection({ databaseName, collectionName }, { admin }) {
  return (await admin.db(databaseName).listCollections({ name: collectionName }).toArray()).length > 0;
}

async function hasIndex({ databaseName, collectionName, indexName }, { admin }) {
  const indexes = await admin
    .db(databaseName)
    .collection(collectionName)
    .listIndexes()
    .toArray()
    .catch(() => []);
  return indexes.some(({ name }) => name === indexName);
}

export const runnerOperations = {
  createEntities: ({ entities }, test) => test.createEntities(entities),
  failPoint: async ({ client, failPoint }, test) => {
    test.failPoints.push(failPoint.configureFailPoint);
    await test.entities.get(client).db('admin').command(failPoint);
  },
  assertSessionTransactionState: ({ session, state }, test) => {
    const now = transactionStates[test.entities.get(session).transaction.state];
    ensure(now === state, `the transaction is ${now}, not ${state}`);
  },
  assertSessionPinned: ({ session }, test) => ensure(test.entities.get(session).isPinned, 'the session is not pinned'),
  assertSessionUnpinned: ({ session }, test) => ensure(!test.entities.get(session).isPinned, 'the session is pinned'),
  assertSessionDirty: ({ session }, test) =>
    ensure(test.entities.get(session).serverSession.isDirty, 'the session is not dirty'),
  assertSessionNotDirty: ({ session }, test) =>
    ensure(!test.entities.get(session).serverSession.isDirty, 'the session is dirty'),
  assertSameLsidOnLastTwoCommands: ({ client }, test) => {
    const [before, last] = lastTwoSessions(test, client);
    ensure(before === last, 'the last two commands had different sessions');
  },
  assertDifferentLsidOnLastTwoCommands: ({ client }, test) => {
    const [before, last] = lastTwoSessions(test, client);
    ensure(before !== last, 'the last two commands had the same session');
  },
  assertCollectionExists: async (given, test) =>
    ensure(await hasCollection(given, test), `there is no collection ${given.collectionName}`),
  assertCollectionNotExists: async (given, test) =>
    ensure(!(await hasCollection(given, test)), `there is a collection ${given.collectionName}`),
  assertIndexExists: async (given, test) => ensure(await hasIndex(given, test), `there is no index ${given.indexName}`),
  assertIndexNotExists: async (given, test) =>
    ensure(!(await hasIndex(given, test)), `there is an index ${given.indexName}`),
  wait: ({ ms }) => new Promise(resolve => setTimeout(resolve, ms)),
};
