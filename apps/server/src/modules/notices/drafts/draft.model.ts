import type { CHECKLIST, DRAFT_ACTS, DraftContent } from '@bandeng/contracts/schemas';
import type { DraftState, ReviewSignature, ScanKind } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type DraftActName = (typeof DRAFT_ACTS)[number];

export interface DraftTimelineRecord {
  at: Date;
  by: string;
  act: DraftActName;
  from: DraftState | null;
  to: DraftState;
  /** Signed, or sent back to. */
  step: number | null;
  note: string | null;
}

/** A step of the review, signed; whoever leaves keeps the name in it by the staff record, which is closed and not deleted. */
export interface SignatureRecord extends ReviewSignature {
  at: Date;
  checklist: (typeof CHECKLIST)[number][];
  comment: string | null;
}

/** A number that may be read by everybody: known again by its keyed hash wherever it stands in this draft, kept masked. */
export interface PassRecord {
  kind: ScanKind | 'name' | 'unreadable';
  digest: string;
  masked: string;
  reason: string;
  by: string;
  at: Date;
}

export interface Said {
  by: string;
  at: Date;
  words: string;
}

export interface DraftRecord {
  _id: string;
  /** Of the content it was made with: tells a repeated create. */
  firstHash: string;
  contentHash: string;
  content: DraftContent;
  /** As in the content, for the indexes. */
  unitId: string;
  /** Of its title, to be found by; written with the record. */
  titlePairs?: string[];
  state: DraftState;
  /** What its columns ask for; kept from the submission on. */
  steps: number;
  signatures: SignatureRecord[];
  /** Staff who wrote in it, the first one first. */
  writers: string[];
  timeline: DraftTimelineRecord[];
  /** In review since; null while it lies with its writer. */
  submittedAt: Date | null;
  sentBack: Said | null;
  secrecyAsked: Said | null;
  passes: PassRecord[];
  waiver: Said | null;
  /** While it is scheduled. */
  publishAt: Date | null;
  /** The file's draft with which it goes out; null for one that goes out by itself. */
  publishesWith: string | null;
  published: { by: string; at: Date } | null;
  noticeId: string | null;
  /** `seenRevision`: of the notice, when the correction was begun. */
  corrects: { noticeId: string; reason: string; concealsBefore: boolean; seenRevision: number } | null;
  /** The notice while the correction is on its way: one at a time. */
  correcting: string | null;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string;
  revision: number;
}

const text = { type: String, required: true };
const said = { type: Schema.Types.Mixed, default: null } as never;
const date = { type: Date, required: true };

export function defineDraftModel(database: Connection) {
  const schema = new Schema<DraftRecord>(
    {
      _id: String,
      firstHash: text,
      contentHash: text,
      content: { type: Schema.Types.Mixed, required: true } as never,
      unitId: text,
      titlePairs: [String],
      state: text,
      steps: { type: Number, required: true },
      signatures: { type: [Schema.Types.Mixed], required: true } as never,
      writers: [String],
      timeline: { type: [Schema.Types.Mixed], required: true } as never,
      submittedAt: { type: Date, default: null },
      sentBack: said,
      secrecyAsked: said,
      passes: { type: [Schema.Types.Mixed], required: true } as never,
      waiver: said,
      publishAt: { type: Date, default: null },
      publishesWith: { type: String, default: null },
      published: said,
      noticeId: { type: String, default: null },
      corrects: said,
      correcting: { type: String, default: null },
      createdAt: date,
      updatedAt: date,
      updatedBy: text,
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'noticeDrafts', minimize: false },
  );
  schema.index({ updatedAt: -1, _id: -1 });
  schema.index({ state: 1, updatedAt: -1, _id: -1 });
  schema.index({ unitId: 1, updatedAt: -1, _id: -1 });
  schema.index({ unitId: 1, state: 1, updatedAt: -1, _id: -1 });
  schema.index({ writers: 1, updatedAt: -1, _id: -1 });
  schema.index({ writers: 1, state: 1, updatedAt: -1, _id: -1 });
  // The desk: what waits longest first.
  schema.index({ state: 1, submittedAt: 1, _id: 1 });
  schema.index({ unitId: 1, state: 1, submittedAt: 1, _id: 1 });
  schema.index({ state: 1, publishesWith: 1, publishAt: 1 });
  schema.index({ correcting: 1 }, { unique: true, partialFilterExpression: { correcting: { $type: 'string' } } });
  schema.index({ titlePairs: 1, updatedAt: -1, _id: -1 });
  schema.index({ noticeId: 1, state: 1, 'published.at': -1 });
  schema.index({ 'secrecyAsked.at': 1, _id: 1 });
  // Drafts that name this one as what they explain.
  schema.index({ 'content.relatedIds.id': 1 });
  return database.model<DraftRecord>('NoticeDraft', schema);
}
