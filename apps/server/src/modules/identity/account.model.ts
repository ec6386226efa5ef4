import { Schema, type Connection, type Model } from 'mongoose';

/** A resident. Personal values are sealed under the person's own key, which closing the account destroys. */
export interface AccountRecord {
  _id: string;
  /** Keyed hash of the openid: how a login finds its account. Gone when closed. */
  openidIndex?: string;
  openid?: string;
  /** Keyed hash of issuer and subject, for who came through the province's identity service; gone when closed. */
  oidcIndex?: string;
  /** Under which this person speaks in public, sealed. */
  name?: string;
  phone?: string;
  phoneIndex?: string;
  phoneVerifiedAt?: Date;
  /** The staff member whose roles this WeChat account may use. */
  staffId?: string;
  createdAt: Date;
  /** When WeChat last told us that this person has the mini-program open (content checks ask for two hours). */
  visitedAt: Date;
  closedAt?: Date;
}

export function createAccountModel(database: Connection): Model<AccountRecord> {
  const schema = new Schema<AccountRecord>(
    {
      _id: String,
      openidIndex: String,
      openid: String,
      oidcIndex: String,
      name: String,
      phone: String,
      phoneIndex: String,
      phoneVerifiedAt: Date,
      staffId: String,
      createdAt: { type: Date, required: true },
      visitedAt: { type: Date, required: true },
      closedAt: Date,
    },
    { versionKey: false, collection: 'accounts' },
  );
  schema.index({ openidIndex: 1 }, { unique: true, partialFilterExpression: { openidIndex: { $exists: true } } });
  schema.index({ oidcIndex: 1 }, { unique: true, partialFilterExpression: { oidcIndex: { $exists: true } } });
  schema.index({ staffId: 1, _id: 1 });
  return database.model<AccountRecord>('Account', schema);
}
