import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { newRequest } from '../information-requests/information-requests.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

describe('request news', () => {
  it('registered, corrected, extended before anything is told -> each message has the date of its own step', async () => {
    const resident = await server.asResident();
    const { id } = await resident.call('informationRequests.create', { body: newRequest() });
    const params = { id };
    const desk = await server.asStaff('officer', { unitId: 'district-office' });
    await desk.call('staff.informationRequests.register', { params });
    const question = { items: '写明哪一年', deadline: '2026-12-03' };
    await desk.call('staff.informationRequests.askCorrection', { params, body: question });
    server.clock.set('2026-11-19T02:00:00.000Z');
    const again = await server.asResident(resident.openid);
    const correction = { id: randomUUID(), content: { name: '加装电梯补助明细，2026年' } };
    await again.call('informationRequests.correct', { params, body: correction });
    const head = await server.asStaff('head', { unitId: 'district-office' });
    const longer = { workingDays: 5, reason: '涉及多个部门' };
    const { dueOn } = await head.call('staff.informationRequests.extend', { params, body: longer });
    await server.runWorker();
    const { items } = await again.call('me.messages.list');
    expect(dueOn).toBe('2026-12-24');
    expect(items.map(item => item.body).sort()).toEqual([
      '已登记，最晚 2026年12月14日答复',
      '延长了，最晚 2026年12月24日答复',
      '有几处要你补正，打开看看',
    ]);
  });
});
