/**
 * Times as people say them. Pure: `now` is given. Everything is Asia/Shanghai, which has been UTC+8 without summer time
 * since 1992, so no time-zone data is needed on the phone.
 */
const eightHours = 8 * 3_600_000;
const oneDay = 86_400_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

interface Wall {
  year: number;
  month: number;
  day: number;
  weekday: number;
  time: string;
  /** Days since 1970-01-01 in Shanghai. */
  dayNumber: number;
}

const two = (number: number) => String(number).padStart(2, '0');

function wallOf(instant: Date | string): Wall {
  const shifted = new Date(new Date(instant).getTime() + eightHours);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    time: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / oneDay),
  };
}

/** A date that the law counts (`YYYY-MM-DD`, Shanghai) as the instant its day begins. */
export const startOfDate = (date: string): Date => new Date(`${date}T00:00:00+08:00`);

/** The date in Shanghai of an instant, `YYYY-MM-DD`. */
export function dateOf(instant: Date | string): string {
  const wall = wallOf(instant);
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}`;
}

/** 10月29日, with the year when it is another one: 2025年11月3日. */
export function sayDate(date: Date | string, now: Date): string {
  const wall = wallOf(typeof date === 'string' && date.length === 10 ? startOfDate(date) : date);
  const day = `${wall.month}月${wall.day}日`;
  return wall.year === wallOf(now).year ? day : `${wall.year}年${day}`;
}

/** 周四 */
export const sayWeekday = (date: Date | string): string =>
  weekdays[wallOf(typeof date === 'string' && date.length === 10 ? startOfDate(date) : date).weekday] ?? '';

/** 刚刚, 今天 14:20, 昨天 09:05, 10月12日, 2025年11月3日. */
export function sayWhen(instant: Date | string, now: Date): string {
  const wall = wallOf(instant);
  const age = now.getTime() - new Date(instant).getTime();
  if (age >= 0 && age < 60_000) return '刚刚';
  const days = wallOf(now).dayNumber - wall.dayNumber;
  if (days === 0) return `今天 ${wall.time}`;
  if (days === 1) return `昨天 ${wall.time}`;
  if (days === -1) return `明天 ${wall.time}`;
  return sayDate(instant, now);
}

/** 2026年10月14日 14:20, what is shown when a time is tapped. */
export function sayExactly(instant: Date | string): string {
  const wall = wallOf(instant);
  return `${wall.year}年${wall.month}月${wall.day}日 ${wall.time}`;
}

/** Calendar days from today to the day of an instant; 0 is today, negative is past. */
export function daysUntil(instant: Date | string, now: Date): number {
  return (
    wallOf(typeof instant === 'string' && instant.length === 10 ? startOfDate(instant) : instant).dayNumber -
    wallOf(now).dayNumber
  );
}

/**
 * What is left of a window that ends at an instant: 还剩 9 天, 今天截止, 已截止. A window that ends at 24:00 ends on
 * the day before that midnight.
 */
export function sayDaysLeft(closesAt: Date | string, now: Date): string {
  const closes = new Date(closesAt);
  if (closes.getTime() <= now.getTime()) return '已截止';
  const days = daysUntil(new Date(closes.getTime() - 1), now);
  return days === 0 ? '今天截止' : `还剩 ${days} 天`;
}

/** 10月23日 24:00 for a midnight, 10月23日 17:30 otherwise. */
export function sayDeadline(closesAt: Date | string, now: Date): string {
  const wall = wallOf(closesAt);
  if (wall.time !== '00:00') return `${sayDate(closesAt, now)} ${wall.time}`;
  return `${sayDate(new Date(new Date(closesAt).getTime() - 1), now)} 24:00`;
}

/** 还剩 3 个工作日; the number comes from the server's calendar. */
export function sayWorkingDaysLeft(count: number): string {
  if (count < 0) return `超过 ${-count} 个工作日`;
  return count === 0 ? '今天最晚' : `还剩 ${count} 个工作日`;
}

/** 早上好 until noon, 下午好 until six, 晚上好. */
export function greeting(now: Date): string {
  const hour = Number(wallOf(now).time.slice(0, 2));
  if (hour < 5) return '夜深了';
  if (hour < 12) return '早上好';
  return hour < 18 ? '下午好' : '晚上好';
}

/**
 * How far a window has come, in days: the day of publication is not counted, the last day is. For the bench: day 21 of
 * 30. Before it opens day is 0, after it closes it is `days`.
 */
export function windowProgress(opensOn: string, closesOn: string, now: Date): { day: number; days: number } {
  const days = daysUntil(closesOn, startOfDate(opensOn));
  const day = -daysUntil(opensOn, now);
  return { day: Math.min(days, Math.max(0, day)), days };
}
