import { randomUUID } from 'node:crypto';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { clause, commentInput, consultationInput, openConsultation, putDistrict, UNIT } from './consultation.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const api = () => server.deps.modules.consultations.api;

/** Answered in October: three comments, one withdrawn, one a letter. */
const answered = () => {
  const { closesOn: _closesOn, ...consultation } = {
    closesOn: undefined,
    ...consultationInput({ opensOn: '2026-09-01', display: 'with_outcome' as const }),
  };
  const comment = (over: object) => ({
    id: randomUUID(),
    target: clause('c2'),
    body: '每个月公布一次。',
    accountId: null,
    anonymous: true,
    channel: 'wechat' as const,
    persons: 1,
    createdAt: new Date('2026-09-10T02:00:00.000Z'),
    check: 'pass' as const,
    review: 'none' as const,
    supportCount: 0,
    ...over,
  });
  return {
    consultation: { display: 'with_outcome' as const, areaIds: [], domainIds: [], attachmentIds: [], ...consultation },
    staffId: 'demo-office',
    createdAt: new Date('2026-08-25T02:00:00.000Z'),
    publishedAt: new Date('2026-09-01T01:00:00.000Z'),
    comments: [
      comment({ answer: { result: 'adopted', reason: '写进第二条。' }, supportCount: 3 }),
      comment({ withdrawnAt: new Date('2026-09-11T02:00:00.000Z') }),
      comment({
        channel: 'letter' as const,
        authorName: '朱红',
        anonymous: false,
        persons: 12,
        answer: { result: 'not_adopted', reason: '经费不够。' },
      }),
    ],
    outcome: { publishedAt: new Date('2026-10-20T02:00:00.000Z'), summary: [], nextEditionId: null },
  };
};

describe('load', () => {
  it('load: a clock earlier than what is stored -> as it stood then, never a fault', async () => {
    const given = answered();
    await api().load(given);
    const { id } = given.consultation;
    const look = async (now: string) => {
      server.clock.set(now);
      const listed = async (state?: 'open' | 'closed' | 'answered') =>
        (await server.anonymous.call('consultations.list', { query: { state } })).items.map(item => item.state);
      const lists = [await listed(), await listed('open'), await listed('closed'), await listed('answered')];
      const desk = await (
        await server.asStaff('office')
      ).call('staff.consultations.list', {
        query: { state: 'answered' },
      });
      return [...lists, desk.items.length];
    };
    expect(await look('2026-08-30T02:00:00.000Z')).toEqual([[], [], [], [], 0]);
    expect(await look('2026-09-15T02:00:00.000Z')).toEqual([['open'], ['open'], [], [], 0]);
    expect(await look('2026-10-10T02:00:00.000Z')).toEqual([['closed'], [], ['closed'], [], 0]);
    const { items } = await server.anonymous.call('consultations.comments.list', { params: { id } });
    expect(items.filter(comment => comment.answer !== null)).toEqual([]);
    expect(await look('2026-10-20T02:00:00.000Z')).toEqual([['answered'], [], [], ['answered'], 1]);
    server.clock.set('2026-10-10T02:00:00.000Z');
    const publish = (await server.asStaff('office')).call('staff.consultations.publishOutcome', {
      params: { id },
      body: { summary: [] },
    });
    expect((await problemOf(publish)).code).toBe('consultation.state');
  });

  it('load: a whole consultation of the past -> every page tells the same as if it had been lived, twice is once', async () => {
    const given = answered();
    await api().load(given);
    await api().load(given);
    const { id } = given.consultation;
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      state: 'answered',
      opensOn: '2026-09-01',
      closesOn: '2026-10-01',
      commentCount: 3,
      publicCommentCount: 2,
    });
    expect(await server.anonymous.call('consultations.outcome', { params: { id } })).toMatchObject({
      ledger: { received: 3, adopted: 1, notAdopted: 1, withdrawn: 1, persons: 14, balanced: true },
      byChannel: [
        { channel: 'wechat', count: 2 },
        { channel: 'letter', count: 1 },
      ],
    });
    const { items } = await server.anonymous.call('consultations.comments.list', { params: { id } });
    expect(items.map(item => [item.author, item.supportCount]).sort()).toEqual([
      ['已注销', 3],
      ['朱*', 0],
    ]);
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    expect(draft.items.map(item => item.commentCount)).toEqual([0, 3, 0]);
    expect(await stored('comments')).toHaveLength(3);
    expect(await stored('commentSupports')).toHaveLength(3);
    expect(await stored('outbox', { name: 'comment.created' })).toHaveLength(0);
    const [comment] = await stored('comments', { _id: given.comments[0]!.id });
    const { hash } = comment!.receipt as { hash: string };
    expect(await server.anonymous.call('receipts.get', { params: { hash } })).toMatchObject({ known: true });
  });

  it('load: an outcome that does not add up -> refused, nothing written', async () => {
    const given = answered();
    const comments = given.comments.map(comment => ({ ...comment, answer: undefined }));
    await expect(api().load({ ...given, comments })).rejects.toThrow('还没有答复');
    expect(await stored('consultations')).toHaveLength(0);
    expect(await stored('comments')).toHaveLength(0);
    expect(await stored('receipts')).toHaveLength(0);
  });
});

describe('what others ask', () => {
  it('messages and search: a public one -> its words and targets; a draft or an unknown one -> nothing', async () => {
    const office = await server.asStaff('office');
    const { id, input } = await openConsultation(office, { areaIds: ['liuyin'], domainIds: ['elderly-care'] });
    const draft = consultationInput();
    await office.call('staff.consultations.create', { body: draft });
    expect(await api().findForMessage(id)).toEqual({
      id,
      question: input.question,
      closesOn: '2026-12-16',
      targets: [`consultation:${id}`, 'area:liuyin', 'domain:elderly-care'],
    });
    expect(await api().searchDocument(id)).toMatchObject({
      title: input.question,
      text: expect.stringContaining('每个社区设一个助餐点') as string,
      facets: [`unit:${UNIT}`, 'area:liuyin', 'dom:elderly-care'],
    });
    expect((await api().listSearchDocuments('', 10)).documents.map(document => document.id)).toEqual([id]);
    for (const hidden of [draft.id, 'gone']) {
      expect(await api().findForMessage(hidden)).toBeNull();
      expect(await api().searchDocument(hidden)).toBeNull();
    }
    expect([...(await api().questions([id, draft.id, 'gone'])).keys()]).toEqual([id]);
  });

  it('authors: three people with several comments each -> each once, in order, page by page', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const residents = await Promise.all([1, 2, 3].map(() => server.asResident()));
    for (const resident of residents)
      for (let time = 0; time < 3; time += 1)
        await resident.call('consultations.comments.create', { params: { id }, body: commentInput() });
    const all = residents.map(resident => resident.accountId).sort();
    const first = await api().listAuthors(id, '', 2);
    expect(first).toEqual(all.slice(0, 2));
    expect(await api().listAuthors(id, first[1]!, 2)).toEqual(all.slice(2));
  });

  it('attachments: readable by everybody once it is public, by its unit before', async () => {
    const office = await server.asStaff('office');
    const form = new FormData();
    const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    form.set('file', new Blob([bytes], { type: 'application/pdf' }), '说明.pdf');
    const uploaded = await office.fetch('/api/v1/files', { method: 'POST', body: form });
    const { id: fileId } = (await uploaded.json()) as { id: string };
    const body = consultationInput({ attachmentIds: [fileId] });
    await office.call('staff.consultations.create', { body });
    const status = async (client: Pick<typeof office, 'fetch'>) =>
      (await client.fetch(`/api/v1/files/${fileId}`)).status;
    expect([await status(server.anonymous), await status(office)]).toEqual([404, 200]);
    await office.call('staff.consultations.open', { params: { id: body.id } });
    expect(await status(server.anonymous)).toBe(200);
    expect(await server.anonymous.call('consultations.get', { params: { id: body.id } })).toMatchObject({
      attachments: [{ id: fileId, name: '说明.pdf' }],
    });
    const other = consultationInput({ attachmentIds: ['gone'] });
    expect((await problemOf(office.call('staff.consultations.create', { body: other }))).code).toBe('file.not_found');
    expect(await stored('consultations')).toHaveLength(1);
  });
});
