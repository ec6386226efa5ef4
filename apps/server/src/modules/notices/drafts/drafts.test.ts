import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import { putDistrict, uploadFile } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';

let server: TestServer;
type Client = Awaited<ReturnType<TestServer['asStaff']>>;
type Content = RouteCall<'staff.drafts.create'>['body']['content'];
let editor: Client;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  editor = await server.asStaff('editor', { unitId: 'housing' });
});
afterEach(() => server.stop());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const content = (changes: Partial<Content> = {}): Content => ({ kind: 'announcement', unitId: 'housing', ...changes });
const create = (changes: Partial<Content> = {}, client: Client = editor) =>
  client.call('staff.drafts.create', { body: { id: randomUUID(), content: content(changes) } });
const save = (id: string, revision: number, changes: Partial<Content>, client: Client = editor) =>
  client.call('staff.drafts.save', { params: { id }, body: { revision, content: content(changes) } });
const get = (id: string, client: Client = editor) => client.call('staff.drafts.get', { params: { id }, query: {} });

describe('drafts of notices', () => {
  it('create: with kind and unit only -> a draft in writing; the same again -> the same; other content, another hand -> 409', async () => {
    const body = { id: randomUUID(), content: content() };
    const call = (client: Client, changes = {}) =>
      client.call('staff.drafts.create', { body: { ...body, content: { ...body.content, ...changes } } });
    const [first, second] = await Promise.all([call(editor), call(editor)]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      ...{ title: '', state: 'writing', step: null, revision: 1, createdBy: { id: editor.staffId, name: '测试员' } },
      abilities: { save: true, submit: true, discard: true, recall: false, sign: false },
      timeline: [{ act: 'created', from: null, to: 'writing', by: { id: editor.staffId } }],
    });
    expect((await problemOf(call(editor, { title: '别的' }))).code).toBe('id.conflict');
    const colleague = await server.asStaff('editor', { unitId: 'housing' });
    expect((await problemOf(call(colleague))).code).toBe('id.conflict');
    expect(await server.collection('auditEntries').countDocuments({ action: 'notice-draft.created' })).toBe(1);
  });

  it('create: for a unit that is not mine, or is not there -> 403, 422', async () => {
    expect((await problemOf(create({ unitId: 'district-office' }))).code).toBe('auth.forbidden');
    const everywhere = await server.asStaff('office');
    expect((await problemOf(create({ unitId: 'nowhere' }, everywhere))).code).toBe('request.invalid');
  });

  it('read: who writes, reviews or checks for the unit -> reads; another unit -> 404; not public', async () => {
    const { id } = await create();
    for (const role of ['editor', 'reviewer', 'secrecy'] as const)
      expect((await get(id, await server.asStaff(role, { unitId: 'housing' }))).id).toBe(id);
    for (const role of ['editor', 'reviewer'] as const)
      expect((await problemOf(get(id, await server.asStaff(role, { unitId: 'silent' })))).code).toBe('draft.not_found');
    expect((await problemOf(server.anonymous.call('notices.get', { params: { id } }))).code).toBe('notice.not_found');
    const reviewer = await server.asStaff('reviewer', { unitId: 'housing' });
    expect(Object.values((await get(id, reviewer)).abilities!)).not.toContain(true);
    expect((await problemOf(save(id, 1, { title: '替你写' }, reviewer))).status).toBe(403);
  });

  it('save: writes what is new; the same again, as after a lost answer -> 200 and nothing is written; one sitting -> one line', async () => {
    const { id } = await create();
    const first = await save(id, 1, { title: '关于停水的通知' });
    expect(first.revision).toBe(2);
    expect(await save(id, 1, { title: '关于停水的通知' })).toEqual(first);
    server.clock.advance(20_000);
    const second = await save(id, 2, { title: '关于停水的通知', keyPoints: ['周六停水'] });
    expect(second.revision).toBe(3);
    const draft = await get(id);
    expect(draft).toMatchObject({ ...second, title: '关于停水的通知', content: { keyPoints: ['周六停水'] } });
    expect(draft.timeline.map(({ act, at }) => [act, at])).toEqual([
      ['created', '2026-11-16T02:00:00.000Z'],
      ['saved', '2026-11-16T02:00:20.000Z'],
    ]);
    server.clock.advance(11 * 60_000);
    await save(id, 3, { title: '关于停水的通知（改）' });
    expect((await get(id)).timeline).toHaveLength(3);
    expect(await server.collection('auditEntries').countDocuments({ action: 'notice-draft.saved' })).toBe(2);
  });

  it('save: two at once on the same revision -> one wins; the other is told who saved and when, and loses nothing', async () => {
    const { id } = await create();
    const colleague = await server.asStaff('editor', { unitId: 'housing' });
    const outcomes = await Promise.allSettled([
      save(id, 1, { title: '甲写的' }),
      save(id, 1, { title: '乙写的' }, colleague),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const isFirst = outcomes[0].status === 'fulfilled';
    const [winner, loser] = isFirst ? [editor, colleague] : [colleague, editor];
    const fault = await problemOf(save(id, 1, { title: '再来一次' }, loser));
    expect([fault.status, fault.code, fault.problem.data]).toEqual([
      409,
      'draft.conflict',
      {
        revision: 2,
        updatedBy: { id: winner.staffId, name: '测试员' },
        updatedAt: '2026-11-16T02:00:00.000Z',
      },
    ]);
    expect((await get(id)).title).toBe(isFirst ? '甲写的' : '乙写的');
    expect((await save(id, 2, { title: '合起来的' }, loser)).revision).toBe(3);
  });

  it('files: kept by the draft from the first save, for its readers only', async () => {
    const { id } = await create();
    const file = (await uploadFile(editor, PNG)).body;
    await save(id, 1, { attachmentIds: [file.id] });
    expect((await get(id)).files).toEqual([expect.objectContaining({ id: file.id, name: 'a.png' })]);
    const statusFor = async (client: Pick<Client, 'fetch'>) => (await client.fetch(`/api/v1/files/${file.id}`)).status;
    expect(await statusFor(await server.asStaff('reviewer', { unitId: 'housing' }))).toBe(200);
    expect(await statusFor(await server.asStaff('editor', { unitId: 'silent' }))).toBe(404);
    expect(await statusFor(server.anonymous)).toBe(404);
    server.clock.advance(48 * 3_600_000);
    await server.runSchedule('files.sweep');
    expect(await statusFor(await server.asStaff('editor', { unitId: 'housing' }))).toBe(200);
  });

  it('list: of my units, the newest change first, by state and hand, in pages', async () => {
    const colleague = await server.asStaff('editor', { unitId: 'housing' });
    for (const [index, client] of [editor, colleague, editor].entries()) {
      server.clock.advance(1_000);
      await create({ title: `第 ${index}` }, client);
    }
    await create({ unitId: 'silent', title: '别家的' }, await server.asStaff('editor', { unitId: 'silent' }));
    const titles = async (query: object, client: Client = editor) =>
      (await client.call('staff.drafts.list', { query })).items.map(item => item.title);
    expect(await titles({})).toEqual(['第 2', '第 1', '第 0']);
    expect(await titles({ mine: 'true' })).toEqual(['第 2', '第 0']);
    expect(await titles({ unit: 'silent' })).toEqual([]);
    expect(await titles({ unit: 'silent' }, await server.asStaff('secrecy'))).toEqual(['别家的']);
    expect(await titles({ state: 'in_review' })).toEqual([]);
    const page = await editor.call('staff.drafts.list', { query: { limit: 2, state: 'writing' } });
    expect(await titles({ limit: 2, state: 'writing', cursor: page.nextCursor! })).toEqual(['第 0']);
  });

  it('discard: by the unit, once; nothing is saved in it afterwards', async () => {
    const { id } = await create();
    const discard = (revision: number, client: Client = editor) =>
      client.call('staff.drafts.discard', { params: { id }, body: { revision } });
    const reviewer = await server.asStaff(['reviewer', 'street'], { unitId: 'silent' });
    expect((await problemOf(discard(1, reviewer))).code).toBe('draft.not_found');
    expect((await problemOf(discard(7))).code).toBe('draft.conflict');
    expect(await discard(1)).toMatchObject({ state: 'discarded', abilities: { save: false, discard: false } });
    expect((await problemOf(discard(2))).code).toBe('draft.state');
    expect((await problemOf(save(id, 2, { title: '还想写' }))).code).toBe('draft.state');
  });

  it('search: a draft that many newer ones lie above -> found by words of its title, of my units only, after each change of it', async () => {
    const { id } = await create({ title: '关于槐影巷周六停水的通知' });
    for (let at = 0; at < 105; at += 1) await create({ title: `关于第${at}号楼检修的通知` });
    const find = async (q: string, client = editor) =>
      (await client.call('staff.search', { query: { q } })).items.filter(({ kind }) => kind === 'draft');
    expect(await find('槐影巷周六')).toMatchObject([{ id, title: '关于槐影巷周六停水的通知' }]);
    expect(await find('周日')).toEqual([]);
    expect(await find('停水', await server.asStaff('editor', { unitId: 'silent' }))).toEqual([]);
    await save(id, 1, { title: '关于槐影巷周日停水的通知' });
    expect([await find('周六'), (await find('周日')).map(one => one.id)]).toEqual([[], [id]]);
    expect(await find('的通知')).toHaveLength(6);
  });
});
