import { ratePerMinute } from '@bandeng/contracts/routes';
import { startTestServer, type TestServer } from '../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ environment: { RATE_LIMITS: 'on' } });
});
afterAll(() => server.stop());

const tryLogin = () =>
  server.anonymous.fetch('/api/v1/auth/wechat', {
    method: 'POST',
    body: '{"code":"wrong"}',
    headers: { 'Content-Type': 'application/json' },
  });

describe('rate limit', () => {
  it('logins: more than the budget of a minute -> 429 with Retry-After', async () => {
    const statuses: number[] = [];
    let last: Response | undefined;
    // The window may turn once while we count: two budgets are enough to meet the limit.
    for (let call = 0; call <= ratePerMinute.login * 2 && last?.status !== 429; call += 1) {
      last = await tryLogin();
      statuses.push(last.status);
    }
    expect(statuses.length).toBeGreaterThan(ratePerMinute.login);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await last?.json()).toMatchObject({ code: 'request.too_many' });
  });
});
