import { limits } from '@bandeng/contracts/routes';
import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, enquiryConversionRefusal } from '@bandeng/rules';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { changeEnquiry, changeEnquiryWithin } from './change-enquiry';
import { conversionOf } from './conversion';
import { storeWithin } from './create-enquiry';
import type { EnquiryDeps } from './deps';
import { kindOf } from './enquiry-limits';
import type { EnquiryConversion, EnquiryConversionOffer, EnquiryFact, EnquiryRecord } from './enquiry.model';
import { isAuthor, isOffered } from './enquiry.policy';
import { assertTakesIn } from './office-actions';

/** What comes over of a request: who asked and where it was asked stay there. */
export interface GivenRequest {
  /** Of the message to be. */
  id: string;
  request: { id: string; number: string; unitId: string };
  kind: EnquiryRecord['kind'];
  content: { name: string; description: string | null };
}

function assertConvertible({ status }: EnquiryRecord): void {
  const reason = enquiryConversionRefusal(status);
  if (reason !== null) throw new AppError('enquiry.state', { data: { reason } });
}

/** Whoever asks for papers is better off with a request: proposed by the office, made by its author, who has to say who they are (Art. 29). */
export const offerConversion = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.enquiries.offerConversion'>['body'] },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { now }) => {
    assertTakesIn(actor, record);
    const conversion = conversionOf(record);
    const known = conversion.offers.find(offer => offer.id === body.id);
    if (known && (known.note !== body.note || known.staffId !== actor.staffId)) throw new AppError('id.conflict');
    if (known) return null;
    assertConvertible(record);
    if (record.accountId === null)
      throw new AppError('enquiry.state', { data: { reason: '没有可以问的本人：热线转来的，或者账号注销了' } });
    if (isOffered(record)) throw new AppError('enquiry.state', { data: { reason: '问过本人了，在等回话' } });
    const offer = { ...body, at: now, staffId: actor.staffId };
    return {
      ...{ event: 'enquiry.conversion_offered', unitId: record.unitId, fact: null, fields: ['conversion'] },
      set: { conversion: { ...conversion, offers: [...conversion.offers, offer] } },
    };
  });

const answered = (record: EnquiryRecord, answer: NonNullable<EnquiryConversionOffer['answer']>): EnquiryConversion => {
  const { offers, ...conversion } = conversionOf(record);
  return {
    ...conversion,
    offers: offers.map((offer, at) => (at === offers.length - 1 ? { ...offer, answer } : offer)),
  };
};

/** No: the office is told, the message goes on as it was. A repeat changes nothing. */
export const declineConversion = (
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, offerId }: { id: string; offerId: string },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { now }) => {
    if (!isAuthor(actor, record)) throw new AppError('enquiry.not_found');
    const offer = conversionOf(record).offers.find(one => one.id === offerId);
    if (offer?.answer?.isAgreed === false) return null;
    assertConvertible(record);
    if (offer === undefined || offer !== conversionOf(record).offers.at(-1) || !isOffered(record))
      throw new AppError('enquiry.state', { data: { reason: '没有在等你回话的提议' } });
    return {
      ...{ event: 'enquiry.conversion_declined', unitId: null, fact: null, fields: ['conversion'] },
      set: { conversion: answered(record, { at: now, isAgreed: false }) },
    };
  });

/** The request is made: here it is over, and says under which number it goes on. */
export async function endAsRequest(
  deps: EnquiryDeps,
  actor: ResidentActor,
  { enquiryId: id, request }: { enquiryId: string; request: { id: string; number: string } },
  tx: Tx,
): Promise<void> {
  await changeEnquiryWithin(deps, actor, {
    ...{ id, tx },
    decide: (record, { on, now }) => {
      if (!isAuthor(actor, record)) throw new AppError('enquiry.not_found');
      assertConvertible(record);
      if (!isOffered(record))
        throw new AppError('enquiry.state', { data: { reason: '受理单位没有提出过转为公开申请' } });
      return {
        ...{ event: 'enquiry.converted', unitId: null, fact: { type: 'converted', on }, fields: ['conversion'] },
        note: `转为公开申请 ${request.number}，登记以后开始计时。`,
        set: { conversion: { ...answered(record, { at: now, isAgreed: true }), to: request.id } },
      };
    },
  });
}

/** A message out of a request: counted from today, as its kind; not to be published, for nobody was asked that. */
export async function openFromRequest(
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, request, kind, content }: GivenRequest,
  tx: Tx,
): Promise<{ number: string }> {
  const now = deps.clock.now();
  const submitted: EnquiryFact = {
    ...{ at: now, by: 'author', unitId: null, note: `由公开申请 ${request.number} 转来` },
    fact: { type: 'submitted', on: shanghaiDate(now), workingDays: kindOf(kind).workingDays },
  };
  const { record } = await storeWithin(
    deps,
    actor,
    {
      input: {
        ...{ id, kind, publicConsent: false, contact: {} },
        title: content.name.slice(0, limits.enquiryTitle),
        body: [content.name, content.description ?? ''].filter(Boolean).join('\n').slice(0, limits.enquiryBody),
      },
      contentHash: deps.blindIndex.of('enquiry', canonicalJson({ id, request: request.id, actor: actor.accountId })),
      ...{ submitted, place: null, photoIds: [], accountId: actor.accountId, hotline: null, unitId: request.unitId },
      calendar: await deps.holidays.calendar(),
      conversion: { from: request.id, to: null, offers: [] },
    },
    tx,
  );
  return { number: record.number };
}
