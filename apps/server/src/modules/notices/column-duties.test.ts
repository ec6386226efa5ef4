import { randomUUID } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { readColumns } from './columns';

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

async function publish(columnId: string, publishedAt: string, title = '一条信息'): Promise<string> {
  const office = await server.asStaff('office');
  const source = noticeSource({ columnIds: [columnId], publishedAt, title, unitId: 'housing' });
  return (await office.call('staff.notices.create', { body: { ...source, id: randomUUID() } })).id;
}
const dutiesAs = async (...who: Parameters<TestServer['asStaff']>) =>
  (await server.asStaff(...who)).call('staff.columns.duties', { query: {} });
const dutyOf = async (id: string) => (await dutiesAs('supervisor')).items.find(column => column.id === id)!;
const tasksOf = async (...who: Parameters<TestServer['asStaff']>) =>
  (await (await server.asStaff(...who)).call('staff.desk', { query: {} })).tasks.filter(
    ({ kind }) => kind === 'column',
  );

describe('GET /staff/columns', () => {
  it('news two weeks old -> kept until its day, late the day after without anybody writing', async () => {
    const id = await publish('work-news', '2026-11-02T01:00:00.000Z', '动态');
    expect(await dutyOf('work-news')).toEqual({
      id: 'work-news',
      name: '工作动态',
      parent: { id: 'open-government', name: '政务公开' },
      units: [],
      rhythm: '2 周内要有新的',
      state: 'kept',
      noticeCount: 1,
      lastNotice: { id, title: '动态', publishedOn: '2026-11-02' },
      dueOn: '2026-11-16',
      overdue: [],
    });
    server.clock.advance(86_400_000);
    expect(await dutyOf('work-news')).toMatchObject({ state: 'late', dueOn: '2026-11-16' });
  });

  it('nothing ever, no rhythm -> empty, none; what was taken down counts as nothing', async () => {
    const id = await publish('street-news', '2026-11-10T01:00:00.000Z');
    const office = await server.asStaff('office');
    await office.call('staff.notices.takeDown', { params: { id }, body: { reason: '发错了' } });
    expect(await dutyOf('street-news')).toMatchObject({ state: 'empty', lastNotice: null, dueOn: null });
    expect(await dutyOf('penalties')).toMatchObject({ state: 'none', rhythm: null });
  });

  it('months by their titles -> the missing ones by name, and for whom', async () => {
    await publish('budgets-accounts', '2026-10-12T01:00:00.000Z', '2026年9月财政收支情况');
    const duty = await dutyOf('budgets-accounts');
    expect(duty).toMatchObject({ state: 'late', dueOn: '2026-09-20' });
    expect(duty.overdue.map(({ label }) => label)).not.toContain('9月');
    expect(duty.overdue.at(-1)).toEqual({ label: '8月', dueOn: '2026-09-20' });
  });

  it('by state -> those only, with how many there are of each', async () => {
    await publish('work-news', '2026-09-02T01:00:00.000Z');
    const supervisor = await server.asStaff('supervisor');
    const { items, counts } = await supervisor.call('staff.columns.duties', { query: { state: 'late' } });
    expect(items.map(({ id }) => id)).toEqual(['work-news']);
    expect(counts).toMatchObject({ late: 1, kept: 0 });
    expect(counts.all).toBe(counts.late + counts.empty + counts.kept + counts.none);
  });
});

describe('the desk', () => {
  const unit = (id: string, shortName: string) => ({
    ...{ _id: id, name: shortName, shortName, kind: 'department' as const, areaId: null },
    ...{ phone: null, address: null, officeHours: null, takesRequests: false },
  });

  it('a column late -> on the desk of its unit, of the office and of supervision, of nobody else', async () => {
    await server.deps.modules.organization.api.put({ units: [unit('finance', '区财政局')] });
    await publish('budgets-accounts', '2026-10-12T01:00:00.000Z', '2026年9月财政收支情况');
    expect(await tasksOf('editor', { unitId: 'finance' })).toEqual([
      expect.objectContaining({
        recordId: 'budgets-accounts',
        step: '写一条新的',
        dueOn: '2026-09-20',
        note: '区财政局 · 每月结束后20日内 · 最近一条 2026-10-12',
      }),
    ]);
    for (const role of ['supervisor', 'office'] as const)
      expect(await tasksOf(role)).toEqual([expect.objectContaining({ step: '督促更新' })]);
    expect(await tasksOf('editor', { unitId: 'housing' })).toEqual([]);
    expect(await tasksOf('auditor')).toEqual([]);
  });

  it('an empty column -> flagged in the list, on nobody’s desk', async () => {
    expect(await tasksOf('supervisor')).toEqual([]);
  });
});

describe('config/columns.json', () => {
  const read = (columns: unknown): (() => unknown) => {
    const root = mkdtempSync(join(tmpdir(), 'bandeng-columns-'));
    mkdirSync(join(root, 'config'));
    writeFileSync(join(root, 'config/columns.json'), JSON.stringify(columns));
    return () => {
      try {
        return readColumns(root);
      } finally {
        rmSync(root, { recursive: true });
      }
    };
  };
  const column = { id: 'a', name: '栏目', parentId: null };

  it.each([
    ['an id twice', [column, column], '写了两次'],
    ['a parent that is not there', [{ ...column, parentId: 'b' }], '上级“b”要写在前面'],
    ['a rhythm nobody can count', [{ ...column, rhythm: { schedule: '经常' } }], '多久更新一次看不懂'],
    ['a rhythm of days', [{ ...column, rhythm: { within: { n: 3, unit: 'days' } } }], 'rhythm'],
    ['a field nobody reads', [{ ...column, rythm: {} }], 'is not right'],
  ])('%s -> refused at start, by its place', (_, columns, words) => expect(read(columns)).toThrow(words));

  it('a tree with rhythms -> read', () => {
    const columns = read([column, { ...column, id: 'b', parentId: 'a', rhythm: { schedule: '每季度' } }])() as never;
    expect((columns as ReturnType<typeof readColumns>).path('b')).toEqual(['b', 'a']);
  });
});
