import {
  addDays,
  addWorkingDays,
  fromDayNumber,
  nationalCalendar,
  toDayNumber,
  weekdayOf,
  type HolidayCalendar,
  type LocalDate,
} from '../calendar';
import type { DueDate, DurationUnit, TimeLimit } from './time-limit';

/**
 * The last day on which something must be public, from the day of the event (for a schedule: any day of the period it covers).
 * The day of the event does not count. Null when the limit sets no such day. Throws RangeError on a bad date.
 */
export function dueDate(
  limit: TimeLimit,
  eventDate: LocalDate,
  calendar: HolidayCalendar = nationalCalendar,
): DueDate | null {
  switch (limit.kind) {
    case 'workdays_after_event':
    case 'days_after_event':
    case 'months_after_event':
    case 'hours_after_event':
      return limit.n === undefined ? null : after(eventDate, limit.n, limit.unit ?? 'days', calendar);
    case 'immediate':
      return { date: addDays(eventDate, 0), provisional: false };
    case 'schedule':
      return scheduled(limit, eventDate, calendar);
    case 'permanent':
    case 'period':
    case 'verbatim':
      return null;
  }
}

function after(from: LocalDate, n: number, unit: DurationUnit, calendar: HolidayCalendar): DueDate {
  if (unit === 'workingDays') {
    const { date, provisional } = addWorkingDays(from, n, calendar);
    return { date, provisional };
  }
  const date =
    unit === 'hours'
      ? addDays(from, Math.ceil(n / 24))
      : unit === 'days'
        ? addDays(from, n)
        : addMonths(from, unit === 'years' ? n * 12 : n);
  return { date, provisional: false };
}

function scheduled({ every = 'year', by, n, unit }: TimeLimit, date: LocalDate, calendar: HolidayCalendar): DueDate {
  if (by) {
    const thisYear = dayOfYear(date.slice(0, 4), by);
    const next = dayOfYear(String(Number(date.slice(0, 4)) + 1), by);
    return { date: date < thisYear ? thisYear : next, provisional: false };
  }
  const end = endOfPeriod(date, every);
  return n === undefined ? { date: end, provisional: false } : after(end, n, unit ?? 'days', calendar);
}

/** 29 February in a common year is its 28th. */
function dayOfYear(year: string, monthDay: string): LocalDate {
  return monthDay === '02-29' ? addDays(`${year}-03-01`, -1) : addDays(`${year}-${monthDay}`, 0);
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

function endOfPeriod(date: LocalDate, every: NonNullable<TimeLimit['every']>): LocalDate {
  if (every === 'week') return addDays(date, (7 - weekdayOf(date)) % 7);
  const length = MONTHS[every];
  const lastMonth = Math.ceil(Number(date.slice(5, 7)) / length) * length;
  const firstOfLast = `${date.slice(0, 4)}-${String(lastMonth).padStart(2, '0')}-01`;
  return addDays(addMonths(firstOfLast, 1), -1);
}

/** The same day of the month; its last day where the month is shorter (民法典 Art. 202). */
function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = (month: number): LocalDate =>
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const lastDay = toDayNumber(first(index + 1)) - 1;
  return fromDayNumber(Math.min(toDayNumber(first(index)) + Number(date.slice(8, 10)) - 1, lastDay));
}
