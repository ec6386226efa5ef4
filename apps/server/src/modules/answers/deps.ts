import type { Attachment, RouteCall } from '@bandeng/contracts/types';
import type { LocalDate } from '@bandeng/rules';
import type { Actor, OfficeActor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { FileScan } from '../documents';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { AnswerRecord } from './answer.model';
import type { AnswerRepository } from './answer.repository';
import type { PublishingProposalRepository } from './publishing-proposal.repository';

interface RecordRef {
  collection: string;
  id: string;
}

/** An answered request, as who handles it knows it. */
export interface AnsweredCase {
  id: string;
  number: string;
  unitId: string;
  content: { name: string; description: string | null };
  kinds: AnswerRecord['kinds'];
  text: string;
  decidedOn: LocalDate;
  attachmentIds: readonly string[];
  noticeIds: readonly string[];
  /** What leads to whoever asked: names, numbers, addresses. */
  identifying: readonly string[];
}

/** A request at any stage, as far as it is compared with others. */
export interface AskedCase {
  id: string;
  number: string;
  unitId: string;
  name: string;
  /** What is compared. */
  subject: string;
  /** The same for the same person. */
  applicantKey: string;
  statusText: string;
  isGiven: boolean;
  /** Empty while it is not answered. */
  answer: string;
  suggestion: { reason: string | null } | null;
  identifying: readonly string[];
}

/** What this module needs of its neighbours, no more. */
export interface AnswerPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnits'>;
  identity: Pick<Identity, 'findStaffNames'>;
  requests: {
    /** Throws request.not_found for who does not handle it, request.state while it is not answered. */
    getAnswered(actor: OfficeActor, id: string): Promise<AnsweredCase>;
    findAsked(id: string): Promise<AskedCase | null>;
    /** The newest of a unit since then, without those that were taken back. */
    listAsked(unitId: string, since: Date, limit: number): Promise<AskedCase[]>;
    /** Of those of these cases in which it was suggested to publish; each applicant is told. */
    settleSuggestions(
      ids: readonly string[],
      result: { state: 'accepted' | 'declined' | 'published'; reason: string | null; noticeId: string | null },
      tx: Tx,
    ): Promise<void>;
  };
  notices: {
    /** Names of columns by id; unknown ids are left out. */
    columnNames(ids: readonly string[]): Map<string, string>;
    /** A draft that the caller answers for; `note` says where it came from. Throws id.conflict when there is one with this id. */
    beginDraft(
      actor: OfficeActor,
      given: { id: string; content: RouteCall<'staff.drafts.create'>['body']['content']; note: string },
      tx: Tx,
    ): Promise<void>;
  };
  files: {
    describe(ids: readonly string[]): Promise<Attachment[]>;
    /** In the order asked for; ids that are gone are left out. */
    open(ids: readonly string[]): Promise<(Attachment & { read(): Promise<Buffer> })[]>;
    /** Keeps bytes as an upload of this actor; null when their kind is not accepted. */
    keep(actor: OfficeActor, input: { name: string; bytes: Uint8Array }): Promise<Attachment | null>;
    bindToRecord(actor: Actor, ids: readonly string[], to: RecordRef, tx: Tx): Promise<void>;
  };
  documents: {
    /** What is in these files and their names that must not be published, and what of them yields no text; in their order. */
    scanFiles(ids: readonly string[]): Promise<FileScan[]>;
    /** Takes what is not for everybody out of those files of the record; throws document.not_cleaned. */
    cleanFiles(ids: readonly string[], owner: RecordRef): Promise<void>;
  };
  search: {
    /** Ids of answers that carry all words of `q` and all facets, newest first. */
    listNewest(wanted: {
      kind: 'answer';
      q: string;
      facets: readonly string[];
      anyOf: readonly string[];
      until: Date;
      limit: number;
      cursor?: string | undefined;
    }): Promise<{ ids: string[]; nextCursor: string | null }>;
  };
}

export type AnswerDeps = Pick<Platform, 'clock' | 'ids' | 'cursors' | 'transaction' | 'outbox'> &
  AnswerPorts & { answers: AnswerRepository; proposals: PublishingProposalRepository };
