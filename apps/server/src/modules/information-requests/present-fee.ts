import type { InformationRequest } from '@bandeng/contracts/types';
import { addWorkingDays, requestLimits, type HolidayCalendar } from '@bandeng/rules';
import type { InformationRequestRecord } from './information-request.model';

/** What it costs, by when it is paid, and what both sides said to it (Art. 42). */
export function presentFee(record: InformationRequestRecord, calendar: HolidayCalendar): InformationRequest['fee'] {
  const noticed = record.events.findLast(({ fact }) => fact.type === 'feeNoticed');
  if (!record.fee || !noticed) return null;
  const { yuan, lines, howToPay, paidOn, reply, answer } = record.fee;
  return {
    ...{ yuan, lines, howToPay, paidOn },
    reply: reply ? { ...reply, at: reply.at.toISOString() } : null,
    answer: answer ? { ...answer, at: answer.at.toISOString() } : null,
    deadline: addWorkingDays(noticed.fact.on, requestLimits.fee, calendar).date,
    consequence:
      '过期不缴的，不再处理这件申请（条例第四十二条、国办函〔2020〕109号）。缴费以后，答复期限从次日重新算。',
  };
}
