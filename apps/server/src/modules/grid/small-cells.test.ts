import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../fixtures/district';
import { getTable, rowsOf } from '../tables/tables.fixtures';
import { startTestServer, type TestClient, type TestServer } from '../../testing';
import {
  asStreet,
  asWorker,
  COMMUNITY,
  GRID,
  NEXT_GRID,
  OTHER_GRID,
  putBuilding,
  putGrids,
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

/** A grid of three doors, beside it one of seven in two buildings, far away one of eight; a notice brought to all of them. */
async function start() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const hedu = await server.asStaff('street', { unitId: 'hedu-street' });
  const notice = randomUUID();
  await office.call('staff.notices.create', { body: { ...noticeSource({ unitId: 'district-office' }), id: notice } });
  const few = await putBuilding(street, { doors: 3 });
  await putBuilding(street, { doors: 5, areaId: NEXT_GRID });
  await putBuilding(street, { doors: 2, areaId: NEXT_GRID, position: 2 });
  await putBuilding(hedu, { doors: 8, areaId: OTHER_GRID });
  const items = [{ kind: 'notice' as const, id: notice }];
  await worker.call('grid.sync', { body: { items: [visitOf(few.doorIds[0]!, { items })] } });
  const read = async (reader: TestClient, area: string) => {
    const { total, items: rows } = await reader.call('staff.grid.coverage', { query: { notice, area } });
    return { total: total.figures?.doors ?? total.hidden, rows: rows.map(row => row.figures?.doors ?? row.hidden) };
  };
  const campaignIn = (areaId: string) =>
    street.call('staff.grid.campaigns.create', {
      body: {
        ...{ id: randomUUID(), title: '送到家', items, areaIds: [areaId] },
        ...{ from: '2026-11-10', to: '2026-11-30', targetPercent: 95 },
      },
    });
  return { street, worker, office, read, campaignIn };
}

describe('figures of fewer than five doors', () => {
  it('a grid of three doors beside one of seven -> the district learns neither, wherever it looks from', async () => {
    const { office, read } = await start();
    expect(await read(office, COMMUNITY)).toEqual({ total: 10, rows: ['few', 'beside'] });
    expect(await read(office, GRID)).toEqual({ total: 'few', rows: ['few'] });
    expect(await read(office, NEXT_GRID)).toEqual({ total: 'beside', rows: ['beside', 'few'] });
    expect(await read(office, OTHER_GRID)).toEqual({ total: 8, rows: [8] });
  });

  it('the same for who works there -> all of it', async () => {
    const { street, worker, read } = await start();
    for (const reader of [street, worker]) {
      expect(await read(reader, COMMUNITY)).toEqual({ total: 10, rows: [3, 7] });
      expect(await read(reader, NEXT_GRID)).toEqual({ total: 7, rows: [5, 2] });
    }
  });

  it('a campaign for three doors -> its progress is the street’s, not the district’s, in the list, alone and as a table', async () => {
    const { street, office, campaignIn } = await start();
    const { id } = await campaignIn(GRID);
    const figuresFor = async (reader: TestClient) => [
      (await reader.call('staff.grid.campaigns.get', { params: { id } })).figures,
      (await reader.call('staff.grid.campaigns.list', { query: {} })).items[0]?.figures,
    ];
    expect(await figuresFor(office)).toEqual([null, null]);
    const shown = { doors: 3, reached: 0, percent: 0 };
    expect(await figuresFor(street)).toEqual([shown, shown]);
    const [, row] = await rowsOf(await getTable(office, 'grid-campaigns', {}));
    expect(row?.slice(7, 10)).toEqual(['少于 5 户', '少于 5 户', '']);
    expect((await campaignIn(COMMUNITY)).figures).toMatchObject({ doors: 10 });
  });

  it('what workers did in a grid of three doors, and in the one beside it -> no figures for the district, on screen or as a table', async () => {
    const { street, office } = await start();
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const workersOf = (reader: TestClient, area: string) =>
      reader.call('staff.grid.workers', { query: { ...days, area } });
    expect(await workersOf(office, GRID)).toEqual({ hidden: 'few', items: [], nextCursor: null, notRepeated: null });
    expect(await workersOf(office, NEXT_GRID)).toMatchObject({ hidden: 'beside', items: [] });
    expect((await workersOf(office, COMMUNITY)).items).toMatchObject([{ visits: 1 }]);
    expect((await workersOf(street, GRID)).items).toMatchObject([{ visits: 1 }]);
    const tableOf = async (reader: TestClient) =>
      (await rowsOf(await getTable(reader, 'grid-workers', { ...days, area: GRID }))).slice(1);
    expect(await tableOf(office)).toEqual([]);
    expect(await tableOf(street)).toEqual([['测试员', '1', '1', '0', '0']]);
  });
});
