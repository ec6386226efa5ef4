import type { CHANNELS } from '@bandeng/contracts/schemas';
import type { Attachment, Ref } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { Receipts } from '../receipts';
import type { Identity } from '../identity';
import type { FileScan } from '../documents';
import type { Organization } from '../organization';
import type { Columns } from './columns';
import type { NamesOf } from './district-names';
import type { FeedbackRepository } from './feedback.repository';
import type { NoticeRepository } from './notice.repository';
import type { ObjectionRepository } from './postings/objection.repository';
import type { PostingRepository } from './postings/posting.repository';
import type { VersionRepository } from './versions/version.repository';

/** What this module needs of its neighbours, no more. */
export interface NoticePorts {
  audit: Audit;
  receipts: Receipts;
  identity: Pick<Identity, 'findStaffNames'>;
  organization: Pick<
    Organization,
    'findUnit' | 'findUnits' | 'listAllUnits' | 'findAreas' | 'listAllAreas' | 'lineageOf'
  >;
  catalog: {
    /** Entries in force, in the order asked for; unknown ids are left out. */
    entryRefs(ids: readonly string[]): Promise<(Ref & { domainId: string; domainName: string })[]>;
    /** Those in force, and those that once were: what links to an entry stays when the entry goes. */
    /** Every entry in force with its domain and what stands above it, its own name last. */
    listEntryNames(): Promise<{ id: string; path: string[] }[]>;
    /** Entries of an edition and of the one it took the place of, some at a time. */
    listTouchedEntries(editionId: string): AsyncIterable<readonly string[]>;
    findEntries(
      ids: readonly string[],
    ): Promise<{ id: string; domainId: string; requiredChannels: (typeof CHANNELS)[number][] }[]>;
  };
  files: {
    bindToRecord(actor: Actor, ids: readonly string[], to: { collection: string; id: string }, tx: Tx): Promise<void>;
    moveToRecord(
      ids: readonly string[],
      from: { collection: string; id: string },
      to: { collection: string; id: string },
      tx: Tx,
    ): Promise<void>;
    /** Throws file.not_found when `bindToRecord` would. */
    assertBindable(actor: Actor, ids: readonly string[], to: { collection: string; id: string }): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
    /** Opens this file of the record without a login until then; `NoticesApi.canReadFile` is asked with `isUnlocked`. */
    ticketFor(record: { collection: string; id: string }, fileId: string, until: Date): string;
    /** Why a file on disk would not be kept, as the end of a sentence; null when it would. */
    refusalOf(path: string, name: string): Promise<string | null>;
    hashOf(path: string): Promise<string>;
    /** Keeps a file from disk for a record; the same id again gives the same file. False when its type is not accepted. */
    importFile(input: {
      id: string;
      path: string;
      name: string;
      to: { collection: string; id: string };
    }): Promise<boolean>;
  };
  documents: {
    /** What is in these files and their names that must not be published, and what of them yields no text; in their order. */
    scanFiles(ids: readonly string[]): Promise<FileScan[]>;
    /** Takes what is not for everybody out of those files of the record; throws document.not_cleaned. */
    cleanFiles(ids: readonly string[], owner: { collection: string; id: string }): Promise<void>;
  };
  search: {
    /** Ids of notices that carry all words of `q` and all facets, newest first. */
    listNewest(wanted: {
      q: string;
      facets: readonly string[];
      anyOf: readonly string[];
      since?: Date | undefined;
      until: Date;
      limit: number;
      cursor?: string | undefined;
    }): Promise<{ ids: string[]; nextCursor: string | null }>;
  };
}

export type NoticesDeps = Pick<
  Platform,
  'clock' | 'cursors' | 'ids' | 'transaction' | 'outbox' | 'blindIndex' | 'holidays' | 'fields' | 'personKeys'
> &
  NoticePorts & {
    notices: NoticeRepository;
    feedback: FeedbackRepository;
    versionsOf: VersionRepository;
    postings: PostingRepository;
    objections: ObjectionRepository;
    columns: Columns;
    namesOf: NamesOf;
  };
