import type {
  DOCUMENT_CLASSES,
  NOTICE_KINDS,
  POSTING_KINDS,
  RELATIONS,
  STAGES,
  Block,
} from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type DocumentClass = (typeof DOCUMENT_CLASSES)[number];
export type Relation = (typeof RELATIONS)[number];
export type Stage = (typeof STAGES)[number];

export interface PostingRecord {
  from: string;
  to: string;
  unit: 'workingDays' | 'days';
  objection: string | null;
  /** None for one that came without: from a portal or an import. */
  kind?: (typeof POSTING_KINDS)[number] | undefined;
}
/** Whom a limited notice is for; the code printed on the posted sheet is kept as an HMAC only. */
export interface LimitedRecord {
  group: string;
  postedAt: string;
  contact: string;
  codeHash: string;
}

export interface NoticeRecord {
  _id: string;
  contentHash: string;
  /** Where it came from: unique together; null when written here. */
  source: string | null;
  externalId: string | null;
  createdBy: string;
  title: string;
  kind: NoticeKind;
  unitId: string;
  columnIds: string[];
  documentNumber: string | null;
  /** Of a paper; missing while nobody said. */
  documentClass?: DocumentClass | undefined;
  indexNumber: string | null;
  stage: Stage | null;
  publishedAt: Date;
  madeOn: string | null;
  effectiveOn: string | null;
  abolishedOn: string | null;
  /** At the beginning of this day (Shanghai) it is taken down by the clock; missing when it stays. */
  takeDownOn?: string | undefined;
  sourceUrl: string | null;
  keyPoints: string[];
  body: Block[];
  attachmentIds: string[];
  entryIds: string[];
  areaIds: string[];
  /** Stored on one side; the other side is found by the index on related.id. */
  related: { relation: Relation; id: string }[];
  posting: PostingRecord | null;
  limited: LimitedRecord | null;
  takenDownAt: Date | null;
  takeDownReason?: string | undefined;
  isTitleHidden?: boolean | undefined;
  /** Its last correction; none before the first one. */
  correction?: { number: number; at: Date; reason: string } | undefined;
  /** Hash of what the portal sent last, from the first correction here on. */
  sourceHash?: string | undefined;
  /** When it sent something else than what was corrected here. */
  sourceConflictAt?: Date | undefined;
  /** That was looked at and not taken over. */
  sourceDismissed?: { at: Date; by: string; reason: string } | undefined;
  /** False while its hour has not come: it is told of and indexed when it has. */
  isAnnounced: boolean;
  /**
   * Everything one can list by, as one array in one index: `all`, `col:`, `ent:`, `dom:`, `unit:`, `area:`, `stage:`, `kind:`, `class:`.
   * Empty once taken down, so that no list finds it.
   */
  facets: string[];
  updatedAt: Date;
  revision: number;
}

export interface NoticeCounterRecord {
  _id: string;
  reads: number;
  useful: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };

export function defineNoticeModels(database: Connection) {
  const schema = new Schema<NoticeRecord>(
    {
      _id: String,
      contentHash: text,
      source: nullable,
      externalId: nullable,
      createdBy: text,
      title: text,
      kind: text,
      unitId: text,
      columnIds: [String],
      documentNumber: nullable,
      documentClass: String,
      indexNumber: nullable,
      stage: nullable,
      publishedAt: { type: Date, required: true },
      madeOn: nullable,
      effectiveOn: nullable,
      abolishedOn: nullable,
      takeDownOn: String,
      sourceUrl: nullable,
      keyPoints: [String],
      body: { type: [Schema.Types.Mixed], required: true } as never,
      attachmentIds: [String],
      entryIds: [String],
      areaIds: [String],
      related: { type: [{ _id: false, relation: text, id: text }], required: true } as never,
      posting: { type: Schema.Types.Mixed, default: null },
      limited: { type: Schema.Types.Mixed, default: null },
      takenDownAt: { type: Date, default: null },
      takeDownReason: String,
      isTitleHidden: Boolean,
      correction: Schema.Types.Mixed as never,
      sourceHash: String,
      sourceConflictAt: Date,
      sourceDismissed: Schema.Types.Mixed,
      isAnnounced: { type: Boolean, required: true },
      facets: [String],
      updatedAt: { type: Date, required: true },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'notices', minimize: false },
  );
  schema.index({ facets: 1, publishedAt: -1, _id: -1 });
  schema.index(
    { source: 1, externalId: 1 },
    { unique: true, partialFilterExpression: { source: { $type: 'string' } } },
  );
  schema.index({ 'related.id': 1 });
  schema.index({ isAnnounced: 1, publishedAt: 1 });
  schema.index({ takenDownAt: 1, takeDownOn: 1 }, { partialFilterExpression: { takeDownOn: { $exists: true } } });
  const counters = new Schema<NoticeCounterRecord>(
    { _id: String, reads: { type: Number, default: 0 }, useful: { type: Number, default: 0 } },
    { versionKey: false, collection: 'noticeCounters' },
  );
  const numbers = new Schema<{ _id: string; last: number }>(
    { _id: String, last: { type: Number, required: true } },
    { versionKey: false, collection: 'noticeNumbers' },
  );
  return {
    numbers: database.model<{ _id: string; last: number }>('NoticeNumber', numbers),
    notices: database.model<NoticeRecord>('Notice', schema),
    counters: database.model<NoticeCounterRecord>('NoticeCounter', counters),
  };
}
