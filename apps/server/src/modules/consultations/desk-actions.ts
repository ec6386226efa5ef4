import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { assertNotAnswered, changeCommentAtDesk, writeChange, type ChangedComment } from './change-comment';
import { isUnpublished } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import type { ConsultationsDeps } from './deps';
import { assertStands, groupOf } from './handling/group-comments';
import { settleReports } from './settle-reports';

interface Ids {
  consultationId: string;
  commentId: string;
}

/** A person decides whether everybody may see a comment. It says nothing about its answer: kept back, it counts like others. */
export const reviewComment = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { body, ...ids }: Ids & { body: RouteInput<'staff.comments.review'>['body'] },
): Promise<ChangedComment> =>
  changeCommentAtDesk(deps, actor, ids, async (comment, { display, outcomeAt }, tx) => {
    if (comment.withdrawnAt !== null) throw new AppError('comment.withdrawn');
    if (body.decision === 'approved' && isUnpublished(comment))
      throw invalidField('decision', '提意见的人只同意给经办人看，不能公开。');
    const reviewReason = body.reason ?? null;
    if (comment.review === body.decision && comment.reviewReason === reviewReason && !comment.isReported) return null;
    if (comment.isReported) {
      if (reviewReason === null) throw invalidField('reason', '有人举报了这条，请写一句为什么，举报的人会看到。');
      const result = body.decision === 'approved' ? ('kept' as const) : ('hidden' as const);
      await settleReports(deps, actor, { ...ids, result, reason: reviewReason }, tx);
    }
    return {
      event: 'comment.reviewed',
      set: { review: body.decision, reviewReason, isReported: false },
      told: { decision: body.decision, waitsForOutcome: display === 'with_outcome' && outcomeAt === null },
    };
  });

/** Writes the answer that the outcome will publish; until then it may be changed. */
export const answerComment = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { body, ...ids }: Ids & { body: RouteInput<'staff.comments.answer'>['body'] },
): Promise<ChangedComment> =>
  changeCommentAtDesk(deps, actor, ids, async (comment, consultation, tx) => {
    const now = deps.clock.now();
    assertNotAnswered(consultation, now);
    assertStands(comment);
    if (comment.duplicateOf !== null) throw invalidField('result', '这是重复的意见，请答复它重复的那一条。');
    const { result, reason, wholeGroup } = body;
    const answer = { result, reason, writtenBy: actor.staffId, writtenAt: now };
    // Whoever was asked what to answer need not any more.
    const change = { event: 'comment.answered', set: { answer, assignedTo: null, assignedDueOn: null } };
    const isSo = (one: CommentRecord) => one.answer?.result === result && one.answer.reason === reason;
    const others = (wholeGroup ? await groupOf(deps, comment, tx) : []).filter(
      other => other._id !== comment._id && other.withdrawnAt === null && other.duplicateOf === null && !isSo(other),
    );
    for (const other of others) await writeChange(deps, actor, { comment: other, consultation, change }, tx);
    return others.length === 0 && isSo(comment) ? null : change;
  });

/** What repeats another has its answer: it is in no group and waits for no unit. */
const OUT_OF_HANDLING = { groupOf: null, assignment: null, assignedTo: null, assignedDueOn: null };

/**
 * Links a comment to the main one it repeats (the same person twice, paper and phone), or takes the link away. Links are one step long:
 * a main comment is no duplicate, and a duplicate is nobody's main comment, so they never run in a circle.
 */
export const linkDuplicate = (
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { duplicateOf, ...ids }: Ids & { duplicateOf: string | null },
): Promise<ChangedComment> =>
  changeCommentAtDesk(deps, actor, ids, async (comment, consultation, tx) => {
    assertNotAnswered(consultation, deps.clock.now());
    if (comment.duplicateOf === duplicateOf) return null;
    if (duplicateOf !== null) {
      const main = duplicateOf === comment._id ? null : await deps.comments.find(duplicateOf, tx);
      if (main?.consultationId !== ids.consultationId)
        throw invalidField('duplicateOf', '请选这次征集里的另一条意见。');
      if (main.duplicateOf !== null) throw invalidField('duplicateOf', '那一条自己也是重复意见，请连到主要的那条。');
      if (main.withdrawnAt !== null) throw invalidField('duplicateOf', '那一条已经撤回，不能连过去。');
      if (await deps.comments.hasDuplicates(comment._id, tx))
        throw invalidField('duplicateOf', '有别的意见连到这一条，请先改连那些意见。');
    }
    return { event: 'comment.duplicate_linked', set: { duplicateOf, ...(duplicateOf !== null && OUT_OF_HANDLING) } };
  });
