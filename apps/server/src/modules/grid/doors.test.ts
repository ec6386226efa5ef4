import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { writeWorkbook } from '../catalog';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../testing';
import { getTable, rowsOf } from '../tables/tables.fixtures';
import { asStreet, asWorker, COMMUNITY, GRID, NEXT_GRID, OTHER_GRID, putBuilding, putGrids } from './grid.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putGrids(server);
});
afterEach(() => server.stop());

type AssignedPart = NonNullable<RouteInput<'staff.grid.assignments.put'>['body']['part']> | null;
const HEAD = ['网格', '小区', '楼栋', '单元', '楼层', '门牌', '走访间隔（天）'];
const ROWS = [
  ['槐影社区第1网格', '槐影里', '1 号楼', '1 单元', 1, '101', 30],
  ['槐影社区第1网格', '槐影里', '1 号楼', '1 单元', 1, '102', ''],
  ['槐影社区第1网格', '', '沿河平房', '', '', '7 号', ''],
  ['槐影社区第2网格', '槐影里', '9 号楼', '2 单元', 12, '1201', ''],
];
const sheet = (rows: (string | number)[][], head = HEAD) =>
  writeWorkbook([
    { name: '门', rows: [['槐影社区门牌表'], head, ...rows], merges: [], widths: [12], titleRow: 0, headerRows: [1] },
  ]);

async function put(street: TestClient, bytes: Buffer, query = '') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), '门.xlsx');
  const answer = await street.fetch(`/api/v1/staff/grid/doors/import${query}`, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { problems: object[] } };
}

describe('doors from a workbook', () => {
  it('tried, then taken, then taken again -> counted, written, nothing new', async () => {
    const street = await asStreet(server);
    const bytes = await sheet(ROWS);
    const counted = { buildings: 3, doors: 4, problems: [] };
    expect((await put(street, bytes, '?dryRun=true')).body).toEqual({
      ...counted,
      newBuildings: 3,
      newDoors: 4,
      isSaved: false,
    });
    expect((await street.call('staff.grid.buildings.list', { query: {} })).items).toEqual([]);
    expect((await put(street, bytes)).body).toMatchObject({ ...counted, newDoors: 4, isSaved: true });
    expect((await put(street, bytes)).body).toMatchObject({ ...counted, newBuildings: 0, newDoors: 0 });
    const { items } = await street.call('staff.grid.buildings.list', { query: { area: GRID } });
    expect(items.map(({ compound, name, doors }) => [compound, name, doors])).toEqual([
      ['槐影里', '1 号楼', 2],
      [null, '沿河平房', 1],
    ]);
    const { items: doors } = await street.call('staff.grid.doors.list', { params: { id: items[0]!.id }, query: {} });
    expect(doors.map(({ number, visitEveryDays }) => [number, visitEveryDays])).toEqual([
      ['101', 30],
      ['102', null],
    ]);
  });

  it('one more door in a building that stands there -> only that one comes', async () => {
    const street = await asStreet(server);
    await put(street, await sheet(ROWS));
    const more = [...ROWS, ['槐影社区第1网格', '槐影里', '1 号楼', '1 单元', 2, '201', '']];
    expect((await put(street, await sheet(more))).body).toMatchObject({ newBuildings: 0, newDoors: 1 });
    const { items } = await street.call('staff.grid.buildings.list', { query: { area: GRID } });
    expect(items[0]).toMatchObject({ name: '1 号楼', doors: 3 });
  });

  it('taken along as a table -> the very columns of the import: changed, it is read in again, and nothing but the change is new', async () => {
    const street = await asStreet(server);
    const table = () => getTable(street, 'grid-doors', { of: COMMUNITY });
    expect(await rowsOf(await table())).toEqual([HEAD]);
    await put(street, await sheet(ROWS));
    const answer = await table();
    const bytes = Buffer.from(await answer.clone().arrayBuffer());
    expect((await put(street, bytes)).body).toMatchObject({ doors: 4, newDoors: 0, problems: [] });
    const [head, ...rows] = await rowsOf(answer);
    expect(rows.map(row => row.map(String)).sort()).toEqual(ROWS.map(row => row.map(String)).sort());
    const longer = [...rows, ['槐影社区第2网格', '', '新楼', '', '', '1 号', '']] as string[][];
    expect((await put(street, await sheet(longer, head as string[]))).body).toMatchObject({ newDoors: 1 });
  });

  it('rows with faults -> each named by its row, nothing written', async () => {
    const street = await asStreet(server);
    const bytes = await sheet([
      ['', '槐影里', '1 号楼', '', 1, '101', ''],
      ['渡口社区第1网格', '', '1 号楼', '', 1, '101', ''],
      ['槐影社区第1网格', '', '1 号楼', '', '一层', '101', ''],
      ['槐影社区第1网格', '', '1 号楼', '', 1, '101', 400],
      ['槐影社区第2网格', '', '2 号楼', '', 1, '101', ''],
      ['槐影社区第2网格', '', '2 号楼', '', 1, '101', ''],
    ]);
    const { body } = await put(street, bytes);
    expect(body).toMatchObject({
      isSaved: false,
      problems: [
        { row: 3, message: '没写网格' },
        { row: 4, message: '没有叫“渡口社区第1网格”的网格，或者不归你管' },
        { row: 5, message: '楼层要写成 -5 到 200 的整数' },
        { row: 6, message: '走访间隔要写成 1 到 366 的天数' },
        { row: 8, message: '这扇门前面已经有一行了' },
      ],
    });
    expect(await server.collection('gridDoors').countDocuments({})).toBe(0);
  });

  it('a column about people, no heading, no workbook -> refused with a sentence', async () => {
    const street = await asStreet(server);
    const personal = await put(street, await sheet([[...ROWS[0]!, '周']], [...HEAD, '户主']));
    expect(personal.body.problems).toMatchObject([{ message: expect.stringContaining('户主') as string }]);
    const bare = await put(street, await sheet(ROWS, ['甲', '乙']));
    expect(bare.body.problems).toMatchObject([{ row: 0, message: expect.stringContaining('表头') as string }]);
    expect((await put(street, Buffer.from('门'))).body).toMatchObject({ code: 'import.unreadable' });
  });
});

describe('buildings and doors in the console', () => {
  const building = (changes: object = {}) => ({
    areaId: GRID,
    compound: null,
    name: '1 号楼',
    position: 1,
    ...changes,
  });

  it('a second building or door of one name -> refused; changed -> its doors stay', async () => {
    const street = await asStreet(server);
    const { id, doorIds } = await putBuilding(street, { doors: 2, name: '1 号楼' });
    const again = { params: { id: randomUUID() }, body: building({ compound: '槐影里' }) };
    expect((await problemOf(street.call('staff.grid.buildings.put', again))).code).toBe('grid.same_name');
    const door = { buildingId: id, unit: '1 单元', floor: 1, number: '101', visitEveryDays: 30, closedOn: null };
    const twin = street.call('staff.grid.doors.put', { params: { id: randomUUID() }, body: door });
    expect((await problemOf(twin)).code).toBe('grid.same_name');
    await street.call('staff.grid.doors.put', { params: { id: doorIds[0]! }, body: door });
    const renamed = building({ name: '甲 1 号楼', compound: '槐影里' });
    expect(await street.call('staff.grid.buildings.put', { params: { id }, body: renamed })).toMatchObject({
      doors: 2,
    });
  });

  it('a door that is closed, a building that is -> counted no more, walked no more, still there to read', async () => {
    const [street, worker] = [await asStreet(server), await asWorker(server)];
    const { id, doorIds } = await putBuilding(street, { doors: 2 });
    const body = {
      buildingId: id,
      unit: '1 单元',
      floor: 1,
      number: '101',
      visitEveryDays: null,
      closedOn: '2026-11-16',
    };
    await street.call('staff.grid.doors.put', { params: { id: doorIds[0]! }, body });
    const list = () => street.call('staff.grid.buildings.list', { query: { area: GRID, state: 'current' } });
    expect((await list()).items).toMatchObject([{ doors: 1 }]);
    await street.call('staff.grid.buildings.close', { params: { id }, body: { on: '2026-11-16' } });
    expect((await list()).items).toEqual([]);
    expect((await street.call('staff.grid.buildings.list', { query: { state: 'closed' } })).items).toHaveLength(1);
    expect((await worker.call('grid.pack')).buildings).toEqual([]);
    const late = street.call('staff.grid.buildings.close', { params: { id }, body: { on: '2026-11-16' } });
    expect((await problemOf(late)).code).toBe('organization.closed');
  });

  it('not in a grid, in another street’s, moved to another grid -> refused', async () => {
    const street = await asStreet(server);
    const { id } = await putBuilding(street, { doors: 1 });
    const to = (areaId: string, of: string = randomUUID()) =>
      problemOf(street.call('staff.grid.buildings.put', { params: { id: of }, body: building({ areaId }) }));
    expect((await to('liuying-huaiying')).code).toBe('request.invalid');
    expect((await to(OTHER_GRID)).code).toBe('area.not_found');
    expect((await to(NEXT_GRID, id)).code).toBe('request.invalid');
  });

  it('somebody who is no grid worker of the street -> cannot be sent; who is -> listed to choose from', async () => {
    const [street, worker] = [await asStreet(server), await asWorker(server)];
    const send = (workerId: string) =>
      street.call('staff.grid.assignments.put', {
        params: { id: randomUUID() },
        body: { workerId, areaId: GRID, from: '2026-11-16', to: '2026-12-31' },
      });
    expect((await problemOf(send(street.staffId))).code).toBe('staff.not_found');
    await send(worker.staffId);
    const { items, workers } = await street.call('staff.grid.assignments.list', { query: { on: '2026-11-20' } });
    expect(items).toMatchObject([{ worker: { id: worker.staffId }, area: { id: GRID }, to: '2026-12-31' }]);
    expect(workers.map(({ id }) => id)).toEqual([worker.staffId]);
    expect((await street.call('staff.grid.assignments.list', { query: { on: '2027-01-01' } })).items).toEqual([]);
  });

  it('a compound head, a building head -> the pack has that compound, that building; the days changed -> still', async () => {
    const [street, worker] = [await asStreet(server), await asWorker(server)];
    await put(street, await sheet(ROWS));
    const { items: buildings } = await street.call('staff.grid.buildings.list', { query: { area: GRID } });
    const alone = buildings.find(({ compound }) => compound === null)!;
    const send = async (part: AssignedPart, id: string = randomUUID(), to: string | null = null) =>
      street.call('staff.grid.assignments.put', {
        params: { id },
        body: { workerId: worker.staffId, areaId: GRID, from: '2026-11-16', to, part },
      });
    const packed = async () => (await worker.call('grid.pack')).buildings.map(({ name }) => name);
    expect((await problemOf(send({ kind: 'compound', name: '没有的小区' }))).code).toBe('building.not_found');
    const id = randomUUID();
    expect(await send({ kind: 'compound', name: '槐影里' }, id)).toMatchObject({
      part: { kind: 'compound', name: '槐影里' },
    });
    expect(await packed()).toEqual(['1 号楼']);
    expect(await send(null, id, '2026-12-31')).toMatchObject({ to: '2026-12-31', part: { name: '槐影里' } });
    expect(await packed()).toEqual(['1 号楼']);
    await send({ kind: 'building', id: alone.id });
    expect(await packed()).toEqual(expect.arrayContaining(['1 号楼', '沿河平房']));
    const { items } = await street.call('staff.grid.assignments.list', { query: {} });
    expect(items.map(({ part }) => part?.name).sort()).toEqual(['槐影里', '沿河平房'].sort());
  });
});
