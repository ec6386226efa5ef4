import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { ratePerMinute } from '@bandeng/contracts/routes';
import { createApp } from '../app';
import { noticeSource, putDistrict } from '../fixtures/district';
import { createLogger } from '../platform/logger';
import { listen } from '../server';
import { openDependencies } from '../start';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ environment: { RATE_LIMITS: 'on' } });
  await putDistrict(server);
});
afterAll(() => server.stop());

const LIST = '/api/v1/notices?limit=5';
const ask = (headers: Record<string, string> = {}, path = LIST) => server.anonymous.fetch(path, { headers });
const headersOf = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => name !== 'x-request-id'));

async function publishThrough({ modules, platform }: Pick<TestServer['deps'], 'modules' | 'platform'>, title: string) {
  const source = noticeSource({ title, publishedAt: platform.clock.now().toISOString() });
  await modules.notices.api.load([{ id: randomUUID(), source }]);
}

describe('a public answer with a version', () => {
  it('asked for again -> same bytes and headers, 304 to who holds it; a request id of its own', async () => {
    const path = `${LIST}&kind=land`;
    const [first, second] = [await ask({}, path), await ask({ 'X-Request-Id': 'my-request-2' }, path)];
    expect(headersOf(second)).toEqual(headersOf(first));
    expect(second.headers.get('x-request-id')).toBe('my-request-2');
    expect(await second.text()).toBe(await first.text());
    const held = await ask({ 'If-None-Match': first.headers.get('etag')! }, path);
    expect([held.status, await held.text()]).toEqual([304, '']);
    const { 'content-length': _, 'content-type': __, ...others } = headersOf(first);
    expect(headersOf(held)).toEqual(others);
  });

  it('first asked for by who holds it -> 304, and the next who holds nothing gets it whole', async () => {
    const path = `/api/v1/notices?limit=6`;
    const etag = (await ask({}, path)).headers.get('etag')!;
    const [restarted, text] = [createApp(server.deps), await (await ask({}, path)).text()];
    const other = await listen(restarted, { host: '127.0.0.1', port: 0 });
    try {
      const address = `http://127.0.0.1:${other.port}${path}`;
      for (let turn = 0; turn < 2; turn += 1)
        expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);
      expect(await (await fetch(address)).text()).toBe(text);
    } finally {
      await other.close();
    }
  });

  it('another server on the same database writes -> the next answer here is the new one', async () => {
    const { config, clock, logger } = server.deps.platform;
    const other = await openDependencies({ config, logger, clock });
    try {
      for (let number = 1; number <= 5; number += 1) {
        const before = await ask();
        await publishThrough(other.deps, `第 ${number} 次公告`);
        const after = await ask({ 'If-None-Match': before.headers.get('etag')! });
        expect([after.status, (await after.text()).includes(`第 ${number} 次公告`)]).toEqual([200, true]);
      }
    } finally {
      await other.database.close();
    }
  });

  it('a caller who leaves before the answer -> the others are answered', async () => {
    const etag = (await ask()).headers.get('etag')!;
    const { hostname, port } = new URL(server.origin);
    const leaving = connect(Number(port), hostname);
    leaving.end(`GET ${LIST} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`, () => leaving.resetAndDestroy());
    await once(leaving, 'close');
    expect((await ask({ 'If-None-Match': etag })).status).toBe(304);
  });

  it('with a login -> made for that caller, private', async () => {
    await ask();
    const answer = await (await server.asResident()).fetch(LIST);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });

  it('answered early -> one line in the log, without the query', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'info', stream: { write: line => void lines.push(line) } });
    const app = createApp({ ...server.deps, platform: { ...server.deps.platform, logger } });
    const logged = await listen(app, { host: '127.0.0.1', port: 0 });
    try {
      for (let turn = 0; turn < 3; turn += 1) await (await fetch(`http://127.0.0.1:${logged.port}${LIST}`)).text();
    } finally {
      await logged.close();
    }
    const entries = lines.map(line => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toHaveLength(3);
    for (const entry of entries)
      expect(entry).toMatchObject({ method: 'GET', route: 'notices.list', status: 200, actor: 'anonymous' });
    expect(lines.join('')).not.toContain('limit=5');
  });

  // Last: it spends the budget of this address.
  it('more than the budget of a minute -> 429', async () => {
    const statuses = new Set<number>();
    for (let call = 0; call <= ratePerMinute.read * 2 && !statuses.has(429); call += 20) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
      for (const answer of answers) statuses.add(answer.status);
    }
    expect([...statuses].sort()).toEqual([200, 429]);
  });
});
