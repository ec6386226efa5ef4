import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { clause, commentInput, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
type Resident = Awaited<ReturnType<TestServer['asResident']>>;
const say = async (id: string, over: Parameters<typeof commentInput>[0] = {}, resident?: Resident) =>
  (resident ?? (await server.asResident())).call('consultations.comments.create', {
    params: { id },
    body: commentInput(over),
  });
const shown = async (id: string, query: object = {}) =>
  (await server.anonymous.call('consultations.comments.list', { params: { id }, query })).items;
const mine = async (resident: Resident) => (await resident.call('me.comments.list')).items;
const checkOf = async (id: string) =>
  (await stored('comments', { _id: id }))[0] as unknown as { check: string; checkNote: string };

describe('what the check decides', () => {
  it('after_check: clear text -> public after the check, author told so', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const resident = await server.asResident();
    const { id: commentId, state, stateText } = await say(id, {}, resident);
    expect([state, stateText]).toEqual(['waiting', '收到了，检查好就公开，一般几分钟。']);
    expect(await shown(id)).toEqual([]);
    await server.runWorker();
    expect(await shown(id)).toMatchObject([{ id: commentId, author: '匿名居民' }]);
    expect(await mine(resident)).toMatchObject([{ id: commentId, state: 'shown' }]);
    expect(await stored('auditEntries', { subject: commentId, action: 'comment.checked' })).toMatchObject([
      { actor: 'system' },
    ]);
  });

  it.each([
    ['risky', '这是测试辱骂的话', 'risky'],
    ['review', '这是测试存疑的话', 'review'],
    ['political talk', '这是测试时政的话', 'review'],
    ['risky far into a long text', `${'很长的意见。'.repeat(560)}测试违法`, 'risky'],
  ])('after_check: %s -> counted, not shown, a person decides', async (_case, body, check) => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office, { display: 'after_check' });
    const { id: commentId } = await say(id, { body });
    await server.runWorker();
    expect(await checkOf(commentId)).toMatchObject({ check, checkNote: expect.stringContaining('微信检查') as string });
    expect(await shown(id)).toEqual([]);
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      commentCount: 1,
      publicCommentCount: 0,
    });
    const queue = await office.call('staff.comments.list', { params: { id }, query: { queue: 'to_review' } });
    expect(queue.items).toMatchObject([{ id: commentId, check, visible: false }]);
  });

  it('check: older than two hours -> unknown, a person decides; the same entry again changes nothing', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const { id: commentId } = await say(id);
    server.clock.advance(2 * 3_600_000 + 1);
    await server.runWorker();
    expect(await checkOf(commentId)).toMatchObject({ check: 'unknown', checkNote: '提交超过两小时，微信不再检查' });
    await server.collection('outbox').updateMany({ name: 'comment.created' }, { $set: { state: 'pending', done: [] } });
    await server.runWorker();
    expect(await stored('outbox', { name: 'comment.checked' })).toHaveLength(1);
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({ commentCount: 1 });
  });

  it('check: the author closed the account meanwhile -> unknown, a person decides', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const resident = await server.asResident();
    const { id: commentId } = await say(id, {}, resident);
    await resident.call('me.close');
    await server.runWorker();
    expect(await checkOf(commentId)).toMatchObject({ check: 'unknown', checkNote: '没有微信身份，无法检查' });
  });

  it('check: WeChat away -> unknown, a person decides, nothing is lost', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const { id: commentId } = await say(id);
    server.deps.modules.wechat.api.simulator!.setFault({ api: 'checkText', mode: 'unreachable' });
    await server.runWorker();
    expect((await checkOf(commentId)).check).toBe('unknown');
  });
});

describe('what a person decides', () => {
  it('review: approved -> shown; rejected -> gone for the public, author reads why, answer still owed; the other decision turns it', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const resident = await server.asResident();
    const { id: commentId } = await say(id, {}, resident);
    await server.runWorker();
    const params = { id, commentId };
    const review = (body: { decision: 'approved' | 'rejected'; reason?: string }) =>
      office.call('staff.comments.review', { params, body });
    expect(await review({ decision: 'approved' })).toMatchObject({ review: 'approved', visible: true });
    expect(await shown(id)).toHaveLength(1);
    expect(await review({ decision: 'rejected', reason: '写了别人的住址' })).toMatchObject({ visible: false });
    expect(await shown(id)).toHaveLength(0);
    expect(await mine(resident)).toMatchObject([
      { state: 'kept_back', stateText: '没有公开。原因：写了别人的住址。意见照样收下、照样答复。' },
    ]);
    const toAnswer = await office.call('staff.comments.list', { params: { id }, query: { queue: 'to_answer' } });
    expect(toAnswer.items).toMatchObject([{ id: commentId }]);
    await review({ decision: 'approved' });
    expect(await shown(id)).toHaveLength(1);
    await server.runWorker();
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      publicCommentCount: 1,
    });
    expect(await stored('auditEntries', { subject: commentId, action: 'comment.reviewed' })).toHaveLength(3);
  });

  it('review: nobody -> 401, resident -> 403, another unit -> 404, bad decision -> 422, unknown comment -> 404', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const { id: commentId } = await say(id);
    const review = (client: Pick<typeof office, 'call'>, over: object = {}, decision = 'approved') =>
      problemOf(
        client.call('staff.comments.review', {
          params: { id, commentId, ...over },
          body: { decision } as { decision: 'approved' },
        }),
      );
    expect((await review(server.anonymous)).status).toBe(401);
    expect((await review(await server.asResident())).status).toBe(403);
    expect((await review(await server.asStaff('editor', { unitId: 'education' }))).code).toBe('comment.not_found');
    expect((await review(office, {}, 'maybe')).status).toBe(422);
    expect((await review(office, { commentId: randomUUID() })).code).toBe('comment.not_found');
    const other = await openConsultation(office);
    expect((await review(office, { id: other.id })).code).toBe('comment.not_found');
  });

  it('with_outcome: approved or clear -> hidden before the outcome, shown with it; risky -> hidden then too', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office, { display: 'with_outcome' });
    const resident = await server.asResident();
    const clear = await say(id, {}, resident);
    const risky = await say(id, { body: '这是测试辱骂的话' });
    await server.runWorker();
    expect(clear.stateText).toBe('收到了，和结果一起公开。');
    expect(await shown(id)).toEqual([]);
    server.clock.set('2026-12-16T16:00:00.000Z');
    const later = await server.asStaff('office');
    for (const { id: commentId } of [clear, risky])
      await later.call('staff.comments.answer', {
        params: { id, commentId },
        body: { result: 'adopted', reason: '写进了第二条。' },
      });
    expect(await shown(id)).toEqual([]);
    await later.call('staff.consultations.publishOutcome', { params: { id }, body: { summary: [] } });
    await server.runWorker();
    expect(await shown(id)).toMatchObject([{ id: clear.id, answer: { result: 'adopted' } }]);
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      commentCount: 2,
      publicCommentCount: 1,
    });
  });
});

describe('GET /consultations/:id/comments', () => {
  it('list: by place and what is missing under it, newest first, page by page; personal numbers masked for others only', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const resident = await server.asResident();
    const first = await say(id, { body: '请打我电话 13800001234 告诉我。' }, resident);
    server.clock.advance(1000);
    const second = await say(id, { target: clause('c1') });
    server.clock.advance(1000);
    const third = await say(id, { target: { kind: 'addition', parentId: 'c1' } });
    server.clock.advance(1000);
    const whole = await say(id, { target: { kind: 'whole' } });
    await server.runWorker();
    const ids = async (query: object) => (await shown(id, query)).map(comment => comment.id);
    expect(await ids({})).toEqual([whole.id, third.id, second.id, first.id]);
    expect(await ids({ target: 'c1' })).toEqual([third.id, second.id]);
    expect(await ids({ target: 'whole' })).toEqual([whole.id]);
    expect(await ids({ target: 'c3' })).toEqual([]);
    expect(await ids({ result: 'adopted' })).toEqual([]);
    const page = await server.anonymous.call('consultations.comments.list', { params: { id }, query: { limit: 3 } });
    const cursor = page.nextCursor!;
    expect(await ids({ limit: 3, cursor })).toEqual([first.id]);
    expect((await shown(id, { target: 'c2' }))[0]!.body).toBe('请打我电话 138****1234 告诉我。');
    expect((await mine(resident))[0]!.body).toBe('请打我电话 13800001234 告诉我。');
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    expect(draft.items.map(item => item.commentCount)).toEqual([2, 1, 0]);
    expect(
      (await problemOf(server.anonymous.call('consultations.comments.list', { params: { id: 'x' } }))).status,
    ).toBe(404);
  });

  it('author: own name only with a verified phone, masked without; hidden by choice under a pen name', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const resident = await server.asResident();
    await say(id, { anonymous: false }, resident);
    server.clock.advance(1000);
    await say(id, { penName: '柳荫老街坊' });
    await server.runWorker();
    const authors = async () => (await shown(id)).map(comment => comment.author);
    const [penName, masked] = await authors();
    expect(penName).toBe('柳荫老街坊');
    // What the sheet says before it is sent is what readers see after.
    const unnamed = await resident.call('me.get');
    expect([masked, unnamed.publicName]).toEqual([unnamed.displayName, unnamed.displayName]);
    await resident.call('me.name', { body: { name: '周文兰' } });
    expect((await authors())[1]).toBe('周*兰');
    expect((await resident.call('me.get')).publicName).toBe('周*兰');
    const code = server.deps.modules.wechat.api.simulator!.issuePhoneCode(resident.openid, '19900000001');
    await resident.call('me.phone', { body: { code } });
    expect(await authors()).toEqual(['柳荫老街坊', '周文兰']);
    expect((await resident.call('me.get')).publicName).toBe('周文兰');
    const office = say(id, { penName: '栖河区政府' });
    expect(await problemOf(office)).toMatchObject({ status: 422, problem: { errors: [{ path: 'penName' }] } });
  });

  it('account closed: the words stay under 已注销, nothing leads to the person, export before had it all', async () => {
    const { id } = await openConsultation(await server.asStaff('office'), { display: 'after_check' });
    const neighbour = await say(id);
    const resident = await server.asResident();
    const comment = await say(id, { penName: '柳荫老街坊' }, resident);
    await server.runWorker();
    await resident.call('consultations.comments.support', {
      params: { id, commentId: neighbour.id },
      body: { id: randomUUID() },
    });
    await server.runWorker();
    const { records } = await resident.call('me.export');
    expect(records.comments).toMatchObject([
      { kind: 'comment', id: comment.id, penName: '柳荫老街坊' },
      { kind: 'support', commentId: neighbour.id },
    ]);
    await resident.call('me.close');
    const after = await shown(id);
    expect(after.find(one => one.id === comment.id)).toMatchObject({ author: '已注销', body: comment.body });
    expect(after.find(one => one.id === neighbour.id)).toMatchObject({ supportCount: 1 });
    for (const name of ['comments', 'commentSupports', 'receipts'])
      expect(JSON.stringify(await stored(name))).not.toContain(resident.accountId);
    expect(JSON.stringify(await stored('comments'))).not.toContain('柳荫老街坊');
  });
});

describe('GET /me/comments', () => {
  it('own list: all of mine, newest first, of one consultation when asked; nobody -> 401, staff -> 403', async () => {
    const office = await server.asStaff('office');
    const one = await openConsultation(office);
    const two = await openConsultation(office);
    const resident = await server.asResident();
    const first = await say(one.id, {}, resident);
    server.clock.advance(1000);
    const second = await say(two.id, {}, resident);
    await say(two.id);
    expect((await mine(resident)).map(({ id }) => id)).toEqual([second.id, first.id]);
    const of = await resident.call('me.comments.list', { query: { consultation: one.id } });
    expect(of.items).toMatchObject([{ id: first.id, question: one.input.question, receipt: first.receipt }]);
    expect((await problemOf(server.anonymous.call('me.comments.list'))).status).toBe(401);
    expect((await problemOf(office.call('me.comments.list'))).status).toBe(403);
  });
});
