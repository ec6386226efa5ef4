import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const PHONE = '19900000001';
const phoneCode = (openid: string, phone = PHONE) => {
  const { simulator } = server.deps.modules.wechat.api;
  if (!simulator) throw new Error('no simulator');
  return simulator.issuePhoneCode(openid, phone);
};
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();

describe('GET /me', () => {
  it('me: nobody -> 401; resident and staff -> their own account', async () => {
    expect((await problemOf(server.anonymous.call('me.get'))).code).toBe('auth.required');
    const resident = await server.asResident();
    expect(await resident.call('me.get')).toMatchObject({ id: resident.accountId, kind: 'resident' });
    const officer = await server.asStaff('officer', { unitId: 'education' });
    expect(await officer.call('me.get')).toMatchObject({
      kind: 'staff',
      roles: [{ role: 'officer', unitId: 'education', areaId: null }],
    });
  });
});

describe('POST /me/phone', () => {
  it('phone: code of the button -> verified, masked in the answer, sealed in the database, told and audited', async () => {
    const resident = await server.asResident();
    const account = await resident.call('me.phone', { body: { code: phoneCode(resident.openid) } });
    expect(account).toMatchObject({ phoneVerified: true, phone: expect.stringContaining('****') as string });
    expect(JSON.stringify(await stored('accounts'))).not.toContain(PHONE);
    expect(await stored('outbox', { name: 'account.phone-verified' })).toHaveLength(1);
    expect((await stored('auditEntries', { subject: resident.accountId }))[0]).toMatchObject({
      action: 'account.phone-verified',
      fields: ['phone'],
    });
  });

  it('phone: code twice or wrong -> 409 phone.unavailable; WeChat away -> 503; staff -> 403; nobody -> 401', async () => {
    const resident = await server.asResident();
    const code = phoneCode(resident.openid);
    await resident.call('me.phone', { body: { code } });
    expect(await problemOf(resident.call('me.phone', { body: { code } }))).toMatchObject({
      status: 409,
      code: 'phone.unavailable',
    });
    server.deps.modules.wechat.api.simulator?.setFault({ api: 'phoneNumber', mode: 'unreachable', times: 10 });
    expect((await problemOf(resident.call('me.phone', { body: { code: 'x' } }))).status).toBe(503);
    const officer = await server.asStaff('officer');
    expect((await problemOf(officer.call('me.phone', { body: { code: 'x' } }))).status).toBe(403);
    expect((await problemOf(server.anonymous.call('me.phone', { body: { code: 'x' } }))).status).toBe(401);
  });
});

describe('GET /me/export', () => {
  it('export: own account and what the modules hold; staff -> 403', async () => {
    const resident = await server.asResident();
    const data = await resident.call('me.export');
    expect(data).toMatchObject({ exportedAt: server.clock.now().toISOString(), account: { id: resident.accountId } });
    expect(data.records).toEqual(expect.any(Object));
    expect((await problemOf((await server.asStaff('admin')).call('me.export'))).status).toBe(403);
    expect((await problemOf(server.anonymous.call('me.export'))).status).toBe(401);
  });
});

describe('DELETE /me', () => {
  it('close: -> key destroyed, personal fields gone, token dead, audited, told; the next login is a new account', async () => {
    const resident = await server.asResident('o-leaving');
    await resident.call('me.phone', { body: { code: phoneCode('o-leaving') } });
    await resident.call('me.close');
    expect((await problemOf(resident.call('me.get'))).code).toBe('auth.expired');

    const [account] = await stored('accounts');
    expect(Object.keys(account ?? {}).sort()).toEqual(['_id', 'closedAt', 'createdAt', 'visitedAt']);
    const [key] = await stored('personKeys', { _id: resident.accountId });
    expect(key).toMatchObject({ destroyedAt: expect.any(Date) as Date });
    expect(key).not.toHaveProperty('sealedKey');
    expect(await stored('outbox', { name: 'account.closed' })).toHaveLength(1);
    expect(await stored('auditEntries', { action: 'account.closed' })).toHaveLength(1);

    const { identity } = server.deps.modules;
    expect(await identity.api.findContact(resident.accountId)).toBeNull();
    const described = await identity.api.describeAccounts([resident.accountId]);
    expect(described.get(resident.accountId)).toEqual({
      displayName: '已注销',
      isPhoneVerified: false,
      isClosed: true,
    });
    expect((await server.asResident('o-leaving')).accountId).not.toBe(resident.accountId);
  });

  it('close: nobody -> 401, staff -> 403', async () => {
    expect((await problemOf(server.anonymous.call('me.close'))).status).toBe(401);
    expect((await problemOf((await server.asStaff('admin')).call('me.close'))).status).toBe(403);
  });
});

describe('contacts', () => {
  it('contact: of a resident -> openid and last visit, found by the hash that events carry', async () => {
    const resident = await server.asResident('o-contact');
    const { identity } = server.deps.modules;
    expect(await identity.api.findContact(resident.accountId)).toEqual({
      accountId: resident.accountId,
      openid: 'o-contact',
      visitedAt: server.clock.now(),
    });
    const index = server.deps.platform.blindIndex.of('openid', 'o-contact');
    expect(await identity.api.findIdByOpenidIndex(index)).toBe(resident.accountId);
  });
});
