import type { RouteInput } from '@bandeng/contracts/types';
import { requestConversionRefusal } from '@bandeng/rules';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import { conversionOf, openOffer } from './conversion';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import { isApplicant, isOfficer, isRecordCorrection } from './information-request.policy';
import { openProposal } from './proposals';

type Change = Promise<InformationRequestRecord>;

function assertConvertible(record: InformationRequestRecord): void {
  const reason = isRecordCorrection(record)
    ? '更正自己记录的申请不转到网上民声'
    : requestConversionRefusal(record.status);
  if (reason !== null) throw new AppError('request.state', { data: { reason } });
}

/** What is no request by Art. 39, or is served sooner in 网上民声: the applicant is asked; the clock runs on until they agree. */
export const offerConversion = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.offerConversion'>['body'] },
): Change =>
  changeInformationRequest(deps, actor, id, record => {
    assertAllowed(isOfficer(actor, record));
    const conversion = conversionOf(record);
    const known = conversion.offers.find(offer => offer.id === body.id);
    if (known) {
      const isSame = known.kind === body.kind && known.nature === body.nature && known.note === body.note;
      if (!isSame || known.staffId !== actor.staffId) throw new AppError('id.conflict');
      return null;
    }
    assertConvertible(record);
    if (record.accountId === '')
      throw new AppError('request.state', {
        data: {
          reason: '不是在手机上申请的，没有账号可问：请当面或者打电话问，要转的请本人到网上民声留言，这件登记撤回',
        },
      });
    if (openProposal(record)) throw new AppError('request.proposed');
    if (openOffer(record)) throw new AppError('request.state', { data: { reason: '问过申请人了，在等回话' } });
    const offer = { ...body, at: deps.clock.now(), staffId: actor.staffId, answer: null };
    return {
      event: 'information-request.conversion_offered',
      by: 'office',
      fact: null,
      fields: ['conversion'],
      set: { conversion: { ...conversion, offers: [...conversion.offers, offer] } },
    };
  });

/**
 * The applicant's word on it. With it the request ends as one that they took back (table three: 其他处理 3.其他), and goes on as a
 * message that is counted from today; without it everything stays as it was.
 */
export const answerConversion = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  { id, body }: { id: string; body: RouteInput<'informationRequests.answerConversion'>['body'] },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today, tx) => {
    assertAllowed(isApplicant(actor, record));
    const conversion = conversionOf(record);
    const offer = conversion.offers.find(({ id: offerId }) => offerId === body.offerId);
    if (!offer) throw new AppError('request.state', { data: { reason: '没有问过这件事' } });
    if (offer.answer?.isAgreed === body.isAgreed) return null;
    if (offer.answer) throw new AppError('request.state', { data: { reason: '已经回过话了' } });
    assertConvertible(record);
    const answer = { at: deps.clock.now(), isAgreed: body.isAgreed };
    const offers = conversion.offers.map(one => (one.id === offer.id ? { ...one, answer } : one));
    if (!body.isAgreed)
      return {
        event: 'information-request.conversion_declined',
        by: 'applicant',
        fact: null,
        fields: ['conversion'],
        set: { conversion: { ...conversion, offers } },
      };
    const { number, unitId, content } = record;
    const made = await deps.enquiries.openFromRequest(
      actor,
      { id: offer.id, request: { id, number, unitId }, kind: offer.kind, content },
      tx,
    );
    return {
      event: 'information-request.converted',
      by: 'applicant',
      fact: { type: 'withdrawn', on: today, into: 'enquiry' },
      note: `转为留言 ${made.number}，从今天起在网上民声办。`,
      fields: ['conversion'],
      set: { conversion: { ...conversion, offers, to: offer.id } },
    };
  });
