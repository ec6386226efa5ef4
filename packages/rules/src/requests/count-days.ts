import { addDays, dayKind, type HolidayCalendar, type LocalDate } from '../calendar';
import { answerDeadline } from './answer-deadline';
import { requestLimits, type OwnLimit } from './request-events';
import type { ClockDay, Pause, Stretch } from './request-state';

const COUNTED = '条例第三十三条第二款';
/** No article says so: an office's own period (Art. 41 names none). */
const OWN = '本机关的内部期限';
const OWN_START = { reason: '收到当日不计', article: OWN };
const OTHERS = '条例第三十三条第三款';
const FEES = '国办函〔2020〕109号';
const STARTS = {
  received: { reason: '收到当日不计', article: '条例第三十一条' },
  corrected: { reason: '收到补正当日不计', article: '条例第三十条' },
  paid: { reason: '缴费当日不计', article: FEES },
};
const PAUSES = {
  thirdParty: { reason: '征求第三方意见期间，不计', article: OTHERS },
  otherAgency: { reason: '征求其他机关意见期间，不计', article: OTHERS },
};
const WAITS = {
  correction: { reason: '等待补正，收到补正后重新计算', article: '条例第三十条' },
  fee: { reason: '等待缴费，缴费后重新计算', article: FEES },
};
type Lasting = Pause & { to: LocalDate };

/**
 * Every day from the start of a count to the due day, to the end of what is awaited, or to the day before another count began,
 * each with what it is, why, and where that is written.
 */
export function countDays(
  stretch: Stretch & { endedOn?: LocalDate },
  calendar: HolidayCalendar,
): { days: ClockDay[]; dueOn: LocalDate | null; provisional: boolean } {
  const { receivedOn, limit, startedBy, extension, delay, waiting, endedOn } = stretch;
  const written = limit ? OWN : COUNTED;
  if (receivedOn === null) return { days: [], dueOn: null, provisional: false };
  const pauses = stretch.pauses.map(pause => ({ ...pause, to: pause.to ?? answerDeadline(pause, calendar) }));
  const days: ClockDay[] = [
    { date: receivedOn, counted: false, ...(limit ? OWN_START : STARTS[startedBy]), kind: 'received' },
  ];
  const total = answerDays(limit) + extension + delay;
  let provisional = dayKind(receivedOn, calendar).provisional;
  let left = total;
  const goesOn = (date: LocalDate): boolean =>
    endedOn ? date < endedOn : waiting ? date <= waiting.deadline : left > 0;
  for (let date = addDays(receivedOn, 1); goesOn(date); date = addDays(date, 1)) {
    provisional ||= dayKind(date, calendar).provisional;
    const still = stillDay(date, { waiting, pauses }) ?? offDay(date, written, calendar);
    if (still) {
      days.push(still);
      continue;
    }
    left -= 1;
    const { reason, kind } = dayKind(date, calendar);
    const isDue = left === 0 && !waiting && !endedOn;
    const added = whyAdded(total - left - answerDays(limit), extension);
    days.push({
      date,
      counted: true,
      reason: added ? `${reason}，${added.reason}` : reason,
      article: added?.article ?? written,
      kind: isDue ? 'due' : kind === 'makeup' ? 'makeup' : 'counted',
    });
  }
  return { days, dueOn: waiting || endedOn ? null : (days[days.length - 1]?.date ?? null), provisional };
}

/** A day on which the clock stands still, or null. */
function stillDay(
  date: LocalDate,
  { waiting, pauses }: Pick<Stretch, 'waiting'> & { pauses: readonly Lasting[] },
): ClockDay | null {
  const pause = pauses.find(({ since, to }) => date > since && date <= to);
  const why = waiting && date > waiting.since ? WAITS[waiting.kind] : pause && PAUSES[pause.kind];
  return why ? { date, counted: false, ...why, kind: 'paused' } : null;
}

function offDay(date: LocalDate, article: string, calendar: HolidayCalendar): ClockDay | null {
  const { working, reason } = dayKind(date, calendar);
  return working ? null : { date, counted: false, reason, article, kind: 'off' };
}

/** How many working days there are for the answer before anything is added. */
export const answerDays = (limit: OwnLimit | null): number => limit?.workingDays ?? requestLimits.answer;

/** What makes the count longer: which day it is after those. */
function whyAdded(number: number, extension: number): { reason: string; article: string } | null {
  if (number <= 0) return null;
  return number <= extension
    ? { reason: '在延长的期限内', article: COUNTED }
    : { reason: '在延迟答复的期限内', article: '条例第三十五条' };
}
