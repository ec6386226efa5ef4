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
  const refusal = refusalOf(state, event);
  if (refusal) return { refusal };
  if (state === null) return { state: initialState(event.on) };
  const changed = { ...state, ...changesBy(state, event, calendar) };
  const target = nextRequestTarget(state.status, event.type);
  const status = target === 'resume' || target === null ? statusUnder(changed) : target;
  return { state: { ...changed, status } };
}

function initialState(submittedOn: LocalDate): RequestState {
  return {
    status: 'awaiting_confirmation',
    submittedOn,
    receivedOn: null,
    startedBy: 'received',
    extension: 0,
    extendedOnce: false,
    correctedOnce: false,
    pauses: [],
    waiting: null,
  };
}

function statusUnder({ pauses, waiting, extension }: RequestState): RequestStatus {
  if (waiting || pauses.some(pause => pause.to === null)) return 'paused';
  return extension > 0 ? 'extended' : 'in_progress';
}

function changesBy(state: RequestState, event: RequestEvent, calendar: HolidayCalendar): Partial<RequestState> {
  switch (event.type) {
    case 'registered':
      return { receivedOn: event.receivedOn ?? event.on };
    case 'correctionAsked':
      return { waiting: { kind: 'correction', since: event.on, deadline: event.deadline }, correctedOnce: true };
    case 'corrected':
      // Art. 30: the time for the answer runs from the receipt of the corrected application.
      return { receivedOn: event.on, startedBy: 'corrected', waiting: null, pauses: [] };
    case 'extended':
      return { extension: event.workingDays, extendedOnce: true };
    case 'thirdPartyAsked':
      return { pauses: [...state.pauses, { kind: 'thirdParty', ref: event.ref ?? '', since: event.on, to: null }] };
    case 'otherAgencyAsked':
      return { pauses: [...state.pauses, { kind: 'otherAgency', ref: event.ref ?? '', since: event.on, to: null }] };
    case 'thirdPartyAnswered':
      return { pauses: closePauses(state.pauses, event.on, isQuestion('thirdParty', event.ref)) };
    case 'otherAgencyAnswered':
      return { pauses: closePauses(state.pauses, event.on, isQuestion('otherAgency', event.ref)) };
    case 'feeNoticed': {
      const deadline = addWorkingDays(event.on, requestLimits.fee, calendar).date;
      return { waiting: { kind: 'fee', since: event.on, deadline } };
    }
    case 'feePaid':
      // The time starts again on the day after the payment; an extension belonged to the time that ended.
      return { receivedOn: event.on, startedBy: 'paid', waiting: null, extension: 0, pauses: openOnly(state.pauses) };
    case 'decided':
    case 'withdrawn':
      return { pauses: closePauses(state.pauses, event.on, () => true) };
    case 'submitted':
    case 'correctionLapsed':
    case 'feeLapsed':
      return {};
  }
}

const openOnly = (pauses: readonly Pause[]): Pause[] => pauses.filter(pause => pause.to === null);

const isQuestion =
  (kind: QuestionKind, ref = '') =>
  (pause: Pause) =>
    pause.kind === kind && pause.ref === ref;

function closePauses(pauses: readonly Pause[], on: LocalDate, which: (pause: Pause) => boolean): Pause[] {
  return pauses.map(pause => (pause.to === null && which(pause) ? { ...pause, to: on } : pause));
}
