import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import mongoose from 'mongoose';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ping = { ping: 1 };

/** What becomes of a promise within five seconds. */
const settled = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => 'answered',
      (error: Error) => error.name,
    ),
    new Promise(resolve => setTimeout(resolve, 5_000, 'still waiting').unref()),
  ]);

/** A client of its own with one connection, and the sockets that it opens. */
async function withClient(work: (database: mongoose.mongo.Db, sockets: Socket[]) => Promise<void>): Promise<void> {
  const sockets: Socket[] = [];
  const note = (message: unknown) => void sockets.push((message as { socket: Socket }).socket);
  subscribe('net.client.socket', note);
  const { host, port } = server.deps.platform.database;
  const uri = `mongodb://${host}:${port}/?directConnection=true`;
  const client = await new mongoose.mongo.MongoClient(uri, { maxPoolSize: 1 }).connect();
  try {
    await client.db('test').command(ping);
    await work(client.db('test'), sockets);
  } finally {
    unsubscribe('net.client.socket', note);
    await settled(client.close());
  }
}

test('a command on a socket that was destroyed a moment ago -> fails at once, and the next one has another socket', async () => {
  await withClient(async (database, sockets) => {
    for (const socket of sockets) socket.destroy();
    expect(await settled(database.command(ping))).toBe('MongoNetworkError');
    expect(await settled(database.command(ping))).toBe('answered');
  });
});

test('a find on a socket that was destroyed a moment ago -> repeated by the driver', async () => {
  await withClient(async (database, sockets) => {
    for (const socket of sockets) socket.destroy();
    expect(await settled(database.collection('nothing').find({}).toArray())).toBe('answered');
  });
});

test('a large command under way when its socket closes without an error -> fails', async () => {
  await withClient(async (database, sockets) => {
    const large = database.command({ ping: 1, comment: 'x'.repeat(15 * 1024 * 1024) });
    setImmediate(() => sockets.forEach(socket => socket.destroy()));
    expect(await settled(large)).toBe('MongoNetworkError');
  });
});
