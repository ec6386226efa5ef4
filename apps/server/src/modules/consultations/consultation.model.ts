import type { Block } from '@bandeng/contracts/schemas';
import type { ConsultationDetail, DraftPage, Ledger, Outcome } from '@bandeng/contracts/types';
import type { ConsultationKindCode, DisplayRule } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type Change = DraftPage['items'][number]['change'];
export type ItemField = Pick<
  Extract<DraftPage, { kind: 'entries' }>['items'][number]['fields'][number],
  'field' | 'label' | 'before' | 'after'
>;

/** What was published as the outcome: frozen, because the numbers are those of that moment. */
export interface OutcomeRecord {
  summary: Block[];
  ledger: Ledger;
  byChannel: Outcome['byChannel'];
  /** Absent in outcomes published before it was counted. */
  byTarget?: Outcome['byTarget'];
  nextEditionId: string | null;
  publishedBy: string;
}

export interface ConsultationRecord {
  _id: string;
  /** Who asked for it and with what: a repeat of the call gives this record, another call with its id does not. */
  contentHash: string;
  createdBy: string;
  createdAt: Date;
  question: string;
  title: string;
  unitId: string;
  kind: ConsultationKindCode;
  opensOn: string;
  closesOn: string;
  /** 00:00 in Shanghai of `opensOn`, and 24:00 of `closesOn`: open and closed follow from them and the clock. */
  opensAt: Date;
  closesAt: Date;
  /** As asked for; null when the lawful minimum, and the usual promise, were left to us. */
  requestedClosesOn: string | null;
  requestedOutcomeDueOn: string | null;
  shortenReason: string | null;
  outcomeDueOn: string;
  background: Block[];
  display: DisplayRule;
  contact: string;
  /** Absent in records made before it was asked for. */
  ways?: ConsultationDetail['ways'];
  areaIds: string[];
  domainIds: string[];
  attachmentIds: string[];
  draftKind: 'clauses' | 'entries';
  editionId: string | null;
  /** What "an entry is missing" may name beside the items of the draft: the domains of the edition. */
  additionParents: string[];
  itemCount: number;
  changedCount: number;
  /** Which draft this is: 1 as it was opened. Absent in records made before there could be another. */
  draftVersion?: number;
  /** Null while it is a draft of the unit. */
  publishedAt: Date | null;
  outcomeAt: Date | null;
  outcome: OutcomeRecord | null;
  /** `all` once published, `answered` too with its outcome; `area:…` (`area:*` for all), `dom:…`. Empty for a draft. */
  facets: string[];
  /** Grows with everything the office does to it: of two at once, one has to look again. */
  revision: number;
}

/** One clause or entry as it was put before the public: frozen at opening, so that comments keep their place. */
export interface DraftItemRecord {
  /** consultationId:itemId */
  _id: string;
  consultationId: string;
  itemId: string;
  position: number;
  change: Change;
  /** 第三条, or the name of the entry. */
  label: string;
  text: string | null;
  before: string | null;
  path: string[];
  fields: ItemField[];
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const mixed = Schema.Types.Mixed;

export function defineConsultationModels(database: Connection) {
  const consultation = new Schema<ConsultationRecord>(
    {
      _id: String,
      contentHash: text,
      createdBy: text,
      createdAt: { type: Date, required: true },
      question: text,
      title: text,
      unitId: text,
      kind: text as never,
      opensOn: text,
      closesOn: text,
      opensAt: { type: Date, required: true },
      closesAt: { type: Date, required: true },
      requestedClosesOn: nullable,
      requestedOutcomeDueOn: nullable,
      shortenReason: nullable,
      outcomeDueOn: text,
      background: { type: [mixed], required: true } as never,
      display: text as never,
      contact: text,
      ways: { type: [mixed], default: [] } as never,
      areaIds: [String],
      domainIds: [String],
      attachmentIds: [String],
      draftKind: text as never,
      editionId: nullable,
      additionParents: [String],
      itemCount: { type: Number, required: true },
      changedCount: { type: Number, required: true },
      draftVersion: { type: Number, default: 1 },
      publishedAt: { type: Date, default: null },
      outcomeAt: { type: Date, default: null },
      outcome: { type: mixed, default: null },
      facets: [String],
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'consultations', minimize: false },
  );
  // The three sorts of the public list: newest, by end of the window, by outcome.
  consultation.index({ facets: 1, opensAt: -1, _id: -1 });
  consultation.index({ facets: 1, closesAt: 1, _id: 1 });
  consultation.index({ facets: 1, outcomeAt: -1, _id: -1 });
  consultation.index({ createdAt: -1, _id: -1 });
  consultation.index({ 'outcome.nextEditionId': 1, outcomeAt: 1 });
  consultation.index({ unitId: 1, createdAt: -1, _id: -1 });

  const item = new Schema<DraftItemRecord>(
    {
      _id: String,
      consultationId: text,
      itemId: text,
      position: { type: Number, required: true },
      change: text as never,
      label: text,
      text: nullable,
      before: nullable,
      path: [String],
      fields: { type: [mixed], required: true } as never,
    },
    { versionKey: false, collection: 'consultationItems', minimize: false },
  );
  item.index({ consultationId: 1, position: 1, _id: 1 });

  return {
    consultations: database.model<ConsultationRecord>('Consultation', consultation),
    items: database.model<DraftItemRecord>('ConsultationItem', item),
  };
}
