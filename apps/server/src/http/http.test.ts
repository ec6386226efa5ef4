import { errors } from '@bandeng/contracts/routes';
import { problemOf, startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) => server.anonymous.fetch(path, { headers });
const postJson = (path: string, body: string, type = 'application/json') =>
  server.anonymous.fetch(path, { method: 'POST', body, headers: { 'Content-Type': type } });

describe('health', () => {
  it('healthz and readyz: running server -> 200', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('time', () => {
  it('Date header: clock moved by NOW or a test -> the time of the app, not of the machine', async () => {
    server.clock.set('2026-03-01T01:02:03.000Z');
    expect((await get('/healthz')).headers.get('date')).toBe('Sun, 01 Mar 2026 01:02:03 GMT');
  });
});

describe('problems', () => {
  it('unknown address: api or page -> 404 problem with its id and Chinese words', async () => {
    for (const path of ['/api/v1/nothing', '/nothing']) {
      const answer = await get(path, { 'X-Request-Id': 'my-request-1' });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: errors['route.not_found'].title,
        detail: errors['route.not_found'].detail,
        status: 404,
        code: 'route.not_found',
        requestId: 'my-request-1',
      });
    }
  });

  it('known address: other method -> 405 with Allow', async () => {
    const answer = await server.anonymous.fetch('/api/v1/working-days', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('HEAD, GET');
    expect(await answer.json()).toMatchObject({ code: 'request.method' });
  });

  it.each(['/healthz', '/readyz', '/', '/m', '/m/', '/m/app.js', '/api/docs', '/feeds/notices.atom'])(
    'page %s: sent to -> 405 with Allow',
    async path => {
      for (const method of ['POST', 'DELETE']) {
        const answer = await server.anonymous.fetch(path, { method });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'HEAD, GET']);
        expect(await answer.json()).toMatchObject({ code: 'request.method' });
      }
    },
  );

  it('body: not JSON -> 400, other type -> 415, over 1 MB -> 413, fields wrong -> 422 with paths', async () => {
    expect((await postJson('/api/v1/auth/wechat', '{')).status).toBe(400);
    expect((await postJson('/api/v1/auth/wechat', 'code=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await postJson('/api/v1/auth/wechat', JSON.stringify({ code: 'x'.repeat(1_100_000) }))).status).toBe(413);
    const answer = await postJson('/api/v1/auth/wechat', '{"code":{"$ne":null}}');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ path: 'code' }] });
  });

  it('body: invalid UTF-8 -> 400', async () => {
    const body = Buffer.concat([Buffer.from('{"code":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const answer = await server.anonymous.fetch('/api/v1/auth/wechat', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });

  it('query: bad limit, foreign cursor, a name twice, an unknown name -> 422', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'cursor=nonsense',
      'limit=1&limit=2',
      'level[$ne]=x',
      'other=1',
    ]) {
      const answer = await get(`/api/v1/areas?${query}`);
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });

  it('login: missing -> told before a bad field', async () => {
    const answer = await postJson('/api/v1/me/phone', '{"nonsense":true}');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toMatchObject({ code: 'auth.required' });
  });

  it('token: not one of ours -> 401 auth.expired', async () => {
    const answer = await get('/api/v1/me', { Authorization: 'Bearer nonsense' });
    expect(await answer.json()).toMatchObject({ status: 401, code: 'auth.expired' });
  });
});

describe('working days', () => {
  it('working days: seven from a Friday before the National Day -> counted day by day', async () => {
    const days = await server.anonymous.call('workingDays.get', { query: { from: '2026-11-16', count: 3 } });
    expect(days).toMatchObject({ from: '2026-11-16', count: 3, date: '2026-11-19', provisional: false });
    expect(days.days.map(day => day.counted)).toEqual([false, true, true, true]);
  });

  it('working days: from the last day that can be asked -> counted beyond it', async () => {
    const days = await server.anonymous.call('workingDays.get', { query: { from: '2099-12-31', count: 400 } });
    expect(days).toMatchObject({ provisional: true });
    expect(days.date > '2101').toBe(true);
    expect(days.days[0]).toEqual({ date: '2099-12-31', counted: false, reason: '起算当日不计' });
  });

  it('working days: bad date or count -> 422', async () => {
    for (const query of [
      { from: '2026-02-30', count: 1 },
      { from: '9999-12-31', count: 5 },
      { from: '0001-01-01', count: 5 },
      { from: '2026-11-16', count: 0 },
      { from: '2026-11-16', count: 401 },
    ]) {
      expect((await problemOf(server.anonymous.call('workingDays.get', { query }))).status).toBe(422);
    }
  });
});

describe('caching', () => {
  const path = '/api/v1/working-days?from=2026-11-16&count=3';

  it('public GET: without login -> shared with an ETag, unchanged -> 304 without a body', async () => {
    const first = await get(path);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toContain('Authorization');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{32}"$/);
    const second = await get(path, { 'If-None-Match': etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('public GET: with login -> private, no ETag', async () => {
    const resident = await server.asResident();
    const answer = await resident.fetch(path);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });

  it('HEAD: public GET -> headers only', async () => {
    const answer = await server.anonymous.fetch(path, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});

describe('headers and pages', () => {
  it('every answer: security headers, no powered-by', async () => {
    const answer = await get('/healthz');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('root: -> leads to the pages of residents', async () => {
    const answer = await get('/');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/m/');
  });

  it('api docs: page without script, document in OpenAPI 3.1', async () => {
    const page = await (await get('/api/docs')).text();
    expect(page).toContain('/working-days');
    expect(page).not.toContain('<script');
    const document = (await (await get('/api/v1/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(document.paths).toHaveProperty('/working-days');
  });

  it('files outside the pages: -> never served', async () => {
    for (const path of ['/m/../package.json', '/m/%2e%2e/%2e%2e/package.json', '/m/..%2f..%2fpackage.json']) {
      expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
