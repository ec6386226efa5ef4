import { addWorkingDays, nationalCalendar, type CountedDay, type HolidayCalendar, type LocalDate } from '../calendar';
import { nextState } from '../state-machines';
import { enquiryMachine, type EnquiryEvent, type EnquiryStatus } from './enquiry-events';

/** Days that the office sets for itself (config/enquiries.json). */
export interface EnquiryLimits {
  /** Within how many working days a message is accepted, or sent where it belongs. */
  acceptWorkingDays: number;
  /** For how many days after the answer it may be opened again. */
  reopenWithinDays: number;
}

export interface EnquiryClock {
  status: EnquiryStatus;
  /** The day it is counted from: of the message, or of its being opened again. */
  startedOn: LocalDate;
  dueOn: LocalDate;
  provisional: boolean;
  days: CountedDay[];
  /** Who acts next, and by when: null when nobody has to. */
  nextStep: { who: 'office' | 'unit' | 'reviewer' | 'nobody'; by: LocalDate | null };
  isReopened: boolean;
}

const NEXT: Readonly<Record<EnquiryStatus, EnquiryClock['nextStep']['who']>> = {
  submitted: 'office',
  accepted: 'office',
  assigned: 'unit',
  with_hotline: 'office',
  drafted: 'reviewer',
  answered: 'nobody',
  not_ours: 'nobody',
  withdrawn: 'nobody',
};

/** The status that a list of events leads to; what is not allowed is skipped (`checkEnquiryEvent` keeps it out). */
export function enquiryStatus(events: readonly EnquiryEvent[]): EnquiryStatus {
  return events
    .slice(1)
    .reduce<EnquiryStatus>((at, { type }) => nextState(enquiryMachine, at, type) ?? at, 'submitted');
}

/**
 * Status, due date and whose turn it is, from the events alone. The day of receipt does not count; waiting for another unit, the hotline
 * or the review stops nothing; opened again, it is counted anew from that day.
 * Throws RangeError without a `submitted` at the beginning.
 */
export function enquiryClock(
  events: readonly EnquiryEvent[],
  { acceptWorkingDays }: Pick<EnquiryLimits, 'acceptWorkingDays'>,
  calendar: HolidayCalendar = nationalCalendar,
): EnquiryClock {
  const [first] = events;
  if (first?.type !== 'submitted') throw new RangeError('留言要从提交开始');
  let workingDays = first.workingDays;
  let startedOn = first.on;
  for (const event of events) {
    if (event.type === 'accepted') workingDays = event.workingDays;
    if (event.type === 'reopened') startedOn = event.on;
  }
  const status = enquiryStatus(events);
  const { date: dueOn, provisional, days } = addWorkingDays(startedOn, workingDays, calendar);
  const acceptBy = addWorkingDays(startedOn, acceptWorkingDays, calendar).date;
  const who = NEXT[status];
  // Accepting and assigning come first, and never later than the answer itself; what the hotline has is asked after until then.
  const isIntake = status === 'submitted' || status === 'accepted';
  const by = who === 'nobody' ? null : isIntake && acceptBy < dueOn ? acceptBy : dueOn;
  return {
    ...{ status, startedOn, dueOn, provisional, days, nextStep: { who, by } },
    isReopened: events.some(({ type }) => type === 'reopened'),
  };
}
