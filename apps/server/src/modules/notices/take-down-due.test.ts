import { noticeSource, putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { announcement, startDesk } from './drafts/drafts.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const read = (id: string) => server.anonymous.call('notices.get', { params: { id }, query: {} });
const listed = async () => (await server.anonymous.call('notices.list', { query: {} })).items.map(({ id }) => id);
const runDue = () => server.runSchedule('notices.take-down-due');
const runTwice = async () => {
  await Promise.all([runDue(), runDue()]);
};

describe('take-down at its date', () => {
  it('the last second of the day before -> there; midnight -> a stub that says so, once, by the system', async () => {
    const office = await server.asStaff('office');
    const { id } = await office.call('staff.notices.create', {
      body: { ...noticeSource({ takeDownOn: '2026-11-20' }), id: crypto.randomUUID() },
    });
    const kept = await office.call('staff.notices.create', { body: { ...noticeSource(), id: crypto.randomUUID() } });
    server.clock.set('2026-11-19T15:59:59Z');
    await runDue();
    expect([(await read(id)).takeDownOn, await listed()]).toEqual([
      '2026-11-20',
      expect.arrayContaining([id, kept.id]),
    ]);
    server.clock.set('2026-11-19T16:00:00Z');
    await runTwice();
    expect(await read(id)).toMatchObject({
      ...{ title: '老旧小区加装电梯补助办法', takeDownOn: null, attachments: [] },
      withdrawn: { at: '2026-11-19T16:00:00.000Z', reason: '期满下架' },
    });
    expect(await listed()).toEqual([kept.id]);
    const audits = await server.collection('auditEntries').find({ action: 'notice.taken_down' }).toArray();
    expect(audits).toMatchObject([{ actor: 'system', subject: id, from: 'published', to: 'taken_down' }]);
  });

  it('a draft: a date that is over or within its posting -> told; a correction moves the date', async () => {
    const desk = await startDesk(server);
    const check = async (content: Parameters<typeof announcement>[0]) => {
      const { id } = await desk.create(announcement(content));
      const { faults } = await desk.editor.call('staff.drafts.check', { params: { id }, query: {} });
      return faults.map(({ path }) => path);
    };
    const posting = { from: '2026-11-16', to: '2026-11-24', unit: 'days' } as const;
    expect(await check({ takeDownOn: '2026-11-16' })).toEqual(['takeDownOn']);
    expect(await check({ takeDownOn: '2026-11-24', posting })).toEqual(['takeDownOn']);
    expect(await check({ takeDownOn: '2026-11-25', posting })).toEqual([]);
    const { id } = await desk.approve(announcement({ takeDownOn: '2026-11-20' }));
    await desk.editor.call('staff.drafts.publish', { params: { id }, body: await desk.seen(id) });
    const draft = await desk.editor.call('staff.drafts.correct', {
      params: { id },
      body: { id: crypto.randomUUID(), reason: '多公示十天' },
    });
    await desk.save(draft.id, { ...draft.content, takeDownOn: '2026-11-30' } as never);
    await desk.submit(draft.id);
    await desk.sign(draft.id, desk.reviewers[0]);
    await desk.editor.call('staff.drafts.publish', { params: { id: draft.id }, body: await desk.seen(draft.id) });
    server.clock.set('2026-11-25T00:00:00Z');
    await runDue();
    expect((await read(id)).withdrawn).toBeNull();
    server.clock.set('2026-11-30T00:00:00Z');
    await runDue();
    expect((await read(id)).withdrawn).toMatchObject({ reason: '期满下架' });
  });
});
