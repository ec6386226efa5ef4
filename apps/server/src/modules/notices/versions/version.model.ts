import type { Block } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';
import type { PostingRecord } from '../notice.model';

/** A state in which a notice was public before a correction. The present one is the notice itself. */
export interface NoticeVersionRecord {
  _id: string;
  noticeId: string;
  number: number;
  from: Date;
  until: Date;
  /** Why it was made; null for the first one. */
  reason: string | null;
  isShown: boolean;
  title: string;
  documentNumber: string | null;
  madeOn: string | null;
  effectiveOn: string | null;
  abolishedOn: string | null;
  keyPoints: string[];
  body: Block[];
  attachmentIds: string[];
  posting: PostingRecord | null;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };

export function defineVersionModel(database: Connection) {
  const schema = new Schema<NoticeVersionRecord>(
    {
      _id: String,
      noticeId: text,
      number: { type: Number, required: true },
      from: { type: Date, required: true },
      until: { type: Date, required: true },
      reason: nullable,
      isShown: { type: Boolean, required: true },
      title: text,
      documentNumber: nullable,
      madeOn: nullable,
      effectiveOn: nullable,
      abolishedOn: nullable,
      keyPoints: [String],
      body: { type: [Schema.Types.Mixed], required: true } as never,
      attachmentIds: [String],
      posting: { type: Schema.Types.Mixed, default: null },
    },
    { versionKey: false, collection: 'noticeVersions', minimize: false },
  );
  schema.index({ noticeId: 1, number: -1, _id: -1 }, { unique: true });
  return database.model<NoticeVersionRecord>('NoticeVersion', schema);
}
