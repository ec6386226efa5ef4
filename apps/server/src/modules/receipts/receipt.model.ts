import { Schema, type Connection, type Model } from 'mongoose';

/** Enough to say "we have it, since then": the hash, and neither words nor person. */
export interface ReceiptRecord {
  _id: string;
  kind: string;
  receivedAt: Date;
}

export function createReceiptModel(database: Connection): Model<ReceiptRecord> {
  const schema = new Schema<ReceiptRecord>(
    { _id: String, kind: { type: String, required: true }, receivedAt: { type: Date, required: true } },
    { versionKey: false, collection: 'receipts' },
  );
  return database.model<ReceiptRecord>('Receipt', schema);
}
