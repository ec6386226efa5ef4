import { hasRole, type OfficeActor } from '../../../http/actor';
import { isDistrictOffice, keepsAll, keepsOneOf } from '../catalog.policy';
import type { EntryRecord } from '../catalog.repository';
import type { RoundRecord } from './round.repository';

export const canConvene = isDistrictOffice;

/** Who was asked, while still an evaluator. */
export const isPanelist = (actor: OfficeActor, { memberIds }: Pick<RoundRecord, 'memberIds'>): boolean =>
  hasRole(actor, 'evaluator') && memberIds.includes(actor.staffId);

/** Who keeps the catalog reads every round, a panelist those of the own panel. */
export const canReadRound = (actor: OfficeActor, round: Pick<RoundRecord, 'memberIds'>): boolean =>
  hasRole(actor, 'editor', 'office') || isPanelist(actor, round);

/** What a unit publishes it answers for; what is said of the whole, who keeps all of it. */
export const canAnswer = (actor: OfficeActor, entry: EntryRecord | null): boolean =>
  entry === null ? keepsAll(actor) : keepsOneOf(actor, [entry]);
