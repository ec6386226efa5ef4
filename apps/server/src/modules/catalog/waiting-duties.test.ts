import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { entryNamed, forgetCatalog, putInForce, putUnits } from './catalog.fixtures';
import { waitingDuties, type OverdueEntry } from './waiting-duties';

// On a busy machine an import and two logins take longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putUnits(server);
});
beforeEach(() => server.clock.set('2026-11-16T02:00:00.000Z'));
afterEach(() => forgetCatalog(server));
afterAll(() => server.stop());

const tasksOf = async (...who: Parameters<TestServer['asStaff']>) =>
  (await (await server.asStaff(...who)).call('staff.desk', { query: {} })).tasks.filter(({ kind }) =>
    ['duty', 'duties'].includes(kind),
  );

describe('GET /staff/desk, late entries', () => {
  it('a period late -> on the desk of its unit and of supervision; published -> gone from both at once', async () => {
    const { office, editionId } = await putInForce(server);
    const { id: entryId, name } = await entryNamed(server, '任务分配');
    const id = randomUUID();
    const domainIds = ['rural-housing-safety'];
    await office.call('staff.editions.create', { body: { id, title: '新版', baseEditionId: editionId, domainIds } });
    const edits = [{ entryId, field: 'timeLimits' as const, text: '每年1月31日前' }];
    await office.call('staff.editions.edit', { params: { id }, body: { edits } });
    expect(await tasksOf('editor', { unitId: 'housing' })).toEqual([]);
    await office.call('staff.editions.freeze', { params: { id }, body: { number: '2026-2' } });

    expect(await tasksOf('editor', { unitId: 'housing' })).toEqual([
      expect.objectContaining({ kind: 'duty', recordId: entryId, title: `${name}（2025年）`, dueOn: '2026-01-31' }),
    ]);
    const ofUnit = expect.objectContaining({ kind: 'duties', recordId: 'housing', step: '督促公开' });
    expect(await tasksOf('supervisor')).toEqual([ofUnit]);
    expect(await tasksOf('office')).toEqual([ofUnit]);
    expect(await tasksOf('editor', { unitId: 'liuying-street' })).toEqual([]);
    expect(await tasksOf('auditor')).toEqual([]);

    const editor = await server.asStaff('editor', { unitId: 'housing' });
    const { items } = await editor.call('staff.catalog.duties', { query: { entry: entryId } });
    expect(items.map(entry => entry.id)).toEqual([entryId]);

    const body = noticeSource({ title: '2025年任务分配', unitId: 'housing', entryIds: [entryId] });
    await office.call('staff.notices.create', { body: { ...body, id: randomUUID() } });
    expect(await tasksOf('editor', { unitId: 'housing' })).toEqual([]);
    expect(await tasksOf('supervisor')).toEqual([]);
  });
});

describe('waiting duties', () => {
  const entry = (entryId: string, changes: Partial<OverdueEntry> = {}): OverdueEntry => ({
    ...{ entryId, name: `事项${entryId}`, publisherUnitIds: ['housing'], label: '9月', dueOn: '2026-10-13', count: 1 },
    ...changes,
  });
  const names = new Map([['housing', '区住建局']]);
  const staff = (role: 'editor' | 'supervisor', unitId: string | null) =>
    ({ kind: 'staff', accountId: 's', sessionId: 's', staffId: 's', roles: [{ role, unitId, areaId: null }] }) as const;

  it('three of a unit -> three lines with period and day; four -> one line that names the first', () => {
    const editor = staff('editor', 'housing');
    expect(waitingDuties([entry('1', { count: 2 })], names, editor)).toEqual([
      {
        kind: 'duty',
        recordId: '1',
        title: '事项1（9月）',
        note: '标准目录 · 连这一期有 2 期没公开',
        step: '公开这一期',
        since: '2026-10-12T16:00:00.000Z',
        dueOn: '2026-10-13',
      },
    ]);
    const four = ['1', '2', '3'].map(id => entry(id)).concat(entry('4', { dueOn: '2026-09-01' }));
    expect(waitingDuties(four.slice(0, 3), names, editor)).toHaveLength(3);
    expect(waitingDuties(four, names, editor)).toEqual([
      expect.objectContaining({
        kind: 'duties',
        recordId: 'housing',
        title: '区住建局：4 个事项到期没公开',
        note: '标准目录 · 事项1（9月）、事项2（9月）、事项3（9月） 等',
        dueOn: '2026-09-01',
      }),
    ]);
  });

  it('an entry of two units -> one line for who looks after both; nothing for another unit', () => {
    const shared = entry('1', { publisherUnitIds: ['education', 'housing'] });
    expect(waitingDuties([shared], names, staff('supervisor', null))).toHaveLength(1);
    expect(waitingDuties([shared], names, staff('editor', 'housing'))).toHaveLength(1);
    expect(waitingDuties([shared], names, staff('editor', 'finance'))).toEqual([]);
  });
});
