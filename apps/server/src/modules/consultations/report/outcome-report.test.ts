import { randomUUID } from 'node:crypto';
import mammoth from 'mammoth';
import { drawnLines, problemOf, startTestServer, type TestServer } from '../../../testing';
import { commentInput, heardLetter, openConsultation, putDistrict } from '../consultation.fixtures';

let server: TestServer;
let id: string;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  ({ id } = await openConsultation(await server.asStaff('office')));
});
afterEach(() => server.stop());

const download = () => server.anonymous.fetch(`/api/v1/consultations/${id}/outcome.docx`);
const textOf = async (answer: Response) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) })).value;
/** After the window the office logs in again. */
async function close() {
  server.clock.set('2026-12-16T16:00:00.000Z');
  return server.asStaff('office');
}
const publish = (office: Awaited<ReturnType<typeof close>>) =>
  office.call('staff.consultations.publishOutcome', {
    params: { id },
    body: { summary: [{ type: 'paragraph', children: [{ text: '谢谢大家。' }] }] },
  });

describe('GET /consultations/:id/outcome.docx', () => {
  it('report: before the outcome -> 404 outcome.not_yet; of nothing -> 404', async () => {
    expect((await problemOf(server.anonymous.call('consultations.outcome', { params: { id } }))).code).toBe(
      'outcome.not_yet',
    );
    expect(((await (await download()).json()) as { code: string }).code).toBe('outcome.not_yet');
    expect((await server.anonymous.fetch('/api/v1/consultations/nothing/outcome.docx')).status).toBe(404);
  });

  it('report: a letter, a comment kept back, one withdrawn -> numbers of all, words of the public one only, names masked', async () => {
    const office = await server.asStaff('office');
    const letter = { id: randomUUID(), target: { kind: 'whole' as const }, ...heardLetter, persons: 3 };
    await office.call('staff.comments.record', {
      params: { id },
      body: { ...letter, body: '我们三户都同意，电话 19900000001。', authorName: '欧阳小华' },
    });
    const say = async (body: string) => {
      const resident = await server.asResident();
      const own = await resident.call('consultations.comments.create', {
        params: { id },
        body: commentInput({ body }),
      });
      return { resident, commentId: own.id };
    };
    const hidden = await say('这句话不公开。');
    const gone = await say('这句话撤回了。');
    await gone.resident.call('consultations.comments.withdraw', { params: { id, commentId: gone.commentId } });
    const later = await close();
    for (const [commentId, decision] of [
      [letter.id, 'approved'],
      [hidden.commentId, 'rejected'],
    ] as const) {
      const params = { id, commentId };
      const reason = decision === 'rejected' ? '有别人的隐私' : undefined;
      await later.call('staff.comments.review', { params, body: { decision, ...(reason && { reason }) } });
      await later.call('staff.comments.answer', { params, body: { result: 'adopted', reason: '写进第二条了。' } });
    }
    await publish(later);
    const answer = await download();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
    const text = await textOf(answer);
    for (const part of [
      '欧阳*华',
      '我们三户都同意',
      '写进第二条了。',
      '谢谢大家。',
      '5 人提的',
      '栖河区民政局',
      '2026-12-17',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/采纳\s+2\s/);
    expect(text).toMatch(/一共收到\s+3\s/);
    for (const part of ['19900000001', '欧阳小华', '这句话']) expect(text).not.toContain(part);

    const pdf = await server.anonymous.fetch(`/api/v1/consultations/${id}/outcome.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const drawn = drawnLines(Buffer.from(await pdf.arrayBuffer())).join('');
    for (const part of [
      '欧阳*华',
      '我们三户都同意',
      '5 人提的',
      '网页 2 条，来信 1 条',
      '整个草案 1 条，某一条 2 条',
      '第 1 页，共 1 页',
    ])
      expect(drawn).toContain(part);
    for (const part of ['19900000001', '欧阳小华', '这句话']) expect(drawn).not.toContain(part);
  });

  it('report: nobody said anything -> it says so, and has no table of comments', async () => {
    await publish(await close());
    const text = await textOf(await download());
    expect(text).toContain('征集期间，没有收到社会公众的意见。');
    expect(text).not.toContain('逐条答复');
  });
});
