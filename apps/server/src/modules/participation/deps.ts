import type { Attachment, RouteInput } from '@bandeng/contracts/types';
import type { Actor, OfficeActor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { Receipts } from '../receipts';

/** What this module needs of its neighbours, no more. */
export interface ParticipationPorts {
  audit: Audit;
  receipts: Receipts;
  organization: {
    findUnits(ids: readonly string[]): Promise<ReadonlyMap<string, { name: string }>>;
  };
  files: {
    bindToRecord(actor: Actor, ids: readonly string[], to: { collection: string; id: string }, tx: Tx): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
  };
  consultations: {
    isReadable(id: string, actor: Actor): Promise<boolean>;
    /** Questions by id; those not public yet are left out. */
    questions(ids: readonly string[]): Promise<Map<string, string>>;
    /** Writes down what was said elsewhere, once for an id. */
    record(
      actor: OfficeActor,
      consultationId: string,
      input: RouteInput<'staff.comments.record'>['body'],
    ): Promise<void>;
  };
}

export type ParticipationDeps = Pick<Platform, 'clock' | 'ids' | 'transaction' | 'outbox' | 'blindIndex' | 'fields'> &
  ParticipationPorts;
