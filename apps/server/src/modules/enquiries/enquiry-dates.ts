import { enquiryClock, requestReminders, type HolidayCalendar } from '@bandeng/rules';
import { enquiryLimits } from './enquiry-limits';
import type { EnquiryRecord } from './enquiry.model';

/** The clock of a message, counted from its facts alone (packages/rules). */
export const clockOf = ({ events }: Pick<EnquiryRecord, 'events'>, calendar: HolidayCalendar) =>
  enquiryClock(
    events.map(({ fact }) => fact),
    enquiryLimits,
    calendar,
  );

/** The same message with status and dates as this calendar counts them. */
export function recounted(record: EnquiryRecord, calendar: HolidayCalendar): EnquiryRecord {
  const { status, dueOn, provisional, days, nextStep } = clockOf(record, calendar);
  const isOpen = nextStep.who !== 'nobody';
  const reminders = isOpen ? requestReminders({ days, dueOn, nextStep: { who: 'office' } }) : [];
  const remindOn = reminders.find(({ on, step }) => step !== 'due' && on > (record.remindedOn ?? ''))?.on ?? '';
  const endedAt = isOpen ? null : (record.endedAt ?? record.events.at(-1)!.at);
  return { ...record, status, dueOn, provisional, actBy: nextStep.by ?? '', remindOn, endedAt };
}
