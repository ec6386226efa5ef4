import type { RouteAnswer } from '@bandeng/contracts/types';
import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { changeComment, writeChange } from './change-comment';
import { isAuthor, stateOf } from './consultation.policy';
import type { ConsultationsDeps } from './deps';
import { settleReports } from './settle-reports';

/**
 * Takes a comment back while the window is open, against a receipt of its own. It stays in the count, its first receipt stays known, its
 * words are shown no more. Once more gives the same receipt.
 */
export async function withdrawComment(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  ids: { consultationId: string; commentId: string },
): Promise<RouteAnswer<'consultations.comments.withdraw'>> {
  const { comment: withdrawn } = await changeComment(deps, actor, ids, async (comment, consultation, tx) => {
    if (!isAuthor(actor, comment)) throw new AppError('comment.not_found');
    if (comment.withdrawnAt !== null) return null;
    const now = deps.clock.now();
    if (stateOf(consultation, now) !== 'open') throw new AppError('comment.window_closed');
    // Like every act of the desk: a link made to this comment at the same moment conflicts.
    await deps.consultations.update(consultation._id, {}, tx);
    // What repeats a comment that is gone has to be answered for itself.
    for (const duplicate of await deps.comments.allDuplicatesOf(comment._id, tx)) {
      const change = { event: 'comment.duplicate_linked', set: { duplicateOf: null } };
      await writeChange(deps, 'system', { comment: duplicate, consultation, change }, tx);
    }
    await settleReports(deps, actor, { ...ids, result: 'withdrawn', reason: null }, tx);
    const withdrawalReceipt = await deps.receipts.issue(
      { kind: 'comment-withdrawal', id: comment._id, body: ids, receivedAt: now },
      tx,
    );
    return {
      event: 'comment.withdrawn',
      set: { withdrawnAt: now, withdrawalReceipt, groupOf: null, assignedTo: null, assignedDueOn: null },
    };
  });
  return { withdrawnAt: withdrawn.withdrawnAt!.toISOString(), receipt: withdrawn.withdrawalReceipt ?? null };
}
