import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../fixtures/district';
import { getTable, rowsOf } from '../tables/tables.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import {
  asStreet,
  asWorker,
  COMMUNITY,
  GRID,
  NEXT_GRID,
  OTHER_GRID,
  putBuilding,
  putGrids,
  STREET,
  visitOf,
} from './grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

/** A notice brought to the community by a campaign: a building of six doors, one of four, and one in the next grid. */
async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const notice = randomUUID();
  await office.call('staff.notices.create', { body: { ...noticeSource({ unitId: 'district-office' }), id: notice } });
  const big = await putBuilding(street, { doors: 6, name: '1 号楼' });
  const small = await putBuilding(street, { doors: 4, name: '2 号楼', position: 2 });
  const next = await putBuilding(street, { doors: 5, areaId: NEXT_GRID });
  const campaign = {
    ...{ id: randomUUID(), title: '电梯办法送到家', items: [{ kind: 'notice' as const, id: notice }] },
    ...{ areaIds: [COMMUNITY], from: '2026-11-10', to: '2026-11-30', targetPercent: 95 },
  };
  await street.call('staff.grid.campaigns.create', { body: campaign });
  const items = [{ kind: 'notice' as const, id: notice }];
  const visit = (doorId: string, changes: Parameters<typeof visitOf>[1] = {}) => visitOf(doorId, { items, ...changes });
  const sync = (...records: object[]) => worker.call('grid.sync', { body: { items: records as never } });
  return { street, worker, office, notice, big, small, next, campaign, visit, sync };
}

describe('coverage', () => {
  it('a door visited by two, by two ways -> reached once, counted in both ways; not at home -> not reached', async () => {
    const { street, big, campaign, visit, sync } = await start();
    const [first, second, third] = big.doorIds as [string, string, string];
    await sync(visit(first), visit(first, { way: 'phone' }), visit(second), visit(third, { reaction: 'not_home' }));
    const colleague = await asWorker(server);
    await colleague.call('grid.sync', { body: { items: [visit(first)] } });
    const { total, items: rows } = await street.call('staff.grid.coverage', {
      query: { campaign: campaign.id, area: GRID },
    });
    expect(rows.map(({ place, figures }) => [place.name, figures?.doors, figures?.reached])).toEqual([
      ['槐影里 1 号楼', 6, 2],
      ['槐影里 2 号楼', 4, 0],
    ]);
    expect(total).toMatchObject({
      buildings: 2,
      figures: {
        buildingsReached: 1,
        doors: 10,
        reached: 2,
        percent: 20,
        points: 0,
        channels: { door: 2, phone: 1, online: 0 },
        opens: 0,
      },
    });
    const [shown] = (await street.call('staff.grid.campaigns.list', { query: {} })).items;
    expect(shown).toMatchObject({ figures: { doors: 15, reached: 2, percent: 13.3 }, state: 'running' });
  });

  it('fewer than five doors -> no figures for the district, nor of what they could be worked out from; figures for its own people', async () => {
    const { street, worker, office, campaign } = await start();
    const small = async (reader: typeof street) => {
      const { items: rows } = await reader.call('staff.grid.coverage', {
        query: { campaign: campaign.id, area: GRID },
      });
      return rows.map(({ figures }) => figures?.doors ?? null);
    };
    expect(await small(office)).toEqual([null, null]);
    expect(await small(street)).toEqual([6, 4]);
    expect(await small(worker)).toEqual([6, 4]);
  });

  it('taken along as a table -> the same rows, and no figures of a small building for the district', async () => {
    const { street, office, campaign, big, visit, sync } = await start();
    await sync(visit(big.doorIds[0]!));
    const query = { campaign: campaign.id, area: GRID };
    const tableOf = async (reader: typeof street) =>
      (await rowsOf(await getTable(reader, 'grid-coverage', query))).map(row => [row[0], row[3], row[4]]);
    expect(await tableOf(office)).toEqual([
      ['地方', '门数', '送到'],
      ['槐影里 1 号楼', '为免推算不显示', '为免推算不显示'],
      ['槐影里 2 号楼', '少于 5 户', '少于 5 户'],
    ]);
    expect((await tableOf(street))[2]).toEqual(['槐影里 2 号楼', '4', '0']);
  });

  it('areas: -> those one answers for, down to the grids, and no others', async () => {
    const { street, office } = await start();
    const idsOf = async (reader: typeof street) =>
      (await reader.call('staff.grid.areas.list', {})).items.map(({ id }) => id);
    expect(await idsOf(street)).toEqual([STREET, COMMUNITY, GRID, NEXT_GRID]);
    expect(await idsOf(office)).toContain(OTHER_GRID);
  });

  it('by levels: the district has its streets, a street its communities, a community its grids; sums agree', async () => {
    const { office, notice, big, next, visit, sync } = await start();
    await sync(visit(big.doorIds[0]!), visit(next.doorIds[0]!));
    const read = async (area: string) => {
      const { total, items: rows } = await office.call('staff.grid.coverage', { query: { notice, area } });
      return { total: total.figures?.reached, rows: rows.map(({ place, figures }) => [place.id, figures?.reached]) };
    };
    expect(await read('qihe')).toEqual({ total: 2, rows: [[STREET, 2]] });
    expect(await read(STREET)).toEqual({ total: 2, rows: [[COMMUNITY, 2]] });
    expect(await read(COMMUNITY)).toEqual({
      total: 2,
      rows: [
        [GRID, 1],
        [NEXT_GRID, 1],
      ],
    });
  });

  it('another street, a campaign of another street, two things at once -> refused', async () => {
    const { campaign, notice } = await start();
    const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
    const of = (query: object) => problemOf(hedu.call('staff.grid.coverage', { query: query as never }));
    expect((await of({ notice, area: GRID })).code).toBe('area.not_found');
    expect((await of({ campaign: campaign.id, area: OTHER_GRID })).code).toBe('campaign.not_found');
    expect((await of({ notice, campaign: campaign.id })).code).toBe('request.invalid');
    expect((await of({})).code).toBe('request.invalid');
    expect((await hedu.call('staff.grid.campaigns.list', { query: {} })).items).toEqual([]);
  });

  it('closed before its day -> over since yesterday, brings nothing more; again -> says so', async () => {
    const { street, worker, office, campaign } = await start();
    const params = { id: campaign.id };
    expect((await problemOf(worker.call('staff.grid.campaigns.close', { params, body: {} }))).code).toBe(
      'auth.forbidden',
    );
    expect(await street.call('staff.grid.campaigns.close', { params, body: {} })).toMatchObject({
      ...{ state: 'over', to: '2026-11-15', abilities: { close: false } },
    });
    expect((await problemOf(office.call('staff.grid.campaigns.close', { params, body: {} }))).code).toBe(
      'campaign.closed',
    );
    expect((await street.call('staff.grid.campaigns.list', { query: { state: 'current' } })).items).toEqual([]);
    expect((await street.call('staff.grid.campaigns.list', { query: { state: 'over' } })).items).toHaveLength(1);
  });

  it('what workers did -> sums of a span, no day and no door; open doors where nobody was at home', async () => {
    const { street, worker, big, visit, sync } = await start();
    await sync(
      visit(big.doorIds[0]!),
      visit(big.doorIds[0]!, { takenAt: '2026-11-15T02:00:00.000Z' }),
      visit(big.doorIds[1]!, { reaction: 'not_home' }),
    );
    const of = (from: string) => street.call('staff.grid.workers', { query: { from, to: '2026-11-30' } });
    expect(await of('2026-11-01')).toEqual({
      hidden: null,
      nextCursor: null,
      items: [{ worker: { id: worker.staffId, name: '测试员' }, visits: 3, doors: 2, notHome: 1, onBehalf: 0 }],
      notRepeated: 1,
    });
    expect((await of('2026-11-16')).items).toMatchObject([{ visits: 2, doors: 2 }]);
    expect((await of('2026-11-17')).items).toEqual([]);
  });
});

describe('nobody is tracked', () => {
  it('what a day of visits leaves -> no hour, no order, no person of a household in any table of the grid', async () => {
    const { big, visit, sync } = await start();
    await sync(...big.doorIds.map((id, at) => visit(id, { takenAt: `2026-11-16T01:0${at}:30.000Z` })));
    for (const name of ['gridVisits', 'gridReached', 'gridCoverage', 'gridDoors', 'gridOnBehalf']) {
      const text = JSON.stringify(await server.collection(name).find({}).toArray());
      expect([name, text.match(/T01:0|latitude|longitude|phone":"|idNumber/g)]).toEqual([name, null]);
    }
    const audited = await server.collection('auditEntries').find({ action: 'grid.synced' }).toArray();
    expect(audited).toHaveLength(1);
    expect(big.doorIds.some(id => JSON.stringify(audited).includes(id))).toBe(false);
  });
});
