import type { HolidayCalendar } from './holiday-calendar';
import { nationalCalendar } from './national-calendar';
import { statutoryFestivalOf } from './statutory-days';
import { weekdayOf, type LocalDate } from './local-date';

export type DayKind = 'workday' | 'makeup' | 'weekend' | 'holiday';

/** What one day is, and why. */
export interface DayFact {
  date: LocalDate;
  kind: DayKind;
  working: boolean;
  /** In Chinese, for the explanation: 工作日, 周末, 国庆节放假, 国庆节调休上班. */
  reason: string;
  /** The notice for this year is not known: the answer may change when it comes out. */
  provisional: boolean;
}

/** Says what a day is by the given calendar. Throws RangeError on a bad date. */
export function dayKind(date: LocalDate, calendar: HolidayCalendar = nationalCalendar): DayFact {
  const weekend = weekdayOf(date) % 6 === 0;
  const covered = calendar.coveredYears.has(Number(date.slice(0, 4)));
  const makeup = calendar.work.get(date);
  const festival = calendar.off.get(date) ?? (covered ? null : statutoryFestivalOf(date));
  const provisional = !covered;
  if (makeup) return { date, kind: 'makeup', working: true, reason: `${makeup}调休上班`, provisional };
  if (festival) return { date, kind: 'holiday', working: false, reason: `${festival}放假`, provisional };
  if (weekend) return { date, kind: 'weekend', working: false, reason: '周末', provisional };
  return { date, kind: 'workday', working: true, reason: '工作日', provisional };
}

/** Whether people work on that day. */
export function isWorkingDay(date: LocalDate, calendar: HolidayCalendar = nationalCalendar): boolean {
  return dayKind(date, calendar).working;
}
