import type { ClassedRegulation } from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { ReportedCase } from '../information-requests';
import type { Organization } from '../organization';
import type { AnnualReportRepository } from './reports/report.repository';
import type { RemedyRepository } from './remedies/remedy.repository';

/** What this module needs of its neighbours, no more. */
export interface AnnualReportPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnits' | 'listAllUnits'>;
  identity: Pick<Identity, 'describeStaff'>;
  requests: {
    /** A case that this actor may read; throws request.not_found for any other. */
    getFacts(actor: Actor, id: string): Promise<{ id: string; unitId: string; receivedOn: string | null }>;
    listReportedCases(unitIds: readonly string[] | 'all', year: number): Promise<ReportedCase[]>;
    /** Was anything received by this day? */
    hasCasesBy(day: string): Promise<boolean>;
    /** What cases are called, by their ids. */
    findNames(ids: readonly string[]): Promise<ReadonlyMap<string, { number: string; name: string }>>;
  };
  notices: {
    /** Public papers with their class and dates: what table two counts. */
    listRegulations(): Promise<Regulation[]>;
    countOfYear(unitId: string | 'all', year: number): Promise<number>;
  };
}

export interface Regulation extends ClassedRegulation {
  _id: string;
  title: string;
  documentNumber: string | null;
  unitId: string;
}

export type AnnualReportsDeps = Pick<Platform, 'clock' | 'cursors' | 'transaction' | 'outbox'> &
  AnnualReportPorts & { remedies: RemedyRepository; reports: AnnualReportRepository };
