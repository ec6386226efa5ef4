import { createHash } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('receipts', () => {
  it('receipt: issued -> its author can compute the hash, anybody can ask for it', async () => {
    const { platform, modules } = server.deps;
    const receipt = await platform.transaction(tx =>
      modules.receipts.api.issue(
        { kind: 'comment', id: 'c1', body: { b: 2, a: '词' }, receivedAt: platform.clock.now() },
        tx,
      ),
    );
    const { hash, version, kind, id, bodySha256, receivedAt, nonce } = receipt;
    expect(bodySha256).toBe(sha256('{"a":"词","b":2}'));
    expect(nonce).toMatch(/^[0-9a-f]{32}$/);
    const canonical = JSON.stringify({ bodySha256, id, kind, nonce, receivedAt, version });
    expect(hash).toBe(sha256(canonical));
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toEqual({
      known: true,
      kind: 'comment',
      receivedAt,
    });
  });

  it('receipt: unknown hash -> known false, malformed -> 422', async () => {
    const known = await server.anonymous.call('receipts.get', { params: { hash: 'a'.repeat(64) } });
    expect(known).toEqual({ known: false, kind: null, receivedAt: null });
    expect((await problemOf(server.anonymous.call('receipts.get', { params: { hash: 'xyz' } }))).status).toBe(422);
  });
});
