import type { Published } from '@bandeng/rules';
import type { IncomingMessage } from 'node:http';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { CatalogRepository } from './catalog.repository';
import type { DomainName } from './domains';
import type { RoundRepository } from './panels/round.repository';
import type { PublisherRule, PublishingUnit } from './map-publishers';

/** A notice that fulfils an entry, as the duty strip needs it. */
export type Publication = Published;

/** What the catalog asks of the notices: public ones only. */
export interface EntryNotices {
  /** How many notices fulfil each entry; an entry without any may be missing. */
  countByEntry(entryIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Notices of each entry published on `from` or later, oldest first. */
  publicationsByEntry(entryIds: readonly string[], from: string): Promise<ReadonlyMap<string, readonly Publication[]>>;
  /** The entries that a public notice fulfils; none when it is not public. */
  entriesOf(noticeId: string): Promise<readonly string[]>;
  /** How many notices each domain has. */
  countByDomain(domainIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How often the notices of each domain were read. */
  readsByDomain(domainIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** What the catalog needs of other modules. */
export interface CatalogPorts {
  audit: Audit;
  units: { listAllUnits(): Promise<readonly (Omit<PublishingUnit, 'id'> & { _id: string })[]> };
  notices: EntryNotices;
  identity: Pick<Identity, 'describeStaff' | 'listStaffWith'>;
  /** Whether a published outcome names this edition as the next one. */
  consultations: { leadTo(editionId: string): Promise<boolean> };
  files: { receive(request: IncomingMessage): Promise<{ path: string; name: string; discard(): Promise<void> }> };
}

export type CatalogDeps = Pick<Platform, 'clock' | 'ids' | 'transaction' | 'outbox'> &
  Pick<CatalogPorts, 'audit' | 'notices'> & {
    catalog: CatalogRepository;
    rounds: RoundRepository;
    standardDomains: readonly DomainName[];
    publisherRules: readonly PublisherRule[];
    listUnits(): Promise<PublishingUnit[]>;
  };
