import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { clause, commentInput, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
/** A consultation whose clear comments are public after the check. */
let id: string;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
  ({ id } = await openConsultation(office, { display: 'after_check' }));
});
afterEach(() => server.stop());

const AFTER_WINDOW = '2026-12-16T16:00:00.000Z';
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
type Resident = Awaited<ReturnType<TestServer['asResident']>>;
const say = async (over: Parameters<typeof commentInput>[0] = {}, resident?: Resident) =>
  (resident ?? (await server.asResident())).call('consultations.comments.create', {
    params: { id },
    body: commentInput(over),
  });
const shown = async () => (await server.anonymous.call('consultations.comments.list', { params: { id } })).items;

describe('POST …/supports', () => {
  const support = (client: Pick<Resident, 'call'>, commentId: string, supportId: string = randomUUID()) =>
    client.call('consultations.comments.support', { params: { id, commentId }, body: { id: supportId } });

  it('support: once an account, however often and however it is sent; counted exactly once', async () => {
    const { id: commentId } = await say();
    await server.runWorker();
    const resident = await server.asResident();
    const supportId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => support(resident, commentId, supportId)));
    expect(answers).toEqual(Array(4).fill({ supportCount: 1 }));
    expect(await support(resident, commentId)).toEqual({ supportCount: 1 });
    expect(await support(await server.asResident(), commentId)).toEqual({ supportCount: 2 });
    await server.runWorker();
    await server
      .collection('outbox')
      .updateMany({ name: 'comment.supported' }, { $set: { state: 'pending', done: [] } });
    await server.runWorker();
    expect(await shown()).toMatchObject([{ supportCount: 2 }]);
    expect(await stored('commentSupports')).toHaveLength(2);
    const own = await resident.call('consultations.comments.list', { params: { id } });
    expect(own.items[0]!.abilities).toEqual({ withdraw: false, support: false, report: true });
  });

  it('support: nobody -> 401, staff and the author -> 403, not public -> 404, after the window -> 409, an id of another -> 409', async () => {
    const author = await server.asResident();
    const { id: commentId } = await say({}, author);
    const resident = await server.asResident();
    expect((await problemOf(support(resident, commentId))).code).toBe('comment.not_found');
    await server.runWorker();
    expect((await problemOf(support(server.anonymous, commentId))).status).toBe(401);
    expect((await problemOf(support(office, commentId))).status).toBe(403);
    expect((await problemOf(support(author, commentId))).status).toBe(403);
    expect((await problemOf(support(resident, randomUUID()))).status).toBe(404);
    expect((await problemOf(support(resident, commentId, 'x'))).status).toBe(422);
    const supportId = randomUUID();
    await support(resident, commentId, supportId);
    expect((await problemOf(support(await server.asResident(), commentId, supportId))).code).toBe('id.conflict');
    server.clock.set(AFTER_WINDOW);
    const late = await server.asResident();
    expect((await problemOf(support(late, commentId))).code).toBe('comment.window_closed');
  });
});

describe('POST …/reports', () => {
  const report = (client: Pick<Resident, 'call'>, commentId: string, over: object = {}) =>
    client.call('consultations.comments.report', {
      params: { id, commentId },
      body: { id: randomUUID(), reason: '有别人的电话', ...over },
    });

  it('report: stays visible and waits for a person; looked at -> out of the queue; reported anew by another -> back in it', async () => {
    const { id: commentId } = await say();
    await server.runWorker();
    const resident = await server.asResident();
    const first = await report(resident, commentId);
    expect(first.next).toContain('工作人员');
    expect(await report(resident, commentId)).toEqual(first);
    await server.runWorker();
    const queue = () => office.call('staff.comments.list', { params: { id }, query: { queue: 'reported' } });
    expect((await queue()).items).toMatchObject([{ id: commentId, reportCount: 1, visible: true }]);
    expect(await shown()).toHaveLength(1);
    const look = (body: { decision: 'approved' | 'rejected'; reason?: string }) =>
      office.call('staff.comments.review', { params: { id, commentId }, body });
    expect((await problemOf(look({ decision: 'approved' }))).problem.errors).toMatchObject([{ path: 'reason' }]);
    await look({ decision: 'approved', reason: '没有别人的电话，说的是菜价' });
    expect((await queue()).items).toEqual([]);
    await report(await server.asResident(), commentId);
    await server.runWorker();
    expect((await queue()).items).toMatchObject([{ reportCount: 2 }]);
    await look({ decision: 'rejected', reason: '确实有电话' });
    expect((await queue()).items).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it('report: looked at -> who reported it reads why and is told once, each of what came of theirs; nobody else', async () => {
    const { id: commentId } = await say();
    await server.runWorker();
    const [first, second] = [await server.asResident(), await server.asResident()];
    await report(first, commentId);
    await server.runWorker();
    const mine = async (client: Pick<Resident, 'call'>) => (await client.call('me.reports.list')).items;
    expect(await mine(first)).toMatchObject([
      { consultation: { id }, reason: '有别人的电话', state: 'waiting', answer: null, settledAt: null },
    ]);
    const look = (body: { decision: 'approved' | 'rejected'; reason: string }) =>
      office.call('staff.comments.review', { params: { id, commentId }, body });
    await look({ decision: 'approved', reason: '说的是菜价，不是电话' });
    await report(second, commentId);
    await server.runWorker();
    await server.collection('outbox').updateMany({ name: 'comment.reports_settled' }, { $set: { state: 'pending' } });
    await server.runWorker();
    expect(await mine(first)).toMatchObject([{ state: 'kept', answer: '说的是菜价，不是电话' }]);
    expect((await mine(first))[0]!.excerpt).toContain('每个月公布');
    expect(await mine(second)).toMatchObject([{ state: 'waiting' }]);
    const news = async (client: Pick<Resident, 'call'>) =>
      (await client.call('me.messages.list')).items.filter(({ kind }) => kind === 'comment.reports_settled');
    expect(await news(first)).toMatchObject([{ link: { kind: 'report' } }]);
    expect(await news(second)).toEqual([]);
    const desk = await office.call('staff.comments.list', { params: { id }, query: { queue: 'reported' } });
    expect(desk.items[0]!.reports.map(({ isSettled }) => isSettled).sort()).toEqual([false, true]);
    await look({ decision: 'rejected', reason: '看错了，里面有电话' });
    await server.runWorker();
    expect(await mine(second)).toMatchObject([{ state: 'hidden', answer: '看错了，里面有电话', excerpt: null }]);
    expect(await mine(first)).toMatchObject([{ state: 'kept' }]);
    expect([(await news(first)).length, (await news(second)).length]).toEqual([1, 1]);
    expect((await problemOf(server.anonymous.call('me.reports.list'))).status).toBe(401);
  });

  it('report: its author takes the comment back -> said so', async () => {
    const author = await server.asResident();
    const { id: commentId } = await say({}, author);
    await server.runWorker();
    const resident = await server.asResident();
    await report(resident, commentId);
    await author.call('consultations.comments.withdraw', { params: { id, commentId } });
    expect((await resident.call('me.reports.list')).items).toMatchObject([{ state: 'withdrawn', excerpt: null }]);
  });

  it('report: its id again with another reason, or on another comment -> 409, the first one stays', async () => {
    const { id: commentId } = await say();
    const { id: otherComment } = await say({ body: '饭菜能不能清淡一点。' });
    await server.runWorker();
    const resident = await server.asResident();
    const reportId = randomUUID();
    const first = await report(resident, commentId, { id: reportId });
    expect(await report(resident, commentId, { id: reportId })).toEqual(first);
    const otherReason = report(resident, commentId, { id: reportId, reason: '骂人' });
    expect((await problemOf(otherReason)).code).toBe('id.conflict');
    expect((await problemOf(report(resident, otherComment, { id: reportId }))).code).toBe('id.conflict');
    expect(await stored('commentReports')).toMatchObject([{ reason: '有别人的电话' }]);
  });

  it('report: nobody -> 401, staff and the author -> 403, not public -> 404, no reason -> 422', async () => {
    const author = await server.asResident();
    const { id: commentId } = await say({}, author);
    expect((await problemOf(report(await server.asResident(), commentId))).code).toBe('comment.not_found');
    await server.runWorker();
    expect((await problemOf(report(server.anonymous, commentId))).status).toBe(401);
    expect((await problemOf(report(office, commentId))).status).toBe(403);
    expect((await problemOf(report(author, commentId))).status).toBe(403);
    expect((await problemOf(report(await server.asResident(), commentId, { reason: '' }))).status).toBe(422);
    expect(await stored('commentReports')).toHaveLength(0);
  });
});

describe('POST …/similar-comments', () => {
  it('similar: the same place first, then the closest words; other things and hidden comments never', async () => {
    const elsewhere = await say({ target: clause('c1'), body: '补贴应该每个月公布一次，不要一个季度一次' });
    const near = await say({ body: '希望每个月公布补贴名单' });
    await say({ body: '助餐点的饭菜能不能清淡一点' });
    await say({ body: '每个月公布一次补贴，测试辱骂' });
    await server.runWorker();
    const similar = async (body: string) =>
      (
        await server.anonymous.call('consultations.comments.similar', {
          params: { id },
          body: { target: clause('c2'), body },
        })
      ).items.map(comment => comment.id);
    expect(await similar('补贴每个月公布一次就好了')).toEqual([near.id, elsewhere.id]);
    expect(await similar('路灯坏了没有人修')).toEqual([]);
  });

  it('similar: bad body -> 422, unknown consultation -> 404', async () => {
    const call = (params: { id: string }, body: string) =>
      problemOf(
        server.anonymous.call('consultations.comments.similar', { params, body: { target: { kind: 'whole' }, body } }),
      );
    expect((await call({ id }, '')).status).toBe(422);
    expect((await call({ id: 'gone' }, '你好')).status).toBe(404);
  });
});

describe('DELETE …/comments/:commentId', () => {
  const withdraw = (client: Pick<Resident, 'call'>, commentId: string) =>
    client.call('consultations.comments.withdraw', { params: { id, commentId } });

  it('withdraw: words gone for everybody else, still counted, receipt still known; twice is once', async () => {
    const resident = await server.asResident();
    const comment = await say({}, resident);
    await server.runWorker();
    const answer = await withdraw(resident, comment.id);
    expect(await withdraw(resident, comment.id)).toEqual(answer);
    await server.runWorker();
    expect(await shown()).toEqual([]);
    expect((await resident.call('me.comments.list')).items).toMatchObject([
      { state: 'withdrawn', id: comment.id, receipt: comment.receipt, withdrawalReceipt: answer.receipt },
    ]);
    const { hash } = comment.receipt;
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toMatchObject({ known: true });
    const desk = await office.call('staff.comments.list', { params: { id } });
    expect(desk.items).toMatchObject([{ withdrawn: true, body: '作者撤回了这条意见。' }]);
    expect(await office.call('staff.consultations.ledger', { params: { id } })).toMatchObject({
      received: 1,
      withdrawn: 1,
      unanswered: 0,
      balanced: true,
    });
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      commentCount: 1,
      publicCommentCount: 0,
    });
    expect(await stored('auditEntries', { action: 'comment.withdrawn' })).toHaveLength(1);
    expect(await stored('outbox', { name: 'comment.withdrawn' })).toHaveLength(1);
  });

  it('withdraw: -> a receipt of its own that its author can compute and anybody can look up', async () => {
    const resident = await server.asResident();
    const comment = await say({}, resident);
    const { withdrawnAt, receipt } = await withdraw(resident, comment.id);
    const { hash, ...facts } = receipt!;
    expect(facts).toMatchObject({ kind: 'comment-withdrawal', id: comment.id, receivedAt: withdrawnAt });
    expect(facts.bodySha256).toBe(sha256(canonicalJson({ consultationId: id, commentId: comment.id })));
    expect(hash).toBe(sha256(canonicalJson(facts)));
    expect(hash).not.toBe(comment.receipt.hash);
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toEqual({
      known: true,
      kind: 'comment-withdrawal',
      receivedAt: withdrawnAt,
    });
  });

  it('withdraw: nobody -> 401, staff -> 403, another person -> 404, after the window -> 409', async () => {
    const resident = await server.asResident();
    const comment = await say({}, resident);
    expect((await problemOf(withdraw(server.anonymous, comment.id))).status).toBe(401);
    expect((await problemOf(withdraw(office, comment.id))).status).toBe(403);
    expect((await problemOf(withdraw(await server.asResident(), comment.id))).code).toBe('comment.not_found');
    server.clock.set(AFTER_WINDOW);
    const late = await server.asResident(resident.openid);
    expect((await problemOf(withdraw(late, comment.id))).code).toBe('comment.window_closed');
  });
});
