import { Schema, type Connection, type Model } from 'mongoose';

export interface AuditRecord {
  _id: string;
  at: Date;
  /** `staff:<id>`, `account:<id>`, `service:<source>`, `system`. */
  actor: string;
  /** Past tense: `comment.created`. */
  action: string;
  /** The collection it happened in. */
  kind: string;
  subject: string;
  /** Names of the fields that changed; never their values. */
  fields: string[];
  /** The state before and after, where one changed: names of states, never personal. */
  from?: string;
  to?: string;
  /** Sealed under a person's key where a reason must be kept (PRODUCT, principle 9). */
  sealedReason?: { personId: string; value: string };
  /** Place in the chain; absent until the sealer has come by. */
  number?: number;
  previousHash?: string;
  hash?: string;
}

/** One per Shanghai day: what is published under /open-data/seals. */
export interface SealRecord {
  _id: string;
  lastNumber: number;
  lastHash: string;
}

export function createAuditModels(database: Connection): { entries: Model<AuditRecord>; seals: Model<SealRecord> } {
  const entry = new Schema<AuditRecord>(
    {
      _id: String,
      at: { type: Date, required: true },
      actor: { type: String, required: true },
      action: { type: String, required: true },
      kind: { type: String, required: true },
      subject: { type: String, required: true },
      fields: { type: [String], required: true },
      from: String,
      to: String,
      sealedReason: { type: new Schema({ personId: String, value: String }, { _id: false }) },
      number: Number,
      previousHash: String,
      hash: String,
    },
    { versionKey: false, collection: 'auditEntries' },
  );
  entry.index({ number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } });
  entry.index({ hash: 1, _id: 1 });
  entry.index({ at: -1, _id: -1 });
  entry.index({ kind: 1, at: -1, _id: -1 });
  entry.index({ subject: 1, at: -1, _id: -1 });
  entry.index({ actor: 1, at: -1, _id: -1 });
  entry.index({ action: 1, at: -1, _id: -1 });
  const seal = new Schema<SealRecord>(
    { _id: String, lastNumber: { type: Number, required: true }, lastHash: { type: String, required: true } },
    { versionKey: false, collection: 'auditSeals' },
  );
  return {
    entries: database.model<AuditRecord>('AuditEntry', entry),
    seals: database.model<SealRecord>('AuditSeal', seal),
  };
}
