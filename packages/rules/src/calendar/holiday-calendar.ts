import { addDays, daysBetween, type LocalDate } from './local-date';

/** One notice of the State Council's office that fixes or changes a year's days off. */
export interface HolidayNotice {
  title: string;
  number: string;
  /** The day it was issued. */
  date: LocalDate;
  url: string;
}

/** A run of days off; `to` is included. A run may reach into the year before (2022-12-31 to 2023-01-02). */
export interface DaysOff {
  name: string;
  from: LocalDate;
  to: LocalDate;
}

/** A weekend day on which people work to make up for a day off. */
export interface MakeupDay {
  name: string;
  date: LocalDate;
}

/** What the notices for one year say: one file of config/holidays. */
export interface HolidayYear {
  year: number;
  sources: readonly HolidayNotice[];
  off: readonly DaysOff[];
  work: readonly MakeupDay[];
}

/** The years whose notice is known, indexed by day. */
export interface HolidayCalendar {
  coveredYears: ReadonlySet<number>;
  off: ReadonlyMap<LocalDate, string>;
  work: ReadonlyMap<LocalDate, string>;
}

/**
 * Builds a calendar from years of notices; a later entry for the same year replaces the earlier one, so an office can
 * pass its own data after the built-in one. Throws RangeError when a run ends before it begins or a day is both off and worked.
 */
export function buildHolidayCalendar(years: readonly HolidayYear[]): HolidayCalendar {
  const byYear = new Map(years.map(year => [year.year, year]));
  const off = new Map<LocalDate, string>();
  const work = new Map<LocalDate, string>();
  for (const { off: runs, work: makeups } of byYear.values()) {
    for (const run of runs) {
      const length = daysBetween(run.from, run.to);
      if (length < 0) throw new RangeError(`${run.name}放假的结束日期早于开始日期`);
      for (let day = 0; day <= length; day += 1) off.set(addDays(run.from, day), run.name);
    }
    for (const day of makeups) work.set(addDays(day.date, 0), day.name);
  }
  for (const date of work.keys()) {
    if (off.has(date)) throw new RangeError(`${date} 既是放假又是上班`);
  }
  return { coveredYears: new Set(byYear.keys()), off, work };
}
