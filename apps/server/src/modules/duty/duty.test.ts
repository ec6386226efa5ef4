import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newEnquiry } from '../enquiries/enquiry.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const params = { id: 'district-office' };
const office = () => server.asStaff('office', { unitId: 'district-office' });
const day = (on: string, mainId: string | null, deputyId: string | null = null) => ({ on, mainId, deputyId });

describe('the week', () => {
  it('set for two days -> shown with its days off; any day of it leads to it; the next week is empty; audited', async () => {
    const desk = await office();
    const editor = await server.asStaff('editor', { unitId: 'district-office' });
    const days = [day('2026-09-30', desk.staffId, editor.staffId), day('2026-10-01', editor.staffId)];
    const set = await desk.call('staff.duty.put', { params, body: { revision: 0, days } });
    expect(set).toMatchObject({ monday: '2026-09-28', abilities: { put: true } });
    expect(set.days.map(({ on, isOff, dayText, main, deputy }) => [on, isOff, dayText, main?.id, deputy?.id])).toEqual([
      ['2026-09-28', false, '工作日', undefined, undefined],
      ['2026-09-29', false, '工作日', undefined, undefined],
      ['2026-09-30', false, '工作日', desk.staffId, editor.staffId],
      ['2026-10-01', true, '国庆节放假', editor.staffId, undefined],
      ['2026-10-02', true, '国庆节放假', undefined, undefined],
      ['2026-10-03', true, '国庆节放假', undefined, undefined],
      ['2026-10-04', true, '国庆节放假', undefined, undefined],
    ]);
    expect(set.members.map(({ id }) => id).sort()).toEqual([desk.staffId, editor.staffId].sort());
    const sunday = await editor.call('staff.duty.get', { params, query: { of: '2026-10-04' } });
    expect(sunday).toMatchObject({ monday: '2026-09-28', abilities: { put: false } });
    expect(sunday.days).toEqual(set.days);
    const now = await desk.call('staff.duty.get', { params, query: {} });
    expect(now).toMatchObject({ monday: '2026-11-16', days: Array.from({ length: 7 }, () => ({ main: null })) });
    expect(await server.collection('auditEntries').countDocuments({ action: 'duty.set' })).toBe(1);
  });

  it('two have it open and save -> the second is refused and told who was first; read anew -> saved; audited once each', async () => {
    const [first, second] = [await office(), await office()];
    const days = [day('2026-11-17', first.staffId)];
    const put = (who: typeof first, revision: number) =>
      who.call('staff.duty.put', { params, body: { revision, days: [day('2026-11-17', who.staffId)] } });
    const [one, other] = await Promise.allSettled([put(first, 0), put(second, 0)]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [winner, loser] = one.status === 'fulfilled' ? [first, second] : [second, first];
    const week = await loser.call('staff.duty.get', { params, query: { of: '2026-11-17' } });
    const { name } = week.members.find(({ id }) => id === winner.staffId)!;
    expect(week).toMatchObject({ revision: 1, saved: { at: '2026-11-16T02:00:00.000Z', by: name } });
    const refusal = await problemOf(put(loser, 0));
    expect([refusal.status, refusal.code]).toEqual([409, 'duty.conflict']);
    expect(refusal.problem.data).toMatchObject({ revision: 1, updatedBy: { id: winner.staffId, name } });
    expect(week.days[1]!.main!.id).toBe(winner.staffId);
    expect((await put(loser, 1)).days[1]!.main!.id).toBe(loser.staffId);
    // Another week is another matter.
    const next = { revision: 0, days: [day('2026-11-24', first.staffId)] };
    expect(await first.call('staff.duty.put', { params, body: next })).toMatchObject({ revision: 1 });
    const across = { revision: 2, days: [...days, day('2026-11-24', first.staffId)] };
    expect((await problemOf(first.call('staff.duty.put', { params, body: across }))).code).toBe('request.invalid');
    expect(await server.collection('auditEntries').countDocuments({ action: 'duty.set' })).toBe(3);
  });

  it('a stranger, one person twice, a deputy alone, another unit -> refused, nothing set', async () => {
    const desk = await office();
    const stranger = await server.asStaff('editor', { unitId: 'housing' });
    const put = (one: ReturnType<typeof day>, id = params.id) =>
      problemOf(desk.call('staff.duty.put', { params: { id }, body: { revision: 0, days: [one] } }));
    expect((await put(day('2026-11-16', stranger.staffId))).code).toBe('request.invalid');
    expect((await put(day('2026-11-16', desk.staffId, desk.staffId))).code).toBe('request.invalid');
    expect((await put(day('2026-11-16', null, desk.staffId))).code).toBe('request.invalid');
    expect((await put(day('2026-11-16', desk.staffId), 'housing')).code).toBe('unit.not_found');
    expect(await server.collection('dutyDays').countDocuments({})).toBe(0);
  });
});

describe('who is told of a new message', () => {
  const reached = async (role: 'office' | 'editor') => {
    const member = await server.asStaff(role, { unitId: 'district-office' });
    const account = await server.asResident();
    await server.deps.modules.identity.api.bindAccount(account.accountId, member.staffId);
    // Where they are kept: the clock runs on beyond what a login lasts.
    const count = () => server.collection('messages').countDocuments({ accountId: account.accountId });
    return { ...member, count };
  };
  const ask = async () => {
    await (await server.asResident()).call('enquiries.create', { body: newEnquiry({ id: randomUUID() }) });
    await server.runWorker();
  };

  it('main and deputy of today -> they and nobody else; nobody on duty -> the unit’s officers', async () => {
    const [desk, main, deputy] = [await reached('office'), await reached('office'), await reached('editor')];
    const counts = async () => [await desk.count(), await main.count(), await deputy.count()];
    const days = [day('2026-11-16', main.staffId, deputy.staffId)];
    await desk.call('staff.duty.put', { params, body: { revision: 0, days } });
    await ask();
    expect(await counts()).toEqual([0, 1, 1]);
    server.clock.set('2026-11-17T02:00:00.000Z');
    await ask();
    expect(await counts()).toEqual([1, 2, 1]);
  });

  it('on duty, but left since, or without an account that can be told -> the unit’s officers', async () => {
    const [desk, gone] = [await reached('office'), await reached('editor')];
    const silent = await server.asStaff('editor', { unitId: 'district-office' });
    await desk.call('staff.duty.put', { params, body: { revision: 0, days: [day('2026-11-16', gone.staffId)] } });
    const admin = await server.asStaff('admin');
    await admin.call('staff.members.close', { params: { id: gone.staffId } });
    await ask();
    expect([await desk.count(), await gone.count()]).toEqual([1, 0]);
    await desk.call('staff.duty.put', { params, body: { revision: 1, days: [day('2026-11-16', silent.staffId)] } });
    await ask();
    expect(await desk.count()).toBe(2);
  });
});
