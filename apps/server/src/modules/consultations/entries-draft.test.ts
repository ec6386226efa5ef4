import { randomUUID } from 'node:crypto';
import { ENTRY_FIELDS, type EntryFieldName } from '@bandeng/contracts/schemas';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { commentInput, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
let office: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  office = await server.asStaff('office');
});
afterEach(() => server.stop());

const AFTER_WINDOW = '2026-12-01T16:00:00.000Z';
const DOMAIN = 'elderly-care';
const meals = 'entry-meals';
const beds = 'entry-beds';

const entry = (entryId: string, name: string, timeLimits: string) => ({
  entryId,
  domainId: DOMAIN,
  path: ['养老服务业务'],
  name,
  texts: {
    content: '发放名单\n发放标准',
    basis: '《政府信息公开条例》',
    timeLimits,
    publisher: '栖河区民政局',
    channels: '■政府网站',
    level: '县级',
    mode: '主动',
    attribute: '主动公开',
  },
});

/** An edition in force and a draft of the next one: one entry changed in one column, one new. */
async function putEditions(): Promise<{ draftId: string }> {
  const { catalog } = server.deps.modules;
  const at = new Date('2026-10-01T00:00:00.000Z');
  const given = { title: '标准目录', createdAt: at };
  await catalog.api.seedEdition({
    ...given,
    id: 'edition-1',
    number: '2025',
    state: 'frozen',
    isInForce: true,
    frozenAt: at,
    entries: [entry(meals, '助餐补贴发放结果', '信息形成之日起20个工作日内')],
  });
  await catalog.api.seedEdition({
    ...given,
    id: 'edition-2',
    number: null,
    state: 'draft',
    isInForce: false,
    frozenAt: null,
    entries: [
      entry(meals, '助餐补贴发放结果', '信息形成之日起10个工作日内'),
      entry(beds, '养老床位', '信息形成之日起20个工作日内'),
    ],
  });
  return { draftId: 'edition-2' };
}
const openEntries = async () => {
  const { draftId } = await putEditions();
  return openConsultation(office, {
    kind: 'standardCatalog',
    display: 'after_check',
    domainIds: [DOMAIN],
    draft: { kind: 'entries', editionId: draftId },
  });
};
const sayAbout = async (id: string, field: EntryFieldName | undefined, over: Parameters<typeof commentInput>[0] = {}) =>
  (await server.asResident()).call('consultations.comments.create', {
    params: { id },
    body: commentInput({ target: { kind: 'entry', id: meals, ...(field && { field }) }, ...over }),
  });

describe('a draft made of the entries of an edition', () => {
  it('draft: each entry with its columns and what changes against what is in force; the edition is closed to changes', async () => {
    const { id } = await openEntries();
    expect(await server.anonymous.call('consultations.get', { params: { id } })).toMatchObject({
      draftKind: 'entries',
      editionId: 'edition-2',
      itemCount: 2,
      changedCount: 2,
      closesOn: '2026-12-01',
    });
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    if (draft.kind !== 'entries') throw new Error('entries expected');
    expect(draft.items.map(item => [item.id, item.change])).toEqual([
      [meals, 'changed'],
      [beds, 'new'],
    ]);
    const [first] = draft.items;
    expect(first!.fields.find(field => field.field === 'timeLimits')).toEqual({
      field: 'timeLimits',
      label: '公开时限',
      before: '信息形成之日起20个工作日内',
      after: '信息形成之日起10个工作日内',
      value: '信息形成之日起10个工作日内',
      changed: true,
      commentCount: 0,
    });
    expect(first!.fields.find(field => field.field === 'publisher')).toMatchObject({ changed: false });
    expect(first!.fields.map(field => field.field)).toEqual(ENTRY_FIELDS);
    expect(first!.fields.find(field => field.field === 'supervisionPhone')).toEqual({
      field: 'supervisionPhone',
      label: '监督举报电话',
      before: null,
      after: null,
      value: '',
      changed: false,
      commentCount: 0,
    });
    const changed = await server.anonymous.call('consultations.draft', {
      params: { id },
      query: { change: 'changed' },
    });
    expect(changed.items.map(item => item.id)).toEqual([meals]);
    const edit = office.call('staff.editions.edit', {
      params: { id: 'edition-2' },
      body: { edits: [{ entryId: meals, field: 'timeLimits', text: '即时' }] },
    });
    expect((await problemOf(edit)).code).toBe('edition.state');
  });

  it('comment: on one column -> counted there, found there, worded so; on a column that is empty too; missing entry under the domain', async () => {
    const { id } = await openEntries();
    const comment = await sayAbout(id, 'timeLimits', { proposedText: '信息形成之日起5个工作日内' });
    expect(comment.targetLabel).toBe('公开时限 · 助餐补贴发放结果');
    await sayAbout(id, 'phone', { body: '19900000001', proposedText: '19900000001' });
    await sayAbout(id, undefined);
    const missing = await sayAbout(id, undefined, { target: { kind: 'addition', parentId: DOMAIN } });
    expect(missing.targetLabel).toBe('建议增加');
    await server.runWorker();
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    if (draft.kind !== 'entries') throw new Error('entries expected');
    expect(draft.items[0]).toMatchObject({ commentCount: 3 });
    expect(draft.items[0]!.fields.find(field => field.field === 'timeLimits')).toMatchObject({ commentCount: 1 });
    expect(draft.items[0]!.fields.find(field => field.field === 'phone')).toMatchObject({ value: '', commentCount: 1 });
    const list = async (query: object) =>
      (await server.anonymous.call('consultations.comments.list', { params: { id }, query })).items;
    expect(await list({ target: meals, field: 'timeLimits' })).toMatchObject([{ id: comment.id }]);
    expect(await list({ target: meals, field: 'phone' })).toMatchObject([
      { body: '19900000001', proposedText: '19900000001' },
    ]);
    expect(await list({ field: 'timeLimits' })).toMatchObject([{ id: comment.id }]);
    expect(await list({ target: meals })).toHaveLength(3);
    const wrong = sayAbout(id, undefined, { target: { kind: 'clause', id: meals } });
    expect((await problemOf(wrong)).code).toBe('comment.target_unknown');
    const column = sayAbout(id, 'colour' as EntryFieldName);
    expect((await problemOf(column)).status).toBe(422);
  });

  it('outcome: an adopted wording -> in the next edition, whose diff names the comment and what repeats it', async () => {
    const { id } = await openEntries();
    const proposedText = '信息形成之日起5个工作日内';
    const main = await sayAbout(id, 'timeLimits', { proposedText });
    const repeat = await sayAbout(id, 'timeLimits', { proposedText });
    const refused = await sayAbout(id, 'publisher', { proposedText: '柳荫街道办事处' });
    const loose = await sayAbout(id, 'stage', { proposedText: '越早越好' });
    server.clock.set(AFTER_WINDOW);
    const later = await server.asStaff('office');
    const answer = (commentId: string, result: 'adopted' | 'not_adopted') =>
      later.call('staff.comments.answer', { params: { id, commentId }, body: { result, reason: '说得对。' } });
    await answer(main.id, 'adopted');
    await answer(refused.id, 'not_adopted');
    await answer(loose.id, 'adopted');
    await later.call('staff.comments.duplicate', {
      params: { id, commentId: repeat.id },
      body: { duplicateOf: main.id },
    });
    const nextEditionId = randomUUID();
    await later.call('staff.editions.create', {
      body: { id: nextEditionId, title: '标准目录（2026 年版）', baseEditionId: 'edition-2', domainIds: [DOMAIN] },
    });
    const body = { summary: [], nextEditionId };
    expect(await later.call('staff.consultations.publishOutcome', { params: { id }, body })).toMatchObject({
      nextEditionId,
    });
    const diff = await later.call('editions.diff', { params: { id: nextEditionId } });
    const change = diff.items.find(item => item.entryId === meals)!;
    expect(change.fields).toMatchObject([{ field: 'timeLimits', after: proposedText }]);
    expect([...change.commentIds].sort()).toEqual([main.id, repeat.id].sort());
    const draft = await server.anonymous.call('consultations.draft', { params: { id } });
    if (draft.kind !== 'entries') throw new Error('entries expected');
    expect(draft.items[0]!.fields.find(field => field.field === 'timeLimits')).toMatchObject({
      value: '信息形成之日起10个工作日内',
    });
  });
});
