import { Schema, type Connection } from 'mongoose';
import type { Change, ItemField } from '../consultation.model';

/** A draft that took the place of an earlier one while people were already asked. The first one is the consultation as it was opened. */
export interface VersionRecord {
  /** consultationId:version */
  _id: string;
  consultationId: string;
  version: number;
  /** The client's id of the call that made it, and what it said: a repeat finds it. */
  requestId: string;
  contentHash: string;
  reason: string;
  publishedAt: Date;
  publishedBy: string;
  counts: { new: number; changed: number; removed: number };
}

/** What one draft changed of the one before it. Kept for good: former words are found here and nowhere else. */
export interface DraftChangeRecord {
  /** consultationId:version:itemId */
  _id: string;
  consultationId: string;
  version: number;
  position: number;
  itemId: string;
  /** `same`: the words stayed, the label did not. */
  change: Change;
  labelBefore: string | null;
  label: string | null;
  before: string | null;
  after: string | null;
  /** Of an entry: the columns that differ. */
  fields: ItemField[];
  /** Comments that its words were written from. Absent in records made before this was said. */
  commentIds?: string[];
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const number = { type: Number, required: true } as const;
const mixed = Schema.Types.Mixed;

export function defineVersionModels(database: Connection) {
  const version = new Schema<VersionRecord>(
    {
      _id: String,
      consultationId: text,
      version: number,
      requestId: text,
      contentHash: text,
      reason: text,
      publishedAt: { type: Date, required: true },
      publishedBy: text,
      counts: { type: mixed, required: true } as never,
    },
    { versionKey: false, collection: 'consultationVersions' },
  );
  version.index({ consultationId: 1, version: -1, _id: -1 });
  version.index({ consultationId: 1, requestId: 1 }, { unique: true });

  const change = new Schema<DraftChangeRecord>(
    {
      _id: String,
      consultationId: text,
      version: number,
      position: number,
      itemId: text,
      change: text as never,
      labelBefore: nullable,
      label: nullable,
      before: nullable,
      after: nullable,
      fields: { type: [mixed], required: true } as never,
      commentIds: [String],
    },
    { versionKey: false, collection: 'consultationChanges', minimize: false },
  );
  change.index({ consultationId: 1, version: 1, position: 1, _id: 1 });
  change.index({ consultationId: 1, itemId: 1, version: 1, _id: 1 });
  change.index({ consultationId: 1, commentIds: 1, version: 1, _id: 1 });

  return {
    versions: database.model<VersionRecord>('ConsultationVersion', version),
    changes: database.model<DraftChangeRecord>('ConsultationChange', change),
  };
}
