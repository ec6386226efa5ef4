import { putDistrict, UNIT, openConsultation } from '../consultations/consultation.fixtures';
import { newRequest } from '../information-requests/information-requests.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterAll(() => server.stop());

const audit = async (query: object) =>
  (await (await server.asStaff('auditor')).call('staff.audit.list', { query })).items;
async function signedIn(username: string, name: string, role: 'officer' | 'admin') {
  const password = 'a long test password';
  const roles = [{ role, unitId: null, areaId: null }];
  const { _id } = await server.deps.modules.identity.api.createStaff({ username, name, password, roles });
  const { accessToken } = await server.anonymous.call('auth.staff', { body: { username, password } });
  return { id: _id, accessToken };
}
async function registeredBy(accessToken: string) {
  const resident = await server.asResident();
  const { id } = await resident.call('informationRequests.create', { body: newRequest({ unitId: UNIT }) });
  const answer = await server.anonymous.fetch(`/api/v1/staff/information-requests/${id}/register`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(200);
  return { id, accountId: resident.accountId };
}

describe('GET /staff/audit', () => {
  it('audit: staff -> by name and role, a resident never by name; states before and after; nothing of it is kept', async () => {
    const officer = await signedIn('xu.officer', '许公开', 'officer');
    const { id, accountId } = await registeredBy(officer.accessToken);
    const [registered, submitted] = await audit({ subject: id });
    expect(registered).toMatchObject({
      action: 'information-request.registered',
      who: { kind: 'staff', id: officer.id, name: '许公开', roles: ['officer'] },
      from: 'awaiting_confirmation',
      to: 'in_progress',
    });
    expect(submitted).toMatchObject({ who: { kind: 'resident', id: accountId, name: null }, from: null });
    const kept = await server.collection('auditEntries').find({ subject: id }).toArray();
    expect(JSON.stringify(kept)).not.toContain('许公开');
    await server.deps.modules.audit.api.seal();
    expect((await server.deps.modules.audit.api.verify()).breaks).toEqual([]);
  });

  it('audit: a state changed in what is sealed -> named', async () => {
    const officer = await signedIn('cao.officer', '曹公开', 'officer');
    const { id } = await registeredBy(officer.accessToken);
    await server.deps.modules.audit.api.seal();
    const entries = server.collection('auditEntries');
    await entries.updateOne({ subject: id, to: 'in_progress' }, { $set: { to: 'decided' } });
    expect((await server.deps.modules.audit.api.verify()).breaks.join()).toContain('封存以后被改过');
    await entries.updateOne({ subject: id, to: 'decided' }, { $set: { to: 'in_progress' } });
  });

  it('audit: by person (name or user name), action and day -> those only; somebody unknown -> none', async () => {
    const officer = await signedIn('fang.officer', '方公开', 'officer');
    const { id } = await registeredBy(officer.accessToken);
    const subjects = async (query: object) => (await audit(query)).map(({ subject }) => subject.id);
    expect(await subjects({ person: '方公开' })).toEqual([id]);
    expect(await subjects({ person: 'fang.officer', action: 'information-request.registered' })).toEqual([id]);
    expect(await subjects({ person: '方公开', action: 'staff.closed' })).toEqual([]);
    expect(await subjects({ person: '方公开', from: '2026-11-16', to: '2026-11-16' })).toEqual([id]);
    expect(await subjects({ person: '方公开', to: '2026-11-15' })).toEqual([]);
    expect(await subjects({ person: '没有这个人' })).toEqual([]);
  });

  it('audit: page by page with filters -> all of it once', async () => {
    const admin = await signedIn('many.admin', '多管理', 'admin');
    const { transaction } = server.deps.platform;
    for (let n = 0; n < 5; n += 1)
      await transaction(tx =>
        server.deps.modules.audit.api.add(
          { kind: 'staff', accountId: admin.id, sessionId: 's', staffId: admin.id, roles: [] },
          'thing.changed',
          { collection: 'things', id: `m${n}` },
          tx,
        ),
      );
    const auditor = await server.asStaff('auditor');
    const filters = { person: '多管理', from: '2026-11-01', limit: 2 };
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await auditor.call('staff.audit.list', { query: { ...filters, ...(cursor && { cursor }) } });
      seen.push(...page.items.map(({ subject }) => subject.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['m4', 'm3', 'm2', 'm1', 'm0']);
  });

  it('audit: an admin, an officer -> 403', async () => {
    for (const role of ['admin', 'officer'] as const)
      expect((await problemOf((await server.asStaff(role)).call('staff.audit.list'))).status).toBe(403);
  });
});

describe('GET /staff/records/:collection/:id/timeline', () => {
  const timeline = async (role: Parameters<TestServer['asStaff']>[0], collection: string, id: string, unitId = UNIT) =>
    (await server.asStaff(role, { unitId })).call('staff.records.timeline', { params: { collection, id } });

  it('request: its officer -> every step, who looked at a number is none; another unit, another role -> 404', async () => {
    const officer = await signedIn('he.officer', '何公开', 'officer');
    const { id } = await registeredBy(officer.accessToken);
    const head = await server.asStaff('officer', { unitId: UNIT });
    await head.call('staff.informationRequests.reveal', {
      params: { id },
      body: { field: 'phone', reason: '要打电话' },
    });
    const { items } = await timeline('officer', 'informationRequests', id);
    expect(items.map(({ action }) => action)).toEqual([
      'information-request.registered',
      'information-request.submitted',
    ]);
    expect(items[0]).toMatchObject({ who: { name: '何公开' }, from: 'awaiting_confirmation', to: 'in_progress' });
    for (const [role, unit] of [
      ['officer', 'education'],
      ['editor', UNIT],
    ] as const)
      expect((await problemOf(timeline(role, 'informationRequests', id, unit))).code).toBe('record.not_found');
    // The audit is read for the whole district or not at all: an auditor of one unit holds no role.
    expect((await problemOf(timeline('auditor', 'informationRequests', id))).code).toBe('auth.forbidden');
  });

  it('consultation: who runs it -> from draft to open; a staff member: admin only', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    expect((await timeline('editor', 'consultations', id)).items.map(({ from, to }) => [from, to])).toEqual([
      ['draft', 'open'],
      [null, 'draft'],
    ]);
    expect((await problemOf(timeline('editor', 'consultations', id, 'education'))).status).toBe(404);
    const { id: staffId } = await signedIn('gone.officer', '走公开', 'officer');
    const admin = await server.asStaff('admin');
    await admin.call('staff.members.close', { params: { id: staffId } });
    const { items } = await admin.call('staff.records.timeline', { params: { collection: 'staff', id: staffId } });
    expect(items[0]).toMatchObject({ action: 'staff.closed', from: 'active', to: 'closed' });
    expect((await problemOf(timeline('editor', 'staff', staffId))).status).toBe(404);
  });

  it('a collection that nobody answers for, a record that is not there -> 404', async () => {
    expect((await problemOf(timeline('office', 'loginFailures', 'x'))).code).toBe('record.not_found');
    expect((await problemOf(timeline('office', 'notices', 'nothing'))).code).toBe('record.not_found');
  });
});
