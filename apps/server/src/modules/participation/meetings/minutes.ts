import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import { preparesFor, publishesFor } from '../participation.policy';
import { getOwnMeeting } from './create-meeting';
import type { MeetingDeps } from './deps';
import { hasStarted, stateOf } from './meeting.policy';
import type { MeetingRecord, ResolutionRecord, SignUpState } from './meeting.repository';
import { moveSignUp } from './sign-up-moves';

/** Writes the minutes; confirmed they come out for their readers and stay as they are. Throws meeting.state, meeting.changed. */
export function writeMinutes(
  deps: MeetingDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.meetings.writeMinutes'>['body'] },
): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    const now = deps.clock.now();
    if (stateOf(meeting, now) !== 'held') throw new AppError('meeting.state');
    if (meeting.revision !== body.revision) throw new AppError('meeting.changed');
    if (body.confirm && body.body.length === 0) throw invalidField('body', '记录还是空的，不能确认。');
    const confirmedAt = body.confirm ? now : null;
    const set = {
      minutes: { body: body.body, readers: body.readers, writtenBy: actor.staffId, writtenAt: now, confirmedAt },
    };
    await deps.meetings.update(id, set, tx);
    const states = body.confirm ? { from: 'held', to: 'recorded' } : {};
    const action = body.confirm ? 'meeting.minutes_confirmed' : 'meeting.minutes_written';
    await deps.audit.add(actor, action, { collection: 'meetings', id, fields: ['minutes'], ...states }, tx);
    if (body.confirm) await deps.outbox.add({ name: 'meeting.recorded', meetingId: id, unitId: meeting.unitId }, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}

/** Writes down what was agreed on: a task of a unit with its day. */
export async function resolve(
  deps: MeetingDeps,
  actor: OfficeActor,
  { meetingId, body }: { meetingId: string; body: RouteInput<'staff.meetings.resolve'>['body'] },
): Promise<{ resolution: ResolutionRecord; isNew: boolean }> {
  const { id, ...content } = body;
  const contentHash = sha256(canonicalJson({ meetingId, actor: actor.staffId, body }));
  const existing = await deps.meetings.findResolution(id);
  if (existing) {
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { resolution: existing, isNew: false };
  }
  if (!(await deps.organization.findUnits([content.unitId])).has(content.unitId))
    throw invalidField('unitId', '没有这个单位，请从列表里选。');
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, meetingId, tx);
    const now = deps.clock.now();
    if (!hasStarted(meeting, now)) throw new AppError('meeting.state');
    const made = { ...content, meetingId, contentHash, createdAt: now, doneAt: null, word: null };
    const resolution: ResolutionRecord = { _id: id, ...made };
    await deps.meetings.insertResolution(resolution, tx);
    await deps.audit.add(actor, 'meeting.resolved', { collection: 'meetingResolutions', id, to: 'open' }, tx);
    await deps.outbox.add({ name: 'meeting.resolved', resolutionId: id, unitId: content.unitId }, tx);
    return { resolution, isNew: true };
  });
}

/** Ends a task with a word on what came of it: by the unit that had it, or the one whose meeting it was. */
export function concludeResolution(
  deps: MeetingDeps,
  actor: OfficeActor,
  { id, word }: { id: string; word: string },
): Promise<ResolutionRecord> {
  return deps.transaction(async tx => {
    const resolution = await deps.meetings.findResolution(id, tx);
    const meeting = resolution && (await deps.meetings.get(resolution.meetingId, tx));
    if (!resolution || !meeting || ![resolution.unitId, meeting.unitId].some(unit => preparesFor(actor, unit)))
      throw new AppError('resolution.not_found');
    if (resolution.doneAt !== null) throw new AppError('meeting.state');
    const set = { doneAt: deps.clock.now(), word };
    await deps.meetings.updateResolution(id, set, tx);
    const subject = { collection: 'meetingResolutions', id, fields: Object.keys(set), from: 'open', to: 'done' };
    await deps.audit.add(actor, 'meeting.resolution_done', subject, tx);
    await deps.outbox.add({ name: 'meeting.resolution_done', resolutionId: id, unitId: resolution.unitId }, tx);
    return { ...resolution, ...set };
  });
}

const STANDING: readonly SignUpState[] = ['waiting', 'accepted', 'waitlist'];

/** Calls a meeting off, with a reason that everybody who signed up is told. */
export function cancelMeeting(
  deps: MeetingDeps,
  actor: OfficeActor,
  { id, reason }: { id: string; reason: string },
): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    if (!publishesFor(actor, meeting.unitId)) throw new AppError('auth.forbidden');
    const now = deps.clock.now();
    if (stateOf(meeting, now) !== 'announced') throw new AppError('meeting.state');
    for (const state of STANDING)
      for (const record of await deps.meetings.allSignUps(id, state, tx))
        await moveSignUp(deps, actor, { record, state: 'rejected', reason: `会议取消：${reason}` }, tx);
    const set = { cancelledAt: now, cancelReason: reason };
    await deps.meetings.update(id, set, tx);
    const subject = { collection: 'meetings', id, fields: Object.keys(set), from: 'announced', to: 'cancelled' };
    await deps.audit.add(actor, 'meeting.cancelled', subject, tx);
    await deps.outbox.add({ name: 'meeting.cancelled', meetingId: id, unitId: meeting.unitId }, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}
