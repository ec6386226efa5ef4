import type { OpinionEvent, OpinionGravity } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** A step with who wrote it down, and when. */
export interface OpinionFact {
  id: string;
  fact: OpinionEvent;
  recordedAt: Date;
  staffId: string;
  note: string | null;
  /** What was published of it here, as it was called then. */
  notice: { id: string; name: string } | null;
  /** Of one that went to another unit. */
  units?: { from: string; to: string };
}

/** A public-opinion matter (舆情). Status and times are derived from `events` at every change. It holds nobody's name but the staff's ids. */
export interface OpinionRecord {
  _id: string;
  contentHash: string;
  title: string;
  source: string;
  link: string | null;
  unitId: string;
  /** Who reads it: the unit that answers for it, and the district's office. */
  unitIds: string[];
  gravity: OpinionGravity;
  status: 'open' | 'closed';
  noticedAt: Date;
  events: OpinionFact[];
  /** Of what is to be out next; far away when there is none. */
  dueAt: Date;
  /** The next reminder; null when there is none. And when somebody was reminded last. */
  remindAt: Date | null;
  remindedAt: Date | null;
  createdAt: Date;
  /** For config/retention.json. */
  closedAt: Date | null;
  revision: number;
}

export function defineOpinionModel(database: Connection) {
  const text = { type: String, required: true };
  const date = { type: Date, required: true };
  const later = { type: Date, default: null };
  const schema = new Schema<OpinionRecord>(
    {
      ...{ _id: String, contentHash: text, title: text, source: text, link: { type: String, default: null } },
      ...{ unitId: text, unitIds: [String], gravity: text, status: text, noticedAt: date, dueAt: date },
      events: { type: [Schema.Types.Mixed], required: true } as never,
      ...{ remindAt: later, remindedAt: later, createdAt: date, closedAt: later },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'opinions', minimize: false },
  );
  schema.index({ noticedAt: -1, _id: -1 });
  schema.index({ unitIds: 1, noticedAt: -1, _id: -1 });
  schema.index({ status: 1, noticedAt: -1, _id: -1 });
  schema.index({ unitIds: 1, status: 1, noticedAt: -1, _id: -1 });
  schema.index({ status: 1, dueAt: 1, _id: 1 });
  schema.index({ unitIds: 1, status: 1, dueAt: 1, _id: 1 });
  schema.index({ remindAt: 1 });
  schema.index({ closedAt: 1 });
  return database.model<OpinionRecord>('Opinion', schema);
}
