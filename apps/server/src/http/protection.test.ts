import { ratePerMinute } from '@bandeng/contracts/routes';
import { Writable } from 'node:stream';
import { createApp } from '../app';
import { createLogger } from '../platform/logger';
import { listen } from '../server';
import { startTestServer, type TestServer } from '../testing';

const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});
async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer({ environment });
  open.push(server);
  return server;
}

const directives = (answer: Response) =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '')
      .split(';')
      .map(part => part.split(/ (.*)/, 2) as [string, string]),
  );

describe('headers of protection', () => {
  it.each(['/api/docs', '/api/v1/columns', '/nothing', '/m/'])(
    '%s: -> only what we serve is loaded, no script in the page, no frame, nothing sniffed',
    async path => {
      const answer = await (await start()).anonymous.fetch(path);
      const csp = directives(answer);
      expect([csp.get('default-src'), csp.get('script-src'), csp.get('object-src')]).toEqual([
        "'self'",
        "'self'",
        "'none'",
      ]);
      expect([csp.get('base-uri'), csp.get('frame-ancestors'), csp.get('form-action')]).toEqual([
        "'none'",
        "'none'",
        "'self'",
      ]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    },
  );

  it('a public answer that was kept -> the same headers as when it was made', async () => {
    const { anonymous } = await start();
    const names = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'vary'];
    const headersOf = async () => {
      const { headers } = await anonymous.fetch('/api/v1/notices');
      return names.map(name => headers.get(name));
    };
    const made = await headersOf();
    expect(made.every(value => value !== null)).toBe(true);
    expect(await headersOf()).toEqual(made);
  });

  it('strict transport: behind TLS -> said, on a plain loopback -> not', async () => {
    const plain = await (await start()).anonymous.fetch('/healthz');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    const secure = await (await start({ PUBLIC_ORIGIN: 'https://bandeng.example.gov.cn' })).anonymous.fetch('/healthz');
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(directives(secure).has('upgrade-insecure-requests')).toBe(true);
  });
});

describe('rate limits behind a proxy', () => {
  /** Statuses of guesses for one printed code, each as if from another address. */
  async function guesses(server: TestServer): Promise<Set<number>> {
    const statuses = new Set<number>();
    // The minute may turn once meanwhile.
    for (let n = 0; n < ratePerMinute.login * 2 + 2; n += 1) {
      const { status } = await server.anonymous.fetch('/api/v1/notices/posted-here/full-text', {
        method: 'POST',
        body: JSON.stringify({ code: 'AAAAAA' }),
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `198.51.100.${n}` },
      });
      statuses.add(status);
    }
    return statuses;
  }

  it('X-Forwarded-For: from nobody we trust -> one budget, however many addresses are made up', async () => {
    expect(await guesses(await start({ RATE_LIMITS: 'on' }))).toEqual(new Set([404, 429]));
  });

  it('X-Forwarded-For: from our proxy -> each address has its own budget', async () => {
    const server = await start({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' });
    expect(await guesses(server)).toEqual(new Set([404]));
  });
});

describe('log', () => {
  it('requests: queries, words, bodies, tokens and addresses -> never in a line; who and which route are', async () => {
    const { deps, asResident } = await start();
    const lines: string[] = [];
    const stream = new Writable({
      write: (line: Buffer, _, done) => {
        lines.push(line.toString());
        done();
      },
    });
    const logger = createLogger({ level: 'info', stream });
    const { accountId } = await asResident('o-logged');
    const { accessToken } = await deps.modules.identity.api.beginResidentSession('o-logged');
    const app = createApp({ ...deps, platform: { ...deps.platform, logger } });
    const logged = await listen(app, { host: '127.0.0.1', port: 0 });
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${logged.port}${path}`, {
        ...init,
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${accessToken}`,
          'X-Forwarded-For': '198.51.100.7',
        },
      });
    await call('/api/v1/search?q=19900000001');
    await call('/api/v1/notices/secret-path-19900000001');
    await call('/api/v1/me/phone', { method: 'POST', body: JSON.stringify({ code: '19900000001' }) });
    await call('/nothing/19900000001');
    await logged.close();

    expect(lines.map(line => (JSON.parse(line) as { route: string }).route)).toEqual([
      'search.query',
      'notices.get',
      'me.phone',
      'other',
    ]);
    expect(lines.join('')).toContain(`"actor":"account:${accountId}"`);
    for (const secret of ['19900000001', accessToken, '198.51.100.7', 'o-logged', '127.0.0.1'])
      expect(lines.join('')).not.toContain(secret);
  });
});
