import { randomUUID } from 'node:crypto';
import type { NoticeSource } from '@bandeng/contracts/schemas';
import { noticeSource, putDistrict } from '../../../fixtures/district';
import { startTestServer, type TestServer } from '../../../testing';

/** For tests: a list of relief that is posted on the test's day, for seven days. */
export const reliefList = (changes: Parameters<typeof noticeSource>[0] = {}): NoticeSource =>
  noticeSource({
    title: '冬春救助名单公示',
    kind: 'posting',
    publishedAt: '2026-11-16T01:00:00.000Z',
    posting: { from: '2026-11-16', to: '2026-11-23', unit: 'days', objection: '到区住建局 201 室', kind: 'relief' },
    body: [{ type: 'table', head: ['姓名', '金额'], rows: [['张*祥', '600']] }],
    ...changes,
  });

/** For tests: a district office, an editor, and a list that hangs out. The clock stands at 2026-11-16 in the morning. */
export async function startPosting() {
  const server = await startTestServer();
  await putDistrict(server);
  const as = (role: 'office' | 'editor' | 'supervisor') => server.asStaff(role, { unitId: 'housing' });
  const publish = async (source: NoticeSource) =>
    (await as('office')).call('staff.notices.create', { body: { ...source, id: randomUUID() } });
  const { id } = await publish(reliefList());
  return { server, as, publish, id, params: { id } };
}
export type PostingScene = Awaited<ReturnType<typeof startPosting>>;

/** For tests: what somebody says against a list. */
export const objection = (changes: { id?: string; text?: string; name?: string; phone?: string } = {}) => ({
  id: randomUUID(),
  text: '第一户去年已经搬走了。',
  name: '朱小红',
  phone: '19900000001',
  ...changes,
});

/** For tests: the morning of a day in Shanghai. */
export const morningOf = (server: TestServer, day: string): void => server.clock.set(`${day}T01:00:00.000Z`);
