import type { ResidentActor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import { writeChange } from './change-comment';
import type { ConsultationsDeps } from './deps';

/**
 * Gives a comment that was written down for somebody to the account of who said it, as its author: it stays one comment, marked as what it
 * was. False when it is somebody's already, or was that of an account that is closed.
 */
export async function handOverComment(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  commentId: string,
  tx: Tx,
): Promise<boolean> {
  const comment = await deps.comments.find(commentId, tx);
  const consultation = comment && (await deps.consultations.findOutline(comment.consultationId, tx));
  if (!consultation) return false;
  if (comment.accountId !== null || comment.recordedBy === null || comment.isAuthorGone) return false;
  const change = { event: 'comment.handed_over', set: { accountId: actor.accountId } };
  await writeChange(deps, actor, { comment, consultation, change }, tx);
  return true;
}
