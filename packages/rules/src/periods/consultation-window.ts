import { addDays, addWorkingDays, endOfShanghaiDay, type HolidayCalendar, type LocalDate } from '../calendar';
import {
  consultationKinds,
  DEFAULT_CATALOG_DAYS,
  type ConsultationKind,
  type ConsultationKindCode,
  type PeriodUnit,
} from './consultation-kinds';

export interface ConsultationWindowInput {
  kind: ConsultationKindCode;
  publishedOn: LocalDate;
  /** The last day to comment; the earliest lawful one when left out. */
  closesOn?: LocalDate;
  /** Published with the draft when the window is shorter than the minimum. */
  shortenReason?: string;
  /** The office's own number of days, for kinds without a statutory minimum. */
  defaultDays?: number;
  calendar?: HolidayCalendar;
}

export interface WindowViolation {
  code: 'window.before_publication' | 'window.not_shortenable' | 'window.reason_missing';
  message: string;
}

export interface ConsultationWindow {
  opensOn: LocalDate;
  closesOn: LocalDate;
  /** 24:00 in Shanghai of closesOn: the first instant at which it is closed. */
  closesAt: string;
  minimumClosesOn: LocalDate;
  shortened: boolean;
  /** Counted over a year whose days off are not announced yet. */
  provisional: boolean;
  /** Empty when it may be published so. */
  violations: WindowViolation[];
}

/**
 * The window of a consultation. Comments are taken from the day of publication on; that day does not count towards the minimum.
 * Throws RangeError on a bad date or a default that is not a whole number of days from 1 on.
 */
export function consultationWindow(input: ConsultationWindowInput): ConsultationWindow {
  const kind: ConsultationKind = consultationKinds[input.kind];
  const minimum = kind.minimum ?? officeDefault(input.defaultDays);
  const earliest = endOfPeriod(input.publishedOn, minimum, kind.unit, input.calendar);
  const closesOn = input.closesOn ?? earliest.endsOn;
  const shortened = closesOn < earliest.endsOn;
  return {
    opensOn: input.publishedOn,
    closesOn,
    closesAt: endOfShanghaiDay(closesOn),
    minimumClosesOn: earliest.endsOn,
    shortened,
    provisional: earliest.provisional,
    violations: shortened ? shortenedViolations(input, kind, closesOn) : [],
  };
}

export interface PostingPeriod {
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** 24:00 in Shanghai of endsOn. */
  endsAt: string;
  provisional: boolean;
}

/** A 公示期 of so many days or working days; the day of posting does not count (民法典 Art. 201), and it ends at 24:00. */
export function postingPeriod(
  startsOn: LocalDate,
  count: number,
  unit: PeriodUnit,
  calendar?: HolidayCalendar,
): PostingPeriod {
  const { endsOn, provisional } = endOfPeriod(startsOn, count, unit, calendar);
  return { startsOn, endsOn, endsAt: endOfShanghaiDay(endsOn), provisional };
}

function endOfPeriod(
  from: LocalDate,
  count: number,
  unit: PeriodUnit,
  calendar?: HolidayCalendar,
): { endsOn: LocalDate; provisional: boolean } {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('期限应为不小于 1 的整数');
  if (unit === 'days') return { endsOn: addDays(from, count), provisional: false };
  const { date, provisional } = addWorkingDays(from, count, calendar);
  return { endsOn: date, provisional };
}

function officeDefault(days = DEFAULT_CATALOG_DAYS): number {
  if (!Number.isInteger(days) || days < 1) throw new RangeError('本机关规定的期限应为不小于 1 的整数');
  return days;
}

function shortenedViolations(
  { publishedOn, shortenReason = '' }: ConsultationWindowInput,
  kind: ConsultationKind,
  closesOn: LocalDate,
): WindowViolation[] {
  const violations: WindowViolation[] = [];
  if (closesOn < publishedOn) violations.push({ code: 'window.before_publication', message: '截止日期早于公布日期' });
  if (!kind.shortenable) {
    violations.push({
      code: 'window.not_shortenable',
      message: `${kind.label}的征求意见期限不得缩短（${kind.basis}）`,
    });
  } else if (shortenReason.trim() === '') {
    violations.push({ code: 'window.reason_missing', message: `期限短于规定，应当说明理由（${kind.basis}）` });
  }
  return violations;
}
