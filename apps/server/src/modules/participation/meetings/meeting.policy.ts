import type { Actor } from '../../../http/actor';
import { preparesFor, publishesFor } from '../participation.policy';
import type { MeetingRecord, MeetingState, SignUpRecord } from './meeting.repository';

/** Where it stands at `now`. Never stored. */
export function stateOf(meeting: MeetingRecord, now: Date): MeetingState {
  if (meeting.cancelledAt !== null) return 'cancelled';
  if (meeting.publishedAt === null) return 'draft';
  if (now < meeting.startsAt) return 'announced';
  return meeting.minutes?.confirmedAt ? 'recorded' : 'held';
}

export const isSignUpOpen = (meeting: MeetingRecord, now: Date): boolean =>
  meeting.signUp !== null && stateOf(meeting, now) === 'announced' && now < meeting.signUp.closesAt;

/** The time between the end of the sign-up and the meeting: whoever comes is chosen then. By criteria it may be earlier. */
const isChoosing = (meeting: MeetingRecord, now: Date): boolean =>
  meeting.signUp !== null && stateOf(meeting, now) === 'announced';
export const canDraw = (meeting: MeetingRecord, now: Date): boolean =>
  meeting.signUp?.selection === 'draw' &&
  meeting.drawnAt === null &&
  isChoosing(meeting, now) &&
  now >= meeting.signUp.closesAt;
export const canDecide = (meeting: MeetingRecord, now: Date): boolean =>
  meeting.signUp?.selection === 'criteria' && isChoosing(meeting, now);

export const hasStarted = (meeting: MeetingRecord, now: Date): boolean => {
  const state = stateOf(meeting, now);
  return state === 'held' || state === 'recorded';
};

/** It began, and nobody has said why who signed up was left without an answer. A draw now would give places in what is over. */
export const missedChoice = (meeting: MeetingRecord, now: Date): boolean =>
  meeting.signUp !== null && hasStarted(meeting, now) && !meeting.notChosen;

/** Whether this actor reads the minutes: as their readers were named, and never before they are confirmed. */
export function readsMinutes(actor: Actor, meeting: MeetingRecord, mine: SignUpRecord | null): boolean {
  if (!meeting.minutes?.confirmedAt) return false;
  const { readers } = meeting.minutes;
  if (readers === 'public' || preparesFor(actor, meeting.unitId)) return true;
  return readers === 'participants' && mine?.state === 'accepted';
}

export const canWithdraw = (meeting: MeetingRecord, signUp: SignUpRecord, now: Date): boolean =>
  stateOf(meeting, now) === 'announced' && ['waiting', 'accepted', 'waitlist'].includes(signUp.state);

export function meetingAbilities(
  actor: Actor,
  meeting: MeetingRecord,
  given: { now: Date; mine: SignUpRecord | null },
): Record<string, boolean> {
  const { now, mine } = given;
  const state = stateOf(meeting, now);
  const prepares = preparesFor(actor, meeting.unitId);
  const publishes = publishesFor(actor, meeting.unitId);
  return {
    signUp: actor.kind === 'resident' && mine === null && isSignUpOpen(meeting, now),
    withdraw: mine !== null && canWithdraw(meeting, mine, now),
    edit: prepares && state === 'draft',
    publish: publishes && state === 'draft',
    discard: prepares && state === 'draft',
    cancel: publishes && state === 'announced',
    invite: prepares && (state === 'draft' || state === 'announced'),
    decide: prepares && canDecide(meeting, now),
    draw: prepares && canDraw(meeting, now),
    closeSignUps: prepares && missedChoice(meeting, now),
    publishParticipants: publishes && state === 'announced' && meeting.participantsAt === null,
    attend: prepares && hasStarted(meeting, now),
    writeMinutes: prepares && state === 'held',
    resolve: prepares && hasStarted(meeting, now),
  };
}
