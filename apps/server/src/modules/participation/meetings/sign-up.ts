import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor, ResidentActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import { getOwnMeeting } from './create-meeting';
import type { MeetingDeps } from './deps';
import { canWithdraw, isSignUpOpen, stateOf } from './meeting.policy';
import type { MeetingRecord, SignUpRecord } from './meeting.repository';
import { moveSignUp, promoteNext } from './sign-up-moves';

type Body = RouteInput<'meetings.signUp'>['body'];
const COLLECTION = 'meetingSignUps';

export const turnOf = (meetingId: string, accountId: string): string => `${meetingId}:${accountId}`;

/** Name and telephone as they are kept: under the server's field keys, each bound to its place. */
export const sealed = (
  { fields }: Pick<MeetingDeps, 'fields'>,
  { id, name, phone }: Pick<Body, 'id' | 'name' | 'phone'>,
): Pick<SignUpRecord, 'name' | 'phone'> => ({
  name: fields.encrypt(name, { collection: COLLECTION, id, field: 'name' }),
  phone: phone === undefined ? null : fields.encrypt(phone, { collection: COLLECTION, id, field: 'phone' }),
});

/**
 * Signs an account up, once. The same id and content again gives the same record.
 * Throws meeting.sign_up_closed, meeting.signed_up, id.conflict.
 */
export async function signUp(
  deps: MeetingDeps,
  actor: ResidentActor,
  { meetingId, body }: { meetingId: string; body: Body },
): Promise<{ record: SignUpRecord; isNew: boolean }> {
  const contentHash = sha256(canonicalJson({ meetingId, actor: actor.accountId, body }));
  try {
    return { record: await storeSignUp(deps, actor, { meetingId, body, contentHash }), isNew: true };
  } catch (error) {
    if (!(error instanceof AppError) && !isDuplicateKey(error)) throw error;
    const existing = await deps.meetings.findSignUp(body.id);
    if (existing?.contentHash === contentHash) return { record: existing, isNew: false };
    if (existing) throw new AppError('id.conflict');
    throw error instanceof AppError ? error : new AppError('meeting.signed_up');
  }
}

function storeSignUp(
  deps: MeetingDeps,
  actor: ResidentActor,
  { meetingId, body, contentHash }: { meetingId: string; body: Body; contentHash: string },
): Promise<SignUpRecord> {
  return deps.transaction(async tx => {
    const meeting = await deps.meetings.get(meetingId, tx);
    const now = deps.clock.now();
    if (stateOf(meeting, now) === 'draft') throw new AppError('meeting.not_found');
    if (!isSignUpOpen(meeting, now)) throw new AppError('meeting.sign_up_closed');
    const record: SignUpRecord = {
      _id: body.id,
      meetingId,
      accountId: actor.accountId,
      turn: turnOf(meetingId, actor.accountId),
      contentHash,
      ...sealed(deps, body),
      represents: body.represents,
      statement: body.statement ?? null,
      isInvited: false,
      state: 'waiting',
      reason: null,
      drawPlace: null,
      attended: null,
      createdAt: now,
      meetingAt: meeting.startsAt,
    };
    await deps.meetings.insertSignUp(record, tx);
    // The meeting too: who signs up at the last moment must be in the draw or be refused.
    await deps.meetings.update(meetingId, {}, tx);
    await deps.audit.add(actor, 'meeting.signed_up', { collection: COLLECTION, id: body.id, to: 'waiting' }, tx);
    await deps.outbox.add({ name: 'meeting.signed_up', signUpId: body.id, meetingId }, tx);
    return record;
  });
}

/** Takes a sign-up back before the meeting; a place that becomes free goes to who waits first. */
export function withdrawSignUp(
  deps: MeetingDeps,
  actor: ResidentActor,
  id: string,
): Promise<{ record: SignUpRecord; meeting: MeetingRecord }> {
  return deps.transaction(async tx => {
    const record = await deps.meetings.findSignUp(id, tx);
    if (record?.accountId !== actor.accountId) throw new AppError('sign_up.not_found');
    const meeting = await deps.meetings.get(record.meetingId, tx);
    if (record.state === 'withdrawn') return { record, meeting };
    if (!canWithdraw(meeting, record, deps.clock.now())) throw new AppError('meeting.state');
    await deps.meetings.update(meeting._id, {}, tx);
    const moved = await moveSignUp(deps, actor, { record, state: 'withdrawn', reason: null }, tx);
    if (record.state === 'accepted') await promoteNext(deps, meeting, tx);
    return { record: moved, meeting };
  });
}

/** Writes down somebody who was asked to come; they have a place at once. */
export async function invite(
  deps: MeetingDeps,
  actor: OfficeActor,
  { meetingId, body }: { meetingId: string; body: RouteInput<'staff.meetings.invite'>['body'] },
): Promise<{ record: SignUpRecord; isNew: boolean }> {
  const contentHash = sha256(canonicalJson({ meetingId, actor: actor.staffId, body }));
  const existing = await deps.meetings.findSignUp(body.id);
  if (existing) {
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  }
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, meetingId, tx);
    const now = deps.clock.now();
    const state = stateOf(meeting, now);
    if (state !== 'draft' && state !== 'announced') throw new AppError('meeting.state');
    const record: SignUpRecord = {
      _id: body.id,
      meetingId,
      accountId: null,
      turn: null,
      contentHash,
      ...sealed(deps, body),
      represents: body.represents,
      statement: null,
      isInvited: true,
      state: 'accepted',
      reason: '邀请',
      drawPlace: null,
      attended: null,
      createdAt: now,
      meetingAt: meeting.startsAt,
    };
    await deps.meetings.insertSignUp(record, tx);
    await deps.meetings.update(meetingId, {}, tx);
    await deps.audit.add(actor, 'meeting.invited', { collection: COLLECTION, id: body.id, to: 'accepted' }, tx);
    return { record, isNew: true };
  });
}
