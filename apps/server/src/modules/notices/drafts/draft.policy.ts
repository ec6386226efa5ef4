import { draftMachine, nextState } from '@bandeng/rules';
import { hasRoleForUnit, type Actor } from '../../../http/actor';
import { isPublisher } from '../notice.policy';
import type { DraftRecord } from './draft.model';

/** Who writes for a unit writes in each other's drafts. */
export const canWriteDraft = (actor: Actor, { unitId }: Pick<DraftRecord, 'unitId'>): boolean =>
  isPublisher(actor, unitId);

/** A working paper: only those who write, review and check secrecy for its unit. */
export const canReadDraft = (actor: Actor, draft: Pick<DraftRecord, 'unitId'>): boolean =>
  canWriteDraft(actor, draft) || hasRoleForUnit(actor, draft.unitId, 'reviewer', 'secrecy');

/** What this actor may do with it now. */
export function draftAbilities(actor: Actor, draft: DraftRecord): Record<string, boolean> {
  const isWriter = canWriteDraft(actor, draft);
  const isOpenTo = (event: 'save' | 'discard') => nextState(draftMachine, draft.state, event) !== null;
  return { save: isWriter && isOpenTo('save'), discard: isWriter && isOpenTo('discard') };
}
