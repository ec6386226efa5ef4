import { hasRoleForUnit, isKnown, unitsOf, type Actor } from '../../http/actor';
import type { EditionRecord, EntryRecord } from './catalog.repository';

type Published = Pick<EntryRecord, 'publisherUnitIds'>;

/** Editors and the office of the whole district keep every entry. */
export const keepsAll = (actor: Actor): boolean => unitsOf(actor, 'editor', 'office') === 'all';

/** What an edition becomes is for all units: the office of one of them does not decide it. */
export const isDistrictOffice = (actor: Actor): boolean => unitsOf(actor, 'office') === 'all';

/** An editor of one unit keeps what that unit publishes; drafts that speak of it may be started by that unit too. */
export const keepsOneOf = (actor: Actor, entries: readonly Published[]): boolean =>
  keepsAll(actor) ||
  entries.some(({ publisherUnitIds }) => publisherUnitIds.some(id => hasRoleForUnit(actor, id, 'editor', 'office')));

export const canEditEdition = (
  actor: Actor,
  { state }: Pick<EditionRecord, 'state'>,
  entries: readonly Published[],
): boolean => state === 'draft' && keepsOneOf(actor, entries);

export const canFreezeEdition = (actor: Actor, { state }: Pick<EditionRecord, 'state'>): boolean =>
  state !== 'frozen' && isDistrictOffice(actor);

export const canEnforceEdition = (
  actor: Actor,
  { state, domainIds, inForceDomainIds }: Pick<EditionRecord, 'state' | 'domainIds' | 'inForceDomainIds'>,
): boolean => state === 'frozen' && inForceDomainIds.length < domainIds.length && isDistrictOffice(actor);

/** A draft is read by staff, and by everybody once an outcome leads to it. */
export const canSeeDrafts = (actor: Actor): boolean => isKnown(actor) && actor.staffId !== null;

/** Which comments changed a draft is for staff until the edition is out: answers are published together. */
export const canSeeAdopted = (actor: Actor, { state }: Pick<EditionRecord, 'state'>): boolean =>
  state !== 'draft' || canSeeDrafts(actor);
