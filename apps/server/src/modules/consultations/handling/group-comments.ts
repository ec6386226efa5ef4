import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { assertNotAnswered, changeCommentAtDesk, writeChange, type ChangedComment } from '../change-comment';
import { groupKey } from '../comment-keys';
import type { CommentRecord } from '../comment.repository';
import type { ConsultationsDeps } from '../deps';

interface Ids {
  consultationId: string;
  commentId: string;
}

/**
 * Puts comments that say the same under the one of the address, so that one answer does for all; each stays a comment of its own in the
 * ledger (the same person twice is a duplicate, see linkDuplicate). Those of another group come over with nothing lost.
 */
export const groupComments = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { commentIds, ...ids }: Ids & { commentIds: readonly string[] },
): Promise<ChangedComment> =>
  changeCommentAtDesk(deps, actor, ids, async (comment, consultation, tx) => {
    assertNotAnswered(consultation, deps.clock.now());
    if (comment.withdrawnAt !== null || comment.duplicateOf !== null)
      throw invalidField('commentIds', '撤回的和重复的意见不能领头。');
    const others = [
      ...(
        await deps.comments.findMany(
          commentIds.filter(id => id !== comment._id),
          tx,
        )
      ).values(),
    ];
    if (others.length < new Set(commentIds.filter(id => id !== comment._id)).size)
      throw invalidField('commentIds', '有一条意见找不到了，请重新选。');
    const leader = comment.groupOf ?? comment._id;
    const isStranger = ({ consultationId, withdrawnAt, duplicateOf }: CommentRecord) =>
      consultationId !== ids.consultationId || withdrawnAt !== null || duplicateOf !== null;
    if (others.some(isStranger)) throw invalidField('commentIds', '只能归这次征集里还在的意见，重复的和撤回的不用归。');
    const change = { event: 'comment.grouped', set: { groupOf: leader } };
    const joining = others.filter(other => other.groupOf !== leader);
    for (const other of joining) await writeChange(deps, actor, { comment: other, consultation, change }, tx);
    return joining.length === 0 && comment.groupOf ? null : change;
  });

/** Takes one out; a group of one that is left is none. */
export const ungroupComment = (deps: ConsultationsDeps, actor: OfficeActor, ids: Ids): Promise<ChangedComment> =>
  changeCommentAtDesk(deps, actor, ids, async (comment, consultation, tx) => {
    assertNotAnswered(consultation, deps.clock.now());
    if (!comment.groupOf) return null;
    const others = (await groupOf(deps, comment, tx)).filter(({ _id }) => _id !== comment._id);
    // Who led it goes: the next one leads.
    const leader = comment.groupOf === comment._id ? others.at(-1)?._id : comment.groupOf;
    for (const other of others) {
      const next = others.length > 1 ? (leader ?? null) : null;
      if (other.groupOf === next) continue;
      const change = { event: 'comment.grouped', set: { groupOf: next } };
      await writeChange(deps, actor, { comment: other, consultation, change }, tx);
    }
    return { event: 'comment.grouped', set: { groupOf: null } };
  });

/** A comment and all of its group; itself alone when it is in none. */
export const groupOf = async (
  deps: Pick<ConsultationsDeps, 'comments'>,
  comment: CommentRecord,
  tx: Tx,
): Promise<CommentRecord[]> =>
  comment.groupOf ? deps.comments.allByKey(groupKey(comment.consultationId, comment.groupOf), tx) : [comment];

/** Throws comment.withdrawn when there is nobody to answer any more. */
export function assertStands({ withdrawnAt }: CommentRecord): void {
  if (withdrawnAt !== null) throw new AppError('comment.withdrawn');
}
