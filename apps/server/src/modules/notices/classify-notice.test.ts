import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../testing';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

type Source = Partial<ReturnType<typeof noticeSource>>;
const publish = async (changes: Source = {}): Promise<string> => {
  const body = { ...noticeSource(changes), id: randomUUID() };
  return (await (await server.asStaff('office')).call('staff.notices.create', { body })).id;
};
const classify = (staff: TestClient, id: string, documentClass: 'rule' | 'normative' | 'other' = 'normative') =>
  staff.call('staff.notices.classify', { params: { id }, body: { documentClass } });
const read = (id: string) => server.anonymous.call('notices.get', { params: { id }, query: {} });
const put = (changes: Source = {}) =>
  server.asService().call('sources.notices.put', {
    params: { source: 'portal', externalId: 'a-1' },
    body: noticeSource(changes),
  });

describe('staff.notices.classify', () => {
  it('by who writes the report of its unit -> shown, listed under its class, audited from what to what; no new version', async () => {
    const [id] = [await publish(), await publish({ documentClass: 'other' })];
    const officer = await server.asStaff('officer', { unitId: 'housing' });
    expect(await classify(officer, id)).toMatchObject({ documentClass: 'normative', abilities: { classify: true } });
    expect(await classify(officer, id, 'rule')).toMatchObject({ documentClass: 'rule' });
    expect(await read(id)).toMatchObject({ documentClass: 'rule', version: 1, corrected: null });
    const { items } = await server.anonymous.call('notices.list', { query: { documentClass: 'rule' } });
    expect(items.map(one => one.id)).toEqual([id]);
    const { items: before } = await server.anonymous.call('notices.list', { query: { documentClass: 'normative' } });
    expect(before).toEqual([]);
    const audit = await server.collection('auditEntries').find({ action: 'notice.classified' }).toArray();
    expect(audit.map(({ from, to }) => [from, to]).sort()).toEqual([
      ['none', 'normative'],
      ['normative', 'rule'],
    ]);
  });

  it('officer of another unit -> 403; no paper -> 409; taken down -> 404', async () => {
    const id = await publish();
    const stranger = await server.asStaff('officer', { unitId: 'silent' });
    expect((await problemOf(classify(stranger, id))).status).toBe(403);
    const officer = await server.asStaff('officer', { unitId: 'housing' });
    const news = await publish({ kind: 'news' });
    expect((await problemOf(classify(officer, news))).code).toBe('notice.not_a_document');
    const office = await server.asStaff('office');
    await office.call('staff.notices.takeDown', { params: { id }, body: { reason: '重复了' } });
    expect((await problemOf(classify(officer, id))).code).toBe('notice.not_found');
  });

  it('a correction of it is on its way -> refused, the class is said there', async () => {
    const id = await publish();
    const editor = await server.asStaff('editor', { unitId: 'housing' });
    const body = { id: randomUUID(), reason: '日期写错了' };
    await editor.call('staff.drafts.correct', { params: { id }, body });
    expect((await problemOf(classify(editor, id))).code).toBe('draft.exists');
  });
});

describe('the class of a paper', () => {
  it('a portal that does not know it sends other words -> the words are new, the class stays', async () => {
    const { id } = await put();
    await classify(await server.asStaff('editor', { unitId: 'housing' }), id);
    expect(await put({ title: '改了标题' })).toMatchObject({ title: '改了标题', documentClass: 'normative' });
    const { items } = await server.anonymous.call('notices.list', { query: { documentClass: 'normative' } });
    expect(items.map(one => one.title)).toEqual(['改了标题']);
    // The same once more writes nothing, although the class is not among what it sent.
    const before = await server.collection('notices').findOne();
    await put({ title: '改了标题' });
    expect(await server.collection('notices').findOne()).toEqual(before);
  });

  it('of what is no paper -> 422 that names it', async () => {
    expect((await problemOf(publish({ kind: 'news', documentClass: 'other' }))).problem.errors).toMatchObject([
      { path: 'documentClass' },
    ]);
  });
});
