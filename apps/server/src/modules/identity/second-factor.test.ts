import { createClient } from '@bandeng/contracts/client';
import { generateSync } from 'otplib';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
afterEach(() => server.stop());

const PASSWORD = 'correct horse bench';
const BASE = { username: 'zhou.editor', password: PASSWORD };
const login = (proof: { totp?: string; recoveryCode?: string } = {}) =>
  server.anonymous.call('auth.staff', { body: { ...BASE, ...proof } });
const codeAt = (secret: string) => generateSync({ secret, epoch: Math.floor(server.clock.now().getTime() / 1000) });
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');

/** The calls of somebody who is signed in. */
function clientOf(accessToken: string) {
  return createClient(async ({ method, path, body }) => {
    const answer = await server.anonymous.fetch(`/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const content = (await answer.json()) as { code?: string };
    if (!answer.ok) throw new Error(content.code);
    return content;
  });
}
async function signedIn(role: 'editor' | 'reviewer' | 'admin' = 'editor') {
  const roles = [{ role, unitId: null, areaId: null }];
  await server.deps.modules.identity.api.createStaff({ ...BASE, name: '周编辑', roles });
  return clientOf((await login()).accessToken);
}
async function enrolled(...who: Parameters<typeof signedIn>) {
  const client = await signedIn(...who);
  const { secret, uri } = await client.call('staff.totp.begin', { body: {} });
  const { recoveryCodes } = await client.call('staff.totp.confirm', { body: { totp: codeAt(secret) } });
  server.clock.advance(60_000);
  return { client, secret, uri, recoveryCodes };
}
const stored = () => server.collection('staff').findOne({ username: BASE.username });
const audited = (action: string) => server.collection('auditEntries').countDocuments({ action });

describe('second factor', () => {
  beforeEach(async () => {
    server = await startTestServer();
  });

  it('enrolment: wrong code -> 401, first right code -> enrolled; the secret is sealed', async () => {
    const client = await signedIn();
    const { secret, uri } = await client.call('staff.totp.begin', { body: {} });
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    const right = codeAt(secret);
    await expect(client.call('staff.totp.confirm', { body: { totp: otherThan(right) } })).rejects.toThrow(
      'auth.totp_wrong',
    );
    expect((await client.call('staff.totp.confirm', { body: { totp: right } })).enrolled).toBe(true);
    expect(JSON.stringify(await stored())).not.toContain(secret);
    expect(await client.call('staff.totp.get', { query: {} })).toEqual({
      enrolled: true,
      required: false,
      recoveryCodesLeft: 10,
      reset: null,
    });
  });

  it('login: enrolled -> asked for a code, wrong one 401, right one once', async () => {
    const { secret } = await enrolled();
    expect((await problemOf(login())).code).toBe('auth.totp_required');
    const totp = codeAt(secret);
    expect((await problemOf(login({ totp: otherThan(totp) }))).code).toBe('auth.totp_wrong');
    expect((await login({ totp })).account.kind).toBe('staff');
    expect((await problemOf(login({ totp }))).code).toBe('auth.totp_wrong');
  });

  it('login: right password without a code, six times -> asked each time, never locked; wrong codes between still count', async () => {
    const { secret } = await enrolled();
    for (let n = 0; n < 6; n += 1) expect((await problemOf(login())).code).toBe('auth.totp_required');
    const totp = codeAt(secret);
    expect((await login({ totp })).account.kind).toBe('staff');
    // Used up by the login above: wrong from now on.
    for (let n = 0; n < 5; n += 1) {
      expect((await problemOf(login())).code).toBe('auth.totp_required');
      expect((await problemOf(login({ totp }))).code).toBe('auth.totp_wrong');
    }
    expect((await problemOf(login())).code).toBe('auth.locked');
  });

  it('recovery codes: shown once, kept hashed; each opens once, however it is typed, and is audited', async () => {
    const { client, recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
    const kept = JSON.stringify(await stored());
    for (const code of recoveryCodes) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(code.replaceAll('-', ''));
    }
    expect((await login({ recoveryCode: first })).account.kind).toBe('staff');
    expect((await problemOf(login({ recoveryCode: first }))).code).toBe('auth.recovery_wrong');
    const typed = ` ${second.toUpperCase().replaceAll('-', ' ')}`;
    expect((await login({ recoveryCode: typed })).account.kind).toBe('staff');
    expect((await client.call('staff.totp.get', { query: {} })).recoveryCodesLeft).toBe(8);
    expect(await audited('staff.recovery-code-used')).toBe(2);
  });

  it('recovery code: used twice at once -> one login', async () => {
    const { recoveryCodes } = await enrolled();
    const both = await Promise.allSettled([1, 2].map(() => login({ recoveryCode: recoveryCodes[0]! })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('recovery codes: five wrong ones -> locked like a wrong password', async () => {
    await enrolled();
    for (let n = 0; n < 5; n += 1)
      expect((await problemOf(login({ recoveryCode: '2222-2222-2222' }))).code).toBe('auth.recovery_wrong');
    expect((await problemOf(login())).code).toBe('auth.locked');
  });

  it('new recovery codes: without proof refused; with the code of the moment -> a new set, the old one ends', async () => {
    const { client, secret, recoveryCodes } = await enrolled();
    await expect(client.call('staff.totp.recoveryCodes', { body: {} })).rejects.toThrow('auth.totp_required');
    const wrong = { totp: otherThan(codeAt(secret)) };
    await expect(client.call('staff.totp.recoveryCodes', { body: wrong })).rejects.toThrow('auth.totp_wrong');
    const next = await client.call('staff.totp.recoveryCodes', { body: { totp: codeAt(secret) } });
    expect(next.recoveryCodes).toHaveLength(10);
    expect((await problemOf(login({ recoveryCode: recoveryCodes[0]! }))).code).toBe('auth.recovery_wrong');
    expect((await login({ recoveryCode: next.recoveryCodes[0]! })).account.kind).toBe('staff');
    expect(await audited('staff.recovery-codes-renewed')).toBe(1);
  });

  it('another phone: a running session is not enough, a recovery code is -> the new secret counts', async () => {
    const { client, recoveryCodes } = await enrolled();
    await expect(client.call('staff.totp.begin', { body: {} })).rejects.toThrow('auth.totp_required');
    const { secret } = await client.call('staff.totp.begin', { body: { recoveryCode: recoveryCodes[0]! } });
    await client.call('staff.totp.confirm', { body: { totp: codeAt(secret) } });
    server.clock.advance(60_000);
    expect((await login({ totp: codeAt(secret) })).account.kind).toBe('staff');
  });

  it('closed member: -> secret and recovery codes are gone', async () => {
    const { recoveryCodes } = await enrolled();
    const { _id } = (await stored())!;
    await (await server.asStaff('admin')).call('staff.members.close', { params: { id: _id } });
    expect(await stored()).not.toHaveProperty('recoveryCodes');
    expect((await problemOf(login({ recoveryCode: recoveryCodes[0]! }))).code).toBe('auth.password_wrong');
  });

  it('lost phone and codes: an admin resets it -> sessions end, the password leads to a new one, the member is told why and by whom', async () => {
    const { client } = await enrolled();
    const { _id: id } = (await stored())!;
    const bound = await server.asResident('o-bound-editor');
    await server.deps.modules.identity.api.bindAccount(bound.accountId, id);
    const admin = await server.asStaff('admin');
    const reset = (member: string, reason = '手机掉进河里，当面核过工作证') =>
      admin.call('staff.members.resetTotp', { params: { id: member }, body: { reason } });
    await reset(id);
    await expect(client.call('staff.totp.get', { query: {} })).rejects.toThrow('auth.expired');
    const again = clientOf((await login()).accessToken);
    expect(await again.call('staff.totp.get', { query: {} })).toMatchObject({
      enrolled: false,
      reset: { at: '2026-11-16T02:01:00.000Z', by: '测试员', reason: '手机掉进河里，当面核过工作证' },
    });
    expect(JSON.stringify([await stored(), await server.collection('auditEntries').find().toArray()])).not.toContain(
      '工作证',
    );
    expect(await audited('staff.totp-reset')).toBe(1);
    await server.runWorker();
    expect((await bound.call('me.messages.list')).items.map(({ kind }) => kind)).toEqual(['staff.totp-reset']);
    expect((await problemOf(reset(id))).code).toBe('staff.no_totp');
    expect((await problemOf(reset(admin.staffId))).code).toBe('auth.forbidden');
    const { secret } = await again.call('staff.totp.begin', { body: {} });
    await again.call('staff.totp.confirm', { body: { totp: codeAt(secret) } });
    expect((await again.call('staff.totp.get', { query: {} })).reset).toBeNull();
  });

  it('second factor: of a resident -> 403', async () => {
    const resident = await server.asResident();
    expect((await problemOf(resident.call('staff.totp.get', { query: {} }))).status).toBe(403);
    expect((await problemOf(resident.call('staff.totp.begin', { body: {} }))).status).toBe(403);
  });
});

describe('second factor in production', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  beforeEach(async () => {
    server = await startTestServer({
      environment: {
        NODE_ENV: 'production',
        RATE_LIMITS: 'on',
        WECHAT_APP_ID: 'wx1',
        WECHAT_APP_SECRET: 'secret',
        WECHAT_PUSH_TOKEN: 'token',
        TOKEN_KEY: key,
        INDEX_KEY: key,
        FIELD_KEYS: `k1=${key}`,
      },
    });
  });

  it('reviewer without one: -> signs in but has no role; once enrolled, from the next call on', async () => {
    const client = await signedIn('reviewer');
    await expect(client.call('staff.desk', { query: {} })).rejects.toThrow('auth.forbidden');
    expect(await client.call('staff.totp.get', { query: {} })).toMatchObject({ enrolled: false, required: true });
    const { secret } = await client.call('staff.totp.begin', { body: {} });
    await client.call('staff.totp.confirm', { body: { totp: codeAt(secret) } });
    expect((await client.call('staff.desk', { query: {} })).tasks).toEqual([]);
    expect((await client.call('me.get', { query: {} })).roles).toHaveLength(1);
  });

  it('editor without one: -> works', async () => {
    const client = await signedIn('editor');
    expect((await client.call('staff.desk', { query: {} })).tasks).toEqual([]);
    expect((await client.call('staff.totp.get', { query: {} })).required).toBe(false);
  });
});
