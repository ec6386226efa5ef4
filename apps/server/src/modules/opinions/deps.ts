import type { OpinionGravity } from '@bandeng/rules';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { OpinionRepository } from './opinion.repository';

/** What this module needs of its neighbours, no more. */
export interface OpinionPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnit' | 'findUnits'>;
  identity: Pick<Identity, 'findStaffNames'>;
  duty: {
    /** The units for which this member is on duty today. */
    listUnitsOf(staffId: string): Promise<string[]>;
  };
  notices: {
    /** Null when it is not public. */
    findPublicTitle(id: string): Promise<string | null>;
  };
}

export type OpinionDeps = Pick<Platform, 'clock' | 'transaction' | 'outbox' | 'blindIndex'> &
  OpinionPorts & { opinions: OpinionRepository };

/** One as it was registered and handled at earlier times (the demo district). */
export interface LoadedOpinion {
  id: string;
  title: string;
  source: string;
  gravity: OpinionGravity;
  unitId: string;
  noticedAt: Date;
  steps: readonly { kind: 'reported' | 'informed' | 'briefed' | 'noted' | 'closed'; at: Date; note: string }[];
}
