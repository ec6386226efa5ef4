import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { RemedyRepository } from './remedies/remedy.repository';

/** What this module needs of its neighbours, no more. */
export interface AnnualReportPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnits'>;
  identity: Pick<Identity, 'describeStaff'>;
  requests: {
    /** A case that this actor may read; throws request.not_found for any other. */
    getFacts(actor: Actor, id: string): Promise<{ id: string; unitId: string; receivedOn: string | null }>;
    /** What cases are called, by their ids. */
    findNames(ids: readonly string[]): Promise<ReadonlyMap<string, { number: string; name: string }>>;
  };
}

export type AnnualReportsDeps = Pick<Platform, 'clock' | 'cursors' | 'transaction' | 'outbox'> &
  AnnualReportPorts & { remedies: RemedyRepository };
