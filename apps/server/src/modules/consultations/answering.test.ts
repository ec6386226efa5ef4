import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { commentInput, openConsultation, putDistrict } from './consultation.fixtures';

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

const AFTER_WINDOW = '2026-12-16T16:00:00.000Z';
type Client = Pick<typeof office, 'call'>;
type Resident = Awaited<ReturnType<TestServer['asResident']>>;
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const say = async (over: Parameters<typeof commentInput>[0] = {}, resident?: Resident) =>
  (resident ?? (await server.asResident())).call('consultations.comments.create', {
    params: { id },
    body: commentInput(over),
  });
const answer = (client: Client, commentId: string, over: object = {}) =>
  client.call('staff.comments.answer', {
    params: { id, commentId },
    body: { result: 'adopted', reason: '写进第二条了。', ...over },
  });
const link = (client: Client, commentId: string, duplicateOf: string | null) =>
  client.call('staff.comments.duplicate', { params: { id, commentId }, body: { duplicateOf } });
const letter = (over: object = {}) => ({
  id: randomUUID(),
  target: { kind: 'whole' as const },
  body: '我们二十户都同意在东浦设点。',
  channel: 'letter' as const,
  persons: 20,
  authorName: '欧阳小华',
  heardOn: '2026-11-15',
  consent: 'named' as const,
  ...over,
});
const record = (client: Client, body = letter()) => client.call('staff.comments.record', { params: { id }, body });
const publish = (client: Client, over: object = {}) =>
  client.call('staff.consultations.publishOutcome', {
    params: { id },
    body: { summary: [{ type: 'paragraph', children: [{ text: '谢谢大家。' }] }], ...over },
  });
/** The office's session ends with its fifteen minutes: log in again after the window. */
const afterWindow = async () => {
  server.clock.set(AFTER_WINDOW);
  return server.asStaff('office');
};

describe('POST /staff/consultations/:id/comments', () => {
  it('record: said to the office only -> no queue to look at it, nobody can make it public, counted and answered all the same', async () => {
    const body = letter({ consent: 'unpublished', channel: 'bench', heardAt: '东浦社区老槐树下' });
    expect(await record(office, body)).toMatchObject({
      ...{ channel: 'bench', heardOn: '2026-11-15', heardAt: '东浦社区老槐树下', consent: 'unpublished' },
    });
    const queue = (name: 'to_review' | 'to_answer') =>
      office.call('staff.comments.list', { params: { id }, query: { queue: name } });
    expect((await queue('to_review')).items).toEqual([]);
    const params = { id, commentId: body.id };
    const refused = await problemOf(office.call('staff.comments.review', { params, body: { decision: 'approved' } }));
    expect(refused.problem.errors).toMatchObject([{ path: 'decision' }]);
    expect((await queue('to_answer')).items).toHaveLength(1);
    await answer(office, body.id);
    office = await afterWindow();
    await publish(office);
    expect((await server.anonymous.call('consultations.comments.list', { params: { id } })).items).toEqual([]);
    expect(await server.anonymous.call('consultations.outcome', { params: { id } })).toMatchObject({
      ledger: { received: 1, adopted: 1 },
      byChannel: [{ channel: 'bench', label: '板凳会', count: 1 }],
    });
  });

  it('record: agreed without a name -> shown as nobody; a day to come -> 422', async () => {
    expect(await record(office, letter({ consent: 'unnamed' }))).toMatchObject({ author: '匿名居民' });
    const refused = await problemOf(record(office, letter({ heardOn: '2026-11-17' })));
    expect(refused.problem.errors).toMatchObject([{ path: 'heardOn' }]);
  });

  it('record: a letter of twenty -> one comment of twenty people with receipt, name sealed and masked, waiting for a person', async () => {
    const body = letter();
    expect(await record(office, body)).toMatchObject({
      id: body.id,
      author: '欧阳*华',
      persons: 20,
      channel: 'letter',
      check: 'unknown',
      visible: false,
    });
    expect(JSON.stringify(await stored('comments'))).not.toContain('欧阳');
    expect(await stored('receipts')).toHaveLength(1);
    await server.runWorker();
    expect(await stored('comments')).toMatchObject([{ check: 'unknown', recordedBy: office.staffId }]);
    expect(await office.call('staff.consultations.ledger', { params: { id } })).toMatchObject({
      received: 1,
      persons: 20,
    });
    expect(await stored('auditEntries', { subject: body.id })).toMatchObject([{ actor: `staff:${office.staffId}` }]);
  });

  it('record: after the window -> taken; after the outcome -> 409; again the same -> 200; 401, 403, 422', async () => {
    const body = letter();
    await record(office, body);
    expect(await record(office, body)).toMatchObject({ id: body.id });
    expect((await problemOf(record(office, { ...body, persons: 3 }))).code).toBe('id.conflict');
    expect((await problemOf(record(server.anonymous))).status).toBe(401);
    expect((await problemOf(record(await server.asResident()))).status).toBe(403);
    expect((await problemOf(record(await server.asStaff('editor', { unitId: 'education' })))).status).toBe(403);
    expect((await problemOf(record(office, letter({ persons: 0 })))).status).toBe(422);
    expect((await problemOf(record(office, letter({ target: { kind: 'clause', id: 'c9' } })))).code).toBe(
      'comment.target_unknown',
    );
    const later = await afterWindow();
    const late = letter();
    await record(later, late);
    await answer(later, body.id);
    await answer(later, late.id);
    await publish(later);
    expect((await problemOf(record(later))).code).toBe('consultation.state');
  });
});

describe('POST …/answer', () => {
  it('answer: written, audited, told; nobody but the desk reads it before the outcome; may be changed until then', async () => {
    const resident = await server.asResident();
    const { id: commentId } = await say({}, resident);
    expect(await answer(office, commentId)).toMatchObject({
      answer: null,
      draftAnswer: { result: 'adopted', resultLabel: '采纳', reason: '写进第二条了。' },
    });
    await answer(office, commentId, { result: 'partly', reason: '改成每季度。' });
    expect((await resident.call('me.comments.list')).items).toMatchObject([{ answer: null }]);
    expect(await stored('auditEntries', { action: 'comment.answered' })).toHaveLength(2);
    const queue = await office.call('staff.comments.list', { params: { id }, query: { queue: 'to_answer' } });
    expect(queue.items).toEqual([]);
    const later = await afterWindow();
    await publish(later);
    const after = await server.asResident(resident.openid);
    expect((await after.call('me.comments.list')).items).toMatchObject([
      {
        answer: { result: 'partly', reason: '改成每季度。', unit: { name: '栖河区民政局' }, publishedAt: AFTER_WINDOW },
      },
    ]);
    expect((await problemOf(answer(later, commentId))).code).toBe('consultation.state');
  });

  it('answer: withdrawn -> 409, a duplicate -> 422, no reason -> 422, 401, 403, other unit -> 404', async () => {
    const resident = await server.asResident();
    const gone = await say({}, resident);
    await resident.call('consultations.comments.withdraw', { params: { id, commentId: gone.id } });
    expect((await problemOf(answer(office, gone.id))).code).toBe('comment.withdrawn');
    const main = await say();
    const repeat = await say();
    await link(office, repeat.id, main.id);
    expect((await problemOf(answer(office, repeat.id))).status).toBe(422);
    expect((await problemOf(answer(office, main.id, { reason: ' ' }))).status).toBe(422);
    expect((await problemOf(answer(server.anonymous, main.id))).status).toBe(401);
    expect((await problemOf(answer(await server.asResident(), main.id))).status).toBe(403);
    expect((await problemOf(answer(await server.asStaff('editor', { unitId: 'education' }), main.id))).status).toBe(
      404,
    );
  });
});

describe('POST …/duplicate', () => {
  it('duplicate: linked and taken back; beside the count, with the answer of its main comment', async () => {
    const author = await server.asResident();
    const main = await say();
    const repeat = await say({}, author);
    expect(await link(office, repeat.id, main.id)).toMatchObject({ duplicateOf: main.id });
    const ledger = () => office.call('staff.consultations.ledger', { params: { id } });
    expect(await ledger()).toMatchObject({ received: 1, duplicates: 1, unanswered: 1 });
    await link(office, repeat.id, null);
    expect(await ledger()).toMatchObject({ received: 2, duplicates: 0, unanswered: 2 });
    await link(office, repeat.id, main.id);
    await answer(office, main.id);
    const later = await afterWindow();
    await publish(later);
    const after = await server.asResident(author.openid);
    expect((await after.call('me.comments.list')).items).toMatchObject([{ answer: { reason: '写进第二条了。' } }]);
  });

  it('duplicate: itself, a chain, a circle, another consultation, a withdrawn one -> 422; 401, 403', async () => {
    const [a, b, c] = [await say(), await say(), await say()];
    const refused = async (from: string, to: string) =>
      (await problemOf(link(office, from, to))).problem.errors?.[0]?.path;
    expect(await refused(a.id, a.id)).toBe('duplicateOf');
    await link(office, b.id, a.id);
    expect(await refused(c.id, b.id)).toBe('duplicateOf');
    expect(await refused(a.id, c.id)).toBe('duplicateOf');
    expect(await refused(a.id, b.id)).toBe('duplicateOf');
    expect(await refused(c.id, randomUUID())).toBe('duplicateOf');
    const resident = await server.asResident();
    const gone = await say({}, resident);
    await resident.call('consultations.comments.withdraw', { params: { id, commentId: gone.id } });
    expect(await refused(c.id, gone.id)).toBe('duplicateOf');
    expect((await problemOf(link(server.anonymous, c.id, a.id))).status).toBe(401);
    expect((await problemOf(link(await server.asResident(), c.id, a.id))).status).toBe(403);
  });

  it('duplicate: the main comment is withdrawn -> what repeats it stands for itself again', async () => {
    const resident = await server.asResident();
    const main = await say({}, resident);
    const repeat = await say();
    await link(office, repeat.id, main.id);
    await resident.call('consultations.comments.withdraw', { params: { id, commentId: main.id } });
    const queue = await office.call('staff.comments.list', { params: { id }, query: { queue: 'to_answer' } });
    expect(queue.items).toMatchObject([{ id: repeat.id, duplicateOf: null }]);
  });
});

describe('POST /staff/consultations/:id/outcome', () => {
  it('publish: not adding up -> 409 with what is wrong; adding up -> 201, answers public together, told once', async () => {
    const first = await say();
    const second = await say();
    await answer(office, first.id);
    expect((await problemOf(publish(office))).code).toBe('consultation.state');
    const later = await afterWindow();
    expect(await problemOf(publish(later))).toMatchObject({
      status: 409,
      code: 'consultation.unbalanced',
      problem: { data: { problems: [`意见 ${second.id.slice(0, 8)}：这条意见还没有答复`] } },
    });
    expect(await problemOf(server.anonymous.call('consultations.outcome', { params: { id } }))).toMatchObject({
      status: 404,
      code: 'outcome.not_yet',
      problem: { data: { outcomeDueOn: '2027-01-14' } },
    });
    await answer(later, second.id, { result: 'out_of_scope', reason: '请找路灯所。' });
    const outcome = await publish(later);
    expect(outcome).toMatchObject({
      publishedAt: AFTER_WINDOW,
      ledger: { received: 2, adopted: 1, outOfScope: 1, balanced: true, problems: [] },
      byChannel: [{ channel: 'h5', label: '网页', count: 2 }],
      nextEditionId: null,
    });
    expect(await server.anonymous.call('consultations.outcome', { params: { id } })).toEqual(outcome);
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      state: 'answered',
      outcomeAt: AFTER_WINDOW,
    });
    expect(await stored('outbox', { name: 'consultation.answered' })).toHaveLength(1);
    expect(await stored('auditEntries', { action: 'consultation.answered' })).toHaveLength(1);
    expect((await problemOf(publish(later))).code).toBe('consultation.state');
  });

  it('publish: no comment at all -> an outcome that says so', async () => {
    const later = await afterWindow();
    expect(await publish(later)).toMatchObject({ ledger: { received: 0, balanced: true }, byChannel: [] });
  });

  it('publish: by result afterwards -> only those; a comment kept back is answered and counted all the same', async () => {
    const shown = await say();
    const kept = await say();
    for (const [commentId, decision] of [
      [shown.id, 'approved'],
      [kept.id, 'rejected'],
    ] as const) {
      await office.call('staff.comments.review', { params: { id, commentId }, body: { decision } });
      await answer(office, commentId);
    }
    const later = await afterWindow();
    expect(await publish(later)).toMatchObject({ ledger: { received: 2, adopted: 2 } });
    const list = async (query: object) =>
      (await server.anonymous.call('consultations.comments.list', { params: { id }, query })).items.map(one => one.id);
    expect(await list({ result: 'adopted' })).toEqual([shown.id]);
    expect(await list({ result: 'partly' })).toEqual([]);
    expect(await list({ result: 'adopted', target: 'c2' })).toEqual([shown.id]);
    expect(await list({ result: 'adopted', target: 'c1' })).toEqual([]);
  });

  it('publish: nobody -> 401, resident and another unit -> 403, unknown edition -> 404 and still closed', async () => {
    const later = await afterWindow();
    expect((await problemOf(publish(server.anonymous))).status).toBe(401);
    expect((await problemOf(publish(await server.asResident()))).status).toBe(403);
    expect((await problemOf(publish(await server.asStaff('editor', { unitId: 'education' })))).status).toBe(403);
    expect((await problemOf(publish(later, { nextEditionId: 'gone' }))).problem).toMatchObject({
      status: 422,
      errors: [{ path: 'nextEditionId' }],
    });
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({ state: 'closed' });
  });

  it('publish: while a last answer changes at the same moment -> the outcome never says what the answers do not', async () => {
    const comments = await Promise.all([say(), say(), say()]);
    for (const { id: commentId } of comments) await answer(office, commentId);
    const later = await afterWindow();
    await Promise.allSettled([
      publish(later),
      ...comments.map(({ id: commentId }) => answer(later, commentId, { result: 'partly', reason: '改了主意。' })),
    ]);
    const { ledger } = await server.anonymous.call('consultations.outcome', { params: { id } });
    const now = await later.call('staff.consultations.ledger', { params: { id } });
    expect(ledger).toEqual(now);
  });
});

describe('GET /staff/consultations/:id/ledger and comments', () => {
  it('desk: nobody -> 401, resident -> 403, another unit -> 403, unknown -> 404, bad queue -> 422', async () => {
    const calls = [
      (client: Client, params: { id: string }) => client.call('staff.consultations.ledger', { params }),
      (client: Client, params: { id: string }) => client.call('staff.comments.list', { params }),
    ];
    const [resident, stranger] = [await server.asResident(), await server.asStaff('editor', { unitId: 'education' })];
    for (const call of calls) {
      expect((await problemOf(call(server.anonymous, { id }))).status).toBe(401);
      expect((await problemOf(call(resident, { id }))).status).toBe(403);
      expect((await problemOf(call(stranger, { id }))).status).toBe(403);
      expect((await problemOf(call(office, { id: 'gone' }))).status).toBe(404);
    }
    const bad = office.call('staff.comments.list', { params: { id }, query: { queue: 'mine' as 'all' } });
    expect((await problemOf(bad)).status).toBe(422);
  });
});
