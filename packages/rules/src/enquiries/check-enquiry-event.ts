import { addDays } from '../calendar';
import { nextState } from '../state-machines';
import { enquiryStatus, type EnquiryLimits } from './enquiry-clock';
import { enquiryMachine, type EnquiryEvent, type EnquiryEventType } from './enquiry-events';

export interface EnquiryRefusal {
  code: 'enquiry.order' | 'enquiry.backwards' | 'enquiry.rated_once' | 'enquiry.reopened_once' | 'enquiry.reopen_late';
  message: string;
}

const refused = (code: EnquiryRefusal['code'], message: string): EnquiryRefusal => ({ code, message });
const lastOf = (events: readonly EnquiryEvent[], ...types: EnquiryEventType[]) =>
  events.findLastIndex(({ type }) => types.includes(type));

/**
 * Why an event may not follow these, or null when it may: the order of steps, no day before the last one, one rating for an answer, opened
 * again once and within `reopenWithinDays` of the answer.
 */
export function checkEnquiryEvent(
  events: readonly EnquiryEvent[],
  next: EnquiryEvent,
  { reopenWithinDays }: Pick<EnquiryLimits, 'reopenWithinDays'>,
): EnquiryRefusal | null {
  if (nextState(enquiryMachine, enquiryStatus(events), next.type) === null)
    return refused('enquiry.order', '还没走到这一步，或者已经过了');
  if (next.on < (events.at(-1)?.on ?? next.on)) return refused('enquiry.backwards', '日期不能早于上一步');
  const answeredAt = lastOf(events, 'answered', 'notOurs');
  if (next.type === 'rated' && lastOf(events, 'rated') > answeredAt)
    return refused('enquiry.rated_once', '这次答复已经评价过了');
  if (next.type !== 'reopened') return null;
  if (lastOf(events, 'reopened') >= 0) return refused('enquiry.reopened_once', '已经请求重办过一次');
  const answeredOn = events[answeredAt]?.on;
  if (answeredOn !== undefined && next.on > addDays(answeredOn, reopenWithinDays))
    return refused('enquiry.reopen_late', `答复后 ${reopenWithinDays} 天内可以请求重办`);
  return null;
}
