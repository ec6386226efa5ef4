import type { LocalDate } from '../calendar';
import { dutyOf, nextDueOn, type DutyPeriod, type Published } from './calendar-duty';
import { dueDate } from './due-date';

/**
 * How often something new has to stand in a column: at the latest so long after the last one (国办秘函〔2019〕19号: 动态要闻 2 weeks,
 * 政策文件 6 months), or period by period in the words of 公开时限 (每季度结束后20日内).
 */
export type ColumnRhythm = { within: { n: number; unit: 'weeks' | 'months' } } | { schedule: string };

export interface ColumnDuty {
  /** `empty`: nothing was ever published in it. */
  state: 'kept' | 'late' | 'empty';
  /** By when something new is due, or was when it is late; null while nothing can be counted from. */
  dueOn: LocalDate | null;
  /** Periods without a notice whose day is over, the oldest first; none of a column without periods. */
  overdue: Pick<DutyPeriod, 'label' | 'dueOn'>[];
}

/**
 * Whether a column has what it should have by today.
 * @param given.last the day of its newest notice ever
 * @param given.publications of the periods that the strip shows (`dutyStart`), oldest first; looked at for a schedule only
 */
export function columnDuty(
  rhythm: ColumnRhythm,
  given: { last: LocalDate | null; publications: readonly Published[]; today: LocalDate },
): ColumnDuty {
  const { last, today } = given;
  if ('within' in rhythm) {
    const dueOn = last && endOf(rhythm.within, last);
    return { state: dueOn === null ? 'empty' : dueOn < today ? 'late' : 'kept', dueOn, overdue: [] };
  }
  const periods = dutyOf(rhythm.schedule, given.publications, today)?.periods ?? [];
  const overdue = periods.filter(({ state }) => state === 'overdue').map(({ label, dueOn }) => ({ label, dueOn }));
  const waiting = periods.find(({ state }) => state === 'waiting');
  return {
    state: last === null ? 'empty' : overdue.length > 0 ? 'late' : 'kept',
    dueOn: overdue.at(-1)?.dueOn ?? waiting?.dueOn ?? nextDueOn(rhythm.schedule, today),
    overdue,
  };
}

function endOf({ n, unit }: { n: number; unit: 'weeks' | 'months' }, last: LocalDate): LocalDate | null {
  const limit =
    unit === 'weeks'
      ? ({ kind: 'days_after_event', n: n * 7, unit: 'days', text: '' } as const)
      : ({ kind: 'months_after_event', n, unit: 'months', text: '' } as const);
  return dueDate(limit, last)?.date ?? null;
}

/** The rhythm as a clerk reads it. */
export const sayRhythm = (rhythm: ColumnRhythm): string =>
  'schedule' in rhythm
    ? rhythm.schedule
    : `${rhythm.within.n} ${rhythm.within.unit === 'weeks' ? '周' : '个月'}内要有新的`;
