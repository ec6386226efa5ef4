import { putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { decideRequest, newRequest } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const submitted = async () =>
  (await (await server.asResident()).call('informationRequests.create', { body: newRequest() })).id;

describe('GET /staff/information-requests?dueBy', () => {
  it('dueBy: to register, to answer, correction not come -> by the day of the next step; whose turn it is not -> absent', async () => {
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    const [waiting, running, asked, decided] = [
      await submitted(),
      await submitted(),
      await submitted(),
      await submitted(),
    ];
    for (const id of [running, asked, decided])
      await desk.call('staff.informationRequests.register', { params: { id } });
    const question = { items: '请写明年份', deadline: '2026-11-25' };
    await desk.call('staff.informationRequests.askCorrection', { params: { id: asked }, body: question });
    await decideRequest(server, decided, { officer: desk });

    const due = async (dueBy: string, more: object = {}) =>
      desk.call('staff.informationRequests.list', { query: { dueBy, ...more } });
    const idsOf = async (dueBy: string, more: object = {}) => (await due(dueBy, more)).items.map(item => item.id);
    expect(await idsOf('2026-11-16')).toEqual([]);
    expect(await idsOf('2026-11-17')).toEqual([waiting]);
    expect(await idsOf('2026-11-25')).toEqual([waiting]);
    expect(await idsOf('2026-11-26')).toEqual([waiting, asked]);
    expect(await idsOf('2026-12-14')).toEqual([waiting, asked, running]);
    expect(await idsOf('2026-12-14', { status: 'in_progress' })).toEqual([running]);
    const first = await due('2026-12-14', { limit: 2 });
    const rest = await idsOf('2026-12-14', { limit: 2, cursor: first.nextCursor });
    expect([...first.items.map(item => item.id), ...rest]).toEqual([waiting, asked, running]);

    const elsewhere = await server.asStaff('officer', { unitId: 'housing' });
    expect((await elsewhere.call('staff.informationRequests.list', { query: { dueBy: '2026-12-14' } })).items).toEqual(
      [],
    );
  });
});

it('dates: requests of a version without actBy -> counted by the worker, in every state; again -> nothing', async () => {
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  const [waiting, running] = [await submitted(), await submitted()];
  await desk.call('staff.informationRequests.register', { params: { id: running } });
  const requests = server.collection('informationRequests');
  const before = await requests.find({}).sort({ _id: 1 }).toArray();
  await requests.updateMany({}, { $unset: { actBy: 1 } });
  expect((await desk.call('staff.informationRequests.list', { query: { dueBy: '2026-12-31' } })).items).toEqual([]);
  const schedule = server.deps.schedules.find(({ name }) => name === 'information-requests.complete-dates')!;
  await schedule.run();
  await schedule.run();
  expect((await requests.find({}).sort({ _id: 1 }).toArray()).map(({ actBy }) => actBy as string)).toEqual(
    before.map(({ actBy }) => actBy as string),
  );
  const { items } = await desk.call('staff.informationRequests.list', { query: { dueBy: '2026-12-31' } });
  expect(items.map(({ id }) => id).sort()).toEqual([waiting, running].sort());
  expect(await server.collection('auditEntries').countDocuments({ action: 'information-request.recounted' })).toBe(2);
});
