import { Schema, type Connection, type Model } from 'mongoose';

/** Pushes of WeChat that were taken in; the key makes a repeat the same push. Holds no content: that went into the outbox. */
export interface PushRecord {
  _id: string;
  type: string;
  at: Date;
  receivedAt: Date;
}

export function createPushModel(database: Connection): Model<PushRecord> {
  const schema = new Schema<PushRecord>(
    {
      _id: String,
      type: { type: String, required: true },
      at: { type: Date, required: true },
      receivedAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'wechatPushes' },
  );
  schema.index({ receivedAt: 1 });
  return database.model<PushRecord>('WechatPush', schema);
}
