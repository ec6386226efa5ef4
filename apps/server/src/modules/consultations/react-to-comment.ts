import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { isDuplicateKey } from '../../platform/transaction';
import { visibilityOf } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import { isAuthor, stateOf, type ConsultationState } from './consultation.policy';
import type { ConsultationsDeps } from './deps';

interface Ids {
  consultationId: string;
  commentId: string;
}

/** 我也这么想: one per account and comment, counted after commit. Returns how many there are. */
export async function supportComment(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  { id, ...ids }: Ids & { id: string },
): Promise<{ supportCount: number; isNew: boolean }> {
  const { comment, state } = await getVisible(deps, ids);
  const answer = async (isNew: boolean) => ({ supportCount: await deps.comments.countSupports(comment._id), isNew });
  if (await deps.comments.findSupportOf(comment._id, actor.accountId)) return answer(false);
  if (isAuthor(actor, comment)) throw new AppError('auth.forbidden');
  if (state !== 'open') throw new AppError('comment.window_closed');
  const { accountId } = actor;
  const record = { _id: id, commentId: comment._id, accountId, createdAt: deps.clock.now() };
  try {
    await deps.transaction(async tx => {
      await deps.comments.insertSupport(record, tx);
      await deps.audit.add(actor, 'comment.supported', { collection: 'comments', id: comment._id }, tx);
      await deps.outbox.add({ name: 'comment.supported', ...ids }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (!(await deps.comments.findSupportOf(comment._id, accountId))) throw new AppError('id.conflict');
    return answer(false);
  }
  return answer(true);
}

/** 举报: one per account and comment, the first one; its id with other words is another's. It stays visible until a person has looked. */
export async function reportComment(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  { id, reason, ...ids }: Ids & { id: string; reason: string },
): Promise<{ id: string; isNew: boolean }> {
  const { comment } = await getVisible(deps, ids);
  const { accountId } = actor;
  const again = (made: { _id: string; reason: string }) => {
    if (made._id === id && made.reason !== reason) throw new AppError('id.conflict');
    return { id: made._id, isNew: false };
  };
  const earlier = await deps.comments.findReportOf(comment._id, accountId);
  if (earlier) return again(earlier);
  if (isAuthor(actor, comment)) throw new AppError('auth.forbidden');
  const record = { _id: id, commentId: comment._id, accountId, reason, createdAt: deps.clock.now() };
  try {
    await deps.transaction(async tx => {
      await deps.comments.insertReport(record, tx);
      await deps.audit.add(actor, 'comment.reported', { collection: 'comments', id: comment._id }, tx);
      await deps.outbox.add({ name: 'comment.reported', ...ids }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const made = await deps.comments.findReportOf(comment._id, accountId);
    if (!made) throw new AppError('id.conflict');
    return again(made);
  }
  return { id, isNew: true };
}

/** A comment that everybody sees at this moment; any other is not there. */
async function getVisible(
  deps: ConsultationsDeps,
  ids: Ids,
): Promise<{ comment: CommentRecord; state: ConsultationState }> {
  const [consultation, comment] = await Promise.all([
    deps.consultations.findOutline(ids.consultationId),
    deps.comments.find(ids.commentId),
  ]);
  if (!consultation || comment?.consultationId !== ids.consultationId) throw new AppError('comment.not_found');
  const state = stateOf(consultation, deps.clock.now());
  const visibility = visibilityOf(comment, consultation.display);
  if (state === 'draft' || !visibility[state === 'answered' ? 'end' : 'now']) throw new AppError('comment.not_found');
  return { comment, state };
}
