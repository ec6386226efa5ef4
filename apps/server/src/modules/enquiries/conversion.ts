import type { StaffEnquiry } from '@bandeng/contracts/types';
import type { EnquiryConversion, EnquiryRecord } from './enquiry.model';

type Converted = Pick<EnquiryRecord, 'conversion'>;

export const conversionOf = ({ conversion }: Converted): EnquiryConversion =>
  conversion ?? { from: null, to: null, offers: [] };
/** There is a request with which it has a history in common. */
export const isLinked = (record: Converted): boolean => {
  const { from, to } = conversionOf(record);
  return from !== null || to !== null;
};

/** The newest proposal of its office, and what became of it. */
export function presentConversion(record: Converted): StaffEnquiry['conversion'] {
  const { offers, to } = conversionOf(record);
  const offer = offers.at(-1);
  if (!offer) return null;
  const { id, at, note, answer } = offer;
  return { id, at: at.toISOString(), note, state: to !== null ? 'agreed' : answer ? 'declined' : 'waiting' };
}

/** Proposals and a no to them, for the history; that one was agreed to is a fact of the message, which tells it. */
export const conversionSteps = (
  record: Converted,
  { isOwn, by }: { isOwn: boolean; by: string },
): StaffEnquiry['timeline'] =>
  conversionOf(record).offers.flatMap(({ at, note, answer }) => [
    {
      ...{ at: at.toISOString(), kind: 'conversionOffered', text: note, by },
      title: isOwn ? '问你愿不愿意转为公开申请' : '问本人愿不愿意转为公开申请',
    },
    ...(answer?.isAgreed === false
      ? [
          {
            ...{ at: answer.at.toISOString(), kind: 'conversionDeclined', text: null, by: '留言人' },
            title: isOwn ? '你不转，留言接着办' : '本人不转，留言接着办',
          },
        ]
      : []),
  ]);

/** What was proposed and said to it, for the author's own data: without who of the office asked. */
export const offersOf = (record: Converted) =>
  conversionOf(record).offers.map(({ staffId: _, answer = null, ...offer }) => ({ ...offer, answer }));
