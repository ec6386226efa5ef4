import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const simulator = () => {
  const { simulator } = server.deps.modules.wechat.api;
  if (!simulator) throw new Error('no simulator');
  return simulator;
};
const login = (code: string) => server.anonymous.call('auth.wechat', { body: { code } });
const refresh = (refreshToken: string) => server.anonymous.call('auth.refresh', { body: { refreshToken } });
const sessions = () => server.collection('sessions');
const meOf = (accessToken: string) =>
  server.anonymous.fetch('/api/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });

describe('POST /auth/wechat', () => {
  it('login: same person twice -> one account; nothing personal is stored readable', async () => {
    const first = await login(simulator().issueLoginCode('o-chen'));
    const second = await login(simulator().issueLoginCode('o-chen'));
    expect(second.account).toEqual(first.account);
    expect(first.account).toMatchObject({ kind: 'resident', phone: null, phoneVerified: false, roles: [] });
    const stored = await server.collection('accounts').find({}).toArray();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('o-chen');
    expect(JSON.stringify({ first, stored })).not.toMatch(/session_?key/i);
  });

  it('login: two first logins at once -> one account', async () => {
    const codes = [1, 2, 3].map(() => simulator().issueLoginCode('o-twins'));
    const answers = await Promise.all(codes.map(login));
    expect(new Set(answers.map(answer => answer.account.id)).size).toBe(1);
  });

  it('login: code twice, wrong or older than five minutes -> 401 auth.code_invalid', async () => {
    const code = simulator().issueLoginCode('o-chen');
    await login(code);
    expect(await problemOf(login(code))).toMatchObject({ status: 401, code: 'auth.code_invalid' });
    expect(await problemOf(login('nonsense'))).toMatchObject({ status: 401, code: 'auth.code_invalid' });
    const old = simulator().issueLoginCode('o-chen');
    server.clock.advance(301_000);
    expect(await problemOf(login(old))).toMatchObject({ status: 401, code: 'auth.code_invalid' });
  });

  it('login: WeChat unreachable -> 503 wechat.unavailable with Retry-After', async () => {
    simulator().setFault({ api: 'codeToSession', mode: 'unreachable', times: 10 });
    const problem = await problemOf(login(simulator().issueLoginCode('o-chen')));
    expect(problem).toMatchObject({ status: 503, code: 'wechat.unavailable' });
    expect(problem.headers.get('retry-after')).not.toBeNull();
  });

  it('login: the key that seals what waits on a phone -> the same at every login and renewal of an account, another one for another', async () => {
    const first = await login(simulator().issueLoginCode('o-chen'));
    const again = await login(simulator().issueLoginCode('o-chen'));
    const other = await login(simulator().issueLoginCode('o-lin'));
    expect(first.sealKey).toMatch(/^[0-9a-f]{64}$/);
    expect([again.sealKey, (await refresh(again.refreshToken)).sealKey]).toEqual([first.sealKey, first.sealKey]);
    expect(other.sealKey).not.toBe(first.sealKey);
  });

  it('login: new account -> told through the outbox', async () => {
    await login(simulator().issueLoginCode('o-chen'));
    const entry = await server.collection('outbox').findOne({ name: 'account.created' });
    expect(JSON.stringify(entry)).not.toContain('o-chen');
  });
});

describe('POST /auth/refresh', () => {
  const begin = () => login(simulator().issueLoginCode('o-chen'));

  it('refresh: current token -> a new pair that works', async () => {
    const first = await begin();
    const second = await refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await meOf(second.accessToken)).status).toBe(200);
    expect((await sessions().findOne({}))?.currentHash).not.toBe(second.refreshToken);
  });

  it('refresh: rotated token within 60 seconds, successor unused -> that same successor', async () => {
    const first = await begin();
    const second = await refresh(first.refreshToken);
    server.clock.advance(59_000);
    expect((await refresh(first.refreshToken)).refreshToken).toBe(second.refreshToken);
    expect((await refresh(second.refreshToken)).refreshToken).not.toBe(second.refreshToken);
  });

  it('refresh: many at once with one token -> all get the same successor', async () => {
    const { refreshToken } = await begin();
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)));
    expect(new Set(answers.map(answer => answer.refreshToken)).size).toBe(1);
  });

  it('refresh: rotated token after 60 seconds -> 401 and the family ends', async () => {
    const first = await begin();
    const second = await refresh(first.refreshToken);
    server.clock.advance(61_000);
    expect(await problemOf(refresh(first.refreshToken))).toMatchObject({ status: 401, code: 'auth.refresh_invalid' });
    expect((await problemOf(refresh(second.refreshToken))).code).toBe('auth.refresh_invalid');
    expect((await meOf(second.accessToken)).status).toBe(401);
  });

  it('refresh: rotated token after its successor was used -> 401 and the family ends', async () => {
    const first = await begin();
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect((await problemOf(refresh(first.refreshToken))).code).toBe('auth.refresh_invalid');
    expect((await problemOf(refresh(third.refreshToken))).code).toBe('auth.refresh_invalid');
  });

  it('refresh: a family ended -> another login of the same person goes on', async () => {
    const phone = await begin();
    const tablet = await begin();
    await server.anonymous.call('auth.logout', { body: { refreshToken: phone.refreshToken } });
    expect((await meOf(phone.accessToken)).status).toBe(401);
    expect((await meOf(tablet.accessToken)).status).toBe(200);
    expect((await problemOf(refresh(phone.refreshToken))).status).toBe(401);
  });

  it('refresh: unknown token or one older than 30 days -> 401', async () => {
    expect((await problemOf(refresh('00000000-0000-4000-8000-000000000000.nonsense'))).status).toBe(401);
    const first = await begin();
    server.clock.advance(31 * 86_400_000);
    expect((await problemOf(refresh(first.refreshToken))).status).toBe(401);
  });
});

describe('access tokens', () => {
  it('access token: after 15 minutes -> 401 auth.expired', async () => {
    const { accessToken } = await login(simulator().issueLoginCode('o-chen'));
    server.clock.advance(14 * 60_000);
    expect((await meOf(accessToken)).status).toBe(200);
    server.clock.advance(61_000);
    const answer = await meOf(accessToken);
    expect(await answer.json()).toMatchObject({ status: 401, code: 'auth.expired' });
  });

  it('access token: signed by somebody else, or changed -> 401', async () => {
    const { accessToken } = await login(simulator().issueLoginCode('o-chen'));
    const [header, , signature] = accessToken.split('.');
    const claims = Buffer.from(
      JSON.stringify({ sub: 'x', sid: 'y', kind: 'staff', iss: 'bandeng', exp: 9e9 }),
    ).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [`${header}.${claims}.${signature}`, `${none}.${claims}.`]) {
      expect((await meOf(forged)).status).toBe(401);
    }
  });
});
