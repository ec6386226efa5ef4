import type { Attachment, EnquirySummary, LinkedCase, Suggestion } from '@bandeng/contracts/types';
import type { Actor, OfficeActor, ResidentActor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { HandedOnRepository } from './handed-on/handed-on.repository';
import type { InformationRequestRepository } from './information-request.repository';
import type { SuggestionUses } from './suggestion-uses';

interface RecordRef {
  collection: string;
  id: string;
}

/** In parts of the page, from its upper left; pages from 1. */
interface PaperBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What this module needs of its neighbours, no more. */
export interface InformationRequestPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnit' | 'findUnits' | 'listAllUnits'>;
  identity: Pick<Identity, 'describeStaff'>;
  notices: {
    /** Throws notice.not_found when one of them is not public. */
    assertPublic(ids: readonly string[]): Promise<void>;
  };
  files: {
    /** Binds the actor's uploads to a record, for whoever may read that; file.not_found for any other file. */
    bindToRecord(actor: Actor, ids: readonly string[], to: RecordRef, tx: Tx): Promise<void>;
    moveToRecord(ids: readonly string[], from: RecordRef, to: RecordRef, tx: Tx): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
    /** For who was shown the record: opens this file until then. */
    ticketFor(record: RecordRef, fileId: string, until: Date): string;
    /** With the hash of their bytes; ids that are gone are left out. */
    open(ids: readonly string[]): Promise<{ id: string; sha256: string }[]>;
    /** Keeps bytes as an upload of this actor; null when their kind is not accepted. */
    keep(actor: OfficeActor, input: { name: string; bytes: Uint8Array }): Promise<Attachment | null>;
  };
  documents: {
    /** Of an upload that this actor may read; throws document.… for what cannot be drawn. */
    measurePaper(actor: OfficeActor, fileId: string): Promise<{ pages: number; sha256: string }>;
    drawPaper(
      fileId: string,
      page: number,
    ): Promise<{ pages: number; width: number; height: number; jpeg: Uint8Array }>;
    /** The paper as pictures with these places black, as an upload of the actor. */
    redactPaper(
      actor: OfficeActor,
      paper: { fileId: string; name: string; boxes: readonly PaperBox[] },
    ): Promise<{ file: Attachment; pages: number }>;
  };
  enquiries: {
    /** Takes in what an applicant agreed to have handled in 网上民声, as theirs; the id is that of the proposal. */
    openFromRequest(
      actor: ResidentActor,
      given: {
        id: string;
        request: { id: string; number: string; unitId: string };
        kind: EnquirySummary['kind'];
        content: { name: string; description: string | null };
      },
      tx: Tx,
    ): Promise<{ number: string }>;
    /** Ends one's own message that this request takes the place of; enquiry.state when its office did not propose that. */
    endAsRequest(
      actor: ResidentActor,
      given: { enquiryId: string; request: { id: string; number: string } },
      tx: Tx,
    ): Promise<void>;
  };
  /** Cases that became one another: what happened to the others, for whoever reads this one. */
  chain: { linkedTo(kind: LinkedCase['kind'], id: string, actor: Actor): Promise<LinkedCase[]> };
  search: {
    /** What is public already and close to this text, best first. */
    suggestExisting(text: string): Promise<Suggestion[]>;
  };
}

export type InformationRequestsDeps = Pick<
  Platform,
  'clock' | 'cursors' | 'transaction' | 'outbox' | 'personKeys' | 'blindIndex' | 'holidays'
> &
  InformationRequestPorts & {
    requests: InformationRequestRepository;
    suggestionUses: SuggestionUses;
    handedOn: HandedOnRepository;
    /** Running numbers are taken one after the other: at once they would only collide. */
    inTurn<T>(work: () => Promise<T>): Promise<T>;
  };
