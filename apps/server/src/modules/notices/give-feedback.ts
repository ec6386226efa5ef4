import type { RouteInput } from '@bandeng/contracts/types';
import { maskPersonalData } from '@bandeng/rules';
import type { Actor, OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { isDuplicateKey } from '../../platform/transaction';
import type { NoticesDeps } from './deps';
import type { FeedbackRecord } from './feedback.repository';
import { isPublicNotice, isPublisher } from './notice.policy';

/** What happens next, for the person who said it. */
export const FEEDBACK_NEXT = {
  useful: '谢谢，记下了。',
  unclear: '记下了，写的人会看到哪里说得不明白。',
  mistake: '已经转给发布单位核对，改好后这一页会更新。',
} as const;

/** Keeps a reader's feedback; a mistake becomes a task of the notice's unit. The same id and content again is the same feedback. */
export async function giveFeedback(
  deps: NoticesDeps,
  actor: Actor,
  input: { noticeId: string; body: RouteInput<'notices.feedback'>['body'] },
): Promise<{ record: FeedbackRecord; isNew: boolean }> {
  const notice = await deps.notices.get(input.noticeId);
  if (!isPublicNotice(notice, deps.clock.now())) throw new AppError('notice.not_found');
  const { id, kind } = input.body;
  const text = input.body.text === undefined ? null : maskPersonalData(input.body.text);
  const same = (existing: FeedbackRecord) => {
    if (existing.noticeId !== notice._id || existing.kind !== kind || existing.text !== text)
      throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.feedback.find(id);
  if (existing) return same(existing);
  const record: FeedbackRecord = {
    _id: id,
    noticeId: notice._id,
    unitId: notice.unitId,
    kind,
    text,
    createdAt: deps.clock.now(),
    state: kind === 'mistake' ? 'open' : 'none',
    conclusion: null,
  };
  try {
    await deps.transaction(async tx => {
      await deps.feedback.insert(record, tx);
      await deps.audit.add(actor, 'notice.feedback', { collection: 'noticeFeedback', id }, tx);
      await deps.outbox.add({ name: 'notice.feedback', feedbackId: id, noticeId: notice._id, kind }, tx);
    });
  } catch (error) {
    const other = isDuplicateKey(error) ? await deps.feedback.find(id) : null;
    if (!other) throw error;
    return same(other);
  }
  return { record, isNew: true };
}

export async function closeFeedbackTask(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: { id: string; conclusion: string },
): Promise<FeedbackRecord> {
  return deps.transaction(async tx => {
    const record = await deps.feedback.find(input.id, tx);
    if (!record || record.state === 'none' || !isPublisher(actor, record.unitId)) {
      throw new AppError('feedback.task_not_found');
    }
    if (record.state === 'done') return record;
    const closed = { ...record, state: 'done' as const, conclusion: input.conclusion };
    await deps.feedback.replace(closed, tx);
    await deps.audit.add(
      actor,
      'notice.feedback_closed',
      { collection: 'noticeFeedback', id: record._id, fields: ['state', 'conclusion'] },
      tx,
    );
    return closed;
  });
}
