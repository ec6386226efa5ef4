import { putDistrict, uploadFile } from '../../../fixtures/district';
import { secretiveDocx, secretiveXlsx } from '../../documents/documents.fixtures';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { announcement, interpretation, regulation, startDesk, type Client } from './drafts.fixtures';

let server: TestServer;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  desk = await startDesk(server);
});
afterEach(() => server.stop());

const PHONE = '19900000007';
const withPhone = (text = `办事电话 ${PHONE}`) =>
  announcement({ body: [{ type: 'list', ordered: false, items: ['周六停水', text] }] });
const tasksOf = async (client: Client) => (await client.call('staff.desk', { query: {} })).tasks;

describe('review of drafts', () => {
  it('three steps: by three people who did not write it -> approved, with who signed what on the record', async () => {
    const { create, submit, sign, get, editor, reviewers } = desk;
    const { id } = await create(announcement({ columnIds: ['announcements'] }));
    expect(await submit(id)).toMatchObject({ state: 'in_review', step: { number: 1, of: 3, name: '初审' } });
    expect((await get(id, reviewers[0])).abilities).toMatchObject({ sign: true, sendBack: true, save: false });
    expect((await sign(id, reviewers[0])).step).toEqual({ number: 2, of: 3, name: '复审' });
    expect((await problemOf(sign(id, reviewers[0]))).code).toBe('draft.not_yours');
    expect((await problemOf(sign(id, editor))).status).toBe(403);
    await sign(id, reviewers[1]);
    const approved = await sign(id, reviewers[2]);
    expect(approved).toMatchObject({
      ...{ state: 'approved', step: null, writers: [{ id: editor.staffId }] },
      signatures: ['初审', '复审', '终审'].map((name, at) => ({
        ...{ step: at + 1, name, by: { id: reviewers[at]!.staffId }, contentHash: approved.contentHash, isVoid: false },
        checklist: ['accurate', 'timely', 'complete', 'secrecy'],
      })),
    });
    expect(approved.timeline.map(({ act, from, to, step }) => [act, from, to, step])).toEqual([
      ['created', null, 'writing', null],
      ['submitted', 'writing', 'in_review', null],
      ['signed', 'in_review', 'in_review', '初审'],
      ['signed', 'in_review', 'in_review', '复审'],
      ['signed', 'in_review', 'approved', '终审'],
    ]);
    const signed = await server.collection('auditEntries').find({ action: 'notice-draft.signed' }).toArray();
    // Only the last step moves it on.
    expect(signed.map(({ from, to }) => [from, to]).filter(([from]) => from)).toEqual([['in_review', 'approved']]);
    expect(signed).toHaveLength(3);
    expect(await server.collection('outbox').countDocuments({ name: 'notice-draft.signed' })).toBe(3);
  });

  it('a reviewer who wrote in it as well -> signs none of its steps', async () => {
    const { create, save, submit, sign } = desk;
    const both = await server.asStaff(['editor', 'reviewer'], { unitId: 'housing' });
    const { id } = await create(announcement());
    await save(id, announcement({ title: '改了一个字' }), both);
    await submit(id);
    const fault = await problemOf(sign(id, both));
    expect([fault.code, fault.problem.data]).toEqual(['draft.not_yours', { reason: 'wrote' }]);
  });

  it('two sign the same step at once -> one signature, the other is told', async () => {
    const { create, submit, get, reviewers } = desk;
    const { id } = await create(announcement({ columnIds: ['announcements'] }));
    const { revision, contentHash } = await submit(id);
    const body = {
      ...{ revision, contentHash },
      checklist: { accurate: true, timely: true, complete: true, secrecy: true } as const,
    };
    const outcomes = await Promise.allSettled(
      reviewers.map(reviewer => reviewer.call('staff.drafts.sign', { params: { id }, body })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get(id)).signatures).toHaveLength(1);
  });

  it('sign: other content than the present one, a box that is not ticked, another unit’s reviewer -> refused', async () => {
    const { create, submit, reviewers } = desk;
    const { id } = await create(announcement());
    const { revision, contentHash } = await submit(id);
    const checklist = { accurate: true, timely: true, complete: true, secrecy: true } as const;
    const sign = (change: object, client: Client = reviewers[0]) =>
      client.call('staff.drafts.sign', { params: { id }, body: { revision, contentHash, checklist, ...change } });
    expect((await problemOf(sign({ contentHash: 'f'.repeat(64) }))).code).toBe('draft.conflict');
    expect((await problemOf(sign({ checklist: { ...checklist, secrecy: false } }))).status).toBe(422);
    expect((await problemOf(sign({}, await server.asStaff('reviewer', { unitId: 'silent' })))).code).toBe(
      'draft.not_found',
    );
  });

  it('recalled and changed -> every signature is void; sent back unchanged -> goes on where it was stopped', async () => {
    const { create, submit, sign, sendBack, save, seen, get, editor, reviewers } = desk;
    const content = announcement({ columnIds: ['announcements'] });
    const { id } = await create(content);
    await submit(id);
    await sign(id, reviewers[0]);
    const back = await sendBack(id, 'writer', reviewers[1]);
    expect(back).toMatchObject({
      ...{ state: 'sent_back', sentBack: { by: { id: reviewers[1].staffId }, comment: '日期写错了' } },
    });
    expect(await submit(id)).toMatchObject({ step: { name: '复审' }, sentBack: null });
    expect((await problemOf(save(id, { ...content, title: '审着的时候改' }))).code).toBe('draft.state');
    await editor.call('staff.drafts.recall', { params: { id }, body: await seen(id) });
    await save(id, { ...content, title: '停水改到周日' });
    expect((await get(id)).signatures).toMatchObject([{ isVoid: true }]);
    expect((await submit(id)).step?.name).toBe('初审');
    await sign(id, reviewers[0]);
    await sign(id, reviewers[1]);
    expect((await problemOf(sendBack(id, 3, reviewers[2]))).code).toBe('draft.state');
    expect((await sendBack(id, 1, reviewers[2])).step?.name).toBe('初审');
    expect((await get(id)).signatures.map(({ isVoid }) => isVoid)).toEqual([true, true, true]);
  });

  it('the desk: what I sign, what came back to me, what I publish -> each with its step and since when', async () => {
    const { create, submit, sign, sendBack, editor, reviewers } = desk;
    const { id } = await create(announcement({ columnIds: ['livelihood'] }));
    await submit(id);
    expect(await tasksOf(reviewers[0])).toEqual([
      expect.objectContaining({
        ...{ kind: 'draft', recordId: id, title: '槐影巷周六停水', note: '公开信息 · 初审' },
        since: '2026-11-16T02:00:00.000Z',
      }),
    ]);
    expect(await tasksOf(await server.asStaff('reviewer', { unitId: 'silent' }))).toEqual([]);
    await sign(id, reviewers[0]);
    expect([await tasksOf(reviewers[0]), (await tasksOf(reviewers[1]))[0]?.note]).toEqual([[], '公开信息 · 终审']);
    await sendBack(id, 'writer', reviewers[1]);
    expect((await tasksOf(editor))[0]).toMatchObject({ note: '退回：日期写错了', step: '改好再送审' });
    await submit(id);
    await sign(id, reviewers[1]);
    expect((await tasksOf(editor))[0]?.note).toBe('公开信息 · 审核通过');
  });
});

describe('gate before the review', () => {
  it.each([
    ['announcement', ['title', 'columnIds', 'body', 'madeOn']],
    [
      'regulation',
      ['title', 'columnIds', 'body', 'documentClass', 'documentNumber', 'madeOn', 'effectiveOn', 'keyPoints'],
    ],
    ['posting', ['title', 'columnIds', 'body', 'madeOn', 'posting', 'posting.kind', 'posting.objection']],
    ['interpretation', ['title', 'columnIds', 'body', 'madeOn', 'relatedIds']],
    ['news', ['title', 'columnIds', 'body']],
  ] as const)('submit: an empty %s -> every fact that is missing is named, nothing moves', async (kind, paths) => {
    const { create, submit, get } = desk;
    const { id } = await create({ kind, unitId: 'housing' });
    const fault = await problemOf(submit(id));
    expect([fault.status, fault.code, fault.problem.errors?.map(({ path }) => path)]).toEqual([
      ...[422, 'draft.incomplete', paths],
    ]);
    expect((await get(id)).state).toBe('writing');
  });

  it('submit: links to what is not there, a picture without words, dates crossed -> each by its place', async () => {
    const { create, submit, editor } = desk;
    const draft = await create({
      ...announcement({ columnIds: ['gone'], entryIds: ['gone'], areaIds: ['gone'] }),
      relatedIds: [{ relation: 'related', id: 'gone' }],
      body: [{ type: 'image', fileId: (await uploadFile(editor, PNG)).body.id, alt: ' ' }],
      ...{ effectiveOn: '2026-12-01', abolishedOn: '2026-11-01' },
    });
    const fault = await problemOf(submit(draft.id));
    expect(fault.problem.errors?.map(({ path }) => path)).toEqual([
      ...['body.0.alt', 'abolishedOn', 'columnIds.0', 'entryIds.0', 'areaIds.0', 'relatedIds.0'],
    ]);
    const check = await editor.call('staff.drafts.check', { params: { id: draft.id }, query: {} });
    expect(check.faults).toEqual(fault.problem.errors);
  });

  it('numbers of persons: in text, cells and file names -> told by place and mask; the draft stays where it is', async () => {
    const { create, submit, editor } = desk;
    const file = (await uploadFile(editor, PNG, { name: `${PHONE}.png` })).body;
    const { id } = await create(
      announcement({
        body: [
          { type: 'paragraph', children: [{ text: '电话 199' }, { text: '00000007' }] },
          { type: 'table', head: ['姓名', '证件'], rows: [['周文兰', '11010519491231002X']] },
        ],
        attachmentIds: [file.id],
      }),
    );
    const { personalData } = await editor.call('staff.drafts.check', { params: { id }, query: {} });
    expect(personalData).toMatchObject([
      { path: 'body.0.children', kind: 'mobile', start: 3, end: 14, isPassed: false },
      { path: 'body.1.rows.0.1', kind: 'idNumber', label: '身份证号' },
      { path: 'attachmentIds.0', kind: 'mobile' },
      { path: 'attachmentIds.0', kind: 'unreadable', masked: '图片里的字查不到。' },
    ]);
    expect(JSON.stringify(personalData)).not.toContain(PHONE);
    const fault = await problemOf(submit(id));
    expect([fault.code, fault.problem.errors?.length]).toEqual(['notice.personal_data', 4]);
  });

  it('comments, tracked changes, hidden text and properties of a file -> taken out before anybody signs, once', async () => {
    const { create, submit, seen, editor } = desk;
    const { body: file } = await uploadFile(editor, await secretiveDocx(), { name: '办法.docx' });
    const { id } = await create(announcement({ attachmentIds: [file.id] }));
    const scanned = async () =>
      (await editor.call('staff.documents.scan', { body: { fileIds: [file.id] } })).items[0]!.hits.map(
        hit => hit.place,
      );
    const places = await scanned();
    expect(places.length).toBeGreaterThan(3);
    await problemOf(submit(id));
    const left = await scanned();
    expect(left.length).toBeLessThan(places.length);
    const stored = () =>
      server.collection<{ _id: string; sha256: string; bytesId: string }>('files').findOne({ _id: file.id });
    const cleaned = await stored();
    await problemOf(submit(id));
    expect(await stored()).toEqual(cleaned);
    expect(await server.collection('fileBytes.files').countDocuments()).toBe(1);
    expect(await server.collection('fileWrites').countDocuments()).toBe(0);
    expect((await seen(id)).revision).toBe(1);
  });

  it('numbers within a file, a picture -> stop it until a secrecy reviewer signs for them by name', async () => {
    const { create, submit, seen, editor } = desk;
    const secrecy = await server.asStaff('secrecy');
    const files = [await uploadFile(editor, await secretiveXlsx(), { name: '表.xlsx' }), await uploadFile(editor, PNG)];
    const { id } = await create(announcement({ attachmentIds: files.map(({ body }) => body.id) }));
    const fault = await problemOf(submit(id));
    expect(fault.code).toBe('notice.personal_data');
    expect(new Set(fault.problem.errors?.map(({ path }) => path))).toEqual(
      new Set(['attachmentIds.0', 'attachmentIds.1']),
    );
    await editor.call('staff.drafts.askSecrecy', { params: { id }, body: { ...(await seen(id)), note: '看过了' } });
    const passed = await secrecy.call('staff.drafts.pass', {
      params: { id },
      body: { ...(await seen(id)), paths: ['attachmentIds.0', 'attachmentIds.1'], reason: '逐条看过' },
    });
    expect(passed.passes.map(({ kind }) => kind)).toContain('unreadable');
    expect((await submit(id)).state).toBe('in_review');
  });

  it('a number that belongs to the public: only a secrecy reviewer lets it pass, with a reason that stays', async () => {
    const { create, submit, save, seen, get, editor, reviewers } = desk;
    const secrecy = await server.asStaff('secrecy');
    const { id } = await create(withPhone());
    const pass = async (client: Client, paths = ['body.0.items.1']) =>
      client.call('staff.drafts.pass', {
        params: { id },
        body: { ...(await seen(id)), paths, reason: '办事窗口电话' },
      });
    for (const client of [editor, reviewers[0]]) expect((await problemOf(pass(client))).status).toBe(403);
    await editor.call('staff.drafts.askSecrecy', { params: { id }, body: { ...(await seen(id)), note: '窗口电话' } });
    expect((await tasksOf(secrecy))[0]).toMatchObject({ recordId: id, note: '公开信息 · 窗口电话' });
    expect((await problemOf(pass(secrecy, ['body.0.items.0']))).status).toBe(422);
    expect(await pass(secrecy)).toMatchObject({
      passes: [{ kind: 'mobile', reason: '办事窗口电话', by: { id: secrecy.staffId } }],
      secrecyAsked: null,
    });
    expect(await tasksOf(secrecy)).toEqual([]);
    const stored = await server.collection('noticeDrafts').findOne({ _id: id });
    expect(JSON.stringify(stored?.passes)).not.toContain(PHONE);
    // The same number elsewhere and with gaps is the same; another one is not.
    await save(id, withPhone('199 0000 0007 是窗口电话'));
    expect((await submit(id)).state).toBe('in_review');
    await editor.call('staff.drafts.recall', { params: { id }, body: await seen(id) });
    await save(id, withPhone('另一个 19900000008'));
    expect((await problemOf(submit(id))).code).toBe('notice.personal_data');
    expect((await get(id)).passes).toHaveLength(1);
  });

  it('a number that does not pass: refused with a comment -> back with the writer, gone from the desk', async () => {
    const { create, seen, editor } = desk;
    const secrecy = await server.asStaff('secrecy', { unitId: 'housing' });
    const { id } = await create(withPhone());
    const refuse = async () =>
      secrecy.call('staff.drafts.refusePass', { params: { id }, body: { ...(await seen(id)), comment: '私人手机' } });
    expect((await problemOf(refuse())).code).toBe('draft.state');
    await editor.call('staff.drafts.askSecrecy', { params: { id }, body: { ...(await seen(id)), note: '窗口电话' } });
    expect(await refuse()).toMatchObject({ state: 'sent_back', sentBack: { comment: '私人手机' }, secrecyAsked: null });
    expect([await tasksOf(secrecy), (await tasksOf(editor))[0]?.note]).toEqual([[], '退回：私人手机']);
  });
});

describe('a file and its interpretation (三同步)', () => {
  it('the last step: no interpretation submitted -> 409; one in review -> approved', async () => {
    const { create, submit, sign, get, reviewers } = desk;
    const { id } = await create(regulation());
    await submit(id);
    await sign(id, reviewers[0]);
    await sign(id, reviewers[1]);
    expect((await problemOf(sign(id, reviewers[2]))).code).toBe('draft.interpretation_missing');
    const paper = await create(interpretation(id));
    expect((await problemOf(sign(id, reviewers[2]))).code).toBe('draft.interpretation_missing');
    await submit(paper.id);
    expect((await sign(id, reviewers[2])).state).toBe('approved');
    expect((await get(id)).interpretations).toEqual([
      { id: paper.id, title: '一图看懂加装电梯补助', state: 'in_review' },
    ]);
  });

  it('waived: by a reviewer with a reason, never by the writer -> approved without', async () => {
    const { create, submit, sign, seen, reviewers, editor } = desk;
    const { id } = await create(regulation());
    await submit(id);
    const waive = async (client: Client) =>
      client.call('staff.drafts.waiveInterpretation', {
        params: { id },
        body: { ...(await seen(id)), reason: '只改了一个联系电话' },
      });
    expect((await problemOf(waive(editor))).status).toBe(403);
    expect((await waive(reviewers[0])).waiver).toMatchObject({ reason: '只改了一个联系电话' });
    for (const reviewer of reviewers.slice(0, 2)) await sign(id, reviewer);
    expect((await sign(id, reviewers[2])).state).toBe('approved');
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
