import { randomUUID } from 'node:crypto';
import { problemOf } from '../../../testing';
import { morningOf, objection, reliefList, startPosting, type PostingScene } from './postings.fixtures';

let scene: PostingScene;
beforeEach(async () => {
  scene = await startPosting();
});
afterEach(() => scene.server.stop());

const stored = () => scene.server.collection('noticeObjections').find({}).toArray();
const object = async (changes: Parameters<typeof objection>[0] = {}, openid?: string) => {
  const resident = await scene.server.asResident(openid);
  const made = await resident.call('notices.objections.create', { params: scene.params, body: objection(changes) });
  return { resident, made };
};

describe('objections to a posting', () => {
  it('object: in the period -> a receipt, ten working days, and nothing readable in the database', async () => {
    const { resident, made } = await object();
    expect(made).toMatchObject({
      ...{ notice: { id: scene.id, title: '冬春救助名单公示' }, state: 'received', result: null },
      ...{ receivedOn: '2026-11-16', dueOn: '2026-11-30', text: '第一户去年已经搬走了。' },
      next: '区住建局核查，最晚 2026年11月30日给你结论，会发到消息里。',
    });
    const receipt = await scene.server.anonymous.call('receipts.get', { params: { hash: made.receipt.hash } });
    expect(receipt).toMatchObject({ known: true, kind: 'objection' });
    const kept = JSON.stringify(await stored());
    for (const secret of ['搬走', '朱小红', '19900000001']) expect(kept).not.toContain(secret);
    expect((await resident.call('me.objections.list')).items).toEqual([made]);
    const other = await scene.server.asResident();
    expect((await other.call('me.objections.list')).items).toEqual([]);
    const notice = await scene.server.anonymous.call('notices.get', { params: scene.params });
    expect(notice.postingResult).toBeNull();
  });

  it('object: the same again -> the same, also on another day and after the period; other words, another hand -> 409', async () => {
    const id = randomUUID();
    const { resident, made } = await object({ id }, 'o-objects');
    const body = objection({ id });
    morningOf(scene.server, '2026-11-25');
    const again = await scene.server.asResident('o-objects');
    expect(await again.call('notices.objections.create', { params: scene.params, body })).toEqual(made);
    const changed = again.call('notices.objections.create', { params: scene.params, body: { ...body, text: '别的' } });
    expect((await problemOf(changed)).code).toBe('id.conflict');
    const other = await scene.server.asResident();
    const stolen = other.call('notices.objections.create', { params: scene.params, body });
    expect((await problemOf(stolen)).code).toBe('id.conflict');
    expect(await stored()).toHaveLength(1);
    expect(resident.accountId).not.toBe(other.accountId);
  });

  it.each([
    ['2026-11-15T15:59:59.000Z', 'notice.not_found'],
    ['2026-11-23T15:59:59.000Z', null],
    ['2026-11-23T16:00:00.000Z', 'objection.closed'],
  ])('object: at %s -> %s', async (at, code) => {
    scene.server.clock.set(at);
    const resident = await scene.server.asResident();
    const call = resident.call('notices.objections.create', { params: scene.params, body: objection() });
    if (code === null) await expect(call).resolves.toMatchObject({ receivedOn: '2026-11-23' });
    else expect((await problemOf(call)).code).toBe(code);
    if (code === 'notice.not_found') return;
    const { abilities } = await resident.call('notices.get', { params: scene.params });
    expect(abilities?.['object']).toBe(code === null);
  });

  it('object: a posting that has not begun, a notice without a posting -> 409', async () => {
    const { publish, server } = scene;
    const later = { from: '2026-11-18', to: '2026-11-25', unit: 'days' as const, kind: 'relief' as const };
    const early = await publish(reliefList({ posting: later }));
    const none = await publish(reliefList({ kind: 'news', posting: undefined }));
    const resident = await server.asResident();
    const to = (id: string) => resident.call('notices.objections.create', { params: { id }, body: objection() });
    expect((await problemOf(to(early.id))).code).toBe('objection.not_open');
    expect((await problemOf(to(none.id))).code).toBe('objection.closed');
  });

  it('record: what came on paper within the period -> kept, after it too; a day outside, a concluded one -> refused', async () => {
    const { as, params, server } = scene;
    morningOf(server, '2026-11-25');
    const editor = await as('editor');
    const record = (receivedOn: string) => {
      const body = { ...objection(), source: 'letter' as const, receivedOn };
      return editor.call('staff.postings.record', { params, body });
    };
    const made = await record('2026-11-23');
    expect(made).toMatchObject({ source: 'letter', name: '朱*红', phone: '199****0001', dueOn: '2026-12-07' });
    for (const day of ['2026-11-15', '2026-11-24', '2026-11-26'])
      expect((await problemOf(record(day))).problem.errors?.[0]?.path).toBe('receivedOn');
    const body = { result: 'rejected' as const, reason: '户口还在本村。' };
    await editor.call('staff.objections.settle', { params: { id: made.id }, body });
    await editor.call('staff.postings.conclude', { params, body: { statement: '名单不变。' } });
    expect((await problemOf(record('2026-11-20'))).code).toBe('posting.concluded');
  });

  it('examine and settle: told each time, once; another conclusion -> 409; another unit -> 404; supervision reads only', async () => {
    const { as, server } = scene;
    const { made } = await object({}, 'o-told');
    const params = { id: made.id };
    const editor = await as('editor');
    expect(await editor.call('staff.objections.examine', { params, body: {} })).toMatchObject({
      ...{ state: 'examining', examinedBy: { id: editor.staffId }, name: '朱*红', phone: '199****0001' },
    });
    const body = { result: 'upheld' as const, reason: '已经搬走，从名单里去掉。' };
    const outsider = await server.asStaff('office', { unitId: 'silent' });
    expect((await problemOf(outsider.call('staff.objections.settle', { params, body }))).code).toBe(
      'objection.not_found',
    );
    const supervisor = await as('supervisor');
    expect((await problemOf(supervisor.call('staff.objections.settle', { params, body }))).status).toBe(403);
    expect((await supervisor.call('staff.objections.get', { params })).abilities).toEqual({
      ...{ examine: false, settle: false, reveal: false },
    });
    const settled = await editor.call('staff.objections.settle', { params, body });
    expect(settled).toMatchObject({ state: 'settled', result: 'upheld', settledBy: { id: editor.staffId } });
    expect(await editor.call('staff.objections.settle', { params, body })).toEqual(settled);
    const other = { ...body, result: 'rejected' as const };
    expect((await problemOf(editor.call('staff.objections.settle', { params, body: other }))).code).toBe(
      'objection.settled',
    );
    await server.runWorker();
    const resident = await server.asResident('o-told');
    const { items } = await resident.call('me.messages.list');
    expect(items.map(({ body: words, link }) => [words, link]).sort()).toEqual([
      ['你提的异议开始核查了', { kind: 'notice', id: scene.id }],
      ['你提的异议有结论：成立。已经搬走，从名单里去掉。', { kind: 'notice', id: scene.id }],
    ]);
    expect((await resident.call('me.objections.list', { query: { notice: scene.id } })).items[0]).toMatchObject({
      ...{ state: 'settled', result: 'upheld', reason: '已经搬走，从名单里去掉。' },
    });
  });

  it('reveal: with a reason -> the name, audited as a look; export and closing of the account -> given out, cut off', async () => {
    const { as, server } = scene;
    const { resident, made } = await object();
    const editor = await as('editor');
    const params = { id: made.id };
    const look = { field: 'phone' as const, reason: '约时间上门核查' };
    expect(await editor.call('staff.objections.reveal', { params, body: look })).toEqual({ value: '19900000001' });
    expect(await server.collection('auditEntries').countDocuments({ action: 'objection.revealed' })).toBe(1);
    const { records } = await resident.call('me.export');
    expect(records['objections']).toEqual([made]);
    await resident.call('me.close');
    const [kept] = await stored();
    expect(kept).toMatchObject({ accountId: null, name: null, phone: null, state: 'received' });
    expect(await editor.call('staff.objections.get', { params })).toMatchObject({ name: '（已注销）', phone: null });
    await editor.call('staff.objections.settle', {
      params,
      body: { result: 'rejected', reason: '情况属实，符合条件。' },
    });
    await server.runWorker();
  });
});
