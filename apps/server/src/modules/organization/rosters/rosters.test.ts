import { COMMUNITY, putDistrict, STREET, UNIT } from '../../consultations/consultation.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../../testing';

let server: TestServer;
let admin: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
  admin = await server.asStaff('admin');
});
afterEach(() => server.stop());

const officer = {
  post: 'information_officer' as const,
  unitId: UNIT as string | null,
  areaId: null as string | null,
  name: '祝晚晴',
  duty: '信息公开联络',
  phone: '0000-1990001' as string | null,
  isPublic: true,
  since: '2025-03-01',
};
type Changes = Partial<Omit<typeof officer, 'post'>> & {
  post?: 'head' | 'information_officer' | 'spokesperson' | 'grid_worker' | 'expert' | 'representative';
};
const put = (id: string, changes: Changes = {}) =>
  admin.call('staff.rosters.put', { params: { id }, body: { ...officer, ...changes } });
const close = (id: string, on: string) => admin.call('staff.rosters.close', { params: { id }, body: { on } });
const listed = async (query: object) => (await admin.call('staff.rosters.list', { query })).items.map(({ id }) => id);
const contacts = async () => (await server.anonymous.call('units.get', { params: { id: UNIT } })).contacts;
const faultOf = async (call: Promise<unknown>) => (await problemOf(call)).problem.errors?.[0]?.path;

describe('rosters', () => {
  it('public officer: -> on the page of the unit, no one else; sealed at rest; the audit knows fields only', async () => {
    await put('officer');
    await put('quiet', { name: '阮青', phone: '0000-1990002', isPublic: false });
    expect(await contacts()).toEqual([
      { post: 'information_officer', name: '祝晚晴', duty: '信息公开联络', phone: '0000-1990001' },
    ]);
    const kept = JSON.stringify([
      await server.collection('rosters').find({}).toArray(),
      await server.collection('auditEntries').find({}).toArray(),
    ]);
    for (const value of ['祝晚晴', '阮青', '1990001', '1990002']) expect(kept).not.toContain(value);
    const supervisor = await server.asStaff('supervisor');
    const { items } = await supervisor.call('staff.rosters.list', { query: {} });
    expect(items.map(({ name, phone }) => [name, phone])).toEqual([
      ['阮青', null],
      ['祝晚晴', '0000-1990001'],
    ]);
  });

  it('one follows another: -> each day has its own; who left is not public, the telephone is gone', async () => {
    await put('first');
    await close('first', '2026-06-01');
    await put('second', { name: '阮青', since: '2026-06-01' });
    const on = async (day: string) => listed({ on: day, unit: UNIT, post: 'information_officer' });
    expect(await on('2025-02-28')).toEqual([]);
    expect(await on('2026-05-31')).toEqual(['first']);
    expect(await on('2026-06-01')).toEqual(['second']);
    expect(await listed({ unit: UNIT })).toEqual(['second', 'first']);
    expect((await contacts()).map(({ name }) => name)).toEqual(['阮青']);
    const { items } = await admin.call('staff.rosters.list', { query: { on: '2026-05-31' } });
    expect(items[0]).toMatchObject({ name: '祝晚晴', phone: null, closedOn: '2026-06-01' });
  });

  it('in office from next month on: -> not yet on the page of the unit', async () => {
    await put('next', { since: '2026-12-01' });
    expect(await contacts()).toEqual([]);
    server.clock.set('2026-12-01T02:00:00.000Z');
    expect((await contacts()).length).toBe(1);
  });

  it('two heads of a unit at once: -> 409; after the first one left, from that day on, the second is', async () => {
    await put('one', { post: 'head' });
    const two = { post: 'head' as const, name: '阮青', since: '2026-11-16' };
    expect((await problemOf(put('two', two))).code).toBe('roster.held');
    expect((await problemOf(put('before', { ...two, since: '2020-01-01' }))).code).toBe('roster.held');
    await close('one', '2026-11-16');
    expect((await put('two', two)).closedOn).toBeNull();
  });

  it('mended: name and telephone; the same again is nothing; post and place are fixed, who left stays so', async () => {
    await put('officer');
    await put('officer', { phone: null });
    await put('officer', { phone: null });
    const actions = await server.collection('auditEntries').find({ subject: 'officer' }).sort({ _id: 1 }).toArray();
    expect(actions.map(({ action, fields }) => [action, (fields as string[]).length])).toEqual([
      ['organization.created', 8],
      ['organization.changed', 1],
    ]);
    expect(await faultOf(put('officer', { post: 'spokesperson' }))).toBe('post');
    expect(await faultOf(close('officer', '2026-11-17'))).toBe('on');
    expect(await faultOf(close('officer', '2025-02-01'))).toBe('on');
    await close('officer', '2026-11-16');
    expect((await problemOf(put('officer'))).code).toBe('organization.closed');
    expect((await problemOf(close('officer', '2026-11-16'))).code).toBe('organization.closed');
    expect((await problemOf(close('nobody', '2026-11-16'))).code).toBe('roster.not_found');
  });

  it('of what: a unit or an area where the post asks for one, found by all areas it lies in', async () => {
    expect(await faultOf(put('x', { unitId: null }))).toBe('unitId');
    expect(await faultOf(put('x', { unitId: 'nowhere' }))).toBe('unitId');
    expect(await faultOf(put('x', { post: 'grid_worker' }))).toBe('areaId');
    expect(await faultOf(put('x', { post: 'expert', unitId: null }))).toBe('isPublic');
    await put('grid', { post: 'grid_worker', unitId: null, areaId: COMMUNITY, isPublic: false });
    expect(await listed({ area: STREET })).toEqual(['grid']);
    const office = await server.asStaff('office');
    const foreign = office.call('staff.rosters.put', { params: { id: 'x' }, body: officer });
    expect((await problemOf(foreign)).status).toBe(403);
  });
});
