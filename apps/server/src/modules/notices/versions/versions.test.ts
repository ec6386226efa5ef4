import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import { noticeSource, putDistrict, uploadFile } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { pdf } from '../../documents/documents.fixtures';
import { announcement, startDesk, type Content } from '../drafts/drafts.fixtures';

let server: TestServer;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  desk = await startDesk(server);
});
afterEach(() => server.stop());

/** A file whose text can be read, so that nobody has to sign for it. */
const uploadPaper = async () =>
  (await uploadFile(desk.editor, await pdf({ pages: ['water is back at six'] }), { name: 'a.pdf' })).body;
const words = (...texts: string[]): Content['body'] => texts.map(text => ({ type: 'paragraph', children: [{ text }] }));
const publish = async (id: string) =>
  desk.editor.call('staff.drafts.publish', { params: { id }, body: await desk.seen(id) });
const correct = (id: string, more: Partial<RouteCall<'staff.drafts.correct'>['body']> = {}, client = desk.editor) =>
  client.call('staff.drafts.correct', { params: { id }, body: { id: randomUUID(), reason: '时间写错了', ...more } });
/** Writes, submits, signs and publishes a correction. */
async function carryThrough(draftId: string, change: Partial<Content>) {
  const { content } = await desk.get(draftId);
  await desk.save(draftId, { ...content, ...change } as Content);
  await desk.submit(draftId);
  await desk.sign(draftId, desk.reviewers[0]);
  server.clock.advance(60_000);
  return publish(draftId);
}
const versions = async (id: string) =>
  (await server.anonymous.call('notices.versions', { params: { id }, query: {} })).items;
const diff = (id: string, number: number, query = {}) =>
  server.anonymous.call('notices.versionDiff', { params: { id, number }, query });

async function publicNotice(changes: Partial<Content> = {}): Promise<string> {
  const { id } = await desk.approve(announcement({ body: words('周六停水。', '请提前储水。'), ...changes }));
  await publish(id);
  return id;
}

describe('correction of a public notice', () => {
  it('through the same review -> a new version of the same notice; the old one stays, the public sees what and why', async () => {
    const file = await uploadPaper();
    const id = await publicNotice({ attachmentIds: [file.id] });
    const draft = await correct(id);
    expect(draft).toMatchObject({
      ...{ state: 'writing', corrects: { noticeId: id, reason: '时间写错了', concealsBefore: false } },
      content: { title: '槐影巷周六停水', attachmentIds: [file.id] },
    });
    expect((await problemOf(desk.submit(draft.id))).code).toBe('draft.incomplete');
    await carryThrough(draft.id, { title: '槐影巷周日停水', body: words('周日停水。', '请提前储水。', '谢谢。') });
    expect(await server.anonymous.call('notices.get', { params: { id }, query: {} })).toMatchObject({
      ...{ title: '槐影巷周日停水', version: 2, corrected: { reason: '时间写错了' }, indexNumber: 'QH-2026-00001' },
      ...{ publishedAt: '2026-11-16T02:00:00.000Z', attachments: [{ id: file.id }] },
    });
    expect(await versions(id)).toEqual([
      { number: 2, from: '2026-11-16T02:01:00.000Z', until: null, reason: '时间写错了', isShown: true },
      {
        ...{ number: 1, from: '2026-11-16T02:00:00.000Z', until: '2026-11-16T02:01:00.000Z' },
        ...{ reason: null, isShown: true },
      },
    ]);
    const first = await server.anonymous.call('notices.version', { params: { id, number: 1 }, query: {} });
    expect([first.title, first.attachmentNames]).toEqual(['槐影巷周六停水', ['a.pdf']]);
    const { items, fields, reason } = await diff(id, 2);
    expect(items.map(({ change }) => change)).toEqual(['changed', 'same', 'new']);
    expect([reason, fields]).toEqual([
      '时间写错了',
      [{ field: 'title', label: '标题', before: '槐影巷周六停水', after: '槐影巷周日停水' }],
    ]);
    const page = await diff(id, 2, { limit: 2 });
    expect((await diff(id, 2, { limit: 2, cursor: page.nextCursor })).items).toEqual(items.slice(2));
    expect(await server.collection('outbox').countDocuments({ name: 'notice.updated' })).toBe(1);
  });

  it('the old version held what must not be public -> known of, not shown; a file that went cannot be read', async () => {
    const file = await uploadPaper();
    const id = await publicNotice({ attachmentIds: [file.id] });
    const draft = await correct(id, { concealsBefore: true, reason: '去掉不该公开的附件' });
    await carryThrough(draft.id, { attachmentIds: [] });
    expect((await versions(id)).map(({ isShown }) => isShown)).toEqual([true, false]);
    const old = server.anonymous.call('notices.version', { params: { id, number: 1 }, query: {} });
    expect((await problemOf(old)).code).toBe('notice.version_not_found');
    expect((await problemOf(diff(id, 2))).code).toBe('notice.version_not_found');
    expect((await server.anonymous.fetch(`/api/v1/files/${file.id}`)).status).toBe(404);
  });

  it('two at once -> one draft, the other is led to it; discarded -> another may begin', async () => {
    const id = await publicNotice();
    const outcomes = await Promise.allSettled([correct(id), correct(id)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const fault = await problemOf(correct(id));
    const draftId = String(fault.problem.data?.draftId);
    expect([fault.code, (await desk.get(draftId)).corrects?.noticeId]).toEqual(['draft.exists', id]);
    await desk.editor.call('staff.drafts.discard', { params: { id: draftId }, body: await desk.seen(draftId) });
    expect((await correct(id)).state).toBe('writing');
  });

  it('the notice was taken down meanwhile -> the correction does not bring it back; another unit -> 403', async () => {
    const id = await publicNotice();
    const elsewhere = await server.asStaff('editor', { unitId: 'silent' });
    expect((await problemOf(correct(id, {}, elsewhere))).status).toBe(403);
    const draft = await correct(id);
    await desk.editor.call('staff.notices.takeDown', { params: { id }, body: { reason: '不办了', hidesTitle: true } });
    expect((await problemOf(carryThrough(draft.id, { title: '改' }))).code).toBe('draft.notice_changed');
    const stub = await server.anonymous.call('notices.get', { params: { id }, query: {} });
    expect([stub.title, stub.withdrawn?.reason]).toEqual(['已撤下的信息', '不办了']);
    expect((await problemOf(versions(id))).code).toBe('notice.not_found');
  });

  it('a portal sends it again: as before -> nothing; other words -> ours stay, its publishers are told; as corrected -> settled', async () => {
    const portal = { source: 'portal', externalId: 'art/2026/1' };
    const original = noticeSource({ kind: 'announcement', title: '周六停水', columnIds: ['service-notices'] });
    const put = (change = {}) =>
      server.asService().call('sources.notices.put', { params: portal, body: { ...original, ...change } });
    const { id } = await put();
    const draft = await correct(id);
    await carryThrough(draft.id, { title: '周日停水', madeOn: '2026-11-16' });
    const seen = async (client: Pick<typeof desk.editor, 'call'> = desk.editor) => {
      const { title, sourceConflictAt } = await client.call('notices.get', { params: { id }, query: {} });
      return [title, sourceConflictAt];
    };
    expect((await put()).title).toBe('周日停水');
    expect(await seen()).toEqual(['周日停水', undefined]);
    expect(await put({ title: '周五停水' })).toMatchObject({ title: '周日停水', version: 2 });
    expect(await seen()).toEqual(['周日停水', '2026-11-16T02:01:00.000Z']);
    expect(await seen(server.anonymous)).toEqual(['周日停水', undefined]);
    const refusals = () => server.collection('auditEntries').countDocuments({ action: 'notice.source_refused' });
    await put({ title: '周五停水' });
    expect(await refusals()).toBe(1);
    await put({ title: '周日停水', madeOn: '2026-11-16' });
    expect([await seen(), await refusals()]).toEqual([['周日停水', undefined], 1]);
  });

  it('a portal sent other words: kept ours with a reason -> settled for its publishers, until the portal sends others again', async () => {
    const portal = { source: 'portal', externalId: 'art/2026/1' };
    const original = noticeSource({ kind: 'announcement', title: '周六停水', columnIds: ['service-notices'] });
    const put = (change = {}) =>
      server.asService().call('sources.notices.put', { params: portal, body: { ...original, ...change } });
    const { id } = await put();
    const draft = await correct(id);
    await carryThrough(draft.id, { title: '周日停水', madeOn: '2026-11-16' });
    await put({ title: '周五停水' });
    const seen = async (client: Pick<typeof desk.editor, 'call'> = desk.editor) =>
      client.call('notices.get', { params: { id }, query: {} });
    const keepOurs = (at: string, client: Pick<typeof desk.editor, 'call'> = desk.editor) =>
      client.call('staff.notices.keepOurs', { params: { id }, body: { seen: at, reason: '门户的是上周的。' } });
    const { sourceConflictAt = '' } = await seen();
    const elsewhere = await server.asStaff('editor', { unitId: 'silent' });
    expect((await problemOf(keepOurs(sourceConflictAt, elsewhere))).status).toBe(403);
    expect((await problemOf(keepOurs('2026-11-01T00:00:00.000Z'))).code).toBe('notice.no_conflict');
    const kept = await keepOurs(sourceConflictAt);
    expect(kept).toMatchObject({ title: '周日停水', sourceDismissed: { reason: '门户的是上周的。' } });
    expect(kept.sourceConflictAt).toBeUndefined();
    expect((await seen(server.anonymous)).sourceDismissed).toBeUndefined();
    expect((await problemOf(keepOurs(sourceConflictAt))).code).toBe('notice.no_conflict');
    expect(await server.collection('auditEntries').countDocuments({ action: 'notice.source_dismissed' })).toBe(1);
    await put({ title: '周五停水' });
    expect((await seen()).sourceConflictAt).toBeUndefined();
    await put({ title: '周四停水' });
    const again = await seen();
    expect([again.sourceConflictAt !== undefined, again.sourceDismissed]).toEqual([true, undefined]);
  });

  it('what a secrecy reviewer let pass in the public version -> is not asked again for the same number, a new one is', async () => {
    const secrecy = await server.asStaff('secrecy');
    const withPhone = words('办事电话 19900000001。');
    const { id } = await desk.create(announcement({ body: withPhone }));
    const { revision } = await desk.editor.call('staff.drafts.askSecrecy', {
      params: { id },
      body: { ...(await desk.seen(id)), note: '窗口电话' },
    });
    await secrecy.call('staff.drafts.pass', {
      params: { id },
      body: { revision, paths: ['body.0.children'], reason: '对外公布的电话' },
    });
    await desk.submit(id);
    await desk.sign(id, desk.reviewers[0]);
    await publish(id);
    const draft = await correct(id);
    expect(draft.passes).toMatchObject([{ masked: '199****0001', by: { id: secrecy.staffId } }]);
    const check = async () =>
      (await desk.editor.call('staff.drafts.check', { params: { id: draft.id }, query: {} })).personalData;
    expect(await check()).toMatchObject([{ isPassed: true }]);
    await desk.save(draft.id, { ...draft.content, body: words('办事电话 19900000001、19900000002。') } as Content);
    expect((await check()).map(({ isPassed }) => isPassed)).toEqual([true, false]);
  });
});
