import type { Attachment, LinkedCase } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { FilesApi } from '../files';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { Receipts } from '../receipts';
import type { EnquiryRepository } from './enquiry.repository';

/** What this module needs of its neighbours, no more. */
export interface EnquiryPorts {
  audit: Audit;
  receipts: Receipts;
  organization: Pick<Organization, 'findUnit' | 'findUnits' | 'findArea'>;
  identity: Pick<Identity, 'findStaffNames'>;
  search: {
    /** Ids of things of this kind that are close to a text, best first. */
    findSimilar(kind: 'enquiry', text: string): Promise<string[]>;
  };
  /** Cases that became one another: what happened to the others, for whoever reads this one. */
  chain: { linkedTo(kind: LinkedCase['kind'], id: string, actor: Actor): Promise<LinkedCase[]> };
  files: Pick<FilesApi, 'receive'> & {
    bindToRecord(actor: Actor, ids: readonly string[], to: { collection: string; id: string }, tx: Tx): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
  };
}

export type EnquiryDeps = Pick<
  Platform,
  'clock' | 'transaction' | 'outbox' | 'personKeys' | 'blindIndex' | 'holidays'
> &
  EnquiryPorts & {
    enquiries: EnquiryRepository;
    /** Running numbers are taken one after the other: at once they would only collide. */
    inTurn<T>(work: () => Promise<T>): Promise<T>;
  };
