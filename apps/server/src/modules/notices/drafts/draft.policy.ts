import { draftMachine, nextState, refusalToSign, type DraftEvent } from '@bandeng/rules';
import { hasRoleForUnit, isKnown, type Actor } from '../../../http/actor';
import { isPublisher } from '../notice.policy';
import type { DraftRecord } from './draft.model';

type OfUnit = Pick<DraftRecord, 'unitId'>;

/** Who writes for a unit writes in each other's drafts. */
export const canWriteDraft = (actor: Actor, { unitId }: OfUnit): boolean => isPublisher(actor, unitId);

/** 谁发布谁审查: reviewers of the unit that publishes, or of the whole district. */
export const canReviewDraft = (actor: Actor, { unitId }: OfUnit): boolean => hasRoleForUnit(actor, unitId, 'reviewer');

export const canCheckSecrecy = (actor: Actor, { unitId }: OfUnit): boolean => hasRoleForUnit(actor, unitId, 'secrecy');

/** A working paper: only those who write, review and check secrecy for its unit. */
export const canReadDraft = (actor: Actor, draft: OfUnit): boolean =>
  canWriteDraft(actor, draft) || canReviewDraft(actor, draft) || canCheckSecrecy(actor, draft);

/** 三同步: a new file for everybody; a correction is no new file, it has been explained. */
export const needsInterpretation = ({ content, corrects }: Pick<DraftRecord, 'content' | 'corrects'>): boolean =>
  content.kind === 'regulation' && content.withholding === undefined && corrects === null;

/** What this actor may do with it now. */
export function draftAbilities(actor: Actor, draft: DraftRecord): Record<string, boolean> {
  const staffId = isKnown(actor) ? actor.staffId : null;
  if (staffId === null) return {};
  const isOpenTo = (event: DraftEvent) => nextState(draftMachine, draft.state, event) !== null;
  const isWriter = canWriteDraft(actor, draft);
  const isStranger = !draft.writers.includes(staffId);
  const isReviewer = canReviewDraft(actor, draft) && isStranger;
  const isSecrecy = canCheckSecrecy(actor, draft);
  const isForAll = draft.content.withholding === undefined;
  return {
    save: isWriter && isOpenTo('save'),
    submit: isWriter && isOpenTo('submit'),
    recall: isWriter && isOpenTo('recall'),
    discard: isWriter && isOpenTo('discard'),
    publish: isWriter && isOpenTo('schedule') && isForAll,
    file: isWriter && isOpenTo('file') && !isForAll,
    unschedule: isWriter && isOpenTo('unschedule') && draft.publishesWith === null,
    askSecrecy: isWriter && isOpenTo('save') && draft.secrecyAsked === null && isForAll,
    pass: isSecrecy && isStranger && isOpenTo('save'),
    refusePass: isSecrecy && isOpenTo('save') && draft.secrecyAsked !== null,
    sign: isReviewer && refusalToSign(draft, staffId) === null,
    sendBack: isReviewer && isOpenTo('sendBackToWriter'),
    waiveInterpretation:
      isReviewer && draft.state === 'in_review' && needsInterpretation(draft) && draft.waiver === null,
  };
}
