import { randomUUID } from 'node:crypto';
import { uploadFile } from '../../../fixtures/district';
import { problemOf, startTestServer, type TestServer } from '../../../testing';
import { OTHER_UNIT, putDistrict } from '../../consultations/consultation.fixtures';
import { meetingInput, openMeeting, SIGN_UP_ENDS, signUpMany, STARTS, UNIT } from './meeting.fixtures';

jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterEach(() => server.stop());

const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [{ text }] });
const read = async (id: string) => server.anonymous.call('meetings.get', { params: { id }, query: {} });

describe('a meeting at the desk', () => {
  it('hearing: fewer than seven days, or no materials -> 409 with the article; with both -> announced, materials readable', async () => {
    const office = await server.asStaff('office');
    const { body: file } = await uploadFile(office, Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '听证材料.pdf' });
    const publish = async (over: Parameters<typeof meetingInput>[0]) => {
      const input = meetingInput({ kind: 'hearing', ...over });
      await office.call('staff.meetings.create', { body: input });
      return { id: input.id, call: office.call('staff.meetings.publish', { params: { id: input.id } }) };
    };
    const bare = await problemOf((await publish({})).call);
    expect(bare).toMatchObject({ code: 'meeting.too_soon' });
    expect(String(bare.problem.data?.reason)).toContain('第十六条');
    const soon = { startsAt: '2026-11-22T01:00:00.000Z', materialIds: [file.id] };
    const { id, call } = await publish(soon);
    expect(await codeOf(call)).toBe('meeting.too_soon');
    expect((await server.anonymous.fetch(`/api/v1/files/${file.id}`)).status).toBe(404);
    const { id: _, ...content } = meetingInput({ kind: 'hearing', materialIds: [file.id] });
    await office.call('staff.meetings.update', { params: { id }, body: { ...content, revision: 1 } });
    await office.call('staff.meetings.publish', { params: { id } });
    expect((await read(id)).materials).toMatchObject([{ name: '听证材料.pdf' }]);
    expect((await server.anonymous.fetch(`/api/v1/files/${file.id}`)).status).toBe(200);
  });

  it('input: a sign-up that ends after the meeting, no criteria, an unknown unit -> 422 at the place; an editor announces nothing', async () => {
    const office = await server.asStaff('office');
    const pathOf = async (over: Parameters<typeof meetingInput>[0]) =>
      (await problemOf(office.call('staff.meetings.create', { body: meetingInput(over) }))).problem.errors?.[0]?.path;
    const signUp = { closesAt: SIGN_UP_ENDS, quota: 2, selection: 'criteria' as const, criteria: null };
    expect(await pathOf({ signUp: { ...signUp, criteria: '先到', closesAt: STARTS } })).toBe('signUp.closesAt');
    expect(await pathOf({ signUp })).toBe('signUp.criteria');
    expect(await pathOf({ unitId: 'nowhere' })).toBe('unitId');
    const editor = await server.asStaff('editor', { unitId: UNIT });
    const input = meetingInput();
    await editor.call('staff.meetings.create', { body: input });
    expect((await problemOf(editor.call('staff.meetings.publish', { params: { id: input.id } }))).status).toBe(403);
    expect(await codeOf(read(input.id))).toBe('meeting.not_found');
  });

  it('prepared and thrown away -> in no list, its trail stays; once announced -> only cancelled', async () => {
    const office = await server.asStaff('office');
    const input = meetingInput();
    const { revision } = await office.call('staff.meetings.create', { body: input });
    const discard = (id: string, seen: number) =>
      office.call('staff.meetings.discard', { params: { id }, body: { revision: seen } });
    await discard(input.id, revision);
    expect((await office.call('staff.meetings.list', { query: {} })).items).toEqual([]);
    expect(await codeOf(office.call('staff.meetings.publish', { params: { id: input.id } }))).toBe('meeting.not_found');
    expect(await server.collection('auditEntries').countDocuments({ action: 'meeting.discarded' })).toBe(1);
    expect(await codeOf(discard(await openMeeting(office), 2))).toBe('meeting.state');
  });

  it('the draw was missed before it began -> on the desk, no draw any more; closed with a reason: each is told, everybody reads it', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    const people = await signUpMany(server, id, 3);
    const close = (client: Awaited<ReturnType<TestServer['asStaff']>>) =>
      client.call('staff.meetings.closeSignUps', { params: { id }, body: { reason: '经办人住院，没有人接手。' } });
    server.clock.set(SIGN_UP_ENDS);
    expect(await codeOf(close(await server.asStaff('office')))).toBe('meeting.state');
    server.clock.set(STARTS);
    const office = await server.asStaff('office');
    const tasks = async () =>
      (await office.call('staff.desk', { query: {} })).tasks.filter(({ recordId }) => recordId === id);
    expect((await tasks()).map(({ step }) => step)).toEqual(['会前没有答复报名的 3 人，写明原因', '写记录，确认']);
    expect(await codeOf(office.call('staff.meetings.drawLots', { params: { id } }))).toBe('meeting.state');
    expect(await close(office)).toMatchObject({ counts: { waiting: 0 }, notChosen: '经办人住院，没有人接手。' });
    expect(await read(id)).toMatchObject({ drawnAt: null, notChosen: '经办人住院，没有人接手。' });
    expect((await tasks()).map(({ step }) => step)).toEqual(['写记录，确认']);
    expect(await codeOf(close(office))).toBe('meeting.state');
    const told = await server.collection('meetingSignUps').find({ meetingId: id }).toArray();
    expect(told.map(({ state, reason }) => [state, reason])).toEqual(
      people.map(() => ['rejected', '会前没有抽签：经办人住院，没有人接手。']),
    );
  });

  it('held: attendance, minutes for who took part, confirmed once; resolutions as tasks of a unit, done with a word', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    const [person] = await signUpMany(server, id, 1);
    server.clock.set(SIGN_UP_ENDS);
    const before = await server.asStaff('office');
    await before.call('staff.meetings.drawLots', { params: { id } });
    const attend = { params: { id, signUpId: person!.id }, body: { attended: true } };
    expect(await codeOf(before.call('staff.meetings.attend', attend))).toBe('meeting.state');
    await before.call('staff.meetings.publishParticipants', { params: { id } });

    server.clock.set('2026-11-25T03:00:00.000Z');
    const office = await server.asStaff('office');
    await office.call('staff.meetings.attend', attend);
    const { revision } = await office.call('staff.meetings.get', { params: { id }, query: {} });
    const write = (over: { revision: number; confirm: boolean }) =>
      office.call('staff.meetings.writeMinutes', {
        params: { id },
        body: { body: [paragraph('大家说周末也要开。')], readers: 'participants', ...over },
      });
    const written = await write({ revision, confirm: false });
    expect(await codeOf(write({ revision, confirm: false }))).toBe('meeting.changed');
    expect((await read(id)).minutesReaders).toBeNull();
    await write({ revision: written.revision, confirm: true });
    expect(await codeOf(write({ revision: written.revision + 1, confirm: true }))).toBe('meeting.state');
    expect(await read(id)).toMatchObject({
      state: 'recorded',
      minutes: null,
      minutesReaders: 'participants',
      attendedCount: 1,
    });
    const participant = await server.asResident(person!.openid);
    const theirs = await participant.call('meetings.get', { params: { id }, query: {} });
    expect(theirs.minutes).toEqual([paragraph('大家说周末也要开。')]);

    const resolution = { id: randomUUID(), text: '周末轮流开门', unitId: OTHER_UNIT, dueOn: '2026-12-10' };
    await office.call('staff.meetings.resolve', { params: { id }, body: resolution });
    const other = await server.asStaff('editor', { unitId: OTHER_UNIT });
    const { tasks } = await other.call('staff.desk', { query: {} });
    expect(tasks).toEqual([
      expect.objectContaining({ kind: 'resolution', title: '周末轮流开门', dueOn: '2026-12-10' }),
    ]);
    const done = { params: { id: resolution.id }, body: { word: '三家轮流，名单登在公示栏。' } };
    await other.call('staff.resolutions.done', done);
    expect(await codeOf(other.call('staff.resolutions.done', done))).toBe('meeting.state');
    expect((await other.call('staff.desk', { query: {} })).tasks).toEqual([]);
    expect((await read(id)).resolutions).toMatchObject([{ text: '周末轮流开门', word: '三家轮流，名单登在公示栏。' }]);
  });

  it('desk: a draw to make, a list to publish, minutes to write -> one after the other', async () => {
    const id = await openMeeting(await server.asStaff('office'));
    await signUpMany(server, id, 1);
    const steps = async () =>
      (await (await server.asStaff('office')).call('staff.desk', { query: {} })).tasks.map(({ step }) => step);
    expect(await steps()).toEqual([]);
    server.clock.set(SIGN_UP_ENDS);
    expect(await steps()).toEqual(['抽签']);
    const office = await server.asStaff('office');
    await office.call('staff.meetings.drawLots', { params: { id } });
    expect(await steps()).toEqual(['公布参加人名单']);
    await office.call('staff.meetings.publishParticipants', { params: { id } });
    expect(await steps()).toEqual([]);
    server.clock.set('2026-11-25T03:00:00.000Z');
    expect(await steps()).toEqual(['写记录，确认']);
  });

  it('lists: coming and past to everybody; the timeline to its unit only', async () => {
    const office = await server.asStaff('office');
    const id = await openMeeting(office);
    const idsOf = async (when: 'coming' | 'past') =>
      (await server.anonymous.call('meetings.list', { query: { when } })).items.map(item => item.id);
    expect([await idsOf('coming'), await idsOf('past')]).toEqual([[id], []]);
    const timeline = { params: { collection: 'meetings', id }, query: {} };
    const stranger = await server.asStaff('editor', { unitId: OTHER_UNIT });
    expect(await codeOf(stranger.call('staff.records.timeline', timeline))).toBe('record.not_found');
    expect((await office.call('staff.records.timeline', timeline)).items).toHaveLength(2);
    server.clock.set(STARTS);
    expect([await idsOf('coming'), await idsOf('past')]).toEqual([[], [id]]);
  });
});
