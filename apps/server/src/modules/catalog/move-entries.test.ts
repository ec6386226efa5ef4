import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../testing';
import { forgetCatalog, HOUSING, putInForce, putUnits, upload } from './catalog.fixtures';
import { readWorkbook } from './sheets/read-workbook';
import { writeWorkbook } from './sheets/write-workbook';

// On a busy machine an import and two logins take longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
afterEach(() => forgetCatalog(server));
afterAll(() => server.stop());

const TEXTS = {
  name: '公租房腾退',
  content: '腾退名单',
  basis: '《公共租赁住房管理办法》',
  timeLimits: '信息形成之日起20个工作日内',
  publisher: '区住房和城乡建设局',
  channels: '■政府网站',
};

/** A draft of the sample's 保障性住房: 法律法规 alone, two of 重大决策, two of 配给管理. */
async function putDraft() {
  const { office, editionId } = await putInForce(server);
  const id: string = randomUUID();
  await office.call('staff.editions.create', { body: { id, title: '保障性住房修订', domainIds: [HOUSING] } });
  return { office, editionId, id };
}
const rowsOf = async (client: TestClient, id: string) =>
  (await client.call('staff.editions.entries', { params: { id }, query: { limit: 100 } })).items;
const numbered = async (client: TestClient, id: string) =>
  (await rowsOf(client, id)).map(({ number, texts }) => `${number} ${texts.name}`);
const mover =
  (client: TestClient, id: string) => (entryId: string, direction: 'up' | 'down', past: { id: string } | undefined) =>
    client.call('staff.editions.moveEntry', {
      params: { id, entryId },
      body: { direction, pastId: past?.id ?? 'nobody' },
    });

describe('序号 of a draft', () => {
  it('add, place, remove -> 1…n in the order of the entries, each time; the export says the same', async () => {
    const { office, id } = await putDraft();
    const [first, second, , fourth] = await rowsOf(office, id);
    const body = { id: randomUUID(), domainId: HOUSING, path: [], afterId: first!.id, texts: TEXTS };
    expect(await office.call('staff.editions.addEntry', { params: { id }, body })).toMatchObject({ number: '2' });
    expect(await numbered(office, id)).toEqual([
      '1 法律法规',
      '2 公租房腾退',
      '3 决策前预公开',
      '4 决策会议公开',
      '5 公租房承租资格审核',
      '6 选房或摇号公告',
    ]);
    const place = { path: second!.path, afterId: fourth!.id };
    const params = { id, entryId: second!.id };
    expect(await office.call('staff.editions.placeEntry', { params, body: place })).toMatchObject({ number: '5' });
    await office.call('staff.editions.removeEntry', { params: { id, entryId: first!.id } });
    const left = ['1 公租房腾退', '2 决策会议公开', '3 公租房承租资格审核', '4 决策前预公开', '5 选房或摇号公告'];
    expect(await numbered(office, id)).toEqual(left);

    const file = await office.fetch(`/api/v1/staff/catalog/export?edition=${id}`);
    const [sheet] = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    expect(sheet!.rows.slice(3).map(row => row[0])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('import: a sheet with numbers of its own -> numbered by its rows, which is told; exported so, the same again', async () => {
    const office = await server.asStaff('office');
    const head = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];
    const rowOf = (number: string, name: string) => {
      const { content, basis, timeLimits, publisher, channels } = TEXTS;
      return [number, '配给管理', name, content, basis, timeLimits, publisher, channels];
    };
    const title = head.map((_, at) => (at === 0 ? '保障性住房领域基层政务公开标准目录' : ''));
    const rows = [title, head, rowOf('7', '腾退'), rowOf('7-1', '轮候'), rowOf('3', '选房')];
    const merges = [{ top: 0, left: 0, bottom: 0, right: head.length - 1 }];
    const widths = head.map(() => 14);
    const sheet = { name: '保障性住房', rows, merges, widths, titleRow: 0, headerRows: [1] };
    const { result } = await upload(office, await writeWorkbook([sheet]));
    expect(result.notes).toEqual(['“保障性住房”的序号照行的先后从 1 重新编。']);
    expect(await numbered(office, result.editionId!)).toEqual(['1 腾退', '2 轮候', '3 选房']);
    const file = await office.fetch(`/api/v1/staff/catalog/export?edition=${result.editionId!}`);
    const again = await upload(office, Buffer.from(await file.arrayBuffer()));
    expect(again.result).toMatchObject({ created: false, editionId: result.editionId, notes: [] });
  });
});

describe('one place up or down', () => {
  it('down and up -> past the neighbour and back, numbered, hashed, audited; what is in force stays', async () => {
    const { office, editionId, id } = await putDraft();
    const rows = await rowsOf(office, id);
    const [, second, third] = rows;
    const move = mover(office, id);
    const { hash } = await office.call('editions.get', { params: { id } });
    expect(await move(second!.id, 'down', third)).toMatchObject({ id: second!.id, path: second!.path, number: '3' });
    expect((await numbered(office, id)).slice(1, 3)).toEqual(['2 决策会议公开', '3 决策前预公开']);
    expect((await office.call('editions.get', { params: { id } })).hash).not.toBe(hash);
    expect(await move(second!.id, 'up', third)).toMatchObject({ number: '2' });
    expect((await rowsOf(office, id)).map(row => row.id)).toEqual(rows.map(row => row.id));
    expect((await office.call('editions.get', { params: { id } })).hash).toBe(hash);
    expect((await rowsOf(office, editionId)).filter(row => row.domain.id === HOUSING)).toHaveLength(5);
    const trail = await server.collection('auditEntries').find({ subject: id }).sort({ at: -1, _id: -1 }).toArray();
    expect(trail.map(({ action }) => String(action)).sort()).toEqual([
      'edition.created',
      'edition.edited',
      'edition.edited',
    ]);
  });

  it('a neighbour that is no neighbour any more, the end of a group, twice the same -> 409 entry.moved, nothing moves', async () => {
    const { office, id } = await putDraft();
    const [first, second, third, fourth] = await rowsOf(office, id);
    const move = mover(office, id);
    const refused = async (call: Promise<unknown>) => (await problemOf(call)).code;
    const before = await numbered(office, id);
    expect(await refused(move(third!.id, 'down', fourth))).toBe('entry.moved');
    expect(await refused(move(second!.id, 'up', first))).toBe('entry.moved');
    expect(await refused(move(first!.id, 'up', undefined))).toBe('entry.moved');
    expect(await numbered(office, id)).toEqual(before);
    await move(second!.id, 'down', third);
    expect(await refused(move(second!.id, 'down', third))).toBe('entry.moved');
    expect(await refused(move('nobody', 'down', third))).toBe('entry.not_found');
    const odd = { direction: 'sideways' as never, pastId: third!.id };
    const params = { id, entryId: second!.id };
    expect((await problemOf(office.call('staff.editions.moveEntry', { params, body: odd }))).status).toBe(422);
  });

  it('an editor of another unit -> 403; a frozen edition -> 409', async () => {
    const { office, editionId, id } = await putDraft();
    const stranger = await server.asStaff('editor', { unitId: 'hedu-street' });
    const [, second, third] = await rowsOf(office, id);
    expect((await problemOf(mover(stranger, id)(second!.id, 'down', third))).code).toBe('auth.forbidden');
    expect((await problemOf(mover(office, editionId)(second!.id, 'down', third))).code).toBe('edition.frozen');
  });
});

describe('what moved between two editions', () => {
  it('order, place, and both with words -> named apart from what changed; filtered, counted, for everybody', async () => {
    const { office, id } = await putDraft();
    const [first, second, third, fourth] = await rowsOf(office, id);
    await mover(office, id)(third!.id, 'up', second);
    const diff = (query: { change?: 'moved'; limit?: number }) =>
      office.call('editions.diff', { params: { id }, query });
    const { items, counts } = await diff({ change: 'moved' });
    expect(counts).toEqual({ new: 0, changed: 0, moved: 1, removed: 0, same: 4 });
    const place = (number: string) => ({ path: third!.path, number });
    expect(items).toMatchObject([
      { entryId: third!.id, change: 'moved', fields: [], moved: { before: place('3'), after: place('2') } },
    ]);

    const place4 = { path: ['重大决策'], afterId: first!.id };
    await office.call('staff.editions.placeEntry', { params: { id, entryId: fourth!.id }, body: place4 });
    const edits = [{ entryId: third!.id, field: 'office' as const, text: '住房保障科' }];
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    const later = await diff({ limit: 100 });
    expect(later.counts).toEqual({ new: 0, changed: 1, moved: 1, removed: 0, same: 3 });
    expect(later.items.find(({ change }) => change === 'moved')).toMatchObject({
      entryId: fourth!.id,
      fields: [{ field: 'name', before: '配给管理 › 公租房承租资格审核', after: '重大决策 › 公租房承租资格审核' }],
      moved: { before: { path: ['配给管理'], number: '4' }, after: { path: ['重大决策'], number: '2' } },
    });
    expect(later.items.find(({ change }) => change === 'changed')).toMatchObject({
      entryId: third!.id,
      fields: [{ field: 'office', after: '住房保障科' }],
      moved: { before: { number: '3' }, after: { number: '3' } },
    });
    expect(later.items.filter(({ moved }) => moved === null)).toHaveLength(3);

    await office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-2' } });
    const asPublic = await server.anonymous.call('editions.diff', { params: { id } });
    expect(asPublic.counts.moved).toBe(1);
  });

  it('an entry more before the others, one less -> the others did not move', async () => {
    const { office, id } = await putDraft();
    const [first, second] = await rowsOf(office, id);
    const body = { id: randomUUID(), domainId: HOUSING, path: [], afterId: first!.id, texts: TEXTS };
    await office.call('staff.editions.addEntry', { params: { id }, body });
    await office.call('staff.editions.removeEntry', { params: { id, entryId: second!.id } });
    const { counts } = await office.call('editions.diff', { params: { id } });
    expect(counts).toEqual({ new: 1, changed: 0, moved: 0, removed: 1, same: 4 });
  });
});
