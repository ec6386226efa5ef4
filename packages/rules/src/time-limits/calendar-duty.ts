import { addDays, type LocalDate } from '../calendar';
import { dueDate } from './due-date';
import { parseTimeLimits } from './parse-time-limits';
import type { TimeLimit } from './time-limit';

/** What was published on a day, and under what title. */
export interface Published {
  noticeId: string;
  title: string;
  /** Date in Shanghai. */
  publishedOn: LocalDate;
}

type Kind = 'month' | 'quarter' | 'halfYear' | 'year';

export interface DutyPeriod {
  label: string;
  from: LocalDate;
  to: LocalDate;
  dueOn: LocalDate;
  state: 'published' | 'overdue' | 'waiting';
  noticeId: string | null;
}

/** How the periods of the last twelve months were kept. */
export interface CalendarDuty {
  period: Kind;
  expected: number;
  published: number;
  overdue: number;
  periods: DutyPeriod[];
}

/** Months of one period. */
const MONTHS: Record<Kind, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
/** The strip looks back over one year. */
const STRIP_MONTHS = 12;

interface Period {
  label: string;
  from: string;
  to: string;
}

/** The limit that comes round by the calendar, and how; null when the entry has none. Weekly ones make no strip. */
function calendarLimit(timeLimitsText: string): { limit: TimeLimit; kind: Kind } | null {
  for (const limit of parseTimeLimits(timeLimitsText)) {
    if (limit.kind === 'schedule' && limit.every !== undefined && limit.every !== 'week')
      return { limit, kind: limit.every };
  }
  return null;
}

const pad = (value: number) => String(value).padStart(2, '0');
const monthIndex = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstOf = (index: number): string => `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`;

function periodAt(kind: Kind, number: number): Period {
  const start = number * MONTHS[kind];
  const year = Math.floor(start / 12);
  const inYear = number - (year * 12) / MONTHS[kind];
  const label = {
    month: `${inYear + 1}月`,
    quarter: `${inYear + 1}季度`,
    halfYear: inYear === 0 ? '上半年' : '下半年',
    year: `${year}年`,
  }[kind];
  return { label, from: firstOf(start), to: addDays(firstOf(start + MONTHS[kind]), -1) };
}

/** The first day of what the strip shows: publications before it do not matter. */
export const dutyStart = (today: string): string => firstOf(monthIndex(today) - STRIP_MONTHS - MONTHS.year + 1);

export const isCalendarDuty = (timeLimitsText: string, today: string): boolean =>
  stripOf(timeLimitsText, today) !== null;

type Place = Period & { window: Period; dueOn: string };
interface Strip {
  kind: Kind;
  limit: TimeLimit;
  places: Place[];
}

/** Hundreds of entries share a handful of texts: their periods are worked out once a day. */
const strips = new Map<string, Strip | null>();
const MAX_STRIPS = 2_000;

function stripOf(timeLimitsText: string, today: string): Strip | null {
  const key = `${today} ${timeLimitsText}`;
  const known = strips.get(key);
  if (known !== undefined) return known;
  if (strips.size >= MAX_STRIPS) strips.clear();
  const strip = makeStrip(timeLimitsText, today);
  strips.set(key, strip);
  return strip;
}

function makeStrip(timeLimitsText: string, today: string): Strip | null {
  const found = calendarLimit(timeLimitsText);
  if (!found) return null;
  const { limit, kind } = found;
  const isAfterPeriod = limit.n !== undefined || limit.by !== undefined;
  const current = Math.floor(monthIndex(today) / MONTHS[kind]);
  const last = isAfterPeriod ? current - 1 : current;
  const count = STRIP_MONTHS / MONTHS[kind];
  const places = Array.from({ length: count }, (_, at): Place => {
    const number = last - count + 1 + at;
    const period = periodAt(kind, number);
    // What is due after a period is published before the next one ends.
    const window = isAfterPeriod ? periodAt(kind, number + 1) : period;
    return { ...period, window, dueOn: dueDate(limit, period.to)?.date ?? period.to };
  });
  return { kind, limit, places };
}

/**
 * Which periods of the last twelve months were published and which are late.
 * “每月结束后5个工作日内” speaks of the months that have ended, “每月” of the running one too.
 * @param publications notices of the entry, oldest first
 * @param today date in Shanghai
 */
export function dutyOf(timeLimitsText: string, publications: readonly Published[], today: string): CalendarDuty | null {
  const strip = stripOf(timeLimitsText, today);
  if (!strip) return null;
  const noticeIds = assign(strip.places, publications);
  const periods = strip.places.map(({ label, from, to, dueOn }, at) => {
    const noticeId = noticeIds[at] ?? null;
    const state =
      noticeId !== null ? ('published' as const) : dueOn < today ? ('overdue' as const) : ('waiting' as const);
    return { label, from, to, dueOn, state, noticeId };
  });
  const countOf = (state: string) => periods.filter(period => period.state === state).length;
  return {
    period: strip.kind,
    // 应公开 = 已公开 + 逾期: what is not due yet is in the strip, not in the account.
    expected: countOf('published') + countOf('overdue'),
    published: countOf('published'),
    overdue: countOf('overdue'),
    periods,
  };
}

/** The day by which the period after the last one of the strip is due; null without a calendar. */
export function nextDueOn(timeLimitsText: string, today: LocalDate): LocalDate | null {
  const strip = stripOf(timeLimitsText, today);
  const last = strip?.places.at(-1);
  return strip && last ? (dueDate(strip.limit, addDays(last.to, 1))?.date ?? null) : null;
}

/** A notice belongs to the period that its title names, else to the one in whose window it came; the first one counts. */
function assign(places: readonly Place[], publications: readonly Published[]): (string | undefined)[] {
  const noticeIds: (string | undefined)[] = places.map(() => undefined);
  for (const { noticeId, title, publishedOn } of publications) {
    const named = places.findIndex(place => publishedOn >= place.from && names(title, place));
    const at =
      named >= 0 ? named : places.findIndex(({ window }) => publishedOn >= window.from && publishedOn <= window.to);
    if (at >= 0) noticeIds[at] ??= noticeId;
  }
  return noticeIds;
}

const CHINESE = ['一', '二', '三', '四'];

/** True when a title says this period: 9月, 2026年9月, 三季度, 上半年, 2025年度. A year, where there is one, must be the period's. */
function names(title: string, { label, from }: Period): boolean {
  const year = from.slice(0, 4);
  const word = label.endsWith('季度')
    ? `第?(?:${label.slice(0, 1)}|${CHINESE[Number(label.slice(0, 1)) - 1]})季度`
    : label;
  const match = new RegExp(`(?:(\\d{4})年|^|[^\\d])0?${word}(?!\\d)`).exec(title);
  return match !== null && (label.endsWith('年') || match[1] === undefined || match[1] === year);
}
