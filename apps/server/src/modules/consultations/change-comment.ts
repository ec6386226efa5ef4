import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { keysOf, visibilityOf } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import { runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

export interface CommentChange {
  /** Name of the event and of the audit action. */
  event: string;
  set: Partial<CommentRecord>;
  /** What listeners are told beside the ids: what they would read later may have changed again. */
  told?: Record<string, unknown>;
}
export interface ChangedComment {
  comment: CommentRecord;
  consultation: ConsultationOutline;
}

/**
 * The one way a comment changes: read, decide, write with what lists find it by, audit and event in one transaction.
 * @param decide throws when it may not; gives null when it is so already (a repeat)
 */
export async function changeComment(
  deps: ConsultationsDeps,
  actor: Actor | 'system',
  ids: { consultationId: string; commentId: string },
  decide: (
    comment: CommentRecord,
    consultation: ConsultationOutline,
    tx: Tx,
  ) => CommentChange | null | Promise<CommentChange | null>,
): Promise<ChangedComment> {
  return deps.transaction(async tx => {
    const consultation = await deps.consultations.findOutline(ids.consultationId, tx);
    const comment = await deps.comments.find(ids.commentId, tx);
    if (!consultation || comment?.consultationId !== ids.consultationId) throw new AppError('comment.not_found');
    const change = await decide(comment, consultation, tx);
    if (!change) return { comment, consultation };
    return { comment: await writeChange(deps, actor, { comment, consultation, change }, tx), consultation };
  });
}

export async function writeChange(
  deps: ConsultationsDeps,
  actor: Actor | 'system',
  given: { comment: CommentRecord; consultation: ConsultationOutline; change: CommentChange },
  tx: Tx,
): Promise<CommentRecord> {
  const { comment, consultation, change } = given;
  const { display } = consultation;
  const next = { ...comment, ...change.set };
  next.keys = keysOf(next, display);
  await deps.comments.update(comment._id, { ...change.set, keys: next.keys }, tx);
  const fields = Object.keys(change.set);
  await deps.audit.add(actor, change.event, { collection: 'comments', id: comment._id, fields }, tx);
  const before = visibilityOf(comment, display);
  const after = visibilityOf(next, display);
  await deps.outbox.add(
    {
      ...change.told,
      name: change.event,
      commentId: comment._id,
      consultationId: consultation._id,
      accountId: comment.accountId,
      // How many more comments everybody sees now: counted after commit, exactly once.
      now: Number(after.now) - Number(before.now),
      end: Number(after.end) - Number(before.end),
    },
    tx,
  );
  return next;
}

/**
 * A change by the office. It also writes the consultation, so that publishing the outcome at the same moment conflicts and one of
 * the two looks again.
 */
export async function changeCommentAtDesk(
  deps: ConsultationsDeps,
  actor: Actor,
  ids: { consultationId: string; commentId: string },
  decide: (
    comment: CommentRecord,
    consultation: ConsultationOutline,
    tx: Tx,
  ) => CommentChange | null | Promise<CommentChange | null>,
): Promise<ChangedComment> {
  return changeComment(deps, actor, ids, async (comment, consultation, tx) => {
    if (!runsConsultations(actor, consultation.unitId)) throw new AppError('comment.not_found');
    const change = await decide(comment, consultation, tx);
    if (change) await deps.consultations.update(consultation._id, {}, tx);
    return change;
  });
}

/** Until the outcome is published an answer or a link may change. Throws consultation.state. */
export function assertNotAnswered(consultation: ConsultationOutline, now: Date): void {
  const state = stateOf(consultation, now);
  if (state !== 'open' && state !== 'closed') throw new AppError('consultation.state');
}
