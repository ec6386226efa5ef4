import { randomUUID } from 'node:crypto';
import { drawOrder, isDrawTrue } from '@bandeng/rules';
import { problemOf, startTestServer, type TestClient, type TestServer } from '../../../testing';
import { OTHER_UNIT, putDistrict } from '../../consultations/consultation.fixtures';
import { meetingInput, openMeeting, SIGN_UP_ENDS, signUpInput, signUpMany, STARTS, UNIT } from './meeting.fixtures';

jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const stored = (name: string, filter: object = {}) => server.collection(name).find(filter).toArray();
const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
interface Person {
  openid: string;
  id: string;
}
const stateOf = async ({ openid, id }: Person) =>
  (await (await server.asResident(openid)).call('me.signUps.list', { query: {} })).items.find(item => item.id === id)
    ?.state;
const inboxOf = async ({ openid }: Person) =>
  (await (await server.asResident(openid)).call('me.messages.list', { query: {} })).items.map(({ body }) => body);
const withdraw = async ({ openid }: Pick<Person, 'openid'>, id: string) =>
  (await server.asResident(openid)).call('me.signUps.withdraw', { params: { id } });

describe('signing up for a meeting', () => {
  it('sign-up: taken once, sealed, seen by the unit only; the same again -> the same; another -> 409', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    const resident = await server.asResident();
    const body = signUpInput({ statement: '我妈天天去。' });
    const call = (input = body) => resident.call('meetings.signUp', { params: { id }, body: input });
    const first = await call();
    expect(first).toMatchObject({ state: 'waiting', meeting: { id }, abilities: { withdraw: true } });
    expect(await call()).toEqual(first);
    expect(await codeOf(call(signUpInput()))).toBe('meeting.signed_up');
    expect(await codeOf(call({ ...body, name: '别人' }))).toBe('id.conflict');
    const kept = await stored('meetingSignUps');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('周槐影');
    expect(JSON.stringify(kept)).not.toContain('19900000001');
    const seen = await server.anonymous.call('meetings.get', { params: { id }, query: {} });
    expect(seen.participants).toBeNull();
    expect(seen).not.toHaveProperty('mine');
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const { items } = await editor.call('staff.meetings.signUps', { params: { id }, query: {} });
    expect(items).toMatchObject([{ name: '周槐影', phone: '19900000001', statement: '我妈天天去。' }]);
    const table = (client: TestClient) => client.fetch(`/api/v1/staff/tables/sign-ups?of=${id}`);
    expect((await table(editor)).status).toBe(200);
    expect(await stored('auditEntries', { action: 'table.exported', subject: 'sign-ups' })).toHaveLength(1);
    const stranger = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect((await table(stranger)).status).toBe(404);
    expect(await codeOf(stranger.call('staff.meetings.signUps', { params: { id }, query: {} }))).toBe(
      'meeting.not_found',
    );
  });

  it('sign-up: a second before the end -> taken; at the end, by invitation only, one being prepared -> refused', async () => {
    const office = await server.asStaff('office');
    const id = await openMeeting(office);
    const invited = await openMeeting(office, { signUp: null });
    const draft = meetingInput();
    await office.call('staff.meetings.create', { body: draft });
    const call = async (meeting: string) =>
      (await server.asResident()).call('meetings.signUp', { params: { id: meeting }, body: signUpInput() });
    expect([await codeOf(call(invited)), await codeOf(call(draft.id))]).toEqual([
      'meeting.sign_up_closed',
      'meeting.not_found',
    ]);
    server.clock.set('2026-11-20T09:59:59.000Z');
    await call(id);
    server.clock.set(SIGN_UP_ENDS);
    expect(await codeOf(call(id))).toBe('meeting.sign_up_closed');
  });

  it('draw: committed to before, not before the end, once; anybody computes the same; everybody is told', async () => {
    const office = await server.asStaff('office');
    const id = await openMeeting(office);
    const { seedHash } = await server.anonymous.call('meetings.get', { params: { id }, query: {} });
    expect(seedHash).toMatch(/^[0-9a-f]{64}$/);
    const people = await signUpMany(server, id, 4);
    const draw = (client: TestClient) => client.call('staff.meetings.drawLots', { params: { id } });
    expect(await codeOf(draw(office))).toBe('meeting.state');
    expect(await codeOf(server.anonymous.call('meetings.draw', { params: { id }, query: {} }))).toBe(
      'meeting.not_drawn',
    );
    server.clock.set(SIGN_UP_ENDS);
    const late = await server.asStaff('office');
    await draw(late);
    expect(await codeOf(draw(late))).toBe('meeting.state');
    const drawn = await server.anonymous.call('meetings.draw', { params: { id }, query: {} });
    const ids = drawn.order.map(place => place.id);
    expect([...ids].sort()).toEqual(people.map(person => person.id).sort());
    expect(drawn.seedHash).toBe(seedHash);
    expect(isDrawTrue({ seed: drawn.seed, seedHash: seedHash!, order: ids })).toBe(true);
    expect(drawn.order).toEqual(drawOrder(drawn.seed, ids));
    await server.runWorker();
    for (const [at, place] of ids.entries()) {
      const drawnPerson = people.find(person => person.id === place)!;
      expect(await stateOf(drawnPerson)).toBe(at < 2 ? 'accepted' : 'waitlist');
      expect(await inboxOf(drawnPerson)).toEqual([expect.stringContaining(`抽到第 ${at + 1} 位`)]);
    }
  });

  it('withdraw: a place that becomes free -> the first who waits has it and is told; after the meeting began -> refused', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    const people = await signUpMany(server, id, 4);
    server.clock.set(SIGN_UP_ENDS);
    await (await server.asStaff('office')).call('staff.meetings.drawLots', { params: { id } });
    const { order } = await server.anonymous.call('meetings.draw', { params: { id }, query: {} });
    const [first, second, third] = order.map(place => people.find(person => person.id === place.id)!);
    expect(await withdraw(first!, first!.id)).toMatchObject({ state: 'withdrawn', abilities: { withdraw: false } });
    expect([await stateOf(second!), await stateOf(third!)]).toEqual(['accepted', 'accepted']);
    await server.runWorker();
    expect(await inboxOf(third!)).toContainEqual(expect.stringContaining('候补补上'));
    expect(await codeOf(withdraw({ openid: 'o-stranger' }, second!.id))).toBe('sign_up.not_found');
    server.clock.set(STARTS);
    expect(await codeOf(withdraw(second!, second!.id))).toBe('meeting.state');
    expect(await stored('meetingSignUps', { state: 'accepted' })).toHaveLength(2);
  });

  it('criteria: each decided with a reason, no more than the quota; a list only when everybody has an answer', async () => {
    const office = await server.asStaff('office');
    const signUp = { closesAt: SIGN_UP_ENDS, quota: 1, selection: 'criteria' as const, criteria: '住在东浦社区的先来' };
    const id = await openMeeting(office, { signUp });
    const [first, second] = await signUpMany(server, id, 2);
    const decide = (signUpId: string, state: 'accepted' | 'waitlist' | 'rejected') =>
      office.call('staff.meetings.decide', { params: { id, signUpId }, body: { state, reason: '住在社区里' } });
    const publish = () => office.call('staff.meetings.publishParticipants', { params: { id } });
    await decide(first!.id, 'accepted');
    expect(await codeOf(decide(second!.id, 'accepted'))).toBe('meeting.full');
    expect(await codeOf(publish())).toBe('meeting.undecided');
    await decide(second!.id, 'rejected');
    await office.call('staff.meetings.invite', {
      params: { id },
      body: { id: randomUUID(), name: '司马青', represents: 'expert' },
    });
    await publish();
    const { participants } = await server.anonymous.call('meetings.get', { params: { id }, query: {} });
    expect(participants).toHaveLength(2);
    expect(participants).toEqual(
      expect.arrayContaining([
        { name: '赵*满', represents: 'resident' },
        { name: '司马*', represents: 'expert' },
      ]),
    );
    await server.runWorker();
    expect(await inboxOf(second!)).toEqual(['这次不能来参加：住在社区里']);
  });

  it('cancelled: with a reason -> everybody is told, the public reads it', async () => {
    const office = await server.asStaff('office');
    const id = await openMeeting(office);
    const [person] = await signUpMany(server, id, 1);
    await office.call('staff.meetings.cancel', { params: { id }, body: { reason: '场地漏水' } });
    const seen = await server.anonymous.call('meetings.get', { params: { id }, query: {} });
    expect(seen).toMatchObject({ state: 'cancelled', cancelReason: '场地漏水' });
    await server.runWorker();
    expect((await inboxOf(person!))[0]).toContain('场地漏水');
  });

  it('account closed, or a year after -> the person goes, the place in the draw stays', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    const [gone, stays] = await signUpMany(server, id, 2);
    const leaving = await server.asResident(gone!.openid);
    expect((await leaving.call('me.export')).records.signUps).toMatchObject([{ name: '赵小满' }]);
    await leaving.call('me.close');
    const record = (signUpId: string) => server.collection('meetingSignUps').findOne({ _id: signUpId });
    expect(await record(gone!.id)).toMatchObject({ name: null, phone: null, accountId: null, state: 'waiting' });
    server.clock.set('2027-11-24T00:00:00.000Z');
    await server.runSchedule('platform.sweep');
    expect((await record(stays!.id))?.name).toEqual(expect.any(String));
    server.clock.set('2027-11-26T00:00:00.000Z');
    await server.runSchedule('platform.sweep');
    expect(await record(stays!.id)).toMatchObject({ name: null, phone: null, accountId: null, turn: null });
  });
});
