import type { LetterKind } from '@bandeng/rules';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { DocumentsApi } from '../documents';
import type { FilesApi } from '../files';
import type { Identity } from '../identity';
import type { InformationRequestsApi } from '../information-requests';
import type { Organization } from '../organization';
import type { SealClient } from './eseal-client';
import type { LetterRepository } from './letter.repository';
import type { WordingRepository } from './wording.repository';

/** What this module needs of its neighbours, no more. */
export interface LetterPorts {
  audit: Audit;
  organization: Pick<Organization, 'findUnit'>;
  identity: Pick<Identity, 'describeStaff'>;
  requests: Pick<InformationRequestsApi, 'findLetterCase' | 'nextNumber' | 'recordServed'>;
  files: Pick<FilesApi, 'open' | 'describe' | 'bindToRecord' | 'keep' | 'assertScanned'>;
  documents: Pick<DocumentsApi, 'textOfPdf'>;
}

export type LettersDeps = Pick<
  Platform,
  'clock' | 'ids' | 'logger' | 'transaction' | 'outbox' | 'blindIndex' | 'holidays'
> &
  LetterPorts & {
    letters: LetterRepository;
    wordings: WordingRepository;
    /** The kinds of letters of config/letters, in the order of their ids (letter-kinds: with the words that count now). */
    kinds: readonly LetterKind[];
    /** Null where no e-seal service is named. */
    seals: SealClient | null;
    /** Running numbers are taken one after the other: at once they would only collide. */
    inTurn<T>(work: () => Promise<T>): Promise<T>;
  };
