import { addDays, postingTakeDownOn } from '@bandeng/rules';
import { startOfShanghaiDate } from '../../../platform/clock';
import type { Tx } from '../../../platform/transaction';
import type { NoticesDeps } from '../deps';
import type { NoticeRecord, PostingRecord } from '../notice.model';
import type { PostingCourse } from './posting.repository';

/** When the period of a posting is over, and when the system takes it down. */
export function endsOf({ kind, to }: Pick<PostingRecord, 'kind' | 'to'>): Pick<PostingCourse, 'endsAt' | 'takeDownAt'> {
  const takeDownOn = kind === undefined ? null : postingTakeDownOn(kind, to);
  return {
    endsAt: startOfShanghaiDate(addDays(to, 1)),
    takeDownAt: takeDownOn === null ? null : startOfShanghaiDate(takeDownOn),
  };
}

/** Keeps the course of a posting in step with its notice, in the transaction that writes the notice. */
export async function keepPosting(
  { postings, clock }: Pick<NoticesDeps, 'postings' | 'clock'>,
  { _id, unitId, title, posting, takenDownAt }: NoticeRecord,
  tx: Tx,
): Promise<void> {
  const known = await postings.find(_id, tx);
  if (!posting || takenDownAt) {
    if (known) await postings.update(_id, { takeDownAt: null, ...(known.state === 'open' && { state: 'gone' }) }, tx);
    return;
  }
  const { from, to, kind = null } = posting;
  const ends = endsOf(posting);
  // What was over when it came in (an import, a portal, the demo) waits for nobody.
  const first = ends.endsAt > clock.now() ? ('open' as const) : ('concluded' as const);
  const course = known ?? { _id, state: first, concluded: null, extended: null, revision: 1 };
  const state = course.state === 'gone' ? ('open' as const) : course.state;
  await postings.put({ ...course, state, unitId, title, kind, from, to, ...ends }, tx);
}
