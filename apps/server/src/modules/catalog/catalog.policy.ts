import { hasRole, isKnown, type Actor } from '../../http/actor';
import type { EditionRecord } from './catalog.repository';

/** Editors and the district office keep the catalog. */
export const canEditEdition = (actor: Actor, { state }: Pick<EditionRecord, 'state'>): boolean =>
  state === 'draft' && hasRole(actor, 'editor', 'office');

export const canFreezeEdition = (actor: Actor, { state }: Pick<EditionRecord, 'state'>): boolean =>
  state !== 'frozen' && hasRole(actor, 'office');

/** Which comments changed a draft is for staff until the edition is out: answers are published together. */
export const canSeeAdopted = (actor: Actor, { state }: Pick<EditionRecord, 'state'>): boolean =>
  state !== 'draft' || (isKnown(actor) && actor.staffId !== null);
