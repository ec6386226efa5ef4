import { Schema, type Connection, type Model } from 'mongoose';

/** One login and everything it was renewed to: a family of refresh tokens. */
export interface SessionRecord {
  _id: string;
  accountId: string;
  kind: 'resident' | 'staff';
  /** SHA-256 of the refresh token that is valid now. */
  currentHash: string;
  /** The one before it, and when it was exchanged: shown again soon enough it gives the same successor. */
  previousHash?: string;
  rotatedAt?: Date;
  /** The current token sealed, so that it can be given once more while it is unused; gone with its first use. */
  sealedCurrent?: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}

export function createSessionModel(database: Connection): Model<SessionRecord> {
  const schema = new Schema<SessionRecord>(
    {
      _id: String,
      accountId: { type: String, required: true },
      kind: { type: String, required: true },
      currentHash: { type: String, required: true },
      previousHash: String,
      rotatedAt: Date,
      sealedCurrent: String,
      createdAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      revokedAt: Date,
    },
    { versionKey: false, collection: 'sessions' },
  );
  schema.index({ accountId: 1, _id: 1 });
  schema.index({ expiresAt: 1 });
  return database.model<SessionRecord>('Session', schema);
}
