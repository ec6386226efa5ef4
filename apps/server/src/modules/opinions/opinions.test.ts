import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import { noticeSource, putDistrict } from '../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newOpinion } from './opinion.fixtures';

// Each test starts a server and several people: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

type Step = RouteCall<'staff.opinions.step'>['body'];
const MINUTE = 60_000;
const START = '2026-11-16T02:00:00.000Z';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: START });
  await putDistrict(server);
});
afterEach(() => server.stop());

const office = () => server.asStaff('office', { unitId: 'district-office' });
const housing = () => server.asStaff('office', { unitId: 'housing' });
const registered = async (changes: Parameters<typeof newOpinion>[0] = {}) => {
  const desk = await office();
  const body = newOpinion(changes);
  const made = await desk.call('staff.opinions.register', { body });
  return { desk, body, made, params: { id: made.id } };
};
const step = (kind: Step['kind'], changes: Partial<Step> = {}): Step => ({
  ...{ id: randomUUID(), kind, at: server.clock.now().toISOString(), note: '记下来' },
  ...changes,
});
/** A member whose WeChat account is bound, so that messages reach it. */
const reached = async (role: Parameters<TestServer['asStaff']>[0], unitId: string) => {
  const member = await server.asStaff(role, { unitId });
  const account = await server.asResident();
  await server.deps.modules.identity.api.bindAccount(account.accountId, member.staffId);
  // Read where they are kept: the clock runs on beyond what a login lasts.
  const bodies = async () => {
    await server.runWorker();
    const found = await server.collection('messages').find({ accountId: account.accountId }).toArray();
    return found.map(({ body }) => body as string);
  };
  return { ...member, bodies };
};

describe('register', () => {
  it('by the district’s office for another unit -> hours from when it was noticed; once; a repeat is the same; audited', async () => {
    const { desk, made, body } = await registered({ noticedAt: '2026-11-16T01:30:00.000Z' });
    expect(made).toMatchObject({
      ...{ status: 'open', gravityText: '重大', unit: { id: 'housing', name: '区住建局' } },
      duties: [
        { duty: 'inform', dueAt: '2026-11-16T06:30:00.000Z', doneAt: null, state: 'waiting' },
        { duty: 'brief', dueAt: '2026-11-17T01:30:00.000Z', doneAt: null, state: 'waiting' },
      ],
      timeline: [{ kind: 'noticed', at: '2026-11-16T01:30:00.000Z', recordedAt: START }],
    });
    expect((await desk.call('staff.opinions.register', { body })).id).toBe(body.id);
    const other = desk.call('staff.opinions.register', { body: { ...body, title: '另一件事' } });
    expect((await problemOf(other)).code).toBe('id.conflict');
    expect(await server.collection('auditEntries').countDocuments({ action: 'opinion.registered' })).toBe(1);
  });

  it('a unit for another one, a time to come, an unknown unit -> refused', async () => {
    const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
    const unit = await housing();
    const post = (changes: Parameters<typeof newOpinion>[0], who = unit) =>
      who.call('staff.opinions.register', { body: newOpinion(changes) });
    expect(await codeOf(post({ unitId: 'silent' }))).toBe('unit.not_found');
    expect(await codeOf(post({ noticedAt: '2026-11-16T02:01:00.000Z' }))).toBe('opinion.state');
    expect(await codeOf(post({ unitId: 'nobody' }, await office()))).toBe('unit.not_found');
    expect((await post({})).unit.id).toBe('housing');
  });
});

describe('who sees it', () => {
  it('its unit, the district’s office, heads -> listed and on the desk; others, supervision, an editor -> not there', async () => {
    const { params } = await registered();
    const seen = async (client: TestServer['anonymous']) => {
      const listed = (await client.call('staff.opinions.list')).items.length;
      const desk = (await client.call('staff.desk')).tasks.filter(({ kind }) => kind === 'opinion');
      return [listed, desk.length];
    };
    expect(await seen(await housing())).toEqual([1, 1]);
    expect(await seen(await office())).toEqual([1, 1]);
    expect(await seen(await server.asStaff('head', { unitId: 'housing' }))).toEqual([1, 0]);
    expect(await seen(await server.asStaff('editor', { unitId: 'housing' }))).toEqual([0, 0]);
    expect(await seen(await server.asStaff('office', { unitId: 'silent' }))).toEqual([0, 0]);
    for (const stranger of [
      await server.asStaff('office', { unitId: 'silent' }),
      await server.asStaff('editor', { unitId: 'housing' }),
    ]) {
      expect((await problemOf(stranger.call('staff.opinions.get', { params }))).code).toBe('opinion.not_found');
      const timeline = stranger.call('staff.records.timeline', {
        ...{ params: { collection: 'opinions', id: params.id }, query: {} },
      });
      expect((await problemOf(timeline)).status).toBe(404);
    }
    const supervisor = await server.asStaff('supervisor');
    expect((await problemOf(supervisor.call('staff.opinions.list'))).status).toBe(403);
  });

  it('an editor on the day of duty -> reads it and writes steps; of another day -> not there', async () => {
    const { params } = await registered({ gravity: 'general' });
    const editor = await server.asStaff('editor', { unitId: 'housing' });
    const days = [{ on: '2026-11-16', mainId: editor.staffId, deputyId: null }];
    await (await housing()).call('staff.duty.put', { params: { id: 'housing' }, body: { revision: 0, days } });
    expect((await editor.call('staff.opinions.list')).items).toMatchObject([{ id: params.id }]);
    expect((await editor.call('staff.desk')).tasks).toMatchObject([{ kind: 'opinion', recordId: params.id }]);
    await editor.call('staff.opinions.step', { params, body: step('noted') });
    const yesterdays = await server.asStaff('editor', { unitId: 'housing' });
    const before = [{ on: '2026-11-15', mainId: yesterdays.staffId, deputyId: null }];
    await (await housing()).call('staff.duty.put', { params: { id: 'housing' }, body: { revision: 0, days: before } });
    expect((await problemOf(yesterdays.call('staff.opinions.get', { params }))).code).toBe('opinion.not_found');
  });
});

describe('steps', () => {
  it('reported, informed by a notice, briefed, closed -> each with its time; over; a repeat changes nothing', async () => {
    const { desk, params } = await registered({ noticedAt: '2026-11-15T00:00:00.000Z' });
    const unit = await housing();
    const noticeId = randomUUID();
    await unit.call('staff.notices.create', {
      body: { ...noticeSource(), id: noticeId, title: '槐影巷燃气管道抢修情况', publishedAt: START },
    });
    const body = step('informed', { noticeId, note: undefined, at: '2026-11-15T05:00:00.000Z' });
    for (let turn = 0; turn < 2; turn += 1) await unit.call('staff.opinions.step', { params, body });
    const again = unit.call('staff.opinions.step', { params, body: { ...body, at: START } });
    expect((await problemOf(again)).code).toBe('id.conflict');
    const early = await problemOf(unit.call('staff.opinions.step', { params, body: step('closed') }));
    expect(early).toMatchObject({ code: 'opinion.state' });
    await unit.call('staff.opinions.step', { params, body: step('briefed', { at: '2026-11-16T00:30:00.000Z' }) });
    const closed = await unit.call('staff.opinions.step', { params, body: step('closed', { note: '修好了。' }) });
    expect(closed).toMatchObject({
      ...{ status: 'closed', conclusion: '修好了。', abilities: { step: false } },
      duties: [
        { state: 'done', doneAt: '2026-11-15T05:00:00.000Z' },
        { state: 'done_late', doneAt: '2026-11-16T00:30:00.000Z' },
      ],
      timeline: [
        { kind: 'closed' },
        { kind: 'briefed' },
        { kind: 'informed', notice: { id: noticeId, name: '槐影巷燃气管道抢修情况' }, at: '2026-11-15T05:00:00.000Z' },
        { kind: 'noticed' },
      ],
    });
    expect((await desk.call('staff.opinions.list', { query: { status: 'open' } })).items).toEqual([]);
    const after = unit.call('staff.opinions.step', { params, body: step('noted') });
    expect((await problemOf(after)).code).toBe('opinion.state');
  });

  it('a time before it was noticed, an unknown notice, no words, a gravity where none belongs -> refused, nothing kept', async () => {
    const { desk, params } = await registered();
    const codeOf = async (body: Step) => (await problemOf(desk.call('staff.opinions.step', { params, body }))).code;
    expect(await codeOf(step('reported', { at: '2026-11-16T01:59:00.000Z' }))).toBe('opinion.state');
    expect(await codeOf(step('informed', { noticeId: randomUUID() }))).toBe('notice.not_found');
    expect(await codeOf(step('informed', { note: undefined }))).toBe('request.invalid');
    expect(await codeOf(step('noted', { gravity: 'major' }))).toBe('request.invalid');
    expect(await codeOf(step('graded'))).toBe('request.invalid');
    expect((await desk.call('staff.opinions.get', { params })).timeline).toHaveLength(1);
  });

  it('found to be general -> no hour any more, closed with a conclusion', async () => {
    const { desk, params } = await registered();
    const graded = await desk.call('staff.opinions.step', { params, body: step('graded', { gravity: 'general' }) });
    expect(graded).toMatchObject({ gravity: 'general', duties: [{ state: 'none' }, { state: 'none' }] });
    expect((await desk.call('staff.opinions.step', { params, body: step('closed') })).status).toBe('closed');
  });

  it('two at once -> both are kept or one is told, nothing is lost', async () => {
    const { desk, params } = await registered();
    const answers = await Promise.allSettled(
      ['一', '二'].map(note => desk.call('staff.opinions.step', { params, body: step('noted', { note }) })),
    );
    const kept = answers.filter(({ status }) => status === 'fulfilled').length;
    expect((await desk.call('staff.opinions.get', { params })).timeline).toHaveLength(kept + 1);
    expect(kept).toBeGreaterThan(0);
  });
});

describe('reminders', () => {
  it('at half, an hour before, and when due -> the unit, then one level up as well; each once', async () => {
    const unit = await reached('office', 'housing');
    const above = await reached('head', 'district-office');
    await registered();
    expect(await unit.bodies()).toEqual(['登记了一件舆情，由你们处置，请在办公电脑上打开舆情']);
    const at = async (minutes: number) => {
      server.clock.set(new Date(Date.parse(START) + minutes * MINUTE).toISOString());
      for (let turn = 0; turn < 2; turn += 1) await server.runSchedule('opinions.remind');
      return [(await unit.bodies()).length, (await above.bodies()).length];
    };
    expect(await at(149)).toEqual([1, 0]);
    expect(await at(150)).toEqual([2, 0]);
    expect(await at(241)).toEqual([3, 0]);
    expect(await at(301)).toEqual([4, 1]);
    expect((await above.bodies())[0]).toContain('发布权威信息的时限到了');
    expect(await at(700)).toEqual([4, 1]);
    // The server was down: of the briefing's three steps only the last is told.
    expect(await at(1500)).toEqual([5, 2]);
    expect((await server.collection('opinions').findOne({}))?.remindAt).toBeNull();
  });

  it('what was done before -> nobody is reminded of it', async () => {
    const unit = await reached('office', 'housing');
    const { desk, params } = await registered();
    await desk.call('staff.opinions.step', { params, body: step('informed') });
    server.clock.advance(400 * MINUTE);
    await server.runSchedule('opinions.remind');
    expect(await unit.bodies()).toHaveLength(1);
  });
});

it('five years after its end -> deleted; what is open stays', async () => {
  const { desk, params } = await registered({ gravity: 'general' });
  const open = await registered({ gravity: 'general' });
  await desk.call('staff.opinions.step', { params, body: step('closed') });
  server.clock.advance(1_826 * 86_400_000);
  await server.runSchedule('platform.sweep');
  expect((await server.collection('opinions').find({}).toArray()).map(({ _id }) => _id)).toEqual([open.params.id]);
});
