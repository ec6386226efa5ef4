import { nationalCalendar, type HolidayCalendar } from '../calendar';
import { answerDeadline } from './answer-deadline';
import { countDays } from './count-days';
import type { RequestEvent } from './request-events';
import { applyRequestEvent } from './request-fold';
import type { RequestRefusal } from './request-refusals';
import type { ClockPause, OpenQuestion, RequestClock, RequestState } from './request-state';
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
  const { days, dueOn, provisional } = countDays(state, calendar);
  const questions = openQuestions(state, calendar);
  const clock = {
    receivedOn: state.receivedOn,
    dueOn,
    provisional,
    status: state.status,
    paused: openPause(state, questions),
    questions,
    days,
    earlier: state.earlier.map(stretch => countDays(stretch, calendar).days),
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
  if (latest && event.on < latest.on) return backdatedRefusal(events, event, calendar);
  const result = applyRequestEvent(state, event, calendar);
  return 'refusal' in result ? result.refusal : null;
}

/** Steps of others, which the office learns of afterwards: they are put where they happened, if everything since then could still happen. */
const LEARNED_LATER: readonly RequestEvent['type'][] = [
  'thirdPartyServed',
  'thirdPartyAnswered',
  'otherAgencyServed',
  'otherAgencyAnswered',
  'reasonsGiven',
  'feePaid',
];

function backdatedRefusal(
  events: readonly RequestEvent[],
  event: RequestEvent,
  calendar: HolidayCalendar,
): RequestRefusal | null {
  if (!LEARNED_LATER.includes(event.type)) return { code: 'request.state', message: '日期早于已经登记的最后一步' };
  const result = replayed([...events, event], calendar);
  return 'refusal' in result ? result.refusal : null;
}

function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function replay(events: readonly RequestEvent[], calendar: HolidayCalendar): RequestState {
  const result = replayed(events, calendar);
  if ('state' in result) return result.state;
  throw new RangeError(`${result.event.on} ${result.event.type}：${result.refusal.message}`);
}

function replayed(
  events: readonly RequestEvent[],
  calendar: HolidayCalendar,
): { state: RequestState } | { refusal: RequestRefusal; event: RequestEvent } {
  let state: RequestState | null = null;
  for (const event of inOrder(events)) {
    const result = applyRequestEvent(state, event, calendar);
    if ('refusal' in result) return { ...result, event };
    state = result.state;
  }
  if (state === null) throw new RangeError('没有任何记录，无法计算期限');
  return { state };
}

function openQuestions({ pauses }: RequestState, calendar: HolidayCalendar): OpenQuestion[] {
  return pauses
    .filter(pause => pause.to === null)
    .map(pause => ({
      kind: pause.kind,
      ref: pause.ref,
      since: pause.since,
      servedOn: pause.servedOn,
      deadline: answerDeadline(pause, calendar),
    }));
}

function openPause({ status, waiting }: RequestState, questions: readonly OpenQuestion[]): ClockPause | null {
  if (status !== 'paused' && status !== 'awaiting_correction') return null;
  if (waiting) return { kind: waiting.kind, since: waiting.since, until: waiting.deadline };
  return questions
    .map(({ kind, since, deadline }) => ({ kind, since, until: deadline }))
    .reduce((last, pause) => (pause.until > last.until ? pause : last));
}
