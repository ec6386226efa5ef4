import { randomUUID } from 'node:crypto';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';

let server: TestServer;
let publisher: Awaited<ReturnType<TestServer['asStaff']>>;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
  publisher = await server.asStaff('office', { unitId: 'housing' });
});
afterEach(() => server.stop());

const LIST = '/api/v1/notices?limit=5';
const publish = (changes: Parameters<typeof noticeSource>[0] = {}) =>
  publisher.call('staff.notices.create', { body: { ...noticeSource(changes), id: randomUUID() } });
async function renameUnit(name: string): Promise<void> {
  const { organization } = server.deps.modules;
  const unit = (await organization.api.findUnit('housing'))!;
  const { position: _, ...data } = unit;
  await organization.api.put({ units: [{ ...data, name }] });
}
/** What a phone that keeps the list asks: 304 while it holds. */
async function ask(etag = '', path = LIST): Promise<{ status: number; etag: string }> {
  const answer = await server.anonymous.fetch(path, { headers: { 'If-None-Match': etag } });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '' };
}

describe('GET /notices, version', () => {
  test('nothing changed -> 304 with the same tag; another request -> another tag', async () => {
    await publish();
    const { etag } = await ask();
    expect(await ask(etag)).toEqual({ status: 304, etag });
    expect((await ask(etag, `${LIST}&kind=land`)).status).toBe(200);
  });

  test('published, changed, taken down -> each time a new answer', async () => {
    let held = await ask();
    const notice = await publish();
    const changes = [
      () =>
        publisher.call('staff.notices.update', {
          params: { id: notice.id },
          body: noticeSource({ title: '改过的标题' }),
        }),
      () => publisher.call('staff.notices.takeDown', { params: { id: notice.id }, body: { reason: '发错了' } }),
    ];
    for (const change of [undefined, ...changes]) {
      await change?.();
      const next = await ask(held.etag);
      expect(next.status).toBe(200);
      held = next;
    }
  });

  test('its hour comes, the day turns, a unit is renamed -> a new answer without anybody writing to notices', async () => {
    await publish({ publishedAt: '2026-11-16T05:00:00.000Z' });
    const before = await ask();
    server.clock.set('2026-11-16T05:00:01.000Z');
    const out = await ask(before.etag);
    expect(out.status).toBe(200);
    server.clock.set('2026-11-16T16:00:00.000Z');
    const nextDay = await ask(out.etag);
    expect(nextDay.status).toBe(200);
    expect((await ask(nextDay.etag)).status).toBe(304);
    await renameUnit('区住建和交通局');
    expect((await ask(nextDay.etag)).status).toBe(200);
  });

  test('after a change -> the new words, whether the caller held the old ones or nothing; the other list too', async () => {
    const notice = await publish();
    const read = async (etag = '') => {
      const answer = await server.anonymous.fetch(LIST, { headers: { 'If-None-Match': etag } });
      return { etag: answer.headers.get('etag') ?? '', text: await answer.text() };
    };
    const before = await read();
    expect(before.text).toContain('区住建局');
    await renameUnit('区住建和交通局');
    const renamed = await read(before.etag);
    expect(renamed.text).toContain('区住建和交通局');
    expect((await read()).text).toBe(renamed.text);

    const countOf = async () =>
      (await server.anonymous.call('columns.list', { query: {} })).items.find(({ id }) => id === notice.columns[0]?.id)
        ?.noticeCount;
    expect(await countOf()).toBe(1);
    await publisher.call('staff.notices.takeDown', { params: { id: notice.id }, body: { reason: '发错了' } });
    expect((await read()).text).not.toContain(notice.id);
    expect(await countOf()).toBe(0);
  });
});
