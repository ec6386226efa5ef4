import { addDays } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { NoticesDeps } from '../deps';
import { isPublicNotice } from '../notice.policy';
import { takeDown } from '../take-down-notice';
import { endsOf } from './keep-posting';
import { assertSettled, countObjections } from './next-step';
import { readsPosting, worksOnPosting } from './posting.policy';
import type { PostingCourse } from './posting.repository';

const COLLECTION = 'notices';
const AT_ONCE = 50;

/** One that this actor may know of. */
export async function getReadablePosting(
  { postings }: Pick<NoticesDeps, 'postings'>,
  actor: OfficeActor,
  id: string,
  tx?: Tx,
): Promise<PostingCourse> {
  const course = await postings.get(id, tx);
  if (!readsPosting(actor, course.unitId)) throw new AppError('posting.not_found');
  return course;
}

async function getWorkable(deps: NoticesDeps, actor: OfficeActor, id: string, tx: Tx): Promise<PostingCourse> {
  const course = await getReadablePosting(deps, actor, id, tx);
  if (!worksOnPosting(actor, course.unitId)) throw new AppError('auth.forbidden');
  return course;
}

/** 公示结束: the counts are taken from the records, and the public reads them on the page. Said once. */
export const concludePosting = (
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, statement }: { id: string; statement: string },
): Promise<PostingCourse> =>
  deps.transaction(async tx => {
    const course = await getWorkable(deps, actor, id, tx);
    if (course.state === 'concluded') return course;
    const { received, upheld, partly, rejected } = await assertSettled(deps, course, tx);
    const concluded = { at: deps.clock.now(), by: actor.staffId, statement, received, upheld, partly, rejected };
    const set = { state: 'concluded' as const, concluded };
    await deps.postings.update(id, set, tx);
    await deps.audit.add(actor, 'posting.concluded', { collection: COLLECTION, id, fields: ['posting'] }, tx);
    await deps.outbox.add({ name: 'posting.concluded', noticeId: id }, tx);
    return { ...course, ...set };
  });

/** An objection was right, or people need longer: it hangs out until a later day. */
export const extendPosting = (
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, to, reason }: { id: string; to: string; reason: string },
): Promise<PostingCourse> =>
  deps.transaction(async tx => {
    const course = await getWorkable(deps, actor, id, tx);
    if (course.state !== 'open') throw new AppError('posting.concluded');
    const today = deps.clock.today();
    if (to <= course.to || to <= today) throw invalidField('to', `要晚于 ${course.to > today ? course.to : today}。`);
    const notice = await deps.notices.get(id, tx);
    const now = deps.clock.now();
    if (!notice.posting || !isPublicNotice(notice, now)) throw new AppError('posting.not_found');
    const extended = { at: now, before: course.to, reason };
    const set = { to, extended, ...endsOf({ ...notice.posting, to }) };
    await deps.postings.update(id, set, tx);
    await deps.notices.replace({ ...notice, posting: { ...notice.posting, to }, updatedAt: now }, tx);
    await deps.audit.add(actor, 'posting.extended', { collection: COLLECTION, id, fields: ['posting'] }, tx);
    await deps.outbox.add({ name: 'notice.updated', noticeId: id }, tx);
    return { ...course, ...set };
  });

/** Lists of people whose time is up leave; one with an objection that has no conclusion waits another day. */
export async function takeDownDuePostings(deps: NoticesDeps): Promise<void> {
  for (const { _id } of await deps.postings.listToTakeDown(deps.clock.now(), AT_ONCE)) {
    await deps.transaction(async tx => {
      const course = await deps.postings.get(_id, tx);
      if (course.takeDownAt === null || course.takeDownAt > deps.clock.now()) return;
      const { open, received } = countObjections(await deps.objections.outcomesOf(_id, tx));
      if (open > 0) {
        const tomorrow = startOfShanghaiDate(addDays(deps.clock.today(), 1));
        return deps.postings.update(_id, { takeDownAt: tomorrow }, tx);
      }
      const counted = received === 0 ? '没有收到异议' : `收到异议 ${received} 件，都有了结论`;
      const reason = `公示期满，名单按规定收回。公示期间${counted}。`;
      await takeDown(deps, 'system', await deps.notices.get(_id, tx), { reason }, tx);
    });
  }
}
