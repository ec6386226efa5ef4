import type { RemedyKindCode, RemedyResult } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** A review or a lawsuit against what was answered, or not answered, to a request. Names nobody: the case does. */
export interface RemedyRecord {
  /** Made by the client. */
  _id: string;
  contentHash: string;
  requestId: string;
  unitId: string;
  kind: RemedyKindCode;
  broughtOn: string;
  organ: string;
  caseNumber: string | null;
  /** Empty: not concluded. */
  endedOn: string;
  result: Exclude<RemedyResult, 'pending'> | null;
  note: string | null;
  voided: { at: Date; reason: string } | null;
  createdBy: string;
  createdAt: Date;
  revision: number;
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null } as const;

export function defineRemedyModel(database: Connection) {
  const schema = new Schema<RemedyRecord>(
    {
      _id: String,
      ...{ contentHash: text, requestId: text, unitId: text, kind: text as never, broughtOn: text, organ: text },
      caseNumber: nullable,
      endedOn: { type: String, default: '' },
      result: nullable as never,
      note: nullable,
      voided: { type: Schema.Types.Mixed, default: null } as never,
      createdBy: text,
      createdAt: { type: Date, required: true },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'remedies', minimize: false },
  );
  schema.index({ requestId: 1, broughtOn: 1, _id: 1 });
  schema.index({ endedOn: 1, broughtOn: 1, _id: 1 });
  schema.index({ unitId: 1, endedOn: 1, broughtOn: 1, _id: 1 });
  return database.model<RemedyRecord>('Remedy', schema);
}
