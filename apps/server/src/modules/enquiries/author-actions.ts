import type { RouteInput } from '@bandeng/contracts/types';
import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { changeEnquiry } from './change-enquiry';
import type { EnquiryDeps } from './deps';
import type { EnquiryRecord } from './enquiry.model';
import { isAuthor } from './enquiry.policy';

function assertAuthor(actor: ResidentActor, record: EnquiryRecord): void {
  if (!isAuthor(actor, record)) throw new AppError('enquiry.not_found');
}

/** Takes it back before there is an answer; a repeat changes nothing. */
export const withdrawEnquiry = (
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, reason }: { id: string; reason: string | undefined },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { on }) => {
    assertAuthor(actor, record);
    if (record.status === 'withdrawn') return null;
    return { event: 'enquiry.withdrawn', unitId: null, fact: { type: 'withdrawn', on }, note: reason };
  });

/** Rates the answer, result and process apart: once for each answer. */
export const rateEnquiry = (
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, body }: { id: string; body: RouteInput<'enquiries.rate'>['body'] },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { on, now }) => {
    assertAuthor(actor, record);
    const { result, process, text = null } = body;
    const known = record.rating;
    if (known && known.result === result && known.process === process && known.text === text) return null;
    return {
      ...{ event: 'enquiry.rated', unitId: null, fact: { type: 'rated', on }, note: text, fields: ['rating'] },
      set: { rating: { result, process, text, at: now } },
    };
  });

/** Asks once for another answer; the one that was given is kept, and what is public of it stays as it is. */
export const reopenEnquiry = (
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, reason }: { id: string; reason: string },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { on }) => {
    assertAuthor(actor, record);
    return {
      ...{ event: 'enquiry.reopened', unitId: null, fact: { type: 'reopened', on }, note: reason, fields: ['answer'] },
      set: {
        ...{ answer: null, rating: null, remindedOn: null, chasedOn: null },
        earlierAnswers: [...record.earlierAnswers, ...(record.answer ? [record.answer] : [])],
      },
    };
  });
