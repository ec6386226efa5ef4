import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '@bandeng/rules';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { clause, commentInput, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
/** 24:00 of the last day of the fixtures' window. */
const AFTER_WINDOW = '2026-12-16T16:00:00.000Z';

describe('POST /consultations/:id/comments', () => {
  it('create comment: open window -> 201 with a receipt that proves itself, stored, audited, told, known by its hash', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const resident = await server.asResident();
    const body = commentInput({ proposedText: '补贴每月公布一次。', penName: '柳荫老街坊' });
    const answer = await resident.fetch(`/api/v1/consultations/${id}/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Referer: 'https://servicewechat.com/wx0/1/page-frame.html' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    const comment = (await answer.json()) as Awaited<ReturnType<typeof create>>;
    expect(comment).toMatchObject({
      id: body.id,
      consultationId: id,
      targetLabel: '第二条',
      author: '柳荫老街坊',
      channel: 'wechat',
      state: 'waiting',
      abilities: { withdraw: true, support: false, report: false },
    });
    const { hash, ...facts } = comment.receipt;
    expect(hash).toBe(sha256(canonicalJson(facts)));
    expect(facts.bodySha256).toBe(
      sha256(canonicalJson({ target: body.target, body: body.body, proposedText: body.proposedText })),
    );
    expect(facts.nonce).toMatch(/^[0-9a-f]{32}$/);
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toEqual({
      known: true,
      kind: 'comment',
      receivedAt: comment.createdAt,
    });
    expect(await stored('comments')).toMatchObject([{ _id: body.id, check: 'pending', review: 'none' }]);
    expect(await stored('auditEntries', { subject: body.id })).toMatchObject([{ action: 'comment.created' }]);
    const [event] = await stored('outbox', { name: 'comment.created' });
    expect(event).toMatchObject({ event: { commentId: body.id, consultationId: id } });
    expect(JSON.stringify(event)).not.toContain(body.body);
  });

  it('create comment: nobody -> 401, staff -> 403, empty body and unknown members -> 422', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const call = (client: typeof office, body: object) =>
      problemOf(client.call('consultations.comments.create', { params: { id }, body: body as never }));
    expect((await call(server.anonymous as never, {})).status).toBe(401);
    expect((await call(office, commentInput())).status).toBe(403);
    const resident = (await server.asResident()) as never;
    expect(await call(resident, commentInput({ body: '  ' }))).toMatchObject({ code: 'request.invalid' });
    expect((await call(resident, { ...commentInput(), persons: 50 })).status).toBe(422);
    expect((await call(resident, { ...commentInput(), id: 'not-a-uuid' })).status).toBe(422);
    expect(await stored('comments')).toHaveLength(0);
  });

  it('create comment: target not in this draft -> 422 comment.target_unknown and nothing stored', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const resident = await server.asResident();
    for (const target of [
      clause('c9'),
      { kind: 'entry' as const, id: 'c1' },
      { kind: 'addition' as const, parentId: 'somewhere' },
    ]) {
      const problem = await problemOf(
        resident.call('consultations.comments.create', { params: { id }, body: commentInput({ target }) }),
      );
      expect(problem).toMatchObject({ status: 422, code: 'comment.target_unknown' });
    }
    expect(await stored('comments')).toHaveLength(0);
    expect(await stored('receipts')).toHaveLength(0);
  });

  it('create comment: the whole, a clause, something missing under a clause or the whole draft -> taken', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const labels: string[] = [];
    for (const target of [
      { kind: 'whole' as const },
      clause('c1'),
      { kind: 'addition' as const, parentId: 'c1' },
      { kind: 'addition' as const, parentId: id },
    ])
      labels.push((await create(id, { target })).targetLabel);
    expect(labels).toEqual(['整个草案', '第一条', '建议增加 · 第一条', '建议增加']);
  });

  it('create comment: same id and content again -> 200 and the same record, also after the window; other content or actor -> 409', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const resident = await server.asResident();
    const body = commentInput();
    const post = (client: typeof resident, given: object) =>
      client.fetch(`/api/v1/consultations/${id}/comments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(given),
      });
    const first = await post(resident, body);
    const again = await post(resident, body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(((await again.json()) as { receipt: object }).receipt).toEqual(
      ((await first.json()) as { receipt: object }).receipt,
    );
    for (const [client, given] of [
      [resident, { ...body, body: '换了一句话' }],
      [await server.asResident(), body],
    ] as const) {
      const answer = await post(client, given);
      expect(answer.status).toBe(409);
      const problem = (await answer.json()) as object;
      expect(problem).toMatchObject({ code: 'id.conflict' });
      expect(problem).not.toHaveProperty('data');
    }
    server.clock.set(AFTER_WINDOW);
    const late = await server.asResident(resident.openid);
    expect((await post(late, body)).status).toBe(200);
    expect(await stored('comments')).toHaveLength(1);
    expect(await stored('receipts')).toHaveLength(1);
  });

  it('create comment: ten times at once with one id -> one 201, one record, one receipt', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const resident = await server.asResident();
    const body = JSON.stringify(commentInput());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        resident.fetch(`/api/v1/consultations/${id}/comments`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(await stored('comments')).toHaveLength(1);
    expect(await stored('receipts')).toHaveLength(1);
    expect(await stored('outbox', { name: 'comment.created' })).toHaveLength(1);
  });

  it('create comment: one second before 24:00 -> taken; at 24:00 -> 409 closed; before the first day -> 409 not open; a draft -> 404', async () => {
    const office = await server.asStaff('office');
    const { id } = await openConsultation(office);
    const ahead = await openConsultation(office, { opensOn: '2026-11-20' });
    const draft = randomUUID();
    const codeOf = async (target: string) => {
      const resident = await server.asResident();
      const call = resident.call('consultations.comments.create', { params: { id: target }, body: commentInput() });
      return (await problemOf(call)).code;
    };
    expect(await codeOf(ahead.id)).toBe('comment.window_not_open');
    expect(await codeOf(draft)).toBe('consultation.not_found');
    server.clock.set('2026-12-16T15:59:59.000Z');
    await create(id);
    server.clock.set(AFTER_WINDOW);
    expect(await codeOf(id)).toBe('comment.window_closed');
  });
});

/** A comment of somebody new. */
async function create(id: string, over: Parameters<typeof commentInput>[0] = {}) {
  const resident = await server.asResident();
  return resident.call('consultations.comments.create', { params: { id }, body: commentInput(over) });
}
