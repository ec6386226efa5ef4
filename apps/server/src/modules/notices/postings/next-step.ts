import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { ObjectionCounts } from '@bandeng/contracts/types';
import { formatChineseDate } from '@bandeng/rules';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { NoticesDeps } from '../deps';
import type { ObjectionRecord } from './objection.repository';
import { lockOf } from './posting.policy';
import type { PostingCourse } from './posting.repository';

type Deps = Pick<NoticesDeps, 'postings' | 'objections' | 'clock'>;

/** How many there are, by what became of them. */
export function countObjections(records: readonly Pick<ObjectionRecord, 'state' | 'result'>[]): ObjectionCounts {
  const of = (result: ObjectionRecord['result']) => records.filter(record => record.result === result).length;
  const open = records.filter(({ state }) => state !== 'settled').length;
  return { received: records.length, upheld: of('upheld'), partly: of('partly'), rejected: of('rejected'), open };
}

/**
 * Throws posting.locked while the period of a posting runs or one of its objections has no conclusion (REGISTER 002-06).
 * @returns how many objections there were
 */
export async function assertSettled(
  { objections, clock }: Deps,
  course: PostingCourse,
  tx: Tx,
): Promise<ObjectionCounts> {
  const counts = countObjections(await objections.outcomesOf(course._id, tx));
  const lock = lockOf(course, counts.open, clock.today());
  if (lock === null) return counts;
  const message =
    lock === 'running'
      ? `“${course.title}”公示到${formatChineseDate(course.to)}，期满才能公布结果。`
      : `“${course.title}”还有 ${counts.open} 件异议没有结论。`;
  throw new AppError('posting.locked', {
    data: { reason: lock, noticeId: course._id, until: course.to, open: counts.open },
    errors: [{ path: 'relatedIds', message }],
  });
}

/** A result does not come out before the posting it is the result of is over and settled. Throws posting.locked. */
export async function assertNextStep(
  deps: Deps,
  { kind, relatedIds }: Pick<NoticeSource, 'kind' | 'relatedIds'>,
  tx: Tx,
): Promise<void> {
  if (kind !== 'result' || relatedIds.length === 0) return;
  const courses = await deps.postings.findMany(
    relatedIds.map(({ id }) => id),
    tx,
  );
  for (const course of courses) if (course.state === 'open') await assertSettled(deps, course, tx);
}
