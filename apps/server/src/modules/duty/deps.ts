import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { DutyRepository } from './duty.repository';

/** What this module needs of its neighbours, no more. */
export interface DutyPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnit'>;
  identity: Pick<Identity, 'listStaffFor' | 'findStaffNames'>;
}

export type DutyDeps = Pick<Platform, 'clock' | 'transaction' | 'holidays'> & DutyPorts & { duty: DutyRepository };
