import { addDays } from '@bandeng/rules';
import { unitsOf, type Actor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import type { WaitingTask } from '../../../platform/module';
import type { MeetingDeps } from './deps';
import { missedChoice } from './meeting.policy';
import type { MeetingRecord } from './meeting.repository';

/** Minutes are due so many days after the meeting. */
const MINUTES_DAYS = 10;

/** Sign-ups without an answer, lists that are not public, minutes not written, and what was agreed on and is not done. */
export async function listWaitingMeetings(deps: MeetingDeps, actor: Actor, limit: number): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const now = deps.clock.now();
  const list = async (state: 'announced' | 'held') =>
    (await deps.meetings.listForStaff({ unitIds, state, now }, { limit })).items;
  const [announced, held, undone] = await Promise.all([
    list('announced'),
    list('held'),
    deps.meetings.listUndone(unitIds, limit),
  ]);
  const before = await Promise.all(announced.map(meeting => beforeMeeting(deps, meeting, now)));
  const meetings = await deps.meetings.findMany(undone.map(({ meetingId }) => meetingId));
  return [
    ...before.flat(),
    ...(await Promise.all(held.map(meeting => leftWaiting(deps, meeting, now)))).flat(),
    ...held.map(missingMinutes),
    ...undone.map(({ meetingId, text, createdAt, dueOn }) => ({
      kind: 'resolution' as const,
      recordId: meetingId,
      title: text,
      note: `会上定的 · ${meetings.get(meetingId)?.title ?? ''}`,
      step: '办完，写明结果',
      since: createdAt.toISOString(),
      dueOn,
    })),
  ];
}

async function beforeMeeting(deps: MeetingDeps, meeting: MeetingRecord, now: Date): Promise<WaitingTask[]> {
  const { _id, title, startsAt, signUp, participantsAt } = meeting;
  const startsOn = shanghaiDate(startsAt);
  const note = `会议 · ${startsOn} 开`;
  const task = (step: string, since: Date, dueOn: string): WaitingTask => {
    return { kind: 'meeting', recordId: _id, title, note, step, since: since.toISOString(), dueOn };
  };
  if (signUp === null || participantsAt !== null) return [];
  const waiting = await deps.meetings.countSignUps(_id, 'waiting');
  const isClosed = signUp.closesAt <= now;
  const eve = addDays(startsOn, -1);
  if (waiting > 0 && (isClosed || signUp.selection === 'criteria'))
    return [task(signUp.selection === 'draw' ? '抽签' : `答复报名 ${waiting} 人`, signUp.closesAt, eve)];
  return isClosed ? [task('公布参加人名单', signUp.closesAt, eve)] : [];
}

/** It began while people waited: they are told why, whatever becomes of the minutes. */
async function leftWaiting(deps: MeetingDeps, meeting: MeetingRecord, now: Date): Promise<WaitingTask[]> {
  if (!missedChoice(meeting, now)) return [];
  const waiting = await deps.meetings.countSignUps(meeting._id, 'waiting');
  const step = `会前没有答复报名的 ${waiting} 人，写明原因`;
  const dueOn = shanghaiDate(meeting.startsAt);
  return waiting > 0 ? [{ ...missingMinutes(meeting), step, dueOn }] : [];
}

const missingMinutes = ({ _id, title, startsAt }: MeetingRecord): WaitingTask => ({
  kind: 'meeting',
  recordId: _id,
  title,
  note: `会议 · ${shanghaiDate(startsAt)} 开过`,
  step: '写记录，确认',
  since: startsAt.toISOString(),
  dueOn: addDays(shanghaiDate(startsAt), MINUTES_DAYS),
});
