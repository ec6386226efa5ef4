import { hasRoleForUnit, type Actor } from '../../../http/actor';
import { isPublisher } from '../notice.policy';
import type { ObjectionRecord } from './objection.repository';
import type { PostingCourse } from './posting.repository';

/** Who settles objections to what a unit posted, and concludes it. */
export const worksOnPosting = isPublisher;

/** And who looks after it. */
export const readsPosting = (actor: Pick<Actor, 'roles'>, unitId: string): boolean =>
  worksOnPosting(actor, unitId) || hasRoleForUnit(actor, unitId, 'head', 'supervisor');

export type PostingPhase = 'before' | 'running' | 'over';

/** Decided by the clock: from the first day to the last, both included. */
export const phaseOf = ({ from, to }: { from: string; to: string }, today: string): PostingPhase =>
  today < from ? 'before' : today > to ? 'over' : 'running';

/** What stands before the next step: the period, or objections without a conclusion. */
export const lockOf = (
  course: Pick<PostingCourse, 'from' | 'to'>,
  open: number,
  today: string,
): 'running' | 'objections' | null => {
  if (phaseOf(course, today) !== 'over') return 'running';
  return open > 0 ? 'objections' : null;
};

export const isOverdue = ({ state, dueOn }: Pick<ObjectionRecord, 'state' | 'dueOn'>, today: string): boolean =>
  state !== 'settled' && today > dueOn;
