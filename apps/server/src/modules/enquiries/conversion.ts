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

/** What its office proposed. */
export function presentConversion(record: Converted): StaffEnquiry['conversion'] {
  const { offers, to } = conversionOf(record);
  const offer = offers.at(-1);
  return offer
    ? { id: offer.id, at: offer.at.toISOString(), note: offer.note, state: to === null ? 'waiting' : 'agreed' }
    : null;
}
