import mongoose from 'mongoose';
import { Engine } from '../engine';
import { failureOf, temporaryFolder, withServer } from '../test-support/engine';
import { startServer } from '../wire/server';

const { Binary, BSON } = mongoose.mongo;
const limit = 16 * 1024 * 1024;

/** A document of so many bytes. */
function documentOf(size: number): { _id: number; bytes: InstanceType<typeof Binary> } {
  const empty = BSON.calculateObjectSize({ _id: 1, bytes: new Binary(Buffer.alloc(0)) });
  return { _id: 1, bytes: new Binary(Buffer.alloc(size - empty, 7)) };
}

test('a document of 16 MB -> stored and found; one byte more -> refused by insert and by update', async () => {
  await withServer(async (_server, client) => {
    const collection = client.db('test').collection<ReturnType<typeof documentOf>>('large');
    await collection.insertOne(documentOf(limit));
    const found = await collection.findOne({ _id: 1 });
    expect(BSON.calculateObjectSize(found as object)).toBe(limit);
    expect(await failureOf(collection.updateOne({ _id: 1 }, { $set: { more: 1 } }))).toMatchObject({ code: 10334 });
    await collection.deleteOne({ _id: 1 });
    expect(await failureOf(collection.insertOne(documentOf(limit + 1)))).toMatchObject({ code: 10334 });
    expect(await collection.countDocuments()).toBe(0);
  });
}, 60_000);

test('several databases -> collections of one name are apart, one database is dropped alone', async () => {
  await withServer(async (_server, client) => {
    for (const name of ['one', 'two'])
      await client.db(name).collection<{ _id: string }>('things').insertOne({ _id: name });
    expect((await client.db('one').collection('things').find().toArray()).map(({ _id }) => _id)).toEqual(['one']);
    await client.db('one').dropDatabase();
    const { databases } = await client.db('admin').admin().listDatabases();
    expect(databases.map(({ name }) => name)).toEqual(['two']);
    expect(await client.db('two').collection('things').countDocuments()).toBe(1);
  });
});

test('the map grows: 200 MB in documents of 1 MB -> all of it is there, also after closing and opening', async () => {
  const folder = temporaryFolder();
  const count = 200;
  let server = await startServer({ dataDir: folder.path });
  let client = await mongoose.mongo.MongoClient.connect(server.uri);
  const bytes = new Binary(Buffer.alloc(1024 * 1024, 1));
  for (let n = 0; n < count; n++) await client.db('test').collection('files').insertOne({ n, bytes });
  await client.close();
  await server.close();
  server = await startServer({ dataDir: folder.path });
  client = await mongoose.mongo.MongoClient.connect(server.uri);
  const sums = await client
    .db('test')
    .collection('files')
    .aggregate([{ $project: { n: 1 } }, { $count: 'n' }])
    .toArray();
  expect(sums).toEqual([{ n: count }]);
  await client.close();
  await server.close();
  folder.remove();
}, 120_000);

test('close with writes under way -> what was acknowledged is there, what comes later is refused', async () => {
  const folder = temporaryFolder();
  const engine = new Engine({ dataDir: folder.path });
  const key = (n: number): Buffer => Buffer.from([0, 0, 0, 9, 0, n]);
  const written = Array.from({ length: 20 }, (_, n) => engine.store.write(() => engine.store.live.put(key(n), key(n))));
  const closed = engine.close();
  expect(await failureOf(engine.store.write(() => undefined))).toMatchObject({
    message: 'the engine is shutting down',
  });
  await Promise.all([...written, closed]);
  const again = new Engine({ dataDir: folder.path });
  expect(again.store.live.range(key(0), key(255), false, 100)).toHaveLength(20);
  await again.close();
  folder.remove();
});
