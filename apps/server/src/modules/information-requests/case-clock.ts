import {
  addDays,
  addWorkingDays,
  endOfRequest,
  requestClock,
  requestReminders,
  type HolidayCalendar,
  type LocalDate,
  type RequestClock,
  type RequestStatus,
} from '@bandeng/rules';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

/** The clock of a request, counted from its facts alone (packages/rules). */
export const clockOf = (record: Pick<InformationRequestRecord, 'events'>, calendar: HolidayCalendar) =>
  requestClock(
    record.events.map(event => event.fact),
    calendar,
  );

/** Appends a fact and derives status and dates anew: they are never set by hand. */
export function withEvent(
  record: InformationRequestRecord,
  event: CaseEvent,
  calendar: HolidayCalendar,
): InformationRequestRecord {
  return recounted({ ...record, events: [...record.events, event] }, calendar);
}

/** The same case with status and dates as this calendar counts them. */
export function recounted(record: InformationRequestRecord, calendar: HolidayCalendar): InformationRequestRecord {
  const clock = clockOf(record, calendar);
  const { status, receivedOn, dueOn, provisional } = clock;
  const registerByDate = registerBy(record.events[0]!.fact.on, calendar);
  const remindOn =
    requestReminders(clock).find(({ on, step }) => step !== 'due' && on > (record.remindedOn ?? ''))?.on ?? '';
  return {
    ...record,
    registerBy: registerByDate,
    status,
    receivedOn,
    dueOn,
    actBy: actByOf(clock),
    provisional,
    endedOn: endedOn(record),
    // What ended by another way waits for no signature.
    decisionStep: OPEN.includes(status) ? (record.decisionStep ?? '') : '',
    remindOn,
  };
}

const OPEN: readonly RequestStatus[] = ['in_progress', 'extended', 'awaiting_correction', 'paused'];

/** The office's next step is due; while somebody else has to act that is the day after their last, when something has to be found or decided. */
function actByOf({ nextStep, paused, questions }: RequestClock): string {
  if (paused?.kind === 'correction' || paused?.kind === 'fee') return addDays(paused.until, 1);
  const [first] = questions.map(({ deadline }) => deadline).sort();
  if (first) return addDays(first, 1);
  return nextStep.who === 'office' ? (nextStep.by ?? '') : '';
}

/** The date of the fact that ended it; empty while it is open. */
const endedOn = ({ events }: InformationRequestRecord): LocalDate =>
  endOfRequest(events.map(({ fact }) => fact)) === null ? '' : events.at(-1)!.fact.on;

/** Registration is due by the end of the next working day after submission. */
const registerBy = (submittedOn: LocalDate, calendar: HolidayCalendar): LocalDate =>
  addWorkingDays(submittedOn, 1, calendar).date;
