import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { commentInput, heardLetter, openConsultation, OTHER_UNIT, putDistrict, UNIT } from '../consultation.fixtures';

let server: TestServer;
let id: string;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  ({ id } = await openConsultation(office));
});
afterEach(() => server.stop());

type Client = Pick<typeof office, 'call'>;
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
/** As the desk writes it down: quicker than as many residents. */
const heard = async (body: string, clauseId = 'c2') => {
  const input = { ...heardLetter, id: randomUUID(), target: { kind: 'clause' as const, id: clauseId }, body };
  return (await office.call('staff.comments.record', { params: { id }, body: input })).id;
};
const at = (commentId: string) => ({ id, commentId });
const similar = async (commentId: string) =>
  (await office.call('staff.comments.similar', { params: at(commentId) })).items.map(item => item.id);
const group = (commentId: string, commentIds: string[], client: Client = office) =>
  client.call('staff.comments.group', { params: at(commentId), body: { commentIds } });
const list = async (query: object) =>
  (await office.call('staff.comments.list', { params: { id }, query: { limit: 100, ...query } })).items;
const assign = (commentId: string, over: object = {}, wholeGroup = false) =>
  office.call('staff.comments.assign', {
    params: at(commentId),
    body: { to: { unitId: OTHER_UNIT, dueOn: '2026-11-25', note: '说说学校的情况', ...over }, wholeGroup },
  });
const draft = (client: Client, commentId: string) =>
  client.call('staff.assignedComments.draft', {
    params: { id: commentId },
    body: { result: 'partly', reason: '学校食堂周末可以开。' },
  });

const MONTHLY = '补贴应该每个月公布一次，让大家早点知道钱发了没有。';

describe('comments that say the same', () => {
  it('similar: the same words on another clause behind hundreds, other words of the same clause -> found, the nearer first', async () => {
    const lead = await heard(MONTHLY);
    const copied = await heard(`${MONTHLY}拜托了！`, 'c1');
    const near = await heard('希望补贴每个月公布一次。');
    const other = await heard('助餐点门口要有坡道。');
    expect(await similar(lead)).toEqual([near, copied]);
    expect(await similar(other)).toEqual([]);
    expect((await problemOf(office.call('staff.comments.similar', { params: at(randomUUID()) }))).status).toBe(404);
  });

  it('place: everything said of one clause -> that and no more', async () => {
    const [one, two] = [await heard('第一句', 'c1'), await heard('第二句', 'c1')];
    await heard('别处的话', 'c2');
    expect((await list({ place: 'c1' })).map(item => item.id).sort()).toEqual([one, two].sort());
  });

  it('group: three together, answered at once -> each has the answer, each counts in the ledger', async () => {
    const ids = [await heard(MONTHLY), await heard('每月公布好。'), await heard('月月公布。')];
    const [lead = '', ...others] = ids;
    await group(lead, others);
    expect((await list({ group: lead })).map(item => item.id).sort()).toEqual([...ids].sort());
    await office.call('staff.comments.answer', {
      params: at(others[0]!),
      body: { result: 'adopted', reason: '改成每月。', wholeGroup: true },
    });
    expect((await list({ queue: 'all' })).map(item => item.draftAnswer?.reason)).toEqual(ids.map(() => '改成每月。'));
    expect(await office.call('staff.consultations.ledger', { params: { id } })).toMatchObject({
      received: 3,
      adopted: 3,
      duplicates: 0,
      balanced: true,
    });
    expect(await stored('auditEntries', { action: 'comment.answered' })).toHaveLength(3);
  });

  it('ungroup: the leader goes -> the others stay together; one alone -> is no group', async () => {
    const ids = [await heard('一样的话甲'), await heard('一样的话乙'), await heard('一样的话丙')];
    await group(ids[0]!, ids.slice(1));
    await office.call('staff.comments.ungroup', { params: at(ids[0]!), body: {} });
    const left = (await list({ queue: 'all' })).filter(item => item.groupOf !== null);
    expect(left.map(item => item.id).sort()).toEqual(ids.slice(1).sort());
    expect(new Set(left.map(item => item.groupOf)).size).toBe(1);
    await office.call('staff.comments.ungroup', { params: at(ids[1]!), body: {} });
    expect((await list({ queue: 'all' })).filter(item => item.groupOf !== null)).toEqual([]);
  });

  it('group: one of another consultation, one withdrawn, one linked as a repeat, another unit -> refused', async () => {
    const lead = await heard(MONTHLY);
    const elsewhere = await openConsultation(office);
    const foreign = await office.call('staff.comments.record', {
      params: { id: elsewhere.id },
      body: { ...heardLetter, id: randomUUID(), target: { kind: 'whole' }, body: '别的征集' },
    });
    const repeat = await heard(MONTHLY);
    await office.call('staff.comments.duplicate', { params: at(repeat), body: { duplicateOf: lead } });
    for (const wrong of [foreign.id, repeat, randomUUID()])
      expect((await problemOf(group(lead, [wrong]))).problem.errors).toMatchObject([{ path: 'commentIds' }]);
    const stranger = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await problemOf(group(lead, [repeat], stranger))).status).toBe(404);
  });
});

describe('comments that another unit answers for', () => {
  it("assign: -> on that unit's desk with its day, drafted there, decided by the asker; gone from the list", async () => {
    const commentId = await heard('学校食堂周末能不能给老人开？');
    await assign(commentId);
    const school = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const tasks = async (client: Client) => (await client.call('staff.desk', { query: {} })).tasks;
    expect(await tasks(school)).toMatchObject([{ kind: 'assigned', recordId: commentId, dueOn: '2026-11-25' }]);
    const waiting = () => school.call('staff.assignedComments.list');
    expect((await waiting()).items).toMatchObject([
      {
        id: commentId,
        consultation: { id, unit: { id: UNIT } },
        assignment: { unit: { name: '栖河区教育局' }, note: '说说学校的情况', draft: null },
      },
    ]);
    expect((await list({ queue: 'assigned' })).map(item => item.id)).toEqual([commentId]);
    await draft(school, commentId);
    expect((await waiting()).items).toEqual([]);
    expect(await list({ queue: 'to_approve' })).toMatchObject([
      { id: commentId, assignment: { draft: { result: 'partly', reason: '学校食堂周末可以开。' } }, draftAnswer: null },
    ]);
    expect((await tasks(office)).filter(({ kind }) => kind === 'proposed')).toMatchObject([{ recordId: id }]);
    await office.call('staff.comments.answer', {
      params: at(commentId),
      body: { result: 'partly', reason: '周末试开三所。' },
    });
    expect(await list({ queue: 'to_approve' })).toEqual([]);
    expect((await problemOf(draft(school, commentId))).code).toBe('consultation.state');
  });

  it('assign: late -> the desk says by how many working days; taken back, or answered by the asker -> nothing waits', async () => {
    const [one, two] = [await heard('甲问题'), await heard('乙问题')];
    await assign(one, { dueOn: '2026-11-16' });
    await assign(two);
    server.clock.set('2026-11-18T02:00:00.000Z');
    office = await server.asStaff('office');
    const school = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const { tasks } = await school.call('staff.desk', { query: {} });
    expect(tasks).toMatchObject([{ recordId: one, workingDaysLeft: -2 }, { recordId: two }]);
    await office.call('staff.comments.assign', { params: at(one), body: { to: null } });
    await office.call('staff.comments.answer', { params: at(two), body: { result: 'adopted', reason: '好。' } });
    expect((await school.call('staff.assignedComments.list')).items).toEqual([]);
    expect((await problemOf(draft(school, one))).status).toBe(404);
  });

  it('assign: a group -> all of it that has no answer; an unknown unit, a day gone by -> 422; a unit not asked -> 404', async () => {
    const ids = [await heard('一样甲'), await heard('一样乙'), await heard('一样丙')];
    await group(ids[0]!, ids.slice(1));
    await office.call('staff.comments.answer', { params: at(ids[2]!), body: { result: 'adopted', reason: '好。' } });
    await assign(ids[0]!, {}, true);
    expect((await list({ queue: 'assigned' })).map(item => item.id).sort()).toEqual(ids.slice(0, 2).sort());
    for (const [over, path] of [
      [{ unitId: 'gone' }, 'to.unitId'],
      [{ dueOn: '2026-11-15' }, 'to.dueOn'],
    ] as const)
      expect((await problemOf(assign(ids[0]!, over))).problem.errors).toMatchObject([{ path }]);
    const own = await server.asStaff('editor', { unitId: UNIT });
    expect((await problemOf(draft(own, ids[0]!))).status).toBe(404);
  });

  it('notes: both units write -> both read them, nobody else does; the same one twice is one', async () => {
    const commentId = await heard('学校食堂周末能不能开？');
    await assign(commentId);
    const school = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const note = (client: Client, text: string, noteId = randomUUID()) =>
      client.call('staff.comments.note', { params: at(commentId), body: { id: noteId, text } });
    const noteId = randomUUID();
    await note(office, '先问三所。', noteId);
    await note(office, '先问三所。', noteId);
    expect((await note(school, '问过了。')).notes).toMatchObject([
      { unit: { id: UNIT }, text: '先问三所。' },
      { unit: { id: OTHER_UNIT }, text: '问过了。' },
    ]);
    const street = await server.asStaff('editor', { unitId: 'street-office' });
    expect((await problemOf(note(street, '路过'))).status).toBe(404);
    await office.call('staff.comments.review', { params: at(commentId), body: { decision: 'approved' } });
    const shown = await server.anonymous.call('consultations.comments.list', { params: { id } });
    expect(JSON.stringify(shown)).not.toContain('先问三所');
    expect(shown.items).toHaveLength(1);
  });

  it('withdrawal: of a comment that was grouped and assigned -> waits for nobody, is in no group', async () => {
    const resident = await server.asResident();
    const own = await resident.call('consultations.comments.create', { params: { id }, body: commentInput() });
    const other = await heard(MONTHLY);
    await group(other, [own.id]);
    await assign(own.id);
    await resident.call('consultations.comments.withdraw', { params: at(own.id) });
    const school = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await school.call('staff.assignedComments.list')).items).toEqual([]);
    expect((await list({ group: other })).map(item => item.id)).toEqual([other]);
  });
});
