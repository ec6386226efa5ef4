import { randomUUID } from 'node:crypto';
import type { RouteInput } from '@bandeng/contracts/types';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest, ORGANIZATION, PERSON } from './information-requests.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

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

describe('POST /staff/information-requests/:id/proposals', () => {
  it('kinds: that contradict one another -> 422 on the kinds, nothing is proposed; with 部分公开 -> proposed', async () => {
    const { desk, id } = await registered();
    const propose = (...kinds: RouteInput<'staff.informationRequests.propose'>['body']['kinds']) =>
      desk.call('staff.informationRequests.propose', {
        params: { id },
        body: { id: randomUUID(), kinds, text: '见附件。' },
      });
    const refused = await problemOf(propose('granted', 'denied_state_secret'));
    expect([refused.status, refused.problem.errors?.[0]?.path]).toEqual([422, 'kinds']);
    expect((await desk.call('informationRequests.get', { params: { id } })).proposals).toEqual([]);
    expect(await propose('partial', 'denied_state_secret')).toMatchObject({ proposals: [{ state: 'review' }] });
  });
});

describe('POST /information-requests', () => {
  it.each([
    ['email', { ...PERSON, email: undefined }, 'applicant.email'],
    ['post', { ...PERSON, address: undefined }, 'applicant.address'],
    ['post', ORGANIZATION, 'applicant.address'],
  ] as const)('delivery by %s: nowhere to send it -> 422 naming the field', async (method, applicant, path) => {
    const resident = await server.asResident();
    const body = newRequest({ applicant, delivery: { form: 'paper', method } });
    const refused = await problemOf(resident.call('informationRequests.create', { body }));
    expect([refused.status, refused.problem.errors?.map(fault => fault.path)]).toEqual([422, [path]]);
    const reachable = { ...applicant, email: 'mu@example.com', address: '栖河区柳营街道槐影巷三号' };
    const created = await resident.call('informationRequests.create', { body: { ...body, applicant: reachable } });
    expect(created.delivery.method).toBe(method);
  });

  it('delivery in the app or picked up: neither address nor email -> taken', async () => {
    const resident = await server.asResident();
    for (const method of ['app', 'pickup', 'on_site'] as const) {
      const body = newRequest({ applicant: ORGANIZATION, delivery: { form: 'paper', method } });
      expect((await resident.call('informationRequests.create', { body })).delivery.method).toBe(method);
    }
  });
});
