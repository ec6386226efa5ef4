import { hasRoleForUnit, type Actor } from '../../http/actor';
import { askedStateOf, type AskedState } from '../../platform/asked-window';
import type { CommentRecord } from './comment.repository';
import type { ConsultationRecord } from './consultation.repository';

export type ConsultationState = AskedState;
type Window = Pick<ConsultationRecord, 'publishedAt' | 'opensAt' | 'closesAt' | 'outcomeAt'>;
type Owned = Window & Pick<ConsultationRecord, 'unitId'>;

/** Where it stands at `now`. Never stored. */
export const stateOf = ({ publishedAt, opensAt, closesAt, outcomeAt }: Window, now: Date): ConsultationState =>
  askedStateOf({ publishedAt, opensAt, closesAt, answeredAt: outcomeAt }, now);

/** Whether this actor runs the consultations of a unit. */
export const runsConsultations = (actor: Actor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'editor', 'office', 'street');

/** Whether this actor may read what a unit runs, drafts too: its own people, and supervision. */
export const readsConsultations = (actor: Actor, unitId: string): boolean =>
  runsConsultations(actor, unitId) || hasRoleForUnit(actor, unitId, 'supervisor');

/** What this actor may do with this consultation now. */
export function consultationAbilities(actor: Actor, consultation: Owned, now: Date): Record<string, boolean> {
  const state = stateOf(consultation, now);
  const runs = runsConsultations(actor, consultation.unitId);
  return {
    comment: actor.kind === 'resident' && state === 'open',
    read: runs,
    edit: runs && state === 'draft',
    open: runs && consultation.publishedAt === null,
    revise: runs && (state === 'open' || state === 'closed'),
    review: runs && state !== 'draft',
    record: runs && (state === 'open' || state === 'closed'),
    answer: runs && (state === 'open' || state === 'closed'),
    publishOutcome: runs && state === 'closed',
  };
}

export const isAuthor = (actor: Actor, comment: Pick<CommentRecord, 'accountId'>): boolean =>
  actor.kind === 'resident' && actor.accountId === comment.accountId;

export function commentAbilities(
  actor: Actor,
  comment: Pick<CommentRecord, 'accountId' | 'withdrawnAt'>,
  given: { state: ConsultationState; isSupported: boolean; isVisible: boolean },
): Record<string, boolean> {
  const isOwn = isAuthor(actor, comment);
  const isOpen = given.state === 'open';
  const canReact = actor.kind === 'resident' && !isOwn && given.isVisible;
  return {
    withdraw: isOwn && isOpen && comment.withdrawnAt === null,
    support: canReact && isOpen && !given.isSupported,
    report: canReact,
  };
}
