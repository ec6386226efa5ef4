import { startTestServer, type TestServer } from '../../testing';
import { commentInput, openConsultation, putDistrict, UNIT } from '../consultations/consultation.fixtures';
import { newRequest } from '../information-requests/information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const deskOf = async (...who: Parameters<TestServer['asStaff']>) =>
  (await server.asStaff(...who)).call('staff.desk', { query: {} });
const comment = async (id: string) =>
  (await server.asResident()).call('consultations.comments.create', { params: { id }, body: commentInput() });

describe('GET /staff/desk', () => {
  it('nothing waits -> no task; a ruler of fourteen working days with the weekends between them', async () => {
    const { today, tasks, more, days, calendarUntil } = await deskOf('editor', { unitId: UNIT });
    expect({ today, tasks, more, calendarUntil }).toEqual({
      today: '2026-11-16',
      tasks: [],
      more: false,
      calendarUntil: 2026,
    });
    expect(days.filter(day => !day.off)).toHaveLength(14);
    expect(days[0]).toEqual({ date: '2026-11-16', off: false });
    expect(days[5]).toEqual({ date: '2026-11-21', off: true });
    expect(days.at(-1)).toEqual({ date: '2026-12-03', off: false });
  });

  it('a request not registered -> on the officer’s desk with its step and day; late once that day is over', async () => {
    const resident = await server.asResident();
    const request = await resident.call('informationRequests.create', { body: newRequest({ unitId: UNIT }) });
    const { tasks } = await deskOf('officer', { unitId: UNIT });
    expect(tasks).toEqual([
      expect.objectContaining({
        kind: 'request',
        recordId: request.id,
        title: request.content.name,
        note: `${request.number} · 栖河区民政局`,
        dueOn: '2026-11-17',
        workingDaysLeft: 1,
      }),
    ]);
    server.clock.advance(3 * 86_400_000);
    expect((await deskOf('officer', { unitId: UNIT })).tasks[0]).toMatchObject({ workingDaysLeft: -2 });
  });

  it('new comments, and a window that closed -> to be looked at, then an outcome to be written, on the desk of their unit only', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    await comment(id);
    await comment(id);
    const editor = () => deskOf('editor', { unitId: UNIT });
    expect((await editor()).tasks).toEqual([
      expect.objectContaining({ kind: 'comments', recordId: id, step: '看新意见 2 条', dueOn: '2026-12-16' }),
    ]);
    expect((await deskOf('editor', { unitId: 'education' })).tasks).toEqual([]);
    server.clock.advance(31 * 86_400_000);
    expect((await editor()).tasks.map(({ kind }) => kind)).toEqual(['comments', 'outcome']);
  });

  it('what waits in several modules -> the most pressing first', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    await comment(id);
    await (await server.asResident()).call('informationRequests.create', { body: newRequest({ unitId: UNIT }) });
    const who = await server.asStaff(['editor', 'officer'], { unitId: UNIT });
    const { tasks } = await who.call('staff.desk', { query: {} });
    expect(tasks.map(({ kind }) => kind)).toEqual(['request', 'comments']);
  });

  it('counters: -> those of the roles, of the own units only, the same number as the list behind each', async () => {
    const counted = async (...who: Parameters<TestServer['asStaff']>) =>
      Object.fromEntries((await deskOf(...who)).counters.map(({ kind, count }) => [kind, count]));
    for (const unitId of [UNIT, UNIT, 'education'])
      await (await server.asResident()).call('informationRequests.create', { body: newRequest({ unitId }) });
    await openConsultation(await server.asStaff('office'));
    expect(await counted('officer', { unitId: UNIT })).toEqual({
      requests_late: 0,
      requests_to_register: 2,
      requests_in_progress: 0,
    });
    server.clock.advance(40 * 86_400_000);
    expect(await counted('supervisor')).toMatchObject({ requests_late: 3, requests_to_register: 3 });
    expect(await counted('editor', { unitId: UNIT })).toEqual({
      drafts_mine: 0,
      drafts_in_review: 0,
      drafts_scheduled: 0,
      enquiries_late: 0,
      enquiries_to_accept: 0,
      consultations_open: 0,
      consultations_closed: 1,
      feedback_open: 0,
      nudges_open: 0,
    });
    expect(await counted('editor', { unitId: 'education' })).toMatchObject({ consultations_closed: 0 });
    expect((await counted('office')).consultations_closed).toBe(1);
    expect(Object.keys(await counted('auditor'))).toEqual(['audited_today']);
    expect(await counted('grid')).toEqual({});
    const supervisor = await server.asStaff('supervisor');
    const { items } = await supervisor.call('staff.informationRequests.list', { query: { dueBy: '2026-12-25' } });
    expect(items.length).toBe(3);
  });
});
