import type { RouteInput } from '@bandeng/contracts/types';
import { drawOrder } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { publishesFor } from '../participation.policy';
import { getOwnMeeting } from './create-meeting';
import type { MeetingDeps } from './deps';
import { canDecide, canDraw, hasStarted, missedChoice, stateOf } from './meeting.policy';
import type { MeetingRecord, SignUpRecord } from './meeting.repository';
import { moveSignUp } from './sign-up-moves';

interface Ids {
  meetingId: string;
  signUpId: string;
}

/** Decides about one person by the published criteria, with a reason they are told. Throws meeting.full. */
export function decide(
  deps: MeetingDeps,
  actor: OfficeActor,
  { meetingId, signUpId, body }: Ids & { body: RouteInput<'staff.meetings.decide'>['body'] },
): Promise<SignUpRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, meetingId, tx);
    const record = await deps.meetings.findSignUp(signUpId, tx);
    if (record?.meetingId !== meetingId) throw new AppError('meeting.not_found');
    if (!canDecide(meeting, deps.clock.now()) || record.state === 'withdrawn' || record.isInvited)
      throw new AppError('meeting.state');
    if (record.state === body.state && record.reason === body.reason) return record;
    if (body.state === 'accepted' && record.state !== 'accepted') {
      const taken = (await deps.meetings.allSignUps(meetingId, 'accepted', tx)).filter(({ isInvited }) => !isInvited);
      if (taken.length >= (meeting.signUp?.quota ?? 0)) throw new AppError('meeting.full');
    }
    await deps.meetings.update(meetingId, {}, tx);
    return moveSignUp(deps, actor, { record, ...body }, tx);
  });
}

/**
 * Draws who comes, once, after the sign-up has closed: the order follows from the seed that was committed to when the meeting was
 * announced, so nobody can choose it, and everybody can compute it again (packages/rules, draw).
 */
export function drawLots(deps: MeetingDeps, actor: OfficeActor, id: string): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    const now = deps.clock.now();
    if (!canDraw(meeting, now) || meeting.sealedSeed === null) throw new AppError('meeting.state');
    const seed = deps.fields.decrypt(meeting.sealedSeed, { collection: 'meetings', id, field: 'sealedSeed' });
    const waiting = await deps.meetings.allSignUps(id, 'waiting', tx);
    const byId = new Map(waiting.map(record => [record._id, record]));
    const order = drawOrder(seed, [...byId.keys()]);
    const quota = meeting.signUp?.quota ?? 0;
    for (const [at, { id: drawn }] of order.entries()) {
      const isIn = at < quota;
      const reason = isIn ? `抽到第 ${at + 1} 位` : `抽到第 ${at + 1} 位，候补第 ${at + 1 - quota} 位`;
      const state = isIn ? 'accepted' : 'waitlist';
      await moveSignUp(deps, actor, { record: byId.get(drawn)!, state, reason, drawPlace: at + 1 }, tx);
    }
    const set = { seed, sealedSeed: null, drawnAt: now, drawnOrder: order.map(place => place.id) };
    await deps.meetings.update(id, set, tx);
    await deps.audit.add(actor, 'meeting.drawn', { collection: 'meetings', id, fields: ['seed', 'drawnOrder'] }, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}

/**
 * Ends the waiting of who was neither drawn nor answered before it began: each is told why, and everybody reads it. The draw is not made
 * up for: it would give places in a meeting that is over. Throws meeting.state.
 */
export function closeSignUps(
  deps: MeetingDeps,
  actor: OfficeActor,
  { id, reason }: { id: string; reason: string },
): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    const now = deps.clock.now();
    const waiting = missedChoice(meeting, now) ? await deps.meetings.allSignUps(id, 'waiting', tx) : [];
    if (waiting.length === 0) throw new AppError('meeting.state');
    const what = meeting.signUp?.selection === 'draw' ? '会前没有抽签' : '会前没有答复';
    for (const record of waiting)
      await moveSignUp(deps, actor, { record, state: 'rejected', reason: `${what}：${reason}` }, tx);
    const set = { notChosen: { at: now, reason } };
    await deps.meetings.update(id, set, tx);
    await deps.audit.add(actor, 'meeting.sign_ups_closed', { collection: 'meetings', id, fields: ['notChosen'] }, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}

/** Publishes who takes part, before the meeting (Art. 17). Nobody may still be waiting for an answer. */
export function publishParticipants(deps: MeetingDeps, actor: OfficeActor, id: string): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    if (!publishesFor(actor, meeting.unitId)) throw new AppError('auth.forbidden');
    const now = deps.clock.now();
    if (stateOf(meeting, now) !== 'announced' || meeting.participantsAt !== null) throw new AppError('meeting.state');
    const waiting = await deps.meetings.countSignUps(id, 'waiting', tx);
    if (waiting > 0) throw new AppError('meeting.undecided', { data: { waiting } });
    const set = { participantsAt: now };
    await deps.meetings.update(id, set, tx);
    const subject = { collection: 'meetings', id, fields: Object.keys(set) };
    await deps.audit.add(actor, 'meeting.participants_published', subject, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}

/** Writes down whether somebody with a place came. */
export function markAttendance(
  deps: MeetingDeps,
  actor: OfficeActor,
  { meetingId, signUpId, attended }: Ids & { attended: boolean },
): Promise<SignUpRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, meetingId, tx);
    const record = await deps.meetings.findSignUp(signUpId, tx);
    if (record?.meetingId !== meetingId) throw new AppError('meeting.not_found');
    if (!hasStarted(meeting, deps.clock.now()) || record.state !== 'accepted') throw new AppError('meeting.state');
    await deps.meetings.updateSignUp(signUpId, { attended }, tx);
    const subject = { collection: 'meetingSignUps', id: signUpId, fields: ['attended'] };
    await deps.audit.add(actor, 'meeting.attendance_marked', subject, tx);
    return { ...record, attended };
  });
}
