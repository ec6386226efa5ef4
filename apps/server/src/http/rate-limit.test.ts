import { ratePerMinute } from '@bandeng/contracts/routes';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ environment: { RATE_LIMITS: 'on' } });
});
afterAll(() => server.stop());

/** Calls until one is refused, at most so often; the window may turn once meanwhile. */
async function callsUntilRefused(call: () => Promise<Response>, most: number) {
  let calls = 0;
  let last: Response | undefined;
  while (calls <= most && last?.status !== 429) {
    last = await call();
    calls += 1;
  }
  return { calls, last };
}
const post = (path: string, body: object) =>
  server.anonymous.fetch(`/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

describe('rate limit', () => {
  it('passwords: more than the budget of a minute from one address -> 429 with Retry-After', async () => {
    let tries = 0;
    // Another name each time: a name that is tried too often is locked for itself.
    const guess = () => post('/auth/staff', { username: `nobody${(tries += 1)}`, password: 'guess' });
    const { calls, last } = await callsUntilRefused(guess, ratePerMinute.login * 2);
    expect(calls).toBeGreaterThan(ratePerMinute.login);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await last?.json()).toMatchObject({ code: 'request.too_many' });
  });

  it('WeChat logins and refreshes: many people behind one address -> all of them get in', async () => {
    for (let person = 0; person <= ratePerMinute.login; person += 1) {
      const code = server.deps.modules.wechat.api.simulator!.issueLoginCode(`o-neighbour-${person}`);
      const { refreshToken } = await server.anonymous.call('auth.wechat', { body: { code } });
      expect((await post('/auth/refresh', { refreshToken })).status).toBe(200);
    }
  }, 30_000);

  it('refreshes: one family again and again -> 429, another family goes on', async () => {
    const family = (name: string) => ({ refreshToken: `${name}.${'x'.repeat(40)}` });
    const again = () => post('/auth/refresh', family('stolen'));
    const { calls, last } = await callsUntilRefused(again, ratePerMinute.session * 2);
    expect([calls > ratePerMinute.session, last?.status]).toEqual([true, 429]);
    expect((await post('/auth/refresh', family('another'))).status).toBe(401);
  });

  it('printed codes: guessed for one notice -> 429, another notice can still be unlocked', async () => {
    const guess = (id: string) => post(`/notices/${id}/full-text`, { code: 'AAAAAA' });
    const { last } = await callsUntilRefused(() => guess('posted-here'), ratePerMinute.login * 2);
    expect(last?.status).toBe(429);
    expect((await guess('posted-elsewhere')).status).toBe(404);
  });
});
