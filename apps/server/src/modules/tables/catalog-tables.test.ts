import { randomUUID } from 'node:crypto';
import type { TableName } from '@bandeng/contracts/types';
import { startTestServer, type TestServer } from '../../testing';
import { writeWorkbook } from '../catalog';
import { HOUSING, putInForce, putUnits } from '../catalog/catalog.fixtures';
import { getTable, rowsOf } from './tables.fixtures';

// On a busy machine an import and several logins take longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
let guide: string;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putUnits(server);
  const { editionId } = await putInForce(server);
  guide = editionId;
  office = await server.asStaff('office');
});
afterAll(() => server.stop());

/** Without the heading. */
const rows = async (table: TableName, query: Record<string, string> = {}) =>
  (await rowsOf(await getTable(office, table, query))).slice(1);

async function makeDraft(): Promise<string> {
  const id = randomUUID();
  await office.call('staff.editions.create', { body: { id, title: '修订', domainIds: [HOUSING] } });
  return id;
}

async function importList(names: readonly string[]): Promise<string> {
  const head = ['序号', '事项编码', '事项名称', '事项类型', '设定依据', '实施主体'];
  const rest = ['行政许可', '《住房保障办法》', '区住建局'];
  const cells = names.map((name, at) => [String(at + 1), `A${at + 1}`, name, ...rest]);
  const bytes = await writeWorkbook([
    {
      name: '权责清单',
      rows: [['栖河区权责清单', '', '', '', '', ''], head, ...cells],
      merges: [{ top: 0, left: 0, bottom: 0, right: 5 }],
      widths: head.map(() => 12),
      titleRow: 0,
      headerRows: [1],
    },
  ]);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), '清单.xlsx');
  const answer = await office.fetch('/api/v1/staff/catalog/lists?kind=powers', { method: 'POST', body: form });
  return ((await answer.json()) as { listId: string }).listId;
}

describe('GET /staff/tables/:list of the catalog', () => {
  it('editions: by state -> those only, with what they are cited by', async () => {
    const id = await makeDraft();
    const drafts = await rows('editions', { state: 'draft' });
    const draft = drafts.find(row => row.at(-1) === id)!;
    expect([draft[0], draft[2]]).toEqual(['修订', '草案']);
    expect(drafts.every(row => row[2] === '草案')).toBe(true);
    const [frozen, ...others] = await rows('editions', { state: 'frozen' });
    expect(others).toEqual([]);
    expect(frozen!.slice(2, 5)).toEqual(['定稿', '是', '2026-1']);
    expect(frozen![8]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('findings of an edition: of one kind, against a guide -> those only; of an edition that is none -> 404', async () => {
    const id = await makeDraft();
    const { items } = await office.call('staff.editions.entries', { params: { id }, query: { limit: 100 } });
    const [renamed, removed] = items;
    const edits = [{ entryId: renamed!.id, field: 'name' as const, text: '其他信息' }];
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    await office.call('staff.editions.removeEntry', { params: { id, entryId: removed!.id } });
    expect((await rows('findings', { of: id, kind: 'naming' })).map(row => [row[0], row[1], row.at(-1)])).toEqual([
      ['命名', '其他信息', renamed!.id],
    ]);
    expect((await rows('findings', { of: id, kind: 'omission', guide })).map(row => [row[0], row[1]])).toEqual([
      ['遗漏', removed!.texts.name],
    ]);
    expect((await getTable(office, 'findings', { of: 'nobody' })).status).toBe(404);
  });

  it('panels of an edition: -> who was asked and how far it is', async () => {
    const id = await makeDraft();
    const expert = await server.asStaff('evaluator');
    const body = { id: randomUUID(), kind: 'expert' as const, memberIds: [expert.staffId], dueOn: '2026-12-10' };
    await office.call('staff.rounds.open', { params: { id }, body });
    const [round, ...others] = await rows('panel-rounds', { of: id });
    expect(others).toEqual([]);
    expect(round!.slice(0, 6)).toEqual(['专家评审', '测试员', '评审中', '0', '0', '2026-12-10']);
    const { items } = await office.call('staff.records.timeline', {
      params: { collection: 'catalogRounds', id: body.id },
    });
    expect(items.map(({ action, to }) => [action, to])).toEqual([['round.opened', 'open']]);

    const note = { entryId: null, body: '依据写得太旧。' };
    await expert.call('staff.rounds.writeNote', { params: { id: body.id, noteId: randomUUID() }, body: note });
    const [written] = await rows('panel-notes', { of: body.id });
    expect(written!.slice(0, 3)).toEqual(['整个版本', '依据写得太旧。', '测试员']);
  });

  it('lists and their items: by state and words -> those only, with what each is to the catalog', async () => {
    const { items: entries } = await office.call('entries.list', { query: { limit: 1 } });
    const entry = entries[0]!;
    const id = await importList([entry.name, '养犬登记', '养蜂登记']);
    const { items } = await office.call('staff.lists.items', { params: { id }, query: { suggestions: 'false' } });
    expect(items.map(({ suggestions }) => suggestions)).toEqual([[], [], []]);
    const map = (at: number, body: { entryIds: string[] } | { reason: string }) =>
      office.call('staff.lists.map', { params: { id, key: items[at]!.key }, body });
    await map(0, { entryIds: [entry.id] });
    await map(1, { reason: '本区没有这项权力' });
    const [list] = await rows('power-lists');
    expect(list!.slice(1, 8)).toEqual(['权责清单', '是', '3', '1', '1', '1', '0']);
    const [mapped, ...others] = await rows('list-items', { of: id, state: 'mapped' });
    expect(others).toEqual([]);
    expect([mapped![0], mapped![1], mapped![5]]).toEqual([entry.name, 'A1', '对上了']);
    expect(mapped![6]).toContain(entry.name);
    expect((await rows('list-items', { of: id, q: '养犬' })).map(row => [row[0], row[7]])).toEqual([
      ['养犬登记', '本区没有这项权力'],
    ]);
  });

  it('what a new issue of a list asks of the catalog -> change by change, with what is proposed', async () => {
    await importList(['养蜂登记']);
    const id = await importList(['养鸽登记']);
    expect((await rows('list-changes', { of: id })).map(row => row.slice(0, 3))).toEqual([
      ['养鸽登记', '有改动', '事项名称：养蜂登记 → 养鸽登记'],
    ]);
  });
});
