/**
 * Dates that the law counts are `YYYY-MM-DD` in Asia/Shanghai. All arithmetic is on UTC day numbers, so the
 * time zone of the process never matters.
 */
export type LocalDate = string;

const MS_PER_DAY = 86_400_000;
/** Shanghai has had no summer time since 1991; no record here is older. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar date written `YYYY-MM-DD` (years 1000 to 9999). */
export function isLocalDate(text: string): text is LocalDate {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // A day that the month does not have runs over into another month.
  const time = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}

/** The same text when it is a real date; throws RangeError otherwise. */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`不是有效的日期：${text}（应为 YYYY-MM-DD）`);
  return text;
}

/** Days since 1970-01-01. Throws RangeError on a bad date. */
export function toDayNumber(date: LocalDate): number {
  parseLocalDate(date);
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

/** The date of a day number. Throws RangeError outside the years 1000 to 9999. */
export function fromDayNumber(day: number): LocalDate {
  const time = new Date(day * MS_PER_DAY);
  if (Number.isNaN(time.getTime())) throw new RangeError('日期超出可计算的范围');
  return parseLocalDate(time.toISOString().slice(0, 10));
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 is Sunday, 6 is Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: LocalDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** The date in Shanghai at an instant (ISO 8601 with a zone). Throws RangeError on an unreadable instant. */
export function shanghaiDateOf(instant: string): LocalDate {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`不是有效的时间：${instant}`);
  return parseLocalDate(new Date(time + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant at which a date begins in Shanghai (0:00), ISO 8601 UTC. */
export function startOfShanghaiDay(date: LocalDate): string {
  return new Date(toDayNumber(date) * MS_PER_DAY - SHANGHAI_OFFSET_MS).toISOString();
}

/** The instant of 24:00 in Shanghai of a date, ISO 8601 UTC: the first instant that no longer belongs to it. */
export function endOfShanghaiDay(date: LocalDate): string {
  return startOfShanghaiDay(addDays(date, 1));
}

/** `2026年9月8日`. */
export function formatChineseDate(date: LocalDate): string {
  parseLocalDate(date);
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
