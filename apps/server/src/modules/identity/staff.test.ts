import fs from 'node:fs';
import type { RouteCall } from '@bandeng/contracts/types';
import { putDistrict } from '../../fixtures/district';
import { findCommand } from '../../cli';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const PASSWORD = 'correct horse bench';
const NEW_EDITOR = {
  username: 'zhou.editor',
  name: '周编辑',
  password: PASSWORD,
  roles: [{ role: 'editor' as const, unitId: 'housing', areaId: null }],
};
const login = (body: { username: string; password: string; totp?: string }) =>
  server.anonymous.call('auth.staff', { body });
const makeEditor = async () => (await server.asStaff('admin')).call('staff.members.create', { body: NEW_EDITOR });
const wrong = () => problemOf(login({ username: NEW_EDITOR.username, password: 'wrong password' }));

describe('POST /auth/staff', () => {
  it('login: right password -> session with scoped roles; the hash is argon2id', async () => {
    await makeEditor();
    const { account } = await login({ username: 'zhou.editor', password: PASSWORD });
    expect(account).toMatchObject({
      kind: 'staff',
      displayName: '周编辑',
      roles: [{ role: 'editor', unitId: 'housing', areaId: null }],
    });
    const stored = await server.collection('staff').findOne({ username: 'zhou.editor' });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$/);
  });

  it('login: wrong password and unknown name -> the same 401', async () => {
    await makeEditor();
    const unknown = await problemOf(login({ username: 'nobody', password: 'wrong password' }));
    expect(unknown.problem.title).toBe((await wrong()).problem.title);
    expect(unknown).toMatchObject({ status: 401, code: 'auth.password_wrong' });
  });

  it('login: five wrong ones -> locked for 15 minutes, right password included', async () => {
    await makeEditor();
    for (let n = 0; n < 5; n += 1) expect((await wrong()).code).toBe('auth.password_wrong');
    const locked = await problemOf(login({ username: 'zhou.editor', password: PASSWORD }));
    expect(locked).toMatchObject({ status: 429, code: 'auth.locked' });
    expect(Number(locked.headers.get('retry-after'))).toBe(900);
    server.clock.advance(901_000);
    expect((await login({ username: 'zhou.editor', password: PASSWORD })).account.kind).toBe('staff');
  });

  it('login: right one in between -> counting starts again', async () => {
    await makeEditor();
    for (let n = 0; n < 4; n += 1) await wrong();
    await login({ username: 'zhou.editor', password: PASSWORD });
    for (let n = 0; n < 4; n += 1) expect((await wrong()).code).toBe('auth.password_wrong');
    expect((await login({ username: 'zhou.editor', password: PASSWORD })).account.kind).toBe('staff');
  });

  it('login: many guesses at once -> no more than five are looked at', async () => {
    await makeEditor();
    const problems = await Promise.all(Array.from({ length: 12 }, wrong));
    expect((await wrong()).code).toBe('auth.locked');
    expect(problems.every(problem => ['auth.password_wrong', 'auth.locked'].includes(problem.code))).toBe(true);
  });
});

describe('staff members', () => {
  it('create and list: nobody 401, editor 403, admin 201, name taken 409, weak password 422', async () => {
    expect((await problemOf(server.anonymous.call('staff.members.list'))).status).toBe(401);
    expect(
      (await problemOf((await server.asStaff('editor')).call('staff.members.create', { body: NEW_EDITOR }))).status,
    ).toBe(403);
    const admin = await server.asStaff('admin');
    const member = await admin.call('staff.members.create', { body: NEW_EDITOR });
    expect(member).toMatchObject({ username: 'zhou.editor', totpEnrolled: false, closed: false });
    expect((await problemOf(admin.call('staff.members.create', { body: NEW_EDITOR }))).code).toBe('staff.taken');
    const weak = await problemOf(
      admin.call('staff.members.create', { body: { ...NEW_EDITOR, username: 'other', password: 'short' } }),
    );
    expect(weak.problem.errors?.[0]?.path).toBe('password');
    const { items } = await admin.call('staff.members.list');
    expect(items.map(item => item.username)).toContain('zhou.editor');
    expect(JSON.stringify(items)).not.toContain('argon2');
  });

  it('list: by role, by unit, by both, in use or closed -> those only; a cursor of another filter is refused', async () => {
    const admin = await server.asStaff('admin');
    const make = (username: string, roles: RouteCall<'staff.members.create'>['body']['roles']) =>
      admin.call('staff.members.create', { body: { ...NEW_EDITOR, username, roles } });
    await make('a.editor', NEW_EDITOR.roles);
    // An editor elsewhere and a reviewer of the unit is no editor of the unit.
    await make('b.both', [
      { role: 'editor', unitId: null, areaId: null },
      { role: 'reviewer', unitId: 'housing', areaId: null },
    ]);
    const { id } = await make('c.gone', NEW_EDITOR.roles);
    await admin.call('staff.members.close', { params: { id } });
    const names = async (query: NonNullable<RouteCall<'staff.members.list'>['query']>) =>
      (await admin.call('staff.members.list', { query })).items.map(({ username }) => username);
    expect(await names({ role: 'editor' })).toEqual(['a.editor', 'b.both']);
    expect(await names({ unit: 'housing' })).toEqual(['a.editor', 'b.both']);
    expect(await names({ role: 'editor', unit: 'housing' })).toEqual(['a.editor']);
    expect(await names({ state: 'closed' })).toEqual(['c.gone']);
    expect(await names({ role: 'editor', state: 'closed' })).toEqual([]);
    const { nextCursor } = await admin.call('staff.members.list', { query: { role: 'editor', limit: 1 } });
    expect(await names({ role: 'editor', cursor: nextCursor! })).toEqual(['b.both']);
    expect((await problemOf(names({ unit: 'housing', cursor: nextCursor! }))).status).toBe(422);
  });

  it.each([
    [{ role: 'editor' as const, unitId: 'nowhere', areaId: null }, 'roles.0.unitId', 'unit=nowhere'],
    [{ role: 'grid' as const, unitId: null, areaId: 'nowhere' }, 'roles.0.areaId', 'area=nowhere'],
  ])(
    'create: for a unit or area that is not there %# -> 422, the command a sentence, nobody made',
    async (role, path, scope) => {
      const admin = await server.asStaff('admin');
      const before = await server.collection('staff').countDocuments();
      const body = { ...NEW_EDITOR, roles: [role] };
      expect((await problemOf(admin.call('staff.members.create', { body }))).problem.errors?.[0]?.path).toBe(path);
      jest.spyOn(fs, 'readFileSync').mockReturnValueOnce(`${PASSWORD}\n`);
      const { command, rest } = findCommand(server.deps.commands, [
        'staff',
        'create',
        'zhou',
        '--role',
        `${role.role}:${scope}`,
      ])!;
      const made = command.run(rest, { platform: server.deps.platform, output: () => undefined });
      await expect(made).rejects.toThrow(/^没有编号为 nowhere 的(单位|行政区划)。$/);
      expect(await server.collection('staff').countDocuments()).toBe(before);
    },
  );

  it.each(['admin', 'auditor'] as const)(
    'create: %s of one unit -> 422; given before, it counts for nothing',
    async role => {
      const roles = [{ role, unitId: 'housing', areaId: null }];
      const admin = await server.asStaff('admin');
      const body = { ...NEW_EDITOR, roles };
      expect((await problemOf(admin.call('staff.members.create', { body }))).problem.errors?.[0]?.path).toBe(
        'roles.0.role',
      );
      const former = await server.asStaff(role, { unitId: 'housing' });
      expect((await problemOf(former.call('staff.members.list'))).status).toBe(403);
      expect((await problemOf(former.call('staff.audit.list'))).status).toBe(403);
    },
  );

  it('create: -> audited with field names only', async () => {
    const member = await makeEditor();
    const entry = await server.collection('auditEntries').findOne({ subject: member.id });
    expect(entry).toMatchObject({ action: 'staff.created', fields: ['username', 'roles'] });
    expect(JSON.stringify(entry)).not.toContain('周编辑');
  });
});

describe('staff close', () => {
  const close = (username: string) =>
    server.deps.commands
      .find(({ name }) => name === 'staff close')
      ?.run([username], { platform: server.deps.platform, output: () => undefined });

  it('close: -> token and password stop at once; unknown name -> one sentence', async () => {
    await makeEditor();
    const { accessToken } = await login({ username: 'zhou.editor', password: PASSWORD });
    await close('zhou.editor');
    const answer = await server.anonymous.fetch('/api/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });
    expect(answer.status).toBe(401);
    expect((await problemOf(login({ username: 'zhou.editor', password: PASSWORD }))).code).toBe('auth.password_wrong');
    await expect(close('zhou.editor')).rejects.toThrow('没有 zhou.editor 这个工作人员');
  });
});

describe('PUT /staff/members/:id', () => {
  it('update: other roles -> count from the next call on, audited by field; nothing new -> no entry', async () => {
    const member = await makeEditor();
    const { accessToken } = await login({ username: 'zhou.editor', password: PASSWORD });
    const admin = await server.asStaff('admin');
    const body = { name: '周编辑', roles: [{ role: 'officer' as const, unitId: 'housing', areaId: null }] };
    const update = () => admin.call('staff.members.update', { params: { id: member.id }, body });
    expect((await update()).roles).toEqual(body.roles);
    await update();
    expect(await admin.call('staff.members.get', { params: { id: member.id } })).toEqual(await update());
    const me = await server.anonymous.fetch('/api/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });
    expect(((await me.json()) as { roles: unknown }).roles).toEqual(body.roles);
    const entries = await server.collection('auditEntries').find({ action: 'staff.updated' }).toArray();
    expect(entries).toMatchObject([{ subject: member.id, fields: ['roles'] }]);
  });

  it('update: oneself 403, closed or unknown 404, an area that is not there 422', async () => {
    const member = await makeEditor();
    const admin = await server.asStaff('admin');
    const update = (id: string, areaId: string | null = null) =>
      admin.call('staff.members.update', {
        params: { id },
        body: { name: '周编辑', roles: [{ role: 'grid', unitId: null, areaId }] },
      });
    expect((await problemOf(update((await admin.call('me.get')).id))).code).toBe('auth.forbidden');
    expect((await problemOf(update(member.id, 'nowhere'))).problem.errors?.[0]?.path).toBe('roles.0.areaId');
    await admin.call('staff.members.close', { params: { id: member.id } });
    for (const id of [member.id, 'nobody']) expect((await problemOf(update(id))).code).toBe('staff.not_found');
  });
});

describe('POST /staff/members/:id/close', () => {
  it('close: by an admin -> password and token stop at once, audited by name; again or unknown 404; oneself 403', async () => {
    const member = await makeEditor();
    const { accessToken } = await login({ username: 'zhou.editor', password: PASSWORD });
    const admin = await server.asStaff('admin');
    const close = (id: string) => admin.call('staff.members.close', { params: { id } });
    await close(member.id);
    const answer = await server.anonymous.fetch('/api/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });
    expect(answer.status).toBe(401);
    expect((await problemOf(login({ username: 'zhou.editor', password: PASSWORD }))).code).toBe('auth.password_wrong');
    const entry = await server.collection('auditEntries').findOne({ action: 'staff.closed' });
    expect(entry).toMatchObject({ subject: member.id, actor: `staff:${(await admin.call('me.get')).id}` });
    for (const id of [member.id, 'nobody']) expect((await problemOf(close(id))).code).toBe('staff.not_found');
    const self = (await admin.call('me.get')).id;
    expect((await problemOf(close(self))).code).toBe('auth.forbidden');
    expect((await admin.call('me.get')).id).toBe(self);
  });
});

describe('staff bindings', () => {
  async function issueCode() {
    const admin = await server.asStaff('admin');
    const member = await admin.call('staff.members.create', {
      body: { ...NEW_EDITOR, roles: [{ role: 'grid', areaId: 'huaiying' }] },
    });
    const { code } = await admin.call('staff.members.bindingCode', { params: { id: member.id } });
    return { admin, member, code };
  }

  it('binding: one-time code -> the WeChat account acts with the role, scoped', async () => {
    const { code } = await issueCode();
    const resident = await server.asResident();
    const account = await resident.call('auth.staffBindings', { body: { code } });
    expect(account).toMatchObject({ kind: 'resident', roles: [{ role: 'grid', unitId: null, areaId: 'huaiying' }] });
    expect((await resident.call('me.get')).roles).toHaveLength(1);
  });

  it('binding: by role and unit -> found as an account to tell', async () => {
    const { code, admin } = await issueCode();
    const resident = await server.asResident();
    await resident.call('auth.staffBindings', { body: { code } });
    const { listStaffAccounts } = server.deps.modules.identity.api;
    expect(await listStaffAccounts(['grid'], 'housing')).toEqual([]);
    const officer = await admin.call('staff.members.create', {
      body: { ...NEW_EDITOR, username: 'officer.zhou', roles: [{ role: 'officer', unitId: 'housing' }] },
    });
    const binding = await admin.call('staff.members.bindingCode', { params: { id: officer.id } });
    await resident.call('auth.staffBindings', { body: { code: binding.code } });
    expect(await listStaffAccounts(['officer', 'head'], 'housing')).toEqual([resident.accountId]);
    expect(await listStaffAccounts(['officer', 'head'], 'health')).toEqual([]);
  });

  it('binding: code used, wrong or older than ten minutes -> 422 auth.binding_invalid', async () => {
    const { code } = await issueCode();
    await (await server.asResident()).call('auth.staffBindings', { body: { code } });
    const other = await server.asResident();
    expect(await problemOf(other.call('auth.staffBindings', { body: { code } }))).toMatchObject({
      status: 422,
      code: 'auth.binding_invalid',
    });
    expect((await problemOf(other.call('auth.staffBindings', { body: { code: '123456' } }))).code).toBe(
      'auth.binding_invalid',
    );
  });

  it('binding: code older than ten minutes -> 422', async () => {
    const { code } = await issueCode();
    server.clock.advance(601_000);
    const resident = await server.asResident();
    expect((await problemOf(resident.call('auth.staffBindings', { body: { code } }))).code).toBe(
      'auth.binding_invalid',
    );
  });

  it('binding: a second WeChat account -> the first one ends', async () => {
    const { admin, member, code } = await issueCode();
    const first = await server.asResident();
    await first.call('auth.staffBindings', { body: { code } });
    const again = await admin.call('staff.members.bindingCode', { params: { id: member.id } });
    await (await server.asResident()).call('auth.staffBindings', { body: { code: again.code } });
    expect((await first.call('me.get')).roles).toEqual([]);
  });

  it('binding code: for nobody -> 404, by an editor -> 403; binding without login -> 401', async () => {
    const admin = await server.asStaff('admin');
    expect((await problemOf(admin.call('staff.members.bindingCode', { params: { id: 'nobody' } }))).code).toBe(
      'staff.not_found',
    );
    const editor = await server.asStaff('editor');
    expect((await problemOf(editor.call('staff.members.bindingCode', { params: { id: 'x' } }))).status).toBe(403);
    expect((await problemOf(server.anonymous.call('auth.staffBindings', { body: { code: '123456' } }))).status).toBe(
      401,
    );
  });
});
