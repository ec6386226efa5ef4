import { POSTING_KINDS, type NoticeSource } from '@bandeng/contracts/schemas';
import { postingKinds } from '@bandeng/rules';
import { problemOf } from '../../../testing';
import { startDesk } from '../drafts/drafts.fixtures';
import { morningOf, objection, reliefList, startPosting, type PostingScene } from './postings.fixtures';

let scene: PostingScene;
beforeEach(async () => {
  scene = await startPosting();
});
afterEach(() => scene.server.stop());

const resultOf = (id: string): NoticeSource =>
  reliefList({ title: '冬春救助结果', kind: 'result', posting: undefined, relatedIds: [{ relation: 'related', id }] });
async function settled(result: 'upheld' | 'partly' | 'rejected') {
  const { server, as, params } = scene;
  const resident = await server.asResident();
  const { id } = await resident.call('notices.objections.create', { params, body: objection() });
  return async () =>
    (await as('editor')).call('staff.objections.settle', { params: { id }, body: { result, reason: '核查过了。' } });
}

describe('postings', () => {
  it('kinds: of the contract -> those of the rules', () => {
    expect([...POSTING_KINDS].sort()).toEqual(Object.keys(postingKinds).sort());
  });

  it('shorter than its kind asks for -> refused with the date and the ground; a portal that hung it out already -> taken', async () => {
    const short = { from: '2026-11-16', to: '2026-11-22', unit: 'days' as const, kind: 'relief' as const };
    const problem = await problemOf(scene.publish(reliefList({ posting: short })));
    expect(problem.problem.errors).toEqual([
      {
        path: 'posting.to',
        message:
          '社会救助对象（村、社区范围）至少公示 7 天，贴出当天不算，最早到2026年11月23日。冬春救助等名单在村、社区范围公示 7 天。',
      },
    ]);
    const late = { ...reliefList(), publishedAt: '2026-11-17T01:00:00.000Z' };
    expect((await problemOf(scene.publish(late))).problem.errors?.[0]?.message).toContain('2026年11月24日');
    const params = { source: 'portal', externalId: 'a' };
    const portal = scene.server.asService();
    await expect(
      portal.call('sources.notices.put', { params, body: reliefList({ posting: short }) }),
    ).resolves.toBeDefined();
  });

  it('draft: no kind, too short, names in full -> told by their places; masked and long enough -> goes out', async () => {
    const { as, server } = scene;
    const { create, save, editor, approve, seen } = await startDesk(server);
    const posting = { from: '2026-11-16', to: '2026-11-23', unit: 'days' as const, objection: '到 201 室' };
    const table = (name: string) => ({ type: 'table' as const, head: ['姓名'], rows: [[name]] });
    const content = (changes: object = {}, name = '张小祥') => ({
      ...{ title: '救助公示', kind: 'posting' as const, unitId: 'housing', columnIds: ['service-notices'] },
      ...{ madeOn: '2026-11-16', body: [table(name)], posting: { ...posting, ...changes } },
    });
    const check = async (id: string) => editor.call('staff.drafts.check', { params: { id }, query: {} });
    const { id } = await create(content());
    expect((await check(id)).faults.map(({ path }) => path)).toEqual(['posting.kind']);
    await save(id, content({ kind: 'relief', to: '2026-11-22' }));
    const found = await check(id);
    expect(found.faults.map(({ path }) => path)).toEqual(['posting.to']);
    expect(found.personalData).toMatchObject([
      { path: 'body.0.rows.0.0', kind: 'name', masked: '张*祥', isPassed: false },
    ]);
    const whole = await approve(content({ kind: 'relief' }, '张*祥'));
    const body = await seen(whole.id);
    morningOf(server, '2026-11-17');
    const late = (await as('office')).call('staff.drafts.publish', { params: { id: whole.id }, body });
    expect((await problemOf(late)).problem.errors?.[0]?.message).toContain('2026年11月24日');
  });

  it('result of a posting: while it runs, with an open objection -> 409 and nothing published; settled and over -> out', async () => {
    const { server, publish, id } = scene;
    const settle = await settled('rejected');
    expect(await problemOf(publish(resultOf(id)))).toMatchObject({
      code: 'posting.locked',
      problem: { data: { reason: 'running' } },
    });
    morningOf(server, '2026-11-24');
    expect(await problemOf(publish(resultOf(id)))).toMatchObject({
      code: 'posting.locked',
      problem: { data: { reason: 'objections', open: 1 } },
    });
    expect(await server.collection('notices').countDocuments({ kind: 'result' })).toBe(0);
    await settle();
    await expect(publish(resultOf(id))).resolves.toMatchObject({ kind: 'result' });
  });

  it('result of a posting: signed and set for an hour within the period -> waits for a person again, and says why', async () => {
    const { server, id } = scene;
    const { approve, editor, seen, get } = await startDesk(server);
    const draft = await approve({
      ...{ title: '救助结果', kind: 'result', unitId: 'housing', columnIds: ['service-notices'], madeOn: '2026-11-16' },
      ...{ body: [{ type: 'quote', text: '结果如上。' }], relatedIds: [{ relation: 'related', id }] },
    });
    const body = { ...(await seen(draft.id)), at: '2026-11-18T01:00:00.000Z' };
    await editor.call('staff.drafts.publish', { params: { id: draft.id }, body });
    morningOf(server, '2026-11-18');
    await server.runSchedule('notices.publish-due');
    const after = await get(draft.id, await scene.as('editor'));
    expect(after.state).toBe('approved');
    expect(after.timeline.at(-1)).toMatchObject({
      act: 'publish_failed',
      note: '“冬春救助名单公示”公示到2026年11月23日，期满才能公布结果。',
    });
  });

  it('conclude: before -> 409; then -> counts from the records, public, said once', async () => {
    const { server, as, params } = scene;
    for (const result of ['upheld', 'partly', 'rejected'] as const) await (await settled(result))();
    const editor = await as('editor');
    const conclude = (statement = '去掉一户，其余不变。') =>
      editor.call('staff.postings.conclude', { params, body: { statement } });
    expect((await problemOf(conclude())).code).toBe('posting.locked');
    morningOf(server, '2026-11-24');
    const anew = await as('editor');
    expect(await anew.call('staff.postings.get', { params })).toMatchObject({
      ...{ state: 'over', lock: null, counts: { received: 3, upheld: 1, partly: 1, rejected: 1, open: 0 } },
      abilities: { record: true, extend: true, conclude: true },
    });
    const statement = '去掉一户，其余不变。';
    const concluded = await anew.call('staff.postings.conclude', { params, body: { statement } });
    expect(concluded).toMatchObject({ state: 'concluded', concluded: { by: { id: anew.staffId }, statement } });
    expect(await anew.call('staff.postings.conclude', { params, body: { statement: '别的' } })).toEqual(concluded);
    expect((await server.anonymous.call('notices.get', { params })).postingResult).toEqual({
      ...{ at: '2026-11-24T01:00:00.000Z', statement, received: 3, upheld: 1, partly: 1, rejected: 1 },
    });
    const lists = ['running', 'over', 'concluded'] as const;
    const counts = await Promise.all(
      lists.map(async state => (await anew.call('staff.postings.list', { query: { state } })).items.length),
    );
    expect(counts).toEqual([0, 0, 1]);
  });

  it('extend: an earlier day -> 422; a later one -> objections again, public with its reason', async () => {
    const { server, as, params } = scene;
    morningOf(server, '2026-11-24');
    const editor = await as('editor');
    const extend = (to: string) =>
      editor.call('staff.postings.extend', { params, body: { to, reason: '名单改过一户' } });
    expect((await problemOf(extend('2026-11-24'))).problem.errors?.[0]?.path).toBe('to');
    expect(await extend('2026-12-01')).toMatchObject({ to: '2026-12-01', state: 'running', takeDownOn: '2027-01-01' });
    expect(await server.anonymous.call('notices.get', { params })).toMatchObject({
      ...{ posting: { to: '2026-12-01' }, postingExtended: { before: '2026-11-23', reason: '名单改过一户' } },
    });
    const resident = await server.asResident();
    await resident.call('notices.objections.create', { params, body: objection() });
  });

  it('desk: an objection with its day, late ones for supervision too, a period that is over', async () => {
    const { server, as, params } = scene;
    const settle = await settled('upheld');
    const tasks = async (role: 'editor' | 'supervisor') =>
      (await (await as(role)).call('staff.desk')).tasks.map(({ kind, dueOn }) => [kind, dueOn]);
    expect(await tasks('editor')).toEqual([['objection', '2026-11-30']]);
    expect(await tasks('supervisor')).toEqual([]);
    morningOf(server, '2026-12-01');
    expect(await tasks('supervisor')).toEqual([['objection', '2026-11-30']]);
    await settle();
    expect(await tasks('editor')).toEqual([['posting', '2026-11-24']]);
    expect((await (await as('supervisor')).call('staff.postings.get', { params })).abilities).toEqual({
      ...{ record: false, extend: false, conclude: false },
    });
    const other = await server.asStaff('editor', { unitId: 'silent' });
    expect((await problemOf(other.call('staff.postings.get', { params }))).code).toBe('posting.not_found');
  });

  it('taken down thirty days after its end -> a stub with the reason, once; an open objection -> a day later', async () => {
    const { server, params, as } = scene;
    const settle = await settled('rejected');
    const run = async (day: string) => {
      morningOf(server, day);
      await server.runSchedule('notices.take-down-postings');
      return (await server.anonymous.call('notices.get', { params })).withdrawn;
    };
    expect(await run('2026-12-23')).toBeNull();
    expect(await run('2026-12-24')).toBeNull();
    await settle();
    expect(await run('2026-12-24')).toBeNull();
    expect(await run('2026-12-25')).toEqual({
      at: '2026-12-25T01:00:00.000Z',
      reason: '公示期满，名单按规定收回。公示期间收到异议 1 件，都有了结论。',
    });
    await run('2026-12-26');
    expect(await server.collection('auditEntries').countDocuments({ action: 'notice.taken_down' })).toBe(1);
    const taken = await (await as('editor')).call('staff.postings.list', { query: { state: 'over' } });
    expect(taken.items).toEqual([]);
  });

  it('every kind -> a list that is no relief stays', async () => {
    const { server, publish } = scene;
    const posting = { from: '2026-11-16', to: '2026-11-20', unit: 'days' as const, kind: 'tender' as const };
    const { id } = await publish(reliefList({ posting }));
    morningOf(server, '2027-03-01');
    await server.runSchedule('notices.take-down-postings');
    expect((await server.anonymous.call('notices.get', { params: { id } })).withdrawn).toBeNull();
  });
});
