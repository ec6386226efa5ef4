import type { Attachment } from '@bandeng/contracts/types';
import type { WechatClient } from '@bandeng/wechat';
import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { Catalog } from '../catalog';
import type { Receipts } from '../receipts';
import type { CommentRepository } from './comment.repository';
import type { ConsultationRepository } from './consultation.repository';
import type { DecisionRepository } from './decisions/decision.repository';
import type { VersionRepository } from './versions/version.repository';

/** What this module needs of its neighbours, no more. */
export interface ConsultationPorts {
  audit: Audit;
  receipts: Receipts;
  wechat: Pick<WechatClient, 'checkText'>;
  identity: {
    /** Where to reach an account in WeChat; null when it is closed. */
    findContact(accountId: string): Promise<{ openid: string } | null>;
    describeAccounts(
      accountIds: readonly string[],
    ): Promise<Map<string, { displayName: string; maskedName: string; isPhoneVerified: boolean }>>;
  };
  organization: {
    findUnits(ids: readonly string[]): Promise<ReadonlyMap<string, { name: string }>>;
    findAreas(ids: readonly string[]): Promise<ReadonlyMap<string, { name: string }>>;
    /** The area and those it lies in; empty for an unknown one. */
    lineageOf(areaId: string): Promise<string[]>;
  };
  catalog: Pick<
    Catalog,
    'findEdition' | 'listEditionItems' | 'fieldText' | 'domainNames' | 'markConsulted' | 'applyAdoptedChanges'
  >;
  files: {
    bindToRecord(actor: Actor, ids: readonly string[], to: { collection: string; id: string }, tx: Tx): Promise<void>;
    describe(ids: readonly string[]): Promise<Attachment[]>;
  };
}

export type ConsultationsDeps = Pick<
  Platform,
  'clock' | 'ids' | 'transaction' | 'insertTogether' | 'outbox' | 'fields' | 'logger' | 'holidays'
> &
  ConsultationPorts & {
    consultations: ConsultationRepository;
    comments: CommentRepository;
    versions: VersionRepository;
    decisions: DecisionRepository;
  };
