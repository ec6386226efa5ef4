import type { Attachment, Suggestion } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { Identity } from '../identity';
import type { Organization } from '../organization';
import type { InformationRequestRepository } from './information-request.repository';

/** What this module needs of its neighbours, no more. */
export interface InformationRequestPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnit' | 'findUnits'>;
  identity: Pick<Identity, 'describeStaff'>;
  notices: {
    /** Throws notice.not_found when one of them is not public. */
    assertPublic(ids: readonly string[]): Promise<void>;
  };
  files: {
    /** Binds the actor's uploads to a record that only its account and staff may read; file.not_found for any other file. */
    bindForAccount(
      actor: Actor,
      ids: readonly string[],
      to: { collection: string; id: string; accountId: string },
      tx: Tx,
    ): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
  };
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
    /** Running numbers are taken one after the other: at once they would only collide. */
    inTurn<T>(work: () => Promise<T>): Promise<T>;
  };
