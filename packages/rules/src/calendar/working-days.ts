import { dayKind, isWorkingDay, type DayKind } from './day-kind';
import type { HolidayCalendar } from './holiday-calendar';
import { addDays, fromDayNumber, toDayNumber, type LocalDate } from './local-date';
import { nationalCalendar } from './national-calendar';

/** More than any statute asks for; keeps one answer small. */
export const MAX_WORKING_DAYS = 1000;

export interface CountedDay {
  date: LocalDate;
  counted: boolean;
  reason: string;
  /** `start` is the day counted from, which itself never counts. */
  kind: DayKind | 'start';
}

/** The answer of `GET /working-days`. */
export interface WorkingDays {
  from: LocalDate;
  count: number;
  date: LocalDate;
  provisional: boolean;
  days: CountedDay[];
}

/**
 * The `count`-th working day after `from`, explained day by day. `from` itself does not count, whatever day it is; with a
 * count of 0 the answer is `from`. `provisional` when a day on the way lies in a year whose notice is not known.
 * Throws RangeError on a bad date or a count that is not a whole number from 0 to 1000.
 */
export function addWorkingDays(
  from: LocalDate,
  count: number,
  calendar: HolidayCalendar = nationalCalendar,
): WorkingDays {
  if (!Number.isInteger(count) || count < 0 || count > MAX_WORKING_DAYS) {
    throw new RangeError(`工作日数应为 0 到 ${MAX_WORKING_DAYS} 的整数`);
  }
  const days: CountedDay[] = [{ date: addDays(from, 0), counted: false, reason: '起算当日不计', kind: 'start' }];
  let provisional = dayKind(from, calendar).provisional;
  let date = from;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    const fact = dayKind(date, calendar);
    if (fact.working) left -= 1;
    if (fact.provisional) provisional = true;
    days.push({ date, counted: fact.working, reason: fact.reason, kind: fact.kind });
  }
  return { from, count, date, provisional, days };
}

/** The first working day after a date. */
export function nextWorkingDay(date: LocalDate, calendar: HolidayCalendar = nationalCalendar): LocalDate {
  return addWorkingDays(date, 1, calendar).date;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function countWorkingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: HolidayCalendar = nationalCalendar,
): number {
  const last = toDayNumber(to);
  let count = 0;
  for (let day = toDayNumber(from) + 1; day <= last; day += 1) {
    if (isWorkingDay(fromDayNumber(day), calendar)) count += 1;
  }
  return count;
}

/**
 * Whether somebody should be asked to enter next year's notice: from 15 November on (the notices of 2019 to 2026 came between
 * late October and early December) while the calendar does not know next year.
 */
export function needsNextYear(today: LocalDate, calendar: HolidayCalendar = nationalCalendar): boolean {
  return today.slice(5) >= '11-15' && !calendar.coveredYears.has(Number(today.slice(0, 4)) + 1);
}
