import type { RouteInput } from '@bandeng/contracts/types';
import { informationFee, type FeeBasis } from '@bandeng/rules';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import type { RequestFee } from './applicant-parts.model';
import { assertAllowed, assertStep, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { hasFeeDispute, isApplicant, isOfficer } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

type Change = Promise<InformationRequestRecord>;

/** 收费通知 (Art. 42): the amount is counted by 国办函〔2020〕109号, not typed; where nothing is due there is nothing to ask for. */
export const noticeFee = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.noticeFee'>['body'] },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today) => {
    assertAllowed(isOfficer(actor, record));
    // Before anything is counted: such a request is not among those that are.
    assertStep(record, 'feeNoticed');
    const basis: FeeBasis =
      body.basis === 'pages'
        ? { basis: 'pages', pages: body.pages }
        : { basis: 'items', ordinal: await ordinalInMonth(deps, record) };
    const fee = informationFee(basis);
    if (fee.yuan === 0)
      throw invalidField(
        body.basis === 'pages' ? 'pages' : 'basis',
        `不到收费的数量，不能收费：${fee.lines.map(line => line.text).join('；')}。`,
      );
    return {
      event: 'information-request.fee_noticed',
      by: 'office',
      fact: { type: 'feeNoticed', on: today },
      note: `${fee.yuan} 元：${fee.lines.map(line => line.text).join('；')}。${body.howToPay}`,
      fields: ['fee'],
      set: {
        fee: { ...fee, howToPay: body.howToPay, paidOn: null, ...(record.fee && { earlier: withEarlier(record.fee) }) },
      },
    };
  });

const withEarlier = ({ earlier = [], ...fee }: RequestFee): NonNullable<RequestFee['earlier']> => [...earlier, fee];

/** Which one of the applicant's at this office this is in the calendar month in which it was handed in. */
async function ordinalInMonth(deps: InformationRequestsDeps, record: InformationRequestRecord): Promise<number> {
  const month = shanghaiDate(record.submittedAt).slice(0, 7);
  const from = new Date(`${month}-01T00:00:00+08:00`);
  return deps.requests.countOfApplicant(record, from);
}

/** The fee came in: the time for the answer runs anew from the next day. */
export const recordPayment = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, on }: { id: string; on: string },
): Change =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    if (on > today) throw invalidField('on', '这一天还没有到。');
    return {
      event: 'information-request.fee_paid',
      by: 'office',
      fact: { type: 'feePaid', on },
      fields: ['fee'],
      set: { fee: record.fee ? { ...record.fee, paidOn: on } : null },
    };
  });

/** Art. 42 gives no way to object; ours: willing to pay, or why not. It moves no day. The same words again are no second answer. */
export const answerFee = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  { id, body }: { id: string; body: RouteInput<'informationRequests.answerFee'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isApplicant(actor, record));
    const { isAccepted } = body;
    const reason = body.isAccepted ? null : body.reason;
    const { fee } = record;
    if (fee?.reply?.isAccepted === isAccepted && fee.reply.reason === reason) return null;
    if (!fee || fee.paidOn || fee.reply || record.status !== 'paused')
      throw new AppError('request.state', { data: { reason: '没有待缴的信息处理费' } });
    return {
      event: isAccepted ? 'information-request.fee_accepted' : 'information-request.fee_disputed',
      by: 'applicant',
      fact: null,
      fields: ['fee'],
      set: {
        fee: { ...fee, reply: { at: deps.clock.now(), isAccepted, reason } },
        feeDisputedOn: isAccepted ? '' : today,
      },
    };
  });

/** The fee is kept with the reason; or the notice was wrong and is taken back: then it stopped nothing. */
export const answerFeeDispute = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  {
    id,
    body: { isKept, text },
  }: { id: string; body: RouteInput<'staff.informationRequests.answerFeeDispute'>['body'] },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    const { fee } = record;
    if (fee?.answer?.isKept === isKept && fee.answer.text === text) return null;
    if (!fee || !hasFeeDispute(record)) throw new AppError('request.state', { data: { reason: '没有要答复的异议' } });
    return {
      event: 'information-request.fee_dispute_answered',
      by: 'office',
      fact: isKept ? null : { type: 'feeDropped', on: today },
      note: text,
      fields: ['fee'],
      set: { fee: { ...fee, answer: { at: deps.clock.now(), isKept, text } }, feeDisputedOn: '' },
    };
  });
