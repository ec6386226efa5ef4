import { addDays, formatChineseDate, type HolidayCalendar, type LocalDate } from '../calendar';
import { postingPeriod } from './consultation-window';
import { postingKinds, type PostingKind, type PostingKindCode } from './posting-kinds';

export interface PostingDates {
  kind: PostingKindCode;
  from: LocalDate;
  to: LocalDate;
  /** The day on which people can first read it, where it is known: a list that comes out late hangs out as long as any. */
  publishedOn?: LocalDate;
  calendar?: HolidayCalendar;
}

/** The first lawful last day of a posting; null where its kind has no minimum. Throws RangeError on a bad date. */
export function earliestPostingEnd({
  kind,
  from,
  publishedOn = from,
  calendar,
}: Omit<PostingDates, 'to'>): LocalDate | null {
  const { minimum, unit }: PostingKind = postingKinds[kind];
  if (minimum === null) return null;
  return postingPeriod(publishedOn > from ? publishedOn : from, minimum, unit, calendar).endsOn;
}

/**
 * Why a posting may not hang out so, in a sentence; null when it may. The day of posting does not count (民法典 Art. 201), and
 * longer than the minimum is always lawful. Throws RangeError on a bad date.
 */
export function postingTooShort(dates: PostingDates): string | null {
  const earliest = earliestPostingEnd(dates);
  if (earliest === null || dates.to >= earliest) return null;
  const { label, minimum, unit, basis }: PostingKind = postingKinds[dates.kind];
  const days = `${minimum} ${unit === 'days' ? '天' : '个工作日'}`;
  return `${label}至少公示 ${days}，贴出当天不算，最早到${formatChineseDate(earliest)}。${basis}。`;
}

/** The day on which the system takes a posting down; null where its kind stays. */
export function postingTakeDownOn(kind: PostingKindCode, to: LocalDate): LocalDate | null {
  const { takeDownDays }: PostingKind = postingKinds[kind];
  return takeDownDays === null ? null : addDays(to, takeDownDays + 1);
}
