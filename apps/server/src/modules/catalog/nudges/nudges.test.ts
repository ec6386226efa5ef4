import { randomUUID } from 'node:crypto';
import { noticeSource } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { entryNamed, putInForce, putUnits } from '../catalog.fixtures';

type Resident = Awaited<ReturnType<TestServer['asResident']>>;
/** Late at the test's clock: 10月 was due on 6 November. */
const FROM = '2026-10-01';

let server: TestServer;
let entryId: string;
beforeEach(async () => {
  server = await startTestServer();
  await putUnits(server);
  const { office, editionId } = await putInForce(server);
  ({ id: entryId } = await entryNamed(server, '任务分配'));
  const next = randomUUID();
  await office.call('staff.editions.create', {
    body: { id: next, title: '新版', baseEditionId: editionId, domainIds: ['rural-housing-safety'] },
  });
  const edits = [{ entryId, field: 'timeLimits' as const, text: '每月结束后5个工作日内' }];
  await office.call('staff.editions.edit', { params: { id: next }, body: { edits } });
  await office.call('staff.editions.freeze', { params: { id: next }, body: { number: '2026-2' } });
});
afterEach(() => server.stop());

const nudge = (client: Pick<Resident, 'call'>, changes: { id?: string; from?: string } = {}, entry = entryId) =>
  client.call('entries.nudge', { params: { id: entry }, body: { id: randomUUID(), from: FROM, ...changes } });
const housing = () => server.asStaff('office', { unitId: 'housing' });
const tasks = async (client: Pick<Resident, 'call'>) => (await client.call('staff.nudges.list')).items;
async function publish(title: string) {
  const source = noticeSource({ title, entryIds: [entryId], publishedAt: server.clock.now().toISOString() });
  return (await housing()).call('staff.notices.create', { body: { ...source, id: randomUUID() } });
}

describe('POST /catalog/entries/:id/nudges', () => {
  it('nudge: nobody, staff -> 401, 403; not late, no such entry, a bad date -> 409, 404, 422', async () => {
    const resident = await server.asResident();
    expect((await problemOf(nudge(server.anonymous))).status).toBe(401);
    expect((await problemOf(nudge(await housing()))).status).toBe(403);
    expect((await problemOf(nudge(resident, { from: '2026-11-01' }))).code).toBe('nudge.not_late');
    expect((await problemOf(nudge(resident, {}, 'nothing'))).code).toBe('entry.not_found');
    expect((await problemOf(nudge(resident, { from: 'October' }))).status).toBe(422);
    expect(await server.collection('catalogNudgeTasks').countDocuments()).toBe(0);
  });

  it('nudge: once a person and period -> the same one again, whatever its id; its id for something else -> 409', async () => {
    const resident = await server.asResident();
    const id = randomUUID();
    const first = await nudge(resident, { id });
    expect(first).toMatchObject({ id, entryId, from: FROM, at: '2026-11-16T02:00:00.000Z' });
    expect(await nudge(resident, { id })).toEqual(first);
    expect(await nudge(resident)).toEqual(first);
    expect((await problemOf(nudge(resident, { id, from: '2026-09-01' }))).code).toBe('id.conflict');
    expect((await problemOf(nudge(await server.asResident(), { id }))).code).toBe('id.conflict');
    expect(await server.collection('catalogNudges').countDocuments()).toBe(1);
    expect(await server.collection('outbox').countDocuments({ name: 'entry.nudged' })).toBe(1);
    const audit = await server.collection('auditEntries').find({ action: 'entry.nudged' }).toArray();
    expect(audit.map(({ actor }) => actor)).toEqual([`account:${resident.accountId}`]);
  });

  it('nudge: taps and people at once -> each counts once, one task', async () => {
    const [one, other] = [await server.asResident(), await server.asResident()];
    await Promise.all([nudge(one), nudge(one), nudge(other), nudge(other)]);
    expect(await tasks(await housing())).toEqual([
      expect.objectContaining({
        entryId,
        entryName: '任务分配',
        label: '10月',
        dueOn: '2026-11-06',
        count: 2,
        state: 'open',
      }),
    ]);
  });

  it('entry: read by who asked -> when; by others and nobody -> not a word of it', async () => {
    const resident = await server.asResident();
    await nudge(resident);
    const read = (client: Pick<Resident, 'call'>) => client.call('entries.get', { params: { id: entryId } });
    expect(await read(resident)).toMatchObject({
      nudges: [{ from: FROM, at: '2026-11-16T02:00:00.000Z' }],
      abilities: { nudge: true },
    });
    expect((await read(await server.asResident())).nudges).toEqual([]);
    expect(await read(server.anonymous)).not.toHaveProperty('nudges');
    expect((await read(await housing())).abilities).toEqual({ nudge: false });
  });
});

describe('what becomes of it', () => {
  it('published: the notice that fulfils the period -> the task is done, whoever asked is told once', async () => {
    const resident = await server.asResident();
    await nudge(resident);
    await publish('一件别的事');
    await server.runWorker();
    // Came in November without naming a month: it stands for October (see duty.ts).
    const [done] = (await (await housing()).call('staff.nudges.list', { query: { state: 'done' } })).items;
    expect(await tasks(await housing())).toEqual([]);
    const { items } = await resident.call('me.messages.list');
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'entry.nudge_answered',
        title: '任务分配',
        body: '你催的10月公开了',
        link: { kind: 'notice', id: done!.noticeId },
      }),
    ]);
    expect((await problemOf(nudge(await server.asResident()))).code).toBe('nudge.not_late');
  });

  it('published: for another period -> the task stays open', async () => {
    const resident = await server.asResident();
    await nudge(resident);
    await publish('9月任务分配');
    await server.runWorker();
    expect(await tasks(await housing())).toHaveLength(1);
    expect((await resident.call('me.messages.list')).items).toEqual([]);
    await publish('2026年10月任务分配');
    await server.runWorker();
    expect(await tasks(await housing())).toEqual([]);
  });

  it('close: by its unit with an answer -> told; by another unit -> 404; asked again -> open again', async () => {
    const resident = await server.asResident();
    await nudge(resident);
    const [task] = await tasks(await housing());
    const close = { params: { id: task!.id }, body: { conclusion: '10月没有新的分配，月底一并公开。' } };
    const elsewhere = await server.asStaff('office', { unitId: 'liuying-street' });
    expect((await problemOf(elsewhere.call('staff.nudges.close', close))).code).toBe('nudge.task_not_found');
    expect((await problemOf(resident.call('staff.nudges.close', close))).status).toBe(403);
    expect((await problemOf(server.anonymous.call('staff.nudges.list'))).status).toBe(401);
    expect(await tasks(elsewhere)).toEqual([]);
    expect(await (await housing()).call('staff.nudges.close', close)).toMatchObject({ state: 'done', count: 1 });
    await server.runWorker();
    expect((await resident.call('me.nudges.list')).items).toMatchObject([
      { entry: { id: entryId }, label: '10月', state: 'answered', answer: '10月没有新的分配，月底一并公开。' },
    ]);
    expect((await (await server.asResident()).call('me.nudges.list')).items).toEqual([]);
    const [message] = (await resident.call('me.messages.list')).items;
    expect([message!.body, message!.link]).toEqual([
      '你催的10月有答复：10月没有新的分配，月底一并公开。',
      { kind: 'entry', id: entryId },
    ]);
    await nudge(await server.asResident());
    expect(await tasks(await server.asStaff('office'))).toEqual([
      expect.objectContaining({ id: task!.id, count: 2, conclusion: null }),
    ]);
  });

  it('account: exported and closed -> what was asked is handed over, then gone', async () => {
    const resident = await server.asResident();
    await nudge(resident);
    expect(JSON.stringify(await resident.call('me.export'))).toContain(entryId);
    await resident.call('me.close');
    expect(await server.collection('catalogNudges').countDocuments()).toBe(0);
  });
});
