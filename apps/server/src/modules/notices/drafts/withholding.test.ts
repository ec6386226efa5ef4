import { putDistrict, uploadFile } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { secretiveDocx } from '../../documents/documents.fixtures';
import { announcement, interpretation, regulation, startDesk, type Content } from './drafts.fixtures';

let server: TestServer;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  desk = await startDesk(server);
});
afterEach(() => server.stop());

const WITHHOLDING = {
  attribute: 'withheld',
  ground: 'internal',
  reason: '写的是值班怎么排，只和本局的人有关',
} as const satisfies Content['withholding'];
const withheld = (changes: Partial<Content> = {}): Content =>
  announcement({ title: '冬季值班安排', columnIds: [], withholding: WITHHOLDING, ...changes });
const file = async (id: string, client = desk.editor) =>
  client.call('staff.drafts.file', { params: { id }, body: await desk.seen(id) });
const publish = async (id: string, at?: string) =>
  desk.editor.call('staff.drafts.publish', { params: { id }, body: { ...(await desk.seen(id)), ...(at && { at }) } });
const faultsOf = async (content: Content) => {
  const { id } = await desk.create(content);
  return (await problemOf(desk.submit(id))).problem.errors?.map(({ path }) => path);
};

describe('papers that are not published', () => {
  it('reviewed by the same steps -> kept on record with article and reason, listed, never public', async () => {
    const paper = (await uploadFile(desk.editor, await secretiveDocx(), { name: '值班表.docx' })).body;
    const { id, abilities, step } = await desk.approve(withheld({ attachmentIds: [paper.id] }));
    expect([step, abilities]).toEqual([null, expect.objectContaining({ publish: false, file: false, recall: false })]);
    expect((await desk.get(id)).abilities).toMatchObject({ publish: false, file: true, recall: true });
    const { tasks } = await desk.editor.call('staff.desk', { query: {} });
    expect(tasks[0]).toMatchObject({ recordId: id, note: '不予公开 · 审核通过', step: '归档留存' });
    for (const at of [undefined, '2026-12-01T00:00:00.000Z'])
      expect((await problemOf(publish(id, at))).problem.data).toEqual({ reason: 'withheld' });
    expect((await problemOf(file(id, desk.reviewers[0]))).status).toBe(403);
    const filed = await file(id);
    expect(filed).toMatchObject({ state: 'filed', attribute: 'withheld', ground: 'internal', noticeId: null });
    expect(filed.timeline.at(-1)).toMatchObject({
      act: 'filed',
      note: '不予公开：第十六条第一款，人事管理、后勤管理、内部工作流程等内部事务信息。写的是值班怎么排，只和本局的人有关',
    });
    expect(await server.collection('auditEntries').countDocuments({ action: 'notice-draft.filed', subject: id })).toBe(
      1,
    );
    const office = await server.asStaff('office');
    const { items } = await office.call('staff.drafts.list', { query: { state: 'filed' } });
    expect(items).toMatchObject([{ id, attribute: 'withheld', ground: 'internal' }]);
    expect((await server.anonymous.call('notices.list', { query: {} })).items).toEqual([]);
    expect((await server.anonymous.fetch(`/api/v1/files/${paper.id}`)).status).toBe(404);
  });

  it('taken up again (条例第十八条) and made public -> signed anew, then published', async () => {
    const { id } = await desk.approve(withheld());
    await file(id);
    await desk.editor.call('staff.drafts.recall', { params: { id }, body: await desk.seen(id) });
    const { content } = await desk.get(id);
    const { withholding: _, ...open } = content;
    await desk.save(id, { ...open, columnIds: ['service-notices'] });
    expect((await desk.get(id)).signatures.every(({ isVoid }) => isVoid)).toBe(true);
    await desk.submit(id);
    await desk.sign(id, desk.reviewers[0]);
    expect((await problemOf(file(id))).problem.data).toEqual({ reason: 'public' });
    expect((await publish(id)).state).toBe('published');
  });

  it('what the law asks of it: ground of its attribute, a reason; numbers of persons are no hindrance', async () => {
    const bare = { attribute: 'withheld' } as const;
    expect(await faultsOf(withheld({ withholding: bare }))).toEqual(['withholding.ground', 'withholding.reason']);
    expect(await faultsOf(withheld({ withholding: { ...WITHHOLDING, ground: 'not_general' } }))).toEqual([
      'withholding.ground',
    ]);
    const { id } = await desk.create(
      withheld({ body: [{ type: 'paragraph', children: [{ text: '值班电话 19900000007' }] }] }),
    );
    expect((await desk.submit(id)).state).toBe('in_review');
  });

  it('state secrets -> not written in here: no text, no files', async () => {
    const withholding = { ...WITHHOLDING, ground: 'state_secret' } as const;
    expect(await faultsOf(withheld({ withholding }))).toEqual(['body']);
    const { id } = await desk.create(withheld({ withholding, body: [] }));
    expect((await desk.submit(id)).state).toBe('in_review');
  });

  it('a file that is not public needs no interpretation, and none of it goes out', async () => {
    const { id } = await desk.create(
      regulation({ columnIds: ['service-notices'], withholding: { ...WITHHOLDING, ground: 'process' } }),
    );
    await desk.submit(id);
    expect((await desk.get(id, desk.reviewers[0])).abilities).toMatchObject({ waiveInterpretation: false });
    expect((await desk.sign(id, desk.reviewers[0])).state).toBe('approved');
    expect(await faultsOf(interpretation(id))).toEqual(['relatedIds.0']);
  });

  it('a correction of what is public -> cannot make it not public', async () => {
    const { id } = await desk.approve(announcement());
    await publish(id);
    const correction = await desk.editor.call('staff.drafts.correct', {
      params: { id },
      body: { id: crypto.randomUUID(), reason: '不该公开' },
    });
    await desk.save(correction.id, { ...correction.content, withholding: WITHHOLDING } as Content);
    expect((await problemOf(desk.submit(correction.id))).problem.errors?.map(({ path }) => path)).toEqual([
      'withholding',
    ]);
  });
});
