import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import { noticeSource, putDistrict, uploadFile } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { entryNamed, putInForce } from '../../catalog/catalog.fixtures';
import { picture } from '../../documents/documents.fixtures';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  editor = await server.asStaff('editor', { unitId: 'housing' });
});
afterEach(() => server.stop());

/** A notice that fulfils an entry; the sample asks for website, new media, reading point and bulletin board. */
async function publish(changes: Parameters<typeof noticeSource>[0] = {}): Promise<string> {
  const office = await server.asStaff('office', { unitId: 'housing' });
  const { id } = await office.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
  await server.runWorker();
  return id;
}
const fulfilling = async () => {
  await putInForce(server);
  return publish({ entryIds: [(await entryNamed(server, '本级政策解读')).id] });
};
const list = (id: string, client: Pick<typeof editor, 'call'> = editor) =>
  client.call('staff.notices.channels', { params: { id }, query: {} });
type Body = RouteCall<'staff.notices.logChannel'>['body'];
const log = (id: string, channel: 'bulletin_board' | 'reading_point', body: Partial<Body> = {}, client = editor) =>
  client.call('staff.notices.logChannel', {
    params: { id },
    body: { channel, doneOn: '2026-11-16', link: 'https://example.org/1', ...body },
  });
const waiting = async (client = editor) =>
  (await client.call('staff.desk', { query: {} })).tasks.filter(({ kind }) => kind === 'channels');

describe('channels of a notice', () => {
  it('published -> our own are marked with their second, the others wait; what its entry requires is on the desk of its unit', async () => {
    const id = await fulfilling();
    const { items, missing } = await list(id);
    expect(items).toHaveLength(13);
    expect(items.filter(({ doneBy }) => doneBy === 'system')).toMatchObject([
      { channel: 'website', required: true, doneOn: '2026-11-10', at: '2026-11-10T02:00:00.000Z' },
      { channel: 'new_media', required: true, doneOn: '2026-11-10' },
    ]);
    const open = items.filter(({ required, doneOn }) => required && doneOn === null).map(({ channel }) => channel);
    expect([open, missing]).toEqual([['reading_point', 'bulletin_board'], 2]);
    expect(await waiting()).toMatchObject([
      { recordId: id, note: '还缺：公开查阅点、社区/企事业单位/村公示栏(电子屏)', step: '贴好、送到以后记一笔' },
    ]);
    expect(await waiting(await server.asStaff('editor', { unitId: 'silent' }))).toEqual([]);
  });

  it('written down with a link or a photo -> by whom and when, the photo for staff only; all there -> gone from the desk', async () => {
    const id = await fulfilling();
    const photo = (await uploadFile(editor, await picture(), { name: '公示栏.png' })).body;
    const posted = await log(id, 'bulletin_board', { link: undefined, photoId: photo.id, note: '槐影社区南门' });
    expect(posted.items.find(({ channel }) => channel === 'bulletin_board')).toMatchObject({
      ...{ doneOn: '2026-11-16', doneBy: 'staff', by: { id: editor.staffId }, note: '槐影社区南门' },
      photo: { id: photo.id, name: '公示栏.png' },
    });
    expect((await server.anonymous.fetch(`/api/v1/files/${photo.id}`)).status).toBe(404);
    expect((await waiting())[0]?.note).toBe('还缺：公开查阅点');
    expect((await log(id, 'reading_point')).missing).toBe(0);
    expect(await waiting()).toEqual([]);
    const audited = await server.collection('auditEntries').find({ action: 'notice.channel_logged' }).toArray();
    expect(audited.flatMap(({ fields }) => fields as string[]).sort()).toEqual(['bulletin_board', 'reading_point']);
    const again = await log(id, 'reading_point', { doneOn: '2026-11-15' });
    expect(again.items.find(({ channel }) => channel === 'reading_point')?.doneOn).toBe('2026-11-15');
  });

  it('an edition that asks for other channels comes into force -> what is missing is counted again', async () => {
    const id = await fulfilling();
    await log(id, 'reading_point');
    await log(id, 'bulletin_board');
    expect(await waiting()).toEqual([]);
    const office = await server.asStaff('office');
    const { id: entryId, domain } = await entryNamed(server, '本级政策解读');
    const editionId = randomUUID();
    const domainIds = [domain.id];
    await office.call('staff.editions.create', { body: { id: editionId, title: '明年的目录', domainIds } });
    const edits = [{ entryId, field: 'channels' as const, text: '■政府网站\n■便民服务站' }];
    await office.call('staff.editions.edit', { params: { id: editionId }, body: { edits } });
    await office.call('staff.editions.freeze', { params: { id: editionId }, body: { number: '2027-1' } });
    await server.runWorker();
    expect((await waiting())[0]).toMatchObject({ recordId: id, note: '还缺：便民服务站' });
  });

  it('neither link nor photo, a day to come, somebody who only looks after it, another unit -> refused', async () => {
    const id = await publish();
    expect((await problemOf(log(id, 'reading_point', { link: undefined }))).problem.errors?.[0]?.path).toBe('link');
    expect((await problemOf(log(id, 'reading_point', { doneOn: '2026-11-17' }))).problem.errors?.[0]?.path).toBe(
      'doneOn',
    );
    const head = await server.asStaff('head');
    expect((await list(id, head)).missing).toBe(0);
    expect((await problemOf(log(id, 'reading_point', {}, head))).status).toBe(403);
    const elsewhere = await server.asStaff('editor', { unitId: 'silent' });
    expect((await problemOf(list(id, elsewhere))).code).toBe('notice.not_found');
    expect((await problemOf(log(id, 'reading_point', {}, elsewhere))).code).toBe('notice.not_found');
  });

  it('taken down -> nothing waits for it any more', async () => {
    const id = await fulfilling();
    await editor.call('staff.notices.takeDown', { params: { id }, body: { reason: '写错了' } });
    await server.runWorker();
    expect(await waiting()).toEqual([]);
  });

  it('a notice that fulfils no entry -> nothing is required, nothing is kept', async () => {
    await publish();
    expect(await server.collection('noticeChannels').countDocuments()).toBe(0);
  });
});
