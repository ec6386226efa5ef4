import type { InformationRequest } from '@bandeng/contracts/types';
import type { ConversionOfferRecord, InformationRequestRecord, RequestConversion } from './information-request.model';

type Converted = Pick<InformationRequestRecord, 'conversion'>;

export const conversionOf = ({ conversion }: Converted): RequestConversion =>
  conversion ?? { from: null, to: null, offers: [] };
/** The proposal that the applicant has not answered. */
export const openOffer = (record: Converted): ConversionOfferRecord | undefined =>
  conversionOf(record).offers.find(({ answer }) => answer === null);
/** There is a message of 网上民声 with which it has a history in common. */
export const isLinked = (record: Converted): boolean => {
  const { from, to } = conversionOf(record);
  return from !== null || to !== null;
};

/** The newest proposal, for whoever reads the request. */
export function presentConversion(record: InformationRequestRecord): InformationRequest['conversion'] {
  const offer = conversionOf(record).offers.at(-1);
  if (!offer) return null;
  const { id, at, kind, note, answer } = offer;
  return { id, at: at.toISOString(), kind, note, state: !answer ? 'waiting' : answer.isAgreed ? 'agreed' : 'declined' };
}

/** Proposals and what was said to them, for the history; that one was agreed to is a fact of the case, which tells it. */
export const conversionSteps = (record: Converted, unitName: string): InformationRequest['timeline'] =>
  conversionOf(record).offers.flatMap(({ at, note, answer }) => [
    { at: at.toISOString(), kind: 'conversionOffered', title: '问你愿不愿意转到网上民声办', text: note, by: unitName },
    ...(answer?.isAgreed === false
      ? [
          {
            ...{ at: answer.at.toISOString(), kind: 'conversionDeclined', by: '申请人' },
            ...{ title: '你不同意转，接着按申请办', text: null },
          },
        ]
      : []),
  ]);

/** What was proposed and said to it, for the applicant's own data: without who of the office asked. */
export const offersOf = (record: Converted) =>
  conversionOf(record).offers.map(({ id, at, kind, note, answer }) => ({ id, at, kind, note, answer }));
