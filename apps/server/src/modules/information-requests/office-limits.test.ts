import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from './information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  // A Monday at ten in Shanghai.
  server = await startTestServer({ now: '2026-03-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

async function registered() {
  const resident = await server.asResident();
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  const desk = await server.asStaff('officer', { unitId: 'district-office' });
  await desk.call('staff.informationRequests.register', { params: { id } });
  return { resident, desk, id };
}

describe('POST /staff/information-requests/:id/ask-correction', () => {
  it('deadline: after more than 60 working days -> 422 naming the last day, quickly; that day -> taken', async () => {
    const { desk, id } = await registered();
    const ask = (deadline: string) =>
      desk.call('staff.informationRequests.askCorrection', { params: { id }, body: { items: '请写明年份', deadline } });
    for (const deadline of ['2026-05-29', '2099-12-31', '9999-12-31']) {
      const refused = await problemOf(ask(deadline));
      expect([deadline, refused.status, refused.problem.errors?.[0]?.path]).toEqual([deadline, 422, 'deadline']);
    }
    const refused = await problemOf(ask('2026-05-29'));
    expect(refused.problem.errors?.[0]?.message).toBe('补正期限最多 60 个工作日，最晚到2026年5月28日。');
    expect(await ask('2026-05-28')).toMatchObject({ correction: { deadline: '2026-05-28' } });
  });
});
