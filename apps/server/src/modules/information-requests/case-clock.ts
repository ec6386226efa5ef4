import { addWorkingDays, requestClock, type LocalDate } from '@bandeng/rules';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

/** The clock of a request, counted from its facts alone (packages/rules). */
export const clockOf = (record: Pick<InformationRequestRecord, 'events'>) =>
  requestClock(record.events.map(event => event.fact));

/** Appends a fact and derives status and dates anew: they are never set by hand. */
export function withEvent(record: InformationRequestRecord, event: CaseEvent): InformationRequestRecord {
  const events = [...record.events, event];
  const { status, receivedOn, dueOn, provisional } = clockOf({ events });
  return { ...record, events, status, receivedOn, dueOn, provisional };
}

/** Registration is due by the end of the next working day after submission. */
export const registerBy = (submittedOn: LocalDate): LocalDate => addWorkingDays(submittedOn, 1).date;
