import { startTestServer, type TestServer } from '../../testing';
import { openConsultation, OTHER_UNIT, putDistrict, UNIT } from './consultation.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

describe('an outcome that is missing', () => {
  it('thirty days after the end -> nothing yet; one more -> on the desk of the unit with the days, and of supervision; answered -> gone', async () => {
    const { id } = await openConsultation(await server.asStaff('office'));
    const tasks = async (client: Awaited<ReturnType<typeof server.asStaff>>) =>
      (await client.call('staff.desk', { query: {} })).tasks;
    server.clock.set('2027-01-15T02:00:00.000Z');
    expect(await tasks(await server.asStaff('supervisor'))).toEqual([]);
    server.clock.set('2027-01-16T02:00:00.000Z');
    const supervisor = await server.asStaff('supervisor');
    const note = '栖河区民政局 · 征集结束 31 天了';
    expect(await tasks(supervisor)).toMatchObject([{ kind: 'late_outcome', recordId: id, note }]);
    const editor = await server.asStaff('editor', { unitId: UNIT });
    expect(await tasks(editor)).toMatchObject([{ kind: 'outcome', note: '征集 · 结束 31 天了，还没有公布结果' }]);
    expect(await tasks(await server.asStaff('supervisor', { unitId: OTHER_UNIT }))).toEqual([]);

    const query = { state: 'closed' as const };
    expect((await supervisor.call('staff.consultations.list', { query })).items.map(item => item.id)).toEqual([id]);
    const detail = await supervisor.call('staff.consultations.get', { params: { id } });
    expect(Object.values(detail.abilities ?? {})).not.toContain(true);
    expect(await supervisor.call('staff.consultations.ledger', { params: { id } })).toMatchObject({ received: 0 });

    const office = await server.asStaff('office');
    const summary = [{ type: 'paragraph' as const, children: [{ text: '没有收到意见。' }] }];
    await office.call('staff.consultations.publishOutcome', { params: { id }, body: { summary } });
    expect(await tasks(supervisor)).toEqual([]);
  });
});
