import { startTestServer } from './testing';

describe('startTestServer', () => {
  it('query without an index: -> the test that stops the server fails and the query is named', async () => {
    const server = await startTestServer();
    const sessions = server.deps.platform.database.collection('sessions');
    await sessions.find({ kind: 'resident' }).toArray();
    await expect(server.stop()).rejects.toThrow(/sessions.*kind|kind.*sessions/);
  });

  it('queries with an index: -> nothing to complain about', async () => {
    const server = await startTestServer();
    const sessions = server.deps.platform.database.collection<{ _id: string }>('sessions');
    await sessions.find({ accountId: 'a' }).sort({ _id: 1 }).toArray();
    await sessions.findOne({ _id: 'x' });
    await sessions.updateOne({ _id: 'x' }, { $set: { kind: 'staff' } }, { upsert: true });
    await sessions.countDocuments({ accountId: 'a' });
    await expect(server.stop()).resolves.toBeUndefined();
  });
});
