import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import type { TestClient, TestServer } from '../../../testing';

export type NewMeeting = RouteCall<'staff.meetings.create'>['body'];
export type NewSignUp = RouteCall<'meetings.signUp'>['body'];

export const UNIT = 'civil-affairs';
/** The sign-up of the fixtures closes, and the meeting begins. */
export const SIGN_UP_ENDS = '2026-11-20T10:00:00.000Z';
export const STARTS = '2026-11-25T01:00:00.000Z';

/** Two places by lot, nine days from the day the test clock stands at. */
export const meetingInput = (over: Partial<NewMeeting> = {}): NewMeeting => ({
  id: randomUUID(),
  kind: 'bench',
  title: '长者食堂板凳会',
  topic: '明年长者食堂开在哪里、几点开门。',
  unitId: UNIT,
  place: '东浦社区院子里',
  startsAt: STARTS,
  agenda: ['说一说现在的情况', '大家说'],
  signUp: { closesAt: SIGN_UP_ENDS, quota: 2, selection: 'draw', criteria: null },
  ...over,
});

export const signUpInput = (over: Partial<NewSignUp> = {}): NewSignUp => ({
  id: randomUUID(),
  name: '周槐影',
  phone: '19900000001',
  represents: 'resident',
  ...over,
});

export async function openMeeting(office: TestClient, over: Partial<NewMeeting> = {}): Promise<string> {
  const input = meetingInput(over);
  await office.call('staff.meetings.create', { body: input });
  await office.call('staff.meetings.publish', { params: { id: input.id } });
  return input.id;
}

/** So many residents sign up, one after the other. A session ends when the clock is moved: they log in again by their openid. */
export async function signUpMany(server: TestServer, meetingId: string, count: number) {
  const people = [];
  for (let n = 0; n < count; n += 1) {
    const client = await server.asResident();
    const body = signUpInput({ name: `${'赵钱孙李周吴郑王'[n % 8]}小满` });
    await client.call('meetings.signUp', { params: { id: meetingId }, body });
    people.push({ openid: client.openid, id: body.id });
  }
  return people;
}
