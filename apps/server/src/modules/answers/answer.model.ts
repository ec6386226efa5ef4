import type { DECISION_KINDS } from '@bandeng/contracts/routes';
import type { LocalDate } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** An answer that everybody reads, or read until it was taken back. One for each case; nothing here leads to who asked. */
export interface AnswerRecord {
  _id: string;
  requestId: string;
  unitId: string;
  /** In which it was answered. */
  year: number;
  decidedOn: LocalDate;
  kinds: (typeof DECISION_KINDS)[number][];
  title: string;
  question: string;
  answer: string;
  /** Copies of its own, without what is not for everybody; `sourceId` is what went to the applicant. */
  files: { id: string; sourceId: string }[];
  noticeIds: string[];
  isPublic: boolean;
  publishedAt: Date;
  publishedBy: string;
  takenBack: { at: Date; by: string; reason: string } | null;
  revision: number;
}

const text = { type: String, required: true };

export function defineAnswerModels(database: Connection) {
  const answer = new Schema<AnswerRecord>(
    {
      ...{ _id: String, requestId: text, unitId: text, decidedOn: text, title: text, question: text, answer: text },
      ...{ kinds: [String], noticeIds: [String], publishedBy: text },
      year: { type: Number, required: true },
      files: { type: [Schema.Types.Mixed], default: [] } as never,
      isPublic: { type: Boolean, required: true },
      publishedAt: { type: Date, required: true },
      takenBack: { type: Schema.Types.Mixed, default: null },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'publicAnswers' },
  );
  answer.index({ requestId: 1 }, { unique: true });
  answer.index({ isPublic: 1, publishedAt: -1, _id: -1 });
  answer.index({ isPublic: 1, unitId: 1, publishedAt: -1, _id: -1 });
  answer.index({ isPublic: 1, year: 1, publishedAt: -1, _id: -1 });
  answer.index({ isPublic: 1, unitId: 1, year: 1, publishedAt: -1, _id: -1 });
  answer.index({ isPublic: 1, _id: 1 });
  return { answers: database.model<AnswerRecord>('PublicAnswer', answer) };
}
