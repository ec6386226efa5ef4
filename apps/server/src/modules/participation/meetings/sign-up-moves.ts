import type { Actor } from '../../../http/actor';
import type { Tx } from '../../../platform/transaction';
import type { MeetingDeps } from './deps';
import type { MeetingRecord, SignUpRecord, SignUpState } from './meeting.repository';

const COLLECTION = 'meetingSignUps';

/** Moves one sign-up; whose it is will be told of it. */
export async function moveSignUp(
  deps: Pick<MeetingDeps, 'meetings' | 'audit' | 'outbox'>,
  actor: Actor | 'system',
  move: { record: SignUpRecord; state: SignUpState; reason: string | null; drawPlace?: number },
  tx: Tx,
): Promise<SignUpRecord> {
  const { record, state, reason, drawPlace = record.drawPlace } = move;
  const set = { state, reason, drawPlace, ...(state === 'withdrawn' && { turn: null }) };
  await deps.meetings.updateSignUp(record._id, set, tx);
  const subject = { collection: COLLECTION, id: record._id, fields: Object.keys(set), from: record.state, to: state };
  await deps.audit.add(actor, 'meeting.sign_up_moved', subject, tx);
  if (state !== 'withdrawn')
    await deps.outbox.add(
      { name: 'meeting.sign_up_moved', signUpId: record._id, meetingId: record.meetingId, state },
      tx,
    );
  return { ...record, ...set };
}

/** Who waits first has the place that became free: in the order of the draw, else of signing up. Invited people take no such place. */
export async function promoteNext(deps: MeetingDeps, meeting: MeetingRecord, tx: Tx): Promise<void> {
  const waiting = await deps.meetings.allSignUps(meeting._id, 'waitlist', tx);
  const [next] = waiting.sort((a, b) => (a.drawPlace ?? 0) - (b.drawPlace ?? 0));
  if (next) await moveSignUp(deps, 'system', { record: next, state: 'accepted', reason: '有人取消，候补补上' }, tx);
}
