import { randomUUID } from 'node:crypto';
import type { Attachment } from '@bandeng/contracts/types';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { consultationInput, OTHER_UNIT, putDistrict, UNIT } from './consultation.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
});
afterEach(() => server.stop());

const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const drafted = async (over: Parameters<typeof consultationInput>[0] = {}) => {
  const { id, ...input } = consultationInput(over);
  await office.call('staff.consultations.create', { body: { id, ...input } });
  return { id, input };
};
type Input = Awaited<ReturnType<typeof drafted>>['input'];
const update = (id: string, body: Input & { revision: number }, client: Pick<typeof office, 'call'> = office) =>
  client.call('staff.consultations.update', { params: { id }, body });
const upload = async (name: string): Promise<Attachment> => {
  const form = new FormData();
  form.set('id', randomUUID());
  form.set('file', new File(['%PDF-1.4\n'], name, { type: 'application/pdf' }));
  const answer = await office.fetch('/api/v1/files', { method: 'POST', body: form });
  return (await answer.json()) as Attachment;
};

describe('PUT /staff/consultations/:id', () => {
  it('update: a draft -> its words, ways, materials, clauses and window are the new ones; the audit names what changed', async () => {
    const { id, input } = await drafted();
    const paper = await upload('起草说明.pdf');
    const ways = [{ kind: 'letter' as const, detail: '柳荫路 1 号民政局养老科' }];
    const clauses = [{ id: 'c1', label: '第一条', text: '每个街道设两个助餐点。' }];
    const changed = await update(id, {
      ...input,
      question: '助餐点设几个好？',
      ways,
      closesOn: '2026-12-31',
      attachmentIds: [paper.id],
      draft: { kind: 'clauses', clauses },
      revision: 1,
    });
    expect(changed).toMatchObject({
      question: '助餐点设几个好？',
      ways,
      closesOn: '2026-12-31',
      requestedClosesOn: '2026-12-31',
      attachments: [{ id: paper.id, name: '起草说明.pdf' }],
      itemCount: 1,
      changedCount: 1,
      state: 'draft',
      revision: 2,
    });
    const { items } = await office.call('staff.consultations.draft', { params: { id } });
    expect(items).toMatchObject([{ id: 'c1', text: '每个街道设两个助餐点。', change: 'new' }]);
    const [entry] = await stored('auditEntries', { action: 'consultation.updated' });
    expect((entry as unknown as { fields: string[] }).fields.sort()).toEqual(
      [
        'attachmentIds',
        'changedCount',
        'closesAt',
        'closesOn',
        'itemCount',
        'outcomeDueOn',
        'question',
        'requestedClosesOn',
        'ways',
      ].sort(),
    );
    expect(await stored('outbox', { name: 'consultation.updated' })).toHaveLength(1);
    await office.call('staff.consultations.open', { params: { id } });
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({ ways });
  });

  it('update: a file taken out before it was published -> nobody but its unit reads it', async () => {
    const [gone, kept] = [await upload('旧稿.pdf'), await upload('新稿.pdf')];
    const { id, input } = await drafted({ attachmentIds: [gone.id, kept.id] });
    await update(id, { ...input, attachmentIds: [kept.id], revision: 1 });
    await office.call('staff.consultations.open', { params: { id } });
    const status = async (client: Pick<typeof office, 'fetch'>, file: Attachment) =>
      (await client.fetch(`/api/v1/files/${file.id}`)).status;
    expect(await status(server.anonymous, kept)).toBe(200);
    expect(await status(server.anonymous, gone)).toBe(404);
    expect(await status(office, gone)).toBe(200);
  });

  it('update: somebody has written on it meanwhile -> 409 consultation.changed, nothing is lost', async () => {
    const { id, input } = await drafted();
    await update(id, { ...input, title: '第一个人改的', revision: 1 });
    expect((await problemOf(update(id, { ...input, title: '第二个人改的', revision: 1 }))).code).toBe(
      'consultation.changed',
    );
    expect(await office.call('staff.consultations.get', { params: { id } })).toMatchObject({ title: '第一个人改的' });
  });

  it('update: published for a day to come -> a draft again, not announced on that day; begun -> 409', async () => {
    const { id, input } = await drafted({ opensOn: '2026-11-20' });
    await office.call('staff.consultations.open', { params: { id } });
    expect(await update(id, { ...input, title: '改过的', revision: 2 })).toMatchObject({
      state: 'draft',
      abilities: { open: true, edit: true },
    });
    server.clock.set('2026-11-20T02:00:00.000Z');
    await server.runWorker();
    expect((await problemOf(server.anonymous.call('consultations.get', { params: { id } }))).status).toBe(404);
    office = await server.asStaff('office');
    await office.call('staff.consultations.open', { params: { id } });
    const late = await problemOf(update(id, { ...input, revision: 4 }));
    expect(late.code).toBe('consultation.state');
  });

  it('update: another unit -> 404; to a unit that is not theirs -> 403; a window too short -> 422; a bad name -> 422', async () => {
    const { id, input } = await drafted();
    const elsewhere = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const body = { ...input, revision: 1 };
    expect((await problemOf(update(id, body, elsewhere))).code).toBe('consultation.not_found');
    expect((await problemOf(update(id, { ...body, unitId: OTHER_UNIT }, editor))).status).toBe(403);
    expect((await problemOf(update(id, { ...body, closesOn: '2026-11-20' }))).code).toBe(
      'consultation.window_too_short',
    );
    expect((await problemOf(update(id, { ...body, areaIds: ['nowhere'] }))).problem.errors).toMatchObject([
      { path: 'areaIds' },
    ]);
    expect(await stored('auditEntries', { action: 'consultation.updated' })).toHaveLength(0);
  });
});
