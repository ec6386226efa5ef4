import { answerDeadline } from './answer-deadline';
import { addWorkingDays, parseLocalDate, type HolidayCalendar, type LocalDate } from '../calendar';
import { requestLimits, type RequestEvent, type RequestStatus } from './request-events';
import type { Pause, QuestionKind, RequestState } from './request-state';
import { nextRequestTarget } from './request-transitions';
import { refusalOf, type RequestRefusal } from './request-refusals';

/** Applies one event. Returns the refusal instead when the event is not allowed after what happened so far. */
export function applyRequestEvent(
  state: RequestState | null,
  event: RequestEvent,
  calendar: HolidayCalendar,
): { state: RequestState } | { refusal: RequestRefusal } {
  parseLocalDate(event.on);
  const refusal = refusalOf(state, event, calendar);
  if (refusal) return { refusal };
  if (state === null) return { state: initialState(event) };
  const changed = { ...state, ...changesBy(state, event, calendar) };
  const target = nextRequestTarget(state.status, event.type);
  const status = target === 'resume' || target === null ? statusUnder(changed) : target;
  return { state: { ...changed, status } };
}

function initialState(submitted: RequestEvent): RequestState {
  return {
    status: 'awaiting_confirmation',
    submittedOn: submitted.on,
    limit: (submitted.type === 'submitted' && submitted.limit) || null,
    receivedOn: null,
    startedBy: 'received',
    extension: 0,
    delay: 0,
    reasons: null,
    earlier: [],
    extendedOnce: false,
    correctedOnce: false,
    pauses: [],
    waiting: null,
  };
}

function statusUnder({ pauses, waiting, extension, delay }: RequestState): RequestStatus {
  if (waiting || pauses.some(pause => pause.to === null)) return 'paused';
  return extension + delay > 0 ? 'extended' : 'in_progress';
}

function changesBy(state: RequestState, event: RequestEvent, calendar: HolidayCalendar): Partial<RequestState> {
  switch (event.type) {
    case 'registered':
      return { receivedOn: event.receivedOn ?? event.on };
    case 'correctionAsked':
      return { waiting: { kind: 'correction', since: event.on, deadline: event.deadline }, correctedOnce: true };
    case 'corrected':
      // Art. 30: the time for the answer runs from the receipt of the corrected application.
      return { ...anew(state, event.on), startedBy: 'corrected', pauses: [] };
    case 'extended':
      return { extension: event.workingDays, extendedOnce: true };
    case 'thirdPartyAsked':
      return { pauses: [...state.pauses, letter('thirdParty', event)] };
    case 'otherAgencyAsked':
      return { pauses: [...state.pauses, letter('otherAgency', event)] };
    case 'thirdPartyServed':
      return { pauses: changeOpen(state.pauses, isQuestion('thirdParty', event.ref), { servedOn: event.on }) };
    case 'otherAgencyServed':
      return { pauses: changeOpen(state.pauses, isQuestion('otherAgency', event.ref), { servedOn: event.on }) };
    case 'thirdPartySilent':
      return { pauses: endBySilence(state.pauses, isQuestion('thirdParty', event.ref), event.deadline, calendar) };
    case 'otherAgencySilent':
      return { pauses: endBySilence(state.pauses, isQuestion('otherAgency', event.ref), event.deadline, calendar) };
    case 'reasonsAsked':
      return { reasons: { deadline: event.deadline, givenOn: null } };
    case 'reasonsGiven':
      return { reasons: state.reasons && { ...state.reasons, givenOn: event.on } };
    case 'delayed':
      return { delay: event.workingDays };
    case 'thirdPartyAnswered':
      return { pauses: closePauses(state.pauses, event.on, isQuestion('thirdParty', event.ref)) };
    case 'otherAgencyAnswered':
      return { pauses: closePauses(state.pauses, event.on, isQuestion('otherAgency', event.ref)) };
    case 'feeNoticed': {
      const deadline = addWorkingDays(event.on, requestLimits.fee, calendar).date;
      return { waiting: { kind: 'fee', since: event.on, deadline } };
    }
    case 'feePaid':
      // The time starts again on the day after the payment; what was added belonged to the time that ended.
      return { ...anew(state, event.on), startedBy: 'paid', extension: 0, delay: 0, pauses: openOnly(state.pauses) };
    case 'feeDropped':
      // A notice that should not have gone out stopped nothing: the days since then count.
      return { waiting: null };
    case 'decided':
    case 'withdrawn':
      return { pauses: closePauses(state.pauses, event.on, () => true) };
    case 'submitted':
    case 'correctionLapsed':
    case 'feeLapsed':
      return {};
  }
}

/** The count begins again on `on`; the one so far is kept, for the explanation. */
const anew = (
  { receivedOn, limit, startedBy, extension, delay, pauses, waiting, earlier }: RequestState,
  on: LocalDate,
): Pick<RequestState, 'receivedOn' | 'waiting' | 'earlier'> => ({
  receivedOn: on,
  waiting: null,
  earlier: [...earlier, { receivedOn, limit, startedBy, extension, delay, pauses, waiting, endedOn: on }],
});

const letter = (kind: QuestionKind, { on, ref = '' }: { on: LocalDate; ref?: string }): Pause => ({
  kind,
  ref,
  since: on,
  servedOn: null,
  to: null,
});

/** Silence ends the pause with the last day they had, whenever somebody notices (Art. 32, 34). */
const endBySilence = (
  pauses: readonly Pause[],
  which: (pause: Pause) => boolean,
  deadline: LocalDate | undefined,
  calendar: HolidayCalendar,
): Pause[] =>
  pauses.map(pause =>
    pause.to === null && which(pause) ? { ...pause, to: deadline ?? answerDeadline(pause, calendar) } : pause,
  );

const openOnly = (pauses: readonly Pause[]): Pause[] => pauses.filter(pause => pause.to === null);

const isQuestion =
  (kind: QuestionKind, ref = '') =>
  (pause: Pause) =>
    pause.kind === kind && pause.ref === ref;

const changeOpen = (
  pauses: readonly Pause[],
  which: (pause: Pause) => boolean,
  change: Partial<Pick<Pause, 'servedOn' | 'to'>>,
): Pause[] => pauses.map(pause => (pause.to === null && which(pause) ? { ...pause, ...change } : pause));

const closePauses = (pauses: readonly Pause[], on: LocalDate, which: (pause: Pause) => boolean): Pause[] =>
  changeOpen(pauses, which, { to: on });
