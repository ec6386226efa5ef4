import { randomUUID } from 'node:crypto';
import { putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../testing';
import { newOpinion } from './opinion.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

/** A desk whose WeChat account is bound, so that messages reach it. */
const desk = async (unitId: string) => {
  const member = await server.asStaff('office', { unitId });
  const { accountId } = await server.asResident();
  await server.deps.modules.identity.api.bindAccount(accountId, member.staffId);
  const bodies = async () => {
    await server.runWorker();
    return (await server.collection('messages').find({ accountId }).toArray()).map(({ body }) => String(body));
  };
  return { ...member, bodies };
};
const registered = async (office: TestClient) => {
  const made = await office.call('staff.opinions.register', { body: newOpinion({ unitId: 'housing' }) });
  return { made, params: { id: made.id } };
};
const REASON = '漏气的管道归另一个单位管';
const to = (unitId: string, reason = REASON) => ({ id: randomUUID(), unitId, reason });

describe('staff.opinions.reassign', () => {
  it('by the district’s office -> the other unit answers, hours as before, both told, audited, in the history; a repeat changes nothing', async () => {
    const [office, housing, silent] = [await desk('district-office'), await desk('housing'), await desk('silent')];
    const { made, params } = await registered(office);
    server.clock.advance(60_000);
    const body = to('silent');
    for (let turn = 0; turn < 2; turn += 1)
      expect(await office.call('staff.opinions.reassign', { params, body })).toEqual({
        ...{ id: made.id, unit: { id: 'silent', name: '区议事办' } },
      });
    const seen = await silent.call('staff.opinions.get', { params });
    expect(seen).toMatchObject({ unit: { id: 'silent' }, duties: made.duties, abilities: { step: true } });
    expect(seen.timeline).toHaveLength(2);
    expect(seen.timeline[0]).toMatchObject({
      ...{ kind: 'reassigned', title: '责任单位由区住建局改为区议事办', text: REASON, at: '2026-11-16T02:01:00.000Z' },
    });
    expect((await problemOf(housing.call('staff.opinions.get', { params }))).code).toBe('opinion.not_found');
    expect((await housing.call('staff.desk')).tasks.filter(({ kind }) => kind === 'opinion')).toEqual([]);
    expect((await silent.call('staff.desk')).tasks).toMatchObject([{ kind: 'opinion', recordId: made.id }]);
    expect(await silent.bodies()).toEqual(['一件舆情改由你们处置，时限照算，请在办公电脑上打开舆情']);
    // Of the same day: in no order.
    expect(await housing.bodies()).toContain('这件舆情的责任单位改了，不再由你们处置');
    const audit = await server.collection('auditEntries').find({ action: 'opinion.reassigned' }).toArray();
    expect(audit.map(({ fields }) => fields as string[])).toEqual([['events', 'unitId', 'unitIds']]);
    // Its reminders reach who answers for it now.
    server.clock.advance(150 * 60_000);
    await server.runSchedule('opinions.remind');
    expect([(await silent.bodies()).length, (await housing.bodies()).length]).toEqual([2, 2]);
  });

  it('by the unit itself -> back to the district’s office, and to no other', async () => {
    const [office, housing] = [await desk('district-office'), await desk('housing')];
    const { params } = await registered(office);
    expect(await housing.call('staff.opinions.get', { params })).toMatchObject({
      ...{ abilities: { step: true, reassign: true }, handBackTo: { id: 'district-office' } },
    });
    const elsewhere = await problemOf(housing.call('staff.opinions.reassign', { params, body: to('silent') }));
    expect(elsewhere.problem.data).toMatchObject({ reason: '只能交回政府办，由政府办改给别的单位' });
    const body = to('district-office');
    expect((await housing.call('staff.opinions.reassign', { params, body })).unit.id).toBe('district-office');
    expect(await office.call('staff.opinions.get', { params })).toMatchObject({
      ...{ unit: { id: 'district-office' }, abilities: { reassign: true }, handBackTo: null },
    });
  });

  it('no reason, the same unit, an unknown one, another unit’s desk, one that is closed -> refused, nothing moves', async () => {
    const [office, silent] = [await desk('district-office'), await desk('silent')];
    const { made, params } = await registered(office);
    const codeOf = async (body: ReturnType<typeof to>, who: TestClient = office) =>
      (await problemOf(who.call('staff.opinions.reassign', { params, body }))).code;
    expect(await codeOf(to('silent', ' '))).toBe('request.invalid');
    expect(await codeOf(to('housing'))).toBe('opinion.state');
    expect(await codeOf(to('nobody'))).toBe('unit.not_found');
    expect(await codeOf(to('silent'), silent)).toBe('opinion.not_found');
    const at = server.clock.now().toISOString();
    const graded = { id: randomUUID(), kind: 'graded' as const, gravity: 'general' as const, at, note: '查实不严重' };
    await office.call('staff.opinions.step', { params, body: graded });
    await office.call('staff.opinions.step', {
      params,
      body: { id: randomUUID(), kind: 'closed', at, note: '修好了' },
    });
    expect(await codeOf(to('silent'))).toBe('opinion.state');
    expect((await office.call('staff.opinions.get', { params })).unit.id).toBe(made.unit.id);
  });

  it('an editor on the day of duty -> writes steps, but does not give it away', async () => {
    const office = await desk('district-office');
    const { params } = await registered(office);
    const editor = await server.asStaff('editor', { unitId: 'housing' });
    const days = [{ on: '2026-11-16', mainId: editor.staffId, deputyId: null }];
    const housing = await server.asStaff('office', { unitId: 'housing' });
    await housing.call('staff.duty.put', { params: { id: 'housing' }, body: { revision: 0, days } });
    const refused = editor.call('staff.opinions.reassign', { params, body: to('district-office') });
    expect((await problemOf(refused)).status).toBe(403);
    expect((await editor.call('staff.opinions.get', { params })).abilities).toMatchObject({ reassign: false });
  });
});
