import { putDistrict, UNIT } from '../consultations/consultation.fixtures';
import { newRequest } from '../information-requests/information-requests.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../testing';

let server: TestServer;
let admin: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  admin = await server.asStaff('admin');
});
afterEach(() => server.stop());

const unit = {
  name: '栖河区数据局',
  shortName: '数据局',
  kind: 'department' as const,
  areaId: null,
  phone: null,
  address: null,
  officeHours: null,
  takesRequests: true,
  since: '2026-11-01',
};
const putUnit = (id: string, changes: object = {}) =>
  admin.call('staff.units.put', { params: { id }, body: { ...unit, ...changes } });
const publicUnits = async () =>
  (await server.anonymous.call('units.list', { query: { limit: 100 } })).items.map(({ id }) => id);
const audited = async (subject: string) =>
  (await server.collection('auditEntries').find({ subject }).sort({ _id: 1 }).toArray()).map(({ action }) => action);

describe('units kept by an admin', () => {
  it('new, changed, the same again -> public at once at the end of the list; audited once each', async () => {
    const before = await server.anonymous.fetch('/api/v1/units?limit=100');
    expect(await putUnit('data')).toMatchObject({ id: 'data', since: '2026-11-01', closedOn: null });
    expect((await publicUnits()).at(-1)).toBe('data');
    const after = await server.anonymous.fetch('/api/v1/units?limit=100');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(JSON.stringify(await after.json())).not.toContain('since');
    await putUnit('data', { phone: '0000-1990001' });
    await putUnit('data', { phone: '0000-1990001' });
    expect(await audited('data')).toEqual(['organization.created', 'organization.changed']);
    const { items } = await admin.call('staff.records.timeline', { params: { collection: 'units', id: 'data' } });
    expect(items[0]).toMatchObject({ fields: ['phone'], who: { name: '测试员' } });
  });

  it('closed -> listed no more, still named, takes no request and no member; not changed, not closed again', async () => {
    const close = (id: string, on = '2026-11-16') => admin.call('staff.units.close', { params: { id }, body: { on } });
    expect((await problemOf(close(UNIT, '2026-11-17'))).problem.errors?.[0]?.path).toBe('on');
    expect(await close(UNIT)).toMatchObject({ closedOn: '2026-11-16', takesRequests: false });
    expect(await publicUnits()).not.toContain(UNIT);
    expect((await server.anonymous.call('units.get', { params: { id: UNIT } })).id).toBe(UNIT);
    const { items } = await admin.call('staff.units.list', { query: { limit: 100 } });
    expect(items.find(({ id }) => id === UNIT)?.closedOn).toBe('2026-11-16');
    const resident = await server.asResident();
    const request = resident.call('informationRequests.create', { body: newRequest({ unitId: UNIT }) });
    expect((await problemOf(request)).code).toBe('unit.not_found');
    const body = {
      username: 'late.editor',
      name: '晚到',
      password: 'correct horse bench',
      roles: [{ role: 'editor' as const, unitId: UNIT, areaId: null }],
    };
    expect((await problemOf(admin.call('staff.members.create', { body }))).status).toBe(422);
    expect((await problemOf(putUnit(UNIT))).code).toBe('organization.closed');
    expect((await problemOf(close(UNIT))).code).toBe('organization.closed');
    expect((await problemOf(close('nothing'))).code).toBe('unit.not_found');
    expect((await server.collection('auditEntries').findOne({ action: 'organization.closed' }))!).toMatchObject({
      subject: UNIT,
      from: 'active',
      to: 'closed',
    });
  });

  it('in an area that is not there -> 422; by an office -> 403', async () => {
    expect((await problemOf(putUnit('data', { areaId: 'nowhere' }))).problem.errors?.[0]?.path).toBe('areaId');
    const office = await server.asStaff('office');
    expect((await problemOf(office.call('staff.units.put', { params: { id: 'x' }, body: unit }))).status).toBe(403);
  });
});

describe('areas and places kept by an admin', () => {
  const putArea = (
    id: string,
    body: { name: string; level: 'district' | 'street' | 'community'; parentId: string | null },
  ) => admin.call('staff.areas.put', { params: { id }, body: { ...body, since: null } });
  const place = {
    name: '新查阅点',
    kind: 'library' as const,
    address: '某路2号',
    phone: null,
    hours: '周一至周五',
    services: ['查阅'],
    location: null,
    since: null,
  };
  beforeEach(async () => {
    await putArea('new-street', { name: '新街道', level: 'street', parentId: 'qihe' });
    await putArea('new-yard', { name: '新社区', level: 'community', parentId: 'new-street' });
  });

  it('renamed -> the way of what lies in it is renamed too; its level and parent are fixed', async () => {
    await putArea('new-street', { name: '改名街道', level: 'street', parentId: 'qihe' });
    const { items } = await server.anonymous.call('areas.list', { query: { parent: 'new-street' } });
    expect(items.map(({ path }) => path.slice(1))).toEqual([['改名街道', '新社区']]);
    const moved = putArea('new-yard', { name: '新社区', level: 'community', parentId: 'qihe' });
    expect((await problemOf(moved)).problem.errors?.[0]?.path).toBe('parentId');
  });

  it('place -> found in its street; an area with something open in it is not closed, an empty one is', async () => {
    await admin.call('staff.places.put', { params: { id: 'lib' }, body: { ...place, areaId: 'new-yard' } });
    const found = async () =>
      (await server.anonymous.call('places.list', { query: { area: 'new-street' } })).items.map(({ id }) => id);
    expect(await found()).toEqual(['lib']);
    const on = '2026-11-16';
    const closeArea = () => admin.call('staff.areas.close', { params: { id: 'new-yard' }, body: { on } });
    expect((await problemOf(closeArea())).code).toBe('organization.in_use');
    await admin.call('staff.places.close', { params: { id: 'lib' }, body: { on } });
    expect(await found()).toEqual([]);
    expect((await closeArea()).closedOn).toBe(on);
    const { items } = await server.anonymous.call('areas.list', { query: { parent: 'new-street' } });
    expect(items).toEqual([]);
    expect((await admin.call('staff.areas.list', { query: {} })).items.length).toBeGreaterThan(0);
    expect((await admin.call('staff.places.list', { query: {} })).items.map(({ id }) => id)).toContain('lib');
  });
});
