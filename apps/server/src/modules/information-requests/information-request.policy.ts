import {
  isStepOf,
  maySign,
  nextRequestTarget,
  requestConversionRefusal,
  splitRefusal,
  type LocalDate,
  type RequestEventType,
} from '@bandeng/rules';
import { hasRoleForUnit, type Actor } from '../../http/actor';
import type { InformationRequestRecord } from './information-request.model';
import { openOffer } from './conversion';
import { mayRecall, openProposal, signaturesOf } from './proposals';

type Case = Pick<
  InformationRequestRecord,
  | 'kind'
  | 'accountId'
  | 'unitId'
  | 'status'
  | 'events'
  | 'correction'
  | 'consultations'
  | 'reasons'
  | 'fee'
  | 'actBy'
  | 'proposals'
  | 'conversion'
  | 'decision'
  | 'suggestion'
  | 'untoldSince'
>;

export const isApplicant = (actor: Actor, record: Case): boolean =>
  actor.kind === 'resident' && actor.accountId === record.accountId;
export const isOfficer = (actor: Actor, record: Case): boolean => hasRoleForUnit(actor, record.unitId, 'officer');
export const isHead = (actor: Actor, record: Case): boolean => hasRoleForUnit(actor, record.unitId, 'head');
export const isLegal = (actor: Actor, record: Pick<Case, 'unitId'>): boolean =>
  hasRoleForUnit(actor, record.unitId, 'legal');

/** The staff who handle it; evaluator and grid worker never (API.md). */
export const isHandler = (actor: Actor, record: Pick<Case, 'unitId'>): boolean =>
  hasRoleForUnit(actor, record.unitId, 'officer', 'head', 'legal', 'supervisor');
export const canRead = (actor: Actor, record: Case): boolean => isApplicant(actor, record) || isHandler(actor, record);

export const canReveal = (actor: Actor, record: Case): boolean => isOfficer(actor, record) || isHead(actor, record);

/** Something that was asked for was given, whole or in part: others may have it too. */
export const givesInformation = ({ decision }: Pick<InformationRequestRecord, 'decision'>): boolean =>
  decision?.kinds.some(kind => kind === 'granted' || kind === 'partial') ?? false;

/** It asks for a correction of one's own record (Art. 41), not for information. */
export const isRecordCorrection = ({ kind }: Pick<Case, 'kind'>): boolean => kind === 'record_correction';

export const hasEnded = ({ status }: Pick<Case, 'status'>): boolean =>
  status === 'decided' || status === 'withdrawn' || status === 'lapsed';

/** What this actor may do with this request now; dates and details are checked again when it is done (rules: checkRequestEvent). */
export function abilitiesOf(actor: Actor, record: Case, today: LocalDate): Record<string, boolean> {
  const isForInformation = !isRecordCorrection(record);
  const follows = (event: RequestEventType) =>
    isStepOf(record.kind ?? 'information', event) && nextRequestTarget(record.status, event) !== null;
  const isFirst = (type: RequestEventType) => !record.events.some(event => event.fact.type === type);
  return {
    withdraw: isApplicant(actor, record) && follows('withdrawn'),
    correct: isApplicant(actor, record) && follows('corrected'),
    oneMatter:
      isForInformation &&
      isOfficer(actor, record) &&
      splitRefusal({ status: record.status, isProposed: openProposal(record) !== undefined }) === null,
    recordTold: isOfficer(actor, record) && Boolean(record.untoldSince),
    recordApplicantStep:
      isOfficer(actor, record) && (['withdrawn', 'corrected', 'reasonsGiven'] as const).some(follows),
    register: isOfficer(actor, record) && follows('registered'),
    askCorrection: isOfficer(actor, record) && follows('correctionAsked') && isFirst('correctionAsked'),
    lapse: isOfficer(actor, record) && isLapsed(record, today),
    extend: isHead(actor, record) && follows('extended') && isFirst('extended'),
    consult: isOfficer(actor, record) && follows('thirdPartyAsked'),
    recordConsultation:
      isOfficer(actor, record) && !hasEnded(record) && (record.consultations ?? []).some(({ answer }) => !answer),
    askReasons: isOfficer(actor, record) && follows('reasonsAsked') && isFirst('reasonsAsked'),
    explain: isApplicant(actor, record) && follows('reasonsGiven') && record.reasons?.given === null,
    delay: isHead(actor, record) && follows('delayed') && !isFirst('reasonsGiven') && isFirst('delayed'),
    noticeFee: isOfficer(actor, record) && follows('feeNoticed') && !record.fee,
    recordPayment: isOfficer(actor, record) && follows('feePaid') && awaitsFee(record),
    answerFee: isApplicant(actor, record) && follows('feePaid') && awaitsFee(record) && !record.fee?.reply,
    answerFeeDispute: isOfficer(actor, record) && follows('feeDropped') && hasFeeDispute(record),
    // Whoever came to the counter has no account in which to be asked.
    offerConversion:
      isForInformation &&
      isOfficer(actor, record) &&
      record.accountId !== '' &&
      requestConversionRefusal(record.status) === null &&
      !openOffer(record) &&
      !openProposal(record),
    recordGround:
      isForInformation && isOfficer(actor, record) && record.status !== 'awaiting_confirmation' && !hasEnded(record),
    answerConversion: isApplicant(actor, record) && !hasEnded(record) && openOffer(record) !== undefined,
    suggestPublishing: isApplicant(actor, record) && !record.suggestion && givesInformation(record),
    ...decidingAbilities(actor, record, follows('decided')),
    recordSearch: isOfficer(actor, record) && record.status !== 'awaiting_confirmation' && !hasEnded(record),
    reveal: canReveal(actor, record),
  };
}

const awaitsFee = ({ fee }: Pick<Case, 'fee'>): boolean => fee?.paidOn === null && fee.answer?.isKept !== false;
/** Said against the fee, and not answered. */
export const hasFeeDispute = ({ fee }: Pick<Case, 'fee'>): boolean => fee?.reply?.isAccepted === false && !fee.answer;

/** What the applicant had to do has not come in time: a correction, or the fee. `actBy` is the day after their last. */
function isLapsed(record: Case, today: LocalDate): boolean {
  if (record.status === 'awaiting_correction') return today > (record.correction?.deadline ?? today);
  return (
    record.status === 'paused' &&
    awaitsFee(record) &&
    !hasFeeDispute(record) &&
    record.actBy !== '' &&
    today >= record.actBy
  );
}

/** Each step waits for its own role, and for somebody who signed no other. */
function decidingAbilities(actor: Actor, record: Case, follows: boolean): Record<string, boolean> {
  const staffId = 'staffId' in actor ? actor.staffId : null;
  const open = openProposal(record);
  const isOpen = isOfficer(actor, record) && record.status !== 'awaiting_confirmation' && !hasEnded(record);
  const signs = (act: Parameters<typeof maySign>[0]) =>
    follows && staffId !== null && maySign(act, staffId, signaturesOf(record));
  return {
    confer: isOpen,
    redact: isOpen,
    propose: isOfficer(actor, record) && !open && signs('propose'),
    recall: isOfficer(actor, record) && mayRecall(staffId ?? '', open),
    review: isLegal(actor, record) && open?.state === 'review' && signs('review'),
    decide: isHead(actor, record) && open?.state === 'approval' && signs('approve'),
  };
}
