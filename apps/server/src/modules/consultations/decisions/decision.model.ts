import { Schema, type Connection } from 'mongoose';

/** One item of a year's list of major decisions. */
export interface DecisionRecord {
  _id: string;
  contentHash: string;
  createdBy: string;
  createdAt: Date;
  year: number;
  position: number;
  title: string;
  unitId: string;
  plannedFor: string;
  basis: string;
  consultationIds: string[];
  publishedAt: Date | null;
  conclusion: { kind: 'decided' | 'dropped'; on: string; text: string } | null;
  /** Grows with every change. */
  revision: number;
}

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const mixed = Schema.Types.Mixed;

export function defineDecisionModel(database: Connection) {
  const schema = new Schema<DecisionRecord>(
    {
      _id: String,
      contentHash: text,
      createdBy: text,
      createdAt: { type: Date, required: true },
      year: number,
      position: number,
      title: text,
      unitId: text,
      plannedFor: text,
      basis: text,
      consultationIds: [String],
      publishedAt: { type: Date, default: null },
      conclusion: { type: mixed, default: null },
      revision: number,
    },
    { versionKey: false, collection: 'decisions', minimize: false },
  );
  schema.index({ year: 1, position: 1, _id: 1 });
  schema.index({ consultationIds: 1 });
  return database.model<DecisionRecord>('Decision', schema);
}
