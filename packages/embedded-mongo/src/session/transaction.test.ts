import mongoose from 'mongoose';
import type { Doc } from '@bandeng/mongo-documents/bson';
import { failureOf, withServer, type Client } from '../test-support/engine';

interface Thing {
  _id: number;
  n?: number;
}

async function things(client: Client): Promise<mongoose.mongo.Collection<Thing>> {
  const collection = client.db('tx').collection<Thing>('things');
  await collection.insertMany([
    { _id: 1, n: 0 },
    { _id: 2, n: 0 },
  ]);
  return collection;
}

const byId = (_id: number): Pick<Thing, '_id'> => ({ _id });

test('transaction: writes before and after commit -> seen inside at once, outside all together after commit', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.insertOne({ _id: 3, n: 7 }, { session });
    await collection.updateOne(byId(1), { $set: { n: 7 } }, { session });
    await collection.deleteOne(byId(2), { session });
    const ids = (docs: Thing[]): unknown[] => docs.map(({ _id }) => _id);
    expect(ids(await collection.find({ n: 7 }, { session }).sort('_id').toArray())).toEqual([1, 3]);
    expect(ids(await collection.find({ n: 0 }).sort('_id').toArray())).toEqual([1, 2]);
    await session.commitTransaction();
    expect(ids(await collection.find().sort('_id').toArray())).toEqual([1, 3]);
    await session.endSession();
  });
});

test('transaction: aborted -> nothing of it is seen, and what it held is free', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.updateOne(byId(1), { $set: { n: 7 } }, { session });
    await session.abortTransaction();
    expect(await collection.findOne(byId(1))).toMatchObject({ n: 0 });
    expect(await collection.updateOne(byId(1), { $inc: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
    await session.endSession();
  });
});

test('transaction makes a collection and an index -> there with the commit, gone with the abort', async () => {
  await withServer(async (_server, client) => {
    const db = client.db('tx');
    const names = async (): Promise<string[]> => (await db.listCollections().toArray()).map(({ name }) => name);
    for (const ends of ['abortTransaction', 'commitTransaction'] as const) {
      const session = client.startSession();
      session.startTransaction();
      await db.createCollection('made', { session });
      await db.collection('made').createIndex({ n: 1 }, { session, unique: true });
      await db.collection<Thing>('implied').insertOne({ _id: 1, n: 1 }, { session });
      expect(await db.collection('implied').countDocuments({}, { session })).toBe(1);
      expect(await names()).toEqual([]);
      await session[ends]();
      await session.endSession();
      expect(await names()).toEqual(ends === 'commitTransaction' ? ['implied', 'made'] : []);
    }
    expect(await db.collection('made').indexes()).toMatchObject([{ name: '_id_' }, { name: 'n_1', unique: true }]);
    expect(await db.collection('implied').countDocuments({ n: 1 })).toBe(1);
  });
});

test('transaction: two make the same collection -> the second to commit gets 112; an index on an older one, a drop -> refused', async () => {
  await withServer(async (_server, client) => {
    const db = client.db('tx');
    const [first, second] = [client.startSession(), client.startSession()];
    for (const session of [first, second]) {
      session.startTransaction();
      await db.collection<Thing>('both').insertOne({ _id: 1 }, { session });
    }
    await first.commitTransaction();
    expect(await failureOf(second.commitTransaction())).toMatchObject({ code: 112 });
    first.startTransaction();
    const failure = await failureOf(db.collection('both').createIndex({ n: 1 }, { session: first }));
    expect(failure).toMatchObject({ code: 238 });
    second.startTransaction();
    expect(await failureOf(db.collection('both').drop({ session: second }))).toMatchObject({ code: 263 });
    for (const session of [first, second]) {
      await session.abortTransaction().catch(() => undefined);
      await session.endSession();
    }
  });
});

test('transaction: others write after its first read -> it keeps reading its snapshot', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    expect(await collection.countDocuments({}, { session })).toBe(2);
    await collection.insertOne({ _id: 3, n: 0 });
    await collection.updateOne(byId(1), { $set: { n: 5 } });
    expect(await collection.countDocuments({ n: 0 }, { session })).toBe(2);
    await session.abortTransaction();
    expect(await collection.countDocuments({ n: 0 })).toBe(2);
    await session.endSession();
  });
});

test.each<
  [string, (collection: mongoose.mongo.Collection<Thing>, other?: mongoose.mongo.ClientSession) => Promise<unknown>]
>([
  [
    'the same document',
    (collection, session) => collection.updateOne(byId(1), { $inc: { n: 1 } }, session ? { session } : {}),
  ],
  ['the same new _id', (collection, session) => collection.insertOne({ _id: 9 }, session ? { session } : {})],
])('two open transactions write %s -> the second gets 112 TransientTransactionError at once', async (_what, write) => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const [first, second] = [client.startSession(), client.startSession()];
    first.startTransaction();
    second.startTransaction();
    await collection.findOne({}, { session: second });
    await write(collection, first);
    const failure = await failureOf(write(collection, second));
    expect(failure).toMatchObject({ code: 112 });
    expect(
      (failure as unknown as InstanceType<typeof mongoose.mongo.MongoServerError>).hasErrorLabel(
        'TransientTransactionError',
      ),
    ).toBe(true);
    await first.commitTransaction();
    await Promise.all([first.endSession(), second.endSession()]);
  });
});

test('transaction: writes a document changed after its snapshot -> 112', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.findOne({}, { session });
    await collection.updateOne(byId(1), { $set: { n: 5 } });
    expect(await failureOf(collection.updateOne(byId(1), { $set: { n: 6 } }, { session }))).toMatchObject({
      code: 112,
    });
    expect(await failureOf(collection.findOne({}, { session }))).toMatchObject({ code: 251 });
    await session.endSession();
  });
});

test('write outside meets a document held by a transaction -> waits for its end and is applied on top', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.updateOne(byId(1), { $set: { n: 10 } }, { session });
    let done = false;
    const waiting = collection.updateMany({}, { $inc: { n: 1 } }).then(result => {
      done = true;
      return result;
    });
    await collection.findOne({});
    expect(done).toBe(false);
    await session.commitTransaction();
    expect(await waiting).toMatchObject({ modifiedCount: 2 });
    expect((await collection.find().sort('_id').toArray()).map(({ n }) => n)).toEqual([11, 1]);
    await session.endSession();
  });
});

test('twenty transactions move amounts at once -> the sum never changes and every move counts', async () => {
  await withServer(async (_server, client) => {
    const collection = await things(client);
    const move = (): Promise<void> =>
      client.withSession(session =>
        session.withTransaction(async () => {
          await collection.updateOne(byId(1), { $inc: { n: -1 } }, { session });
          await collection.updateOne(byId(2), { $inc: { n: 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 20 }, move));
    expect((await collection.find().sort('_id').toArray()).map(({ n }) => n)).toEqual([-20, 20]);
  });
});

test('commit repeated, abort after commit, unknown transaction -> ok, 256, 251', async () => {
  await withServer(async (server, client) => {
    await things(client);
    const admin = client.db('admin');
    const lsid = { id: new mongoose.mongo.BSON.UUID() };
    const txn = { lsid, txnNumber: mongoose.mongo.BSON.Long.fromNumber(1), autocommit: false };
    const run = (database: string, command: Doc): Promise<Doc> => client.db(database).command(command);
    // Sent by hand: the driver itself would not send these.
    const { dispatch } = await import('../commands/dispatch');
    const { decode, encode } = await import('@bandeng/mongo-documents/bson');
    const send = async (command: Doc): Promise<Doc> => {
      const raw = encode({ ...command, $db: 'tx' });
      return (await dispatch(server.engine, { id: 1 }, { body: decode(raw), raw, sequences: new Map() })).doc;
    };
    expect(await send({ insert: 'things', documents: [{ _id: 5 }], ...txn, startTransaction: true })).toMatchObject({
      ok: 1,
      n: 1,
    });
    expect(await send({ commitTransaction: 1, ...txn })).toMatchObject({ ok: 1 });
    expect(await send({ commitTransaction: 1, ...txn })).toMatchObject({ ok: 1 });
    expect(await send({ abortTransaction: 1, ...txn })).toMatchObject({ ok: 0, code: 256 });
    expect(await send({ find: 'things', ...txn, txnNumber: mongoose.mongo.BSON.Long.fromNumber(2) })).toMatchObject({
      ok: 0,
      code: 251,
    });
    expect(await run('tx', { count: 'things' })).toMatchObject({ n: 3 });
    expect(admin.databaseName).toBe('admin');
  });
});

test('retryable write sent twice -> applied once, the same answer; also after the engine was restarted', async () => {
  const { temporaryFolder } = await import('../test-support/engine');
  const { Engine } = await import('../engine');
  const { dispatch } = await import('../commands/dispatch');
  const { Binary, decode, encode, Long } = await import('@bandeng/mongo-documents/bson');
  const folder = temporaryFolder();
  const lsid = { id: new Binary(Buffer.alloc(16, 7), 4) };
  const commands: Doc[] = [
    { insert: 'things', documents: [{ _id: 1, n: 0 }], txnNumber: Long.fromNumber(1) },
    { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }], txnNumber: Long.fromNumber(2) },
    {
      findAndModify: 'things',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      new: true,
      txnNumber: Long.fromNumber(3),
    },
  ];
  let engine = new Engine({ dataDir: folder.path });
  const send = async (command: Doc): Promise<Doc> => {
    const raw = encode({ ...command, lsid, $db: 'test' });
    const { doc } = await dispatch(engine, { id: 1 }, { body: decode(raw), raw, sequences: new Map() });
    const { $clusterTime: _time, operationTime: _operation, ...rest } = doc;
    return rest;
  };
  for (const command of commands) {
    const first = await send(command);
    expect(await send(command)).toEqual(first);
    await engine.close();
    engine = new Engine({ dataDir: folder.path });
    expect(await send(command)).toEqual(first);
  }
  expect(await send({ count: 'things', query: { n: 2 } })).toMatchObject({ n: 1 });
  expect(await send({ ...commands[0], documents: [{ _id: 2 }] })).toMatchObject({ ok: 0, code: 225 });
  await engine.close();
  folder.remove();
});

test('a commit fails while a transaction is open -> the transaction cannot commit, and no record number is given twice', async () => {
  await withServer(async ({ engine }, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.insertOne({ _id: 3 }, { session });
    engine.store.onFailedCommit();
    await collection.insertOne({ _id: 4 });
    expect(await failureOf(session.commitTransaction())).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    });
    await session.withTransaction(() => collection.insertOne({ _id: 5 }, { session }));
    const found = await collection.find().sort('_id').toArray();
    expect(found.map(({ _id }) => _id)).toEqual([1, 2, 4, 5]);
    await session.endSession();
  });
});

test('a commit fails while another commit waits in the queue -> the waiting one is answered with a conflict', async () => {
  await withServer(async ({ engine }, client) => {
    const collection = await things(client);
    const session = client.startSession();
    session.startTransaction();
    await collection.insertOne({ _id: 3 }, { session });
    const failed = engine.store.write(() => engine.store.onFailedCommit());
    const committed = failureOf(session.commitTransaction());
    await failed;
    expect(await committed).toMatchObject({ errorLabels: ['TransientTransactionError'] });
    await collection.insertOne({ _id: 4 });
    expect(
      await collection
        .find({}, { projection: { _id: 1 } })
        .sort('_id')
        .toArray(),
    ).toEqual([1, 2, 4].map(byId));
    await session.endSession();
  });
});
