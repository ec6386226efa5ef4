import { enquiryConversionRefusal, enquiryMachine, nextState, type EnquiryEventType } from '@bandeng/rules';
import { hasRoleForUnit, type Actor } from '../../http/actor';
import type { EnquiryRecord } from './enquiry.model';

type Case = Pick<
  EnquiryRecord,
  | 'accountId'
  | 'unitId'
  | 'mainUnitId'
  | 'unitIds'
  | 'status'
  | 'events'
  | 'publicConsent'
  | 'rating'
  | 'isPublic'
  | 'publication'
  | 'hidden'
  | 'conversion'
>;

export const isAuthor = (actor: Actor, { accountId }: Pick<Case, 'accountId'>): boolean =>
  actor.kind === 'resident' && actor.accountId === accountId;
/** Takes it in, hands it on, looks at the answer, publishes. */
export const takesIn = (actor: Actor, { unitId }: Pick<Case, 'unitId'>): boolean =>
  hasRoleForUnit(actor, unitId, 'office', 'street');
/** Writes the answer: the main unit. */
export const answersFor = (actor: Actor, { mainUnitId }: Pick<Case, 'mainUnitId'>): boolean =>
  mainUnitId !== null && hasRoleForUnit(actor, mainUnitId, 'editor', 'office', 'street');
/** The unit for which somebody works on it; undefined when none of theirs has to do with it. */
export const workingUnitOf = (actor: Actor, { unitIds }: Pick<Case, 'unitIds'>): string | undefined =>
  unitIds.findLast(unitId => hasRoleForUnit(actor, unitId, 'editor', 'office', 'street'));
export const reads = (actor: Actor, { unitIds }: Pick<Case, 'unitIds'>): boolean =>
  unitIds.some(unitId => hasRoleForUnit(actor, unitId, 'editor', 'office', 'street', 'supervisor'));

/** Its office proposed a request for information in its place, and the author has not said. */
export const isOffered = ({ conversion }: Pick<Case, 'conversion'>): boolean => {
  const offer = conversion?.offers.at(-1);
  return offer !== undefined && offer.answer === undefined && conversion?.to === null;
};

/** What this actor may do with it now; days and details are checked again when it is done (rules: checkEnquiryEvent). */
export function abilitiesOf(actor: Actor, record: Case): Record<string, boolean> {
  const follows = (event: EnquiryEventType) => nextState(enquiryMachine, record.status, event) !== null;
  if (isAuthor(actor, record)) {
    const isReopened = record.events.some(({ fact }) => fact.type === 'reopened');
    return {
      withdraw: follows('withdrawn'),
      rate: follows('rated') && record.rating === null,
      reopen: follows('reopened') && !isReopened,
      convert: isOffered(record) && enquiryConversionRefusal(record.status) === null,
      appeal: record.hidden?.appeal === null,
    };
  }
  const isIntake = takesIn(actor, record);
  const isWorking = workingUnitOf(actor, record) !== undefined;
  return {
    accept: isIntake && follows('accepted'),
    refuse: isIntake && follows('notOurs'),
    assign: isIntake && follows('assigned'),
    offerConversion:
      isIntake && !isOffered(record) && record.accountId !== null && enquiryConversionRefusal(record.status) === null,
    handOn: isIntake && follows('handedOn'),
    takeBack: isIntake && follows('takenBack'),
    contribute: isWorking && record.status === 'assigned',
    answer: answersFor(actor, record) && follows('drafted'),
    sendBack: isIntake && follows('sentBack'),
    approve: isIntake && follows('answered'),
    publish: isIntake && follows('published') && record.publicConsent,
    show: isIntake && record.publication !== null,
    feature: isIntake && record.isPublic,
    reveal: isWorking,
  };
}
