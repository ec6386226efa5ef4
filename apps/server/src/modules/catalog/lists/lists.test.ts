import { problemOf, startTestServer, type TestClient, type TestServer } from '../../../testing';
import { entryNamed, forgetCatalog, putInForce, putUnits } from '../catalog.fixtures';
import { writeWorkbook } from '../sheets/write-workbook';
import type { RouteAnswer } from '@bandeng/contracts/types';

// On a busy machine an import and two logins take longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
beforeEach(() => server.clock.set('2026-11-16T02:00:00.000Z'));
afterEach(async () => {
  await forgetCatalog(server);
  for (const name of ['catalogLists', 'catalogListItems', 'catalogListLinks'])
    await server.collection<{ _id: string }>(name).deleteMany({ _id: { $gte: '' } });
});
afterAll(() => server.stop());

const HEAD = ['序号', '事项编码', '事项名称', '事项类型', '设定依据', '实施主体'];
type Row = [code: string, name: string, basis?: string, unit?: string];
const workbook = (rows: readonly Row[]) =>
  writeWorkbook([
    {
      name: '权责清单',
      rows: [
        ['栖河区权责清单', '', '', '', '', ''],
        HEAD,
        ...rows.map(([code, name, basis = '《住房保障办法》', unit = '区住建局'], at) => [
          String(at + 1),
          code,
          name,
          '行政许可',
          basis,
          unit,
        ]),
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 5 }],
      widths: HEAD.map(() => 12),
      titleRow: 0,
      headerRows: [1],
    },
  ]);

type Imported = RouteAnswer<'staff.lists.import'>;
async function importList(client: TestClient, rows: readonly Row[], query: Record<string, string> = {}) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await workbook(rows))]), '清单.xlsx');
  const search = new URLSearchParams({ kind: 'powers', ...query }).toString();
  const answer = await client.fetch(`/api/v1/staff/catalog/lists?${search}`, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Imported;
}
const itemsOf = (client: TestClient, id: string, query: object = {}) =>
  client.call('staff.lists.items', { params: { id }, query: { limit: 100, ...query } });
const map = (client: TestClient, id: string, key: string, body: { entryIds?: string[]; reason?: string }) =>
  client.call('staff.lists.map', { params: { id, key }, body });

describe('the three lists', () => {
  it('import: a dry run -> told and nothing written; a wrong row -> by sheet, row and column; the same again -> the same', async () => {
    const office = await server.asStaff('office');
    const rows: Row[] = [
      ['A1', '公租房资格确认'],
      ['A2', ''],
      ['A1', '又一次'],
    ];
    const tried = await importList(office, rows, { dryRun: 'true' });
    expect(tried).toMatchObject({ listId: null, created: false, itemCount: 1, counts: { new: 1 } });
    expect(tried.problems).toEqual([
      { sheet: '权责清单', row: 4, column: '事项名称', message: '“事项名称”没有写' },
      { sheet: '权责清单', row: 5, column: '编码', message: '和“权责清单”第 3 行是同一项' },
    ]);
    expect((await importList(office, rows)).created).toBe(false);
    const written = await importList(office, rows, { skipBad: 'true' });
    expect(written).toMatchObject({ created: true, itemCount: 1 });
    expect(await importList(office, [rows[0]!])).toMatchObject({ created: false, listId: written.listId });
    const { items } = await office.call('staff.lists.list');
    expect(items).toMatchObject([
      { kind: 'powers', isCurrent: true, itemCount: 1, coverage: { all: 1, open: 1, mapped: 0 } },
    ]);
    const audited = await server.collection('auditEntries').findOne({ subject: written.listId! });
    expect(audited).toMatchObject({ action: 'list.imported' });
  });

  it('mapping: suggested, set by hand, or why there is none -> the coverage reaches 100 %; opened again', async () => {
    const { office } = await putInForce(server);
    const { items: known } = await office.call('entries.list', { query: { limit: 100 } });
    const entry = known[0]!;
    const { listId } = await importList(office, [
      ['A1', `${entry.name}的办理`],
      ['A2', '养犬登记'],
    ]);
    const id = listId!;
    const first = await itemsOf(office, id);
    expect(first.items[0]!.suggestions[0]).toMatchObject({ id: entry.id });
    expect(first.items[1]!.suggestions).toEqual([]);
    const [a, b] = first.items;
    expect(await map(office, id, a!.key, { entryIds: [entry.id] })).toMatchObject({
      state: 'mapped',
      entries: [{ id: entry.id, name: entry.name, inForce: true }],
      suggestions: [],
    });
    await map(office, id, b!.key, { reason: '本区没有这项权力' });
    const done = await itemsOf(office, id);
    expect(done.coverage).toEqual({ all: 2, open: 0, flagged: 0, mapped: 1, none: 1 });
    expect((await itemsOf(office, id, { state: 'none' })).items.map(item => item.reason)).toEqual(['本区没有这项权力']);
    expect((await itemsOf(office, id, { q: '养犬' })).items.map(item => item.name)).toEqual(['养犬登记']);
    const page = await itemsOf(office, id, { limit: 1 });
    expect((await itemsOf(office, id, { cursor: page.nextCursor! })).items.map(item => item.key)).toEqual([b!.key]);
    expect(await map(office, id, b!.key, {})).toMatchObject({ state: 'open', reason: null });
    const both = map(office, id, a!.key, { entryIds: [entry.id], reason: '也' });
    expect((await problemOf(both)).problem.errors?.[0]?.path).toBe('reason');
    const unknown = map(office, id, a!.key, { entryIds: ['nobody'] });
    expect((await problemOf(unknown)).problem.errors?.[0]?.path).toBe('entryIds.0');
    expect((await problemOf(map(office, id, 'nobody', {}))).code).toBe('list.not_found');
    expect((await problemOf(itemsOf(office, 'nobody'))).code).toBe('list.not_found');
  });

  it('a new issue: what was mapped stays, what changed is flagged, a change set is proposed', async () => {
    const { office } = await putInForce(server);
    const { items: known } = await office.call('entries.list', { query: { limit: 100 } });
    const [kept, changed, gone] = known.map(({ id }) => id);
    const law = '《栖河区住房保障办法》';
    const rows: Row[] = [
      ['A1', '不变的一项'],
      ['A2', '要改的一项', law],
      ['A3', '没有了的一项'],
    ];
    const first = await importList(office, rows);
    const { items } = await itemsOf(office, first.listId!);
    for (const [at, entryId] of [kept, changed, gone].entries())
      await map(office, first.listId!, items[at]!.key, { entryIds: [entryId!] });
    server.clock.advance(60_000);
    const second = await importList(office, [rows[0]!, ['A2', '要改的一项', '《新的保障条例》'], ['A4', '新来的一项']]);
    expect(second).toMatchObject({ created: true, counts: { new: 1, changed: 1, removed: 1, same: 1 } });
    const id = second.listId!;
    const states = (await itemsOf(office, id)).items.map(({ name, state }) => [name, state]);
    expect(states).toEqual([
      ['不变的一项', 'mapped'],
      ['要改的一项', 'flagged'],
      ['新来的一项', 'open'],
    ]);
    const { items: changes, counts } = await office.call('staff.lists.changes', { params: { id } });
    expect(counts).toEqual({ new: 1, changed: 1, removed: 1, same: 1 });
    expect(changes.map(({ change, name }) => [change, name])).toEqual([
      ['changed', '要改的一项'],
      ['new', '新来的一项'],
      ['removed', '没有了的一项'],
    ]);
    const [edited, , removed] = changes;
    expect(edited!.fields).toEqual([{ label: '依据', before: law, after: '《新的保障条例》' }]);
    expect(edited!.entries[0]).toMatchObject({ id: changed, remove: false });
    expect(edited!.entries[0]!.edits.map(edit => edit.field)).toEqual(['basis']);
    expect(edited!.entries[0]!.edits[0]!.after).toContain('《新的保障条例》');
    expect(removed!.entries).toMatchObject([{ id: gone, remove: true, edits: [] }]);
    const page = await office.call('staff.lists.changes', { params: { id }, query: { limit: 2 } });
    const rest = await office.call('staff.lists.changes', { params: { id }, query: { cursor: page.nextCursor! } });
    expect(rest.items.map(({ name }) => name)).toEqual(['没有了的一项']);
    const old = map(office, first.listId!, items[0]!.key, {});
    expect((await problemOf(old)).code).toBe('list.replaced');
  });

  it('an entry that goes out of force -> its item is flagged', async () => {
    const { office } = await putInForce(server);
    const entry = await entryNamed(server, (await office.call('entries.list')).items[0]!.name);
    const { listId } = await importList(office, [['A1', '一项']]);
    const { items } = await itemsOf(office, listId!);
    await map(office, listId!, items[0]!.key, { entryIds: [entry.id] });
    await server
      .collection('catalogEntries')
      .updateMany({ entryId: entry.id, isInForce: true }, { $set: { isInForce: false } });
    const [item] = (await itemsOf(office, listId!)).items;
    expect(item).toMatchObject({ state: 'flagged', entries: [{ id: entry.id, inForce: false }] });
  });
});
