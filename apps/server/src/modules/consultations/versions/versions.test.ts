import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import {
  commentInput,
  consultationInput,
  heardLetter,
  openConsultation,
  OTHER_UNIT,
  putDistrict,
} from '../consultation.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
let id: string;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  ({ id } = await openConsultation(office, { display: 'after_check' }));
});
afterEach(() => server.stop());

type Call = Parameters<typeof office.call<'staff.consultations.revise'>>[1]['body'];
type Clause = Extract<Call['draft'], { kind: 'clauses' }>['clauses'][number];
const [first, second, third] = (consultationInput().draft as { clauses: Clause[] }).clauses as [Clause, Clause, Clause];
const body = (clauses: Clause[], over: Partial<Call> = {}): Call => ({
  id: randomUUID(),
  draftVersion: 1,
  reason: '大家说补贴要公布得勤一些。',
  draft: { kind: 'clauses', clauses },
  ...over,
});
const revise = (given: Call, client: Pick<typeof office, 'call'> = office) =>
  client.call('staff.consultations.revise', { params: { id }, body: given });
const say = async (over: Parameters<typeof commentInput>[0]) => {
  const resident = await server.asResident();
  const made = await resident.call('consultations.comments.create', { params: { id }, body: commentInput(over) });
  return { resident, id: made.id };
};
const onClause = (clauseId: string, over: object = {}) =>
  say({ target: { kind: 'clause', id: clauseId }, body: `对${clauseId}说的话`, ...over });
const answer = (commentId: string, result: 'adopted' | 'partly' | 'not_adopted') =>
  office.call('staff.comments.answer', { params: { id, commentId }, body: { result, reason: '写明理由。' } });
const approve = (commentId: string) =>
  office.call('staff.comments.review', { params: { id, commentId }, body: { decision: 'approved' } });
const byId = async () => {
  const { items } = await office.call('staff.comments.list', { params: { id }, query: { queue: 'all', limit: 100 } });
  return new Map(items.map(item => [item.id, item]));
};
const changes = async (version: number) =>
  (await server.anonymous.call('consultations.changes', { params: { id, version } })).items;
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const monthly = { ...second, text: '补贴每月公布一次。' };

describe('POST /staff/consultations/:id/versions', () => {
  it('revise: one clause changed, one gone, one new, one renumbered -> public with its reason and differences; what was asked stays known', async () => {
    const added: Clause = { id: 'c1', label: '第三条', text: '助餐点张贴菜单。' };
    const made = await revise(body([{ ...first, label: '第一款' }, monthly, added]));
    expect(made).toMatchObject({ draftVersion: 2, itemCount: 3, state: 'open' });
    const { items } = await server.anonymous.call('consultations.draft', { params: { id } });
    expect(items.map(item => [item.id, 'text' in item && item.text])).toEqual([
      ['c1', '每个社区设一个助餐点。'],
      ['c2', '补贴每月公布一次。'],
      ['c4', '助餐点张贴菜单。'],
    ]);
    expect(await changes(2)).toMatchObject([
      { id: 'c1', change: 'same', labelBefore: '第一条', label: '第一款' },
      { id: 'c2', change: 'changed', before: '补贴每季度公布一次。', after: '补贴每月公布一次。' },
      { id: 'c4', change: 'new', before: null, after: '助餐点张贴菜单。' },
      { id: 'c3', change: 'removed', before: '本办法由区民政局解释。', after: null, label: null },
    ]);
    expect((await server.anonymous.call('consultations.versions', { params: { id } })).items).toMatchObject([
      { version: 2, reason: '大家说补贴要公布得勤一些。', counts: { new: 1, changed: 1, removed: 1 } },
      { version: 1, reason: null },
    ]);
    expect(await stored('auditEntries', { action: 'consultation.revised' })).toMatchObject([{ subject: id }]);
    expect(await stored('outbox', { name: 'consultation.revised' })).toMatchObject([{ event: { version: 2 } }]);
  });

  it('comments: words that stayed -> no mark, under the label of now; changed and gone -> marked with the words of then, and in the ledger', async () => {
    const kept = await onClause('c1');
    const [changed, gone] = [await onClause('c2'), await onClause('c3')];
    const whole = await say({ target: { kind: 'whole' } });
    await revise(body([{ ...first, label: '第一款' }, monthly]));
    const later = await onClause('c2', { draftVersion: 2 });
    const seen = await byId();
    expect(seen.get(kept.id)).toMatchObject({ targetLabel: '第一款', draftVersion: 1, former: null });
    expect(seen.get(changed.id)).toMatchObject({
      targetLabel: '第二条',
      former: { change: 'changed', text: '补贴每季度公布一次。' },
    });
    expect(seen.get(gone.id)).toMatchObject({
      targetLabel: '第三条',
      former: { change: 'removed', text: '本办法由区民政局解释。' },
    });
    expect(seen.get(whole.id)).toMatchObject({ former: { change: 'changed', text: null } });
    expect(seen.get(later.id)).toMatchObject({ draftVersion: 2, former: null });
    expect(await office.call('staff.consultations.ledger', { params: { id } })).toMatchObject({ received: 5 });
    await server.runWorker();
    const removed = (await changes(2)).find(change => change.id === 'c3');
    expect(removed?.commentCount).toBe(1);
    const own = await gone.resident.call('me.comments.list');
    expect(own.items).toMatchObject([{ former: { change: 'removed' } }]);
  });

  it('comments: words come back in a third draft -> the mark is gone, what was said in between has it', async () => {
    const before = await onClause('c2');
    await revise(body([first, monthly, third]));
    const between = await onClause('c2');
    await revise(body([first, second, third], { draftVersion: 2, reason: '改回来。' }));
    const seen = await byId();
    expect(seen.get(before.id)?.former).toBeNull();
    expect(seen.get(between.id)?.former).toEqual({ change: 'changed', text: '补贴每月公布一次。' });
  });

  it('comment: written on the draft before -> of that draft; its clause is gone -> taken all the same, of an unknown one -> 422', async () => {
    await revise(body([first, monthly]));
    const late = await onClause('c2', { draftVersion: 1 });
    const gone = await onClause('c3', { draftVersion: 1 });
    const seen = await byId();
    expect(seen.get(late.id)?.former?.text).toBe('补贴每季度公布一次。');
    expect(seen.get(gone.id)).toMatchObject({ targetLabel: '第三条', former: { change: 'removed' } });
    expect((await problemOf(onClause('c3'))).code).toBe('comment.target_unknown');
    expect((await problemOf(onClause('c9', { draftVersion: 1 }))).code).toBe('comment.target_unknown');
  });

  it('authors: told once of the new draft, and its words are found', async () => {
    const { resident } = await onClause('c2');
    await server.runWorker();
    await revise(body([first, monthly, third]));
    await server.runWorker();
    const news = (await resident.call('me.messages.list')).items.filter(({ kind }) => kind === 'consultation.revised');
    expect(news).toMatchObject([
      { link: { kind: 'consultation', id }, body: expect.stringContaining('第 2 稿') as string },
    ]);
    const found = await server.anonymous.call('search.query', { query: { q: '补贴每月公布' } });
    expect(found.items.map(item => item.id)).toContain(id);
  });

  it('revise: the same call again -> 200, one version; other content -> 409; an older draft, nothing new, before or after the window -> refused', async () => {
    const call = body([first, monthly, third]);
    await revise(call);
    expect(await revise(call)).toMatchObject({ draftVersion: 2 });
    expect(await stored('consultationVersions')).toHaveLength(1);
    expect((await problemOf(revise({ ...call, reason: '别的理由。' }))).code).toBe('id.conflict');
    expect((await problemOf(revise(body([first])))).code).toBe('consultation.changed');
    const same = await problemOf(revise(body([first, monthly, third], { draftVersion: 2 })));
    expect(same.problem.errors).toMatchObject([{ path: 'draft' }]);
    const other = { draftVersion: 2, draft: { kind: 'entries' as const, editionId: 'none' } };
    expect((await problemOf(revise(body([], other)))).problem.errors).toMatchObject([{ path: 'draft.kind' }]);
    const elsewhere = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await problemOf(revise(body([first], { draftVersion: 2 }), elsewhere))).status).toBe(403);
    expect((await problemOf(server.anonymous.call('consultations.changes', { params: { id, version: 3 } }))).code).toBe(
      'consultation.version_not_found',
    );
  });

  it('revise: the window is over -> taken until the outcome is out, and the message names no last day', async () => {
    await onClause('c2');
    server.clock.set('2026-12-16T16:00:00.000Z');
    office = await server.asStaff('office');
    expect(await revise(body([first, monthly, third]))).toMatchObject({ draftVersion: 2, state: 'closed' });
    await server.runWorker();
    expect(await stored('messages', { kind: 'consultation.revised' })).toMatchObject([
      { body: '草案出了第 2 稿，看看你说的那一处' },
    ]);
    const { items } = await office.call('staff.comments.list', { params: { id }, query: { queue: 'to_answer' } });
    for (const comment of items) await answer(comment.id, 'not_adopted');
    const summary = [{ type: 'paragraph' as const, children: [{ text: '都答复了。' }] }];
    await office.call('staff.consultations.publishOutcome', { params: { id }, body: { summary } });
    const late = await problemOf(revise(body([first], { draftVersion: 2 })));
    expect(late.code).toBe('consultation.state');
  });

  it('adopted: a clause written from a comment -> said with the difference, on the comment, and of it in the list of the adopted', async () => {
    const made = await onClause('c2', { proposedText: '补贴每月公布一次。' });
    await answer(made.id, 'adopted');
    await approve(made.id);
    const adopted = [{ clauseId: 'c2', commentIds: [made.id] }];
    await revise(body([first, monthly, third], { adopted }));
    const own = { id: made.id, proposedText: '补贴每月公布一次。' };
    expect((await changes(2)).find(change => change.id === 'c2')?.adopted).toMatchObject([own]);
    const { items } = await office.call('staff.comments.list', { params: { id }, query: { queue: 'adopted' } });
    expect(items).toMatchObject([{ id: made.id, carriedIn: 2 }]);
    const shown = await server.anonymous.call('consultations.comments.list', { params: { id } });
    expect(shown.items).toMatchObject([{ id: made.id, carriedIn: 2, answer: null }]);
  });

  it('adopted: kept back, or taken back since -> named to nobody but the office, its words to nobody', async () => {
    const [hidden, gone] = [await onClause('c2'), await onClause('c1')];
    for (const one of [hidden, gone]) await answer(one.id, 'partly');
    await office.call('staff.comments.review', {
      params: { id, commentId: hidden.id },
      body: { decision: 'rejected', reason: '写了别人的名字' },
    });
    const two = { ...first, text: '每个社区设两个助餐点。' };
    const adopted = [
      { clauseId: 'c2', commentIds: [hidden.id] },
      { clauseId: 'c1', commentIds: [gone.id] },
    ];
    await revise(body([two, monthly, third], { adopted }));
    await gone.resident.call('consultations.comments.withdraw', { params: { id, commentId: gone.id } });
    expect((await changes(2)).flatMap(change => change.adopted)).toEqual([]);
    const seen = await office.call('consultations.changes', { params: { id, version: 2 } });
    expect(seen.items.flatMap(change => change.adopted)).toMatchObject([
      { id: gone.id, body: '作者撤回了这条意见。' },
      { id: hidden.id, body: '对c2说的话' },
    ]);
  });

  it('adopted: not answered so, of another clause list, words that stayed, a clause that is not there -> refused by field', async () => {
    const [open, refused] = [await onClause('c2'), await onClause('c2')];
    await answer(refused.id, 'not_adopted');
    const pathOf = async (adopted: Call['adopted']) =>
      (await problemOf(revise(body([first, monthly, third], { adopted })))).problem.errors?.[0]?.path;
    const from = (clauseId: string, commentId: string) => pathOf([{ clauseId, commentIds: [commentId] }]);
    expect(await from('c2', open.id)).toBe('adopted.0.commentIds.0');
    expect(await from('c2', refused.id)).toBe('adopted.0.commentIds.0');
    await answer(open.id, 'adopted');
    expect(await from('c1', open.id)).toBe('adopted.0.clauseId');
    expect(await from('c9', open.id)).toBe('adopted.0.clauseId');
    expect(await stored('consultationVersions')).toHaveLength(0);
  });

  it('a letter of the days before -> of the draft of then; of today, or of a clause that came since -> of this one', async () => {
    server.clock.set('2026-11-20T02:00:00.000Z');
    office = await server.asStaff('office');
    const added: Clause = { id: 'c9', label: '第四条', text: '助餐点张贴菜单。' };
    await revise(body([first, monthly, third, added]));
    const record = async (heardOn: string, clauseId: string) => {
      const given = { ...heardLetter, heardOn, target: { kind: 'clause' as const, id: clauseId } };
      const input = { id: randomUUID(), body: '来信说的。', ...given };
      return office.call('staff.comments.record', { params: { id }, body: input });
    };
    expect(await record('2026-11-18', 'c2')).toMatchObject({
      draftVersion: 1,
      former: { text: '补贴每季度公布一次。' },
    });
    expect(await record('2026-11-20', 'c2')).toMatchObject({ draftVersion: 2, former: null });
    expect(await record('2026-11-18', 'c4')).toMatchObject({ draftVersion: 2, former: null });
  });
});
