import { addDays, addWorkingDays, dayKind, nationalCalendar, type HolidayCalendar, type LocalDate } from '../calendar';
import { requestLimits, type RequestEvent } from './request-events';
import { applyRequestEvent } from './request-fold';
import type { RequestRefusal } from './request-refusals';
import type { ClockDay, ClockPause, Pause, RequestClock, RequestState } from './request-state';
import { explainClock, nextStepOf } from './request-words';

/**
 * The statutory clock of an information request (条例 Art. 30 to 33), from its events alone: 20 working days after the day of
 * receipt, anew after a correction or a paid fee, at most 20 more when extended. Questions to third parties and other agencies
 * pause it: the day the letter goes out counts, the days after it up to and including the day the answer arrives do not.
 * Events may come in any order; those of one day are taken in the order given.
 * Throws RangeError, with the reason in Chinese, when the events cannot have happened so.
 */
export function requestClock(
  events: readonly RequestEvent[],
  calendar: HolidayCalendar = nationalCalendar,
): RequestClock {
  const state = replay(events, calendar);
  const pauses = state.pauses.map(pause => ({ ...pause, to: pause.to ?? assumedAnswer(pause, calendar) }));
  const { days, dueOn, provisional } = countDays(state, pauses, calendar);
  const clock = {
    receivedOn: state.receivedOn,
    dueOn,
    provisional,
    status: state.status,
    paused: openPause(state, calendar),
    days,
  };
  return { ...clock, nextStep: nextStepOf(clock, state, calendar), explanation: explainClock(clock, state) };
}

/** Whether an event may follow the others: null, or why not. For the guard of a route, before anything is written. */
export function checkRequestEvent(
  events: readonly RequestEvent[],
  event: RequestEvent,
  calendar: HolidayCalendar = nationalCalendar,
): RequestRefusal | null {
  const state = events.length === 0 ? null : replay(events, calendar);
  const [latest] = inOrder(events).slice(-1);
  if (latest && event.on < latest.on) return { code: 'request.state', message: '日期早于已经登记的最后一步' };
  const result = applyRequestEvent(state, event, calendar);
  return 'refusal' in result ? result.refusal : null;
}

function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function replay(events: readonly RequestEvent[], calendar: HolidayCalendar): RequestState {
  let state: RequestState | null = null;
  for (const event of inOrder(events)) {
    const result = applyRequestEvent(state, event, calendar);
    if ('refusal' in result) throw new RangeError(`${event.on} ${event.type}：${result.refusal.message}`);
    state = result.state;
  }
  if (state === null) throw new RangeError('没有任何记录，无法计算期限');
  return state;
}

function assumedAnswer(pause: Pause, calendar: HolidayCalendar): LocalDate {
  return addWorkingDays(pause.since, requestLimits.consultation, calendar).date;
}

function openPause(state: RequestState, calendar: HolidayCalendar): ClockPause | null {
  if (state.status !== 'paused' && state.status !== 'awaiting_correction') return null;
  if (state.waiting) return { kind: state.waiting.kind, since: state.waiting.since, until: state.waiting.deadline };
  const open = state.pauses
    .filter(pause => pause.to === null)
    .map(pause => ({ kind: pause.kind, since: pause.since, until: assumedAnswer(pause, calendar) }));
  return open.reduce((last, pause) => (pause.until > last.until ? pause : last));
}

const PAUSE_REASONS = { thirdParty: '征求第三方意见期间，不计', otherAgency: '征求其他机关意见期间，不计' };
const WAITING_REASONS = { correction: '等待补正，收到补正后重新计算', fee: '等待缴费，缴费后重新计算' };
const START_REASONS = { received: '收到当日不计', corrected: '收到补正当日不计', paid: '缴费当日不计' };

/** Every day from the start of the count to the due day, or to the end of what is awaited. */
function countDays(
  { receivedOn, startedBy, extension, waiting }: RequestState,
  pauses: readonly (Pause & { to: LocalDate })[],
  calendar: HolidayCalendar,
): { days: ClockDay[]; dueOn: LocalDate | null; provisional: boolean } {
  if (receivedOn === null) return { days: [], dueOn: null, provisional: false };
  const days: ClockDay[] = [{ date: receivedOn, counted: false, reason: START_REASONS[startedBy], kind: 'received' }];
  let provisional = dayKind(receivedOn, calendar).provisional;
  let left = requestLimits.answer + extension;
  for (let date = addDays(receivedOn, 1); waiting ? date <= waiting.deadline : left > 0; date = addDays(date, 1)) {
    const fact = dayKind(date, calendar);
    provisional ||= fact.provisional;
    const pause = pauses.find(({ since, to }) => date > since && date <= to);
    if (waiting && date > waiting.since) {
      days.push({ date, counted: false, reason: WAITING_REASONS[waiting.kind], kind: 'paused' });
    } else if (pause) {
      days.push({ date, counted: false, reason: PAUSE_REASONS[pause.kind], kind: 'paused' });
    } else if (!fact.working) {
      days.push({ date, counted: false, reason: fact.reason, kind: 'off' });
    } else {
      left -= 1;
      const kind = left === 0 && !waiting ? 'due' : fact.kind === 'makeup' ? 'makeup' : 'counted';
      days.push({ date, counted: true, reason: fact.reason, kind });
    }
  }
  return { days, dueOn: waiting ? null : (days[days.length - 1]?.date ?? null), provisional };
}
