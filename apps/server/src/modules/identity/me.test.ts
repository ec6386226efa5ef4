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

describe('PUT /me/name', () => {
  it("name: a neighbour's -> called so, in the export, sealed in the database, told and audited; null takes it back", async () => {
    const resident = await server.asResident();
    const before = await resident.call('me.get');
    expect(before).toMatchObject({ name: null, displayName: before.publicName });
    const named = { name: '周文兰', displayName: '周文兰', publicName: '周*兰' };
    expect(await resident.call('me.name', { body: { name: ' 周文兰 ' } })).toMatchObject(named);
    expect((await resident.call('me.export')).account).toMatchObject(named);
    for (const name of ['accounts', 'outbox', 'auditEntries'])
      expect(JSON.stringify(await stored(name))).not.toContain('周文兰');
    expect(await stored('outbox', { name: 'account.named' })).toHaveLength(1);
    expect((await stored('auditEntries', { subject: resident.accountId }))[0]).toMatchObject({
      action: 'account.named',
      fields: ['name'],
    });
    await resident.call('me.phone', { body: { code: phoneCode(resident.openid) } });
    expect((await resident.call('me.get')).publicName).toBe('周文兰');
    expect(await resident.call('me.name', { body: { name: null } })).toEqual({
      ...before,
      phone: expect.any(String) as string,
      phoneVerified: true,
    });
  });

  it('name: an office, a number, too short, what WeChat refuses -> 422 at name; WeChat away -> 503; nothing is kept', async () => {
    const resident = await server.asResident();
    const set = (name: string) => problemOf(resident.call('me.name', { body: { name } }));
    for (const name of ['栖河区政府', '管理员', '11010519491231002X', '周', '', '名'.repeat(21), '测试辱骂'])
      expect([name, await set(name)]).toMatchObject([name, { status: 422, problem: { errors: [{ path: 'name' }] } }]);
    const { simulator } = server.deps.modules.wechat.api;
    simulator?.setFault({ api: 'checkText', mode: 'unreachable', times: 10 });
    expect(await set('周文兰')).toMatchObject({ status: 503, code: 'wechat.unavailable' });
    expect((await resident.call('me.get')).name).toBeNull();
  });

  it('name: nobody -> 401, staff -> 403', async () => {
    const body = { name: '周文兰' };
    expect((await problemOf(server.anonymous.call('me.name', { body }))).status).toBe(401);
    expect((await problemOf((await server.asStaff('admin')).call('me.name', { body }))).status).toBe(403);
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
    await resident.call('me.name', { body: { name: '周文兰' } });
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
      name: null,
      displayName: '已注销',
      maskedName: '已注销',
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
