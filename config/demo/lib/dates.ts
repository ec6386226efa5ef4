import type { DemoClock, Instant, LocalDate } from '../types';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** What happened lies at least this long before the load. */
const SETTLED_MS = 10 * 60_000;

export interface Month {
  year: number;
  month: number;
  /** 2026年10月 */
  label: string;
  /** 10月 */
  short: string;
  first: LocalDate;
  last: LocalDate;
}

/** Dates counted from the day of the load, in Shanghai; a negative number lies in the past. */
export interface Dates {
  today: LocalDate;
  isWorkingDay: (date: LocalDate) => boolean;
  day: (offset: number) => LocalDate;
  /** The working day at that offset, or the one before it. */
  workday: (offset: number) => LocalDate;
  /** An instant at that hour (Shanghai) on a working day at the offset or before it, never after the load. */
  at: (offset: number, time: string) => Instant;
  /** The same on any day of the week: residents write on Sundays too. */
  anyDayAt: (offset: number, time: string) => Instant;
  /** At that hour of a given date, held before the load. */
  on: (date: LocalDate, time: string) => Instant;
  plus: (date: LocalDate, days: number) => LocalDate;
  plusWorking: (date: LocalDate, count: number) => LocalDate;
  /** An instant on the `count`-th working day before today. */
  worked: (count: number, time: string) => Instant;
  /** The month that lies `offset` months from that of the load. */
  month: (offset: number) => Month;
}

export function datesFrom(clock: DemoClock): Dates {
  const latest = clock.now.getTime() - SETTLED_MS;
  const today = localDate(clock.now.getTime());
  const day = (offset: number): LocalDate => plus(today, offset);
  const workdayBefore = (date: LocalDate): LocalDate => {
    let found = date;
    while (!clock.isWorkingDay(found)) found = plus(found, -1);
    return found;
  };
  const held = (date: LocalDate, time: string, step: (before: LocalDate) => LocalDate): Instant => {
    let found = date;
    while (instantOf(found, time) > latest) found = step(plus(found, -1));
    return new Date(instantOf(found, time)).toISOString();
  };
  const plusWorking = (date: LocalDate, count: number): LocalDate => {
    let found = date;
    for (let left = count; left > 0;) {
      found = plus(found, 1);
      if (clock.isWorkingDay(found)) left -= 1;
    }
    return found;
  };
  const worked = (count: number, time: string): Instant => {
    let found = today;
    for (let left = count; left > 0; left -= 1) found = workdayBefore(plus(found, -1));
    return new Date(instantOf(found, time)).toISOString();
  };
  return {
    today,
    worked,
    isWorkingDay: clock.isWorkingDay,
    day,
    workday: offset => workdayBefore(day(offset)),
    at: (offset, time) => held(workdayBefore(day(offset)), time, workdayBefore),
    anyDayAt: (offset, time) => held(day(offset), time, date => date),
    on: (date, time) => held(date, time, date => date),
    plus,
    plusWorking,
    month: offset => monthOf(today, offset),
  };
}

/** 2026-10-09 → 10月9日 */
export function md(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
/** 2026-10-09 → 2026年10月9日 */
export function ymd(date: LocalDate): string {
  return `${date.slice(0, 4)}年${md(date)}`;
}
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
/** 上午9:30, 下午2:30: hours as notices write them. */
export function hourText(time: string): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return `${hour < 12 ? '上午' : '下午'}${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, '0')}`;
}
/** The day in Shanghai on which an instant lies. */
export const dateOf = (instant: Instant): LocalDate => localDate(Date.parse(instant));

function localDate(at: number): LocalDate {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}
function instantOf(date: LocalDate, time: string): number {
  return Date.parse(`${date}T${time}:00.000+08:00`);
}
function plus(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
function monthOf(today: LocalDate, offset: number): Month {
  const first = new Date(Date.UTC(yearOf(today), Number(today.slice(5, 7)) - 1 + offset, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  const [from, to] = [first, last].map(date => date.toISOString().slice(0, 10)) as [string, string];
  return { year, month, label: `${year}年${month}月`, short: `${month}月`, first: from, last: to };
}
