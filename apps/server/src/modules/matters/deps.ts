import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { ListOfConsultations, MatterSource, MemberKey } from './matter-source';
import type { MatterRepository } from './matter.repository';

/** What this module needs of its neighbours, no more. */
export interface MatterPorts {
  audit: Audit;
  organization: { findUnits(ids: readonly string[]): Promise<ReadonlyMap<string, { name: string }>> };
  sources: Readonly<Record<MemberKey['kind'], MatterSource>>;
  /** Items of the year's decisions, questionnaires and meetings of a consultation. */
  companions: readonly ListOfConsultations[];
}

export type MattersDeps = Pick<Platform, 'clock' | 'transaction' | 'outbox'> &
  MatterPorts & { matters: MatterRepository };
