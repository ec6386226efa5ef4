import type { DraftContent } from '@bandeng/contracts/schemas';
import type { DraftState, ReviewSignature } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

export type DraftActName = 'created' | 'saved' | 'discarded';

export interface DraftTimelineRecord {
  at: Date;
  by: string;
  act: DraftActName;
  from: DraftState | null;
  to: DraftState;
  note: string | null;
}

export interface DraftRecord {
  _id: string;
  /** Of the content it was made with: tells a repeated create. */
  firstHash: string;
  contentHash: string;
  content: DraftContent;
  /** As in the content, for the indexes. */
  unitId: string;
  state: DraftState;
  /** What its columns ask for; kept from the submission on. */
  steps: number;
  signatures: ReviewSignature[];
  /** Staff who wrote in it, the first one first. */
  writers: string[];
  timeline: DraftTimelineRecord[];
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string;
  revision: number;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

export function defineDraftModel(database: Connection) {
  const schema = new Schema<DraftRecord>(
    {
      _id: String,
      firstHash: text,
      contentHash: text,
      content: { type: Schema.Types.Mixed, required: true } as never,
      unitId: text,
      state: text,
      steps: { type: Number, required: true },
      signatures: { type: [Schema.Types.Mixed], required: true } as never,
      writers: [String],
      timeline: { type: [Schema.Types.Mixed], required: true } as never,
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
  return database.model<DraftRecord>('NoticeDraft', schema);
}
