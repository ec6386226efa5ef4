import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const PASSWORD = 'a bench in the yard';

async function makeOfficer(username: string) {
  const roles = [{ role: 'officer' as const, unitId: null, areaId: null }];
  const admin = await server.asStaff('admin');
  await admin.call('staff.members.create', { body: { username, name: '何主任', password: PASSWORD, roles } });
  return { username, password: PASSWORD };
}
/** A call as a browser makes it, with the cookie it holds. */
async function post(path: string, body: object, cookie?: string) {
  const answer = await server.anonymous.fetch(`/api/v1/auth/desk${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
  });
  const [given = ''] = answer.headers.getSetCookie();
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown>, given };
}
const held = (given: string) => given.split(';', 1)[0]!;

describe('POST /auth/desk', () => {
  it('login: right password -> token in the answer, refresh token only in a cookie for these calls that scripts cannot read', async () => {
    const { status, body, given } = await post('', await makeOfficer('he.one'));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['accessToken', 'account']);
    expect(given).toMatch(/^bandeng-desk=[^;]{20,}; path=\/api\/v1\/auth\/desk; /);
    expect(given).toMatch(/; samesite=strict/i);
    expect(given).toMatch(/; httponly/i);
  });

  it('login: wrong password -> 401 and no cookie', async () => {
    const { username } = await makeOfficer('he.two');
    const { status, given } = await post('', { username, password: 'something else' });
    expect({ status, given }).toEqual({ status: 401, given: '' });
  });

  it('renewal: with the cookie -> a new token and the next cookie; with none -> 401', async () => {
    const first = await post('', await makeOfficer('he.three'));
    const next = await post('/renewals', {}, held(first.given));
    expect(next.status).toBe(200);
    expect(next.body.account).toEqual(first.body.account);
    expect(held(next.given)).not.toBe(held(first.given));
    expect((await post('/renewals', {})).status).toBe(401);
  });

  it('departure: cookie is taken back, what it held is worth nothing any more', async () => {
    const { given } = await post('', await makeOfficer('he.four'));
    const left = await post('/departures', {}, held(given));
    expect(left.status).toBe(204);
    expect(held(left.given)).toBe('bandeng-desk=');
    expect((await post('/renewals', {}, held(given))).status).toBe(401);
  });

  it('renewal: a form of another site cannot send it -> 415', async () => {
    const { given } = await post('', await makeOfficer('he.five'));
    const answer = await server.anonymous.fetch('/api/v1/auth/desk/renewals', {
      method: 'POST',
      body: 'a=b',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: held(given) },
    });
    expect(answer.status).toBe(415);
  });

  it('login: a name that does not exist -> the same 401 as without a cookie', async () => {
    const body = { username: 'nobody', password: PASSWORD };
    expect(await problemOf(server.anonymous.call('auth.desk', { body }))).toMatchObject({
      status: 401,
      code: 'auth.password_wrong',
    });
  });
});
