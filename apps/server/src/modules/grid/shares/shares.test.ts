import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { asStreet, asWorker, COMMUNITY, GRID, OTHER_GRID, putBuilding, putGrids, STREET } from '../grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

/** A notice, and its code for the grid by a poster. */
async function start() {
  const worker = await asWorker(server);
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const notice = randomUUID();
  await office.call('staff.notices.create', {
    body: { ...noticeSource({ unitId: 'district-office' }), id: notice, title: '老旧小区加装电梯办法' },
  });
  const wanted = { item: { kind: 'notice' as const, id: notice }, areaId: GRID, channel: 'poster' as const };
  const make = (changes: Partial<Omit<typeof wanted, 'channel'>> & { channel?: 'poster' | 'chat' | 'sheet' } = {}) =>
    worker.call('grid.shares.create', { body: { ...wanted, ...changes } });
  const opened = (code: string, id: string = randomUUID()) =>
    server.anonymous.call('shares.opens', { params: { code }, body: { id } });
  return { worker, office, notice, make, opened };
}

describe('a code', () => {
  it('asked for twice, by two -> the same; another way or area -> another; fits into a scene', async () => {
    const { make, office, notice } = await start();
    const first = await make();
    expect(first.code).toMatch(/^[0-9a-z]{10}$/);
    expect(first.path).toBe(`/m/#/${first.page}?scene=${first.code}`);
    const body = { item: { kind: 'notice' as const, id: notice }, areaId: GRID, channel: 'poster' as const };
    const again = await Promise.all([make(), office.call('grid.shares.create', { body })]);
    expect(again.map(({ code }) => code)).toEqual([first.code, first.code]);
    const codes = [first, await make({ channel: 'chat' }), await make({ areaId: COMMUNITY })].map(({ code }) => code);
    expect(new Set(codes).size).toBe(3);
    expect(await server.collection('auditEntries').countDocuments({ action: 'share.made' })).toBe(3);
  });

  it('for an area of others, or of what is not public -> refused', async () => {
    const { make } = await start();
    expect((await problemOf(make({ areaId: OTHER_GRID }))).code).toBe('area.not_found');
    expect((await problemOf(make({ item: { kind: 'notice', id: randomUUID() } }))).code).toBe('notice.not_found');
  });

  it('scanned by anybody -> what to open and whom to call nearby; withdrawn since -> says so, without the title', async () => {
    const { make, office, notice } = await start();
    await server.deps.modules.organization.api.put({
      areas: [],
      units: [
        {
          ...{ _id: 'liuying-street', name: '柳营街道办事处', shortName: '柳营街道', kind: 'street', areaId: STREET },
          ...{ phone: '0599-5550101', address: null, officeHours: null, takesRequests: true },
        },
      ],
    });
    const params = { code: (await make()).code };
    expect(await server.anonymous.call('shares.get', { params })).toEqual({
      ...{ state: 'open', kind: 'notice', id: notice, title: '老旧小区加装电梯办法', channel: 'poster' },
      contact: { name: '柳营街道办事处', phone: '0599-5550101' },
    });
    await office.call('staff.notices.takeDown', { params: { id: notice }, body: { reason: '数字有误，核实后再公布' } });
    expect(await server.anonymous.call('shares.get', { params })).toEqual({
      ...{ state: 'withdrawn', kind: 'notice', id: notice, channel: 'poster' },
    });
    expect((await problemOf(server.anonymous.call('shares.get', { params: { code: 'nosuchcode' } }))).code).toBe(
      'share.not_found',
    );
  });
});

describe('opens', () => {
  it('the same opening told twice -> one; by area, way and day, and nobody in any table', async () => {
    const { make, opened } = await start();
    const { code } = await make();
    const id = randomUUID();
    await opened(code, id);
    await opened(code, id);
    await opened(code);
    server.clock.set('2026-11-17T02:00:00Z');
    await opened(code);
    const days = await server.collection('gridShareDays').find({}).sort({ on: 1 }).toArray();
    expect(days.map(({ on, opens }) => [on, opens])).toEqual([
      ['2026-11-16', 2],
      ['2026-11-17', 1],
    ]);
    for (const name of ['gridShares', 'gridShareDays', 'gridShareOpens']) {
      const text = JSON.stringify(await server.collection(name).find({}).toArray());
      expect([name, /staffId|accountId|address|userAgent/.test(text)]).toEqual([name, false]);
    }
  });

  it('in coverage -> by area, not as doors; fewer than five doors -> none for the district', async () => {
    const { make, opened, office, notice } = await start();
    const street = await asStreet(server);
    await putBuilding(street, { doors: 4 });
    for (const channel of ['poster', 'chat'] as const) await opened((await make({ channel })).code);
    await opened((await make({ areaId: COMMUNITY })).code);
    const read = async (reader: typeof street, area: string) => {
      const { total, items: rows } = await reader.call('staff.grid.coverage', { query: { notice, area } });
      return [total, ...rows].map(({ figures }) => figures && [figures.opens, figures.reached]);
    };
    expect(await read(street, COMMUNITY)).toEqual([
      [3, 0],
      [2, 0],
    ]);
    expect(await read(street, GRID)).toEqual([
      [2, 0],
      [null, 0],
    ]);
    expect(await read(office, COMMUNITY)).toEqual([null, null]);
  });

  it('in a campaign -> only from its days on, only in its areas', async () => {
    const { make, opened, notice } = await start();
    const street = await asStreet(server);
    await putBuilding(street, { doors: 5 });
    const [{ code }, wider] = [await make(), await make({ areaId: COMMUNITY })];
    await opened(code);
    const campaign = {
      ...{ id: randomUUID(), title: '电梯办法送到家', items: [{ kind: 'notice' as const, id: notice }] },
      ...{ areaIds: [GRID], from: '2026-11-17', to: '2026-11-30', targetPercent: 95 },
    };
    await street.call('staff.grid.campaigns.create', { body: campaign });
    server.clock.set('2026-11-17T02:00:00Z');
    await opened(code);
    await opened(wider.code);
    // Logins of the day before are over.
    const office = await server.asStaff('office', { unitId: 'district-office' });
    const { total } = await office.call('staff.grid.coverage', { query: { campaign: campaign.id, area: STREET } });
    expect(total.figures).toMatchObject({ doors: 5, reached: 0, opens: 1 });
  });
});
