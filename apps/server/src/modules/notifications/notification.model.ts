import type { SUBSCRIPTION_KINDS, TEMPLATES, WECHAT_STATES } from '@bandeng/contracts/schemas';
import type { Message } from '@bandeng/contracts/types';
import { Schema, type Connection } from 'mongoose';

export type Template = (typeof TEMPLATES)[number];
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

export interface MessageRecord {
  _id: string;
  /** What happened to whom: unique, so that a listener that runs twice tells once. */
  key: string;
  accountId: string;
  kind: string;
  title: string;
  body: string;
  link: Message['link'];
  createdAt: Date;
  readAt: Date | null;
  template: Template | null;
  /** `unknown` is written before the call and stays when its outcome is not known: such a message is never sent again. */
  wechat: (typeof WECHAT_STATES)[number];
}

export interface SubscriptionRecord {
  _id: string;
  accountId: string;
  kind: SubscriptionKind;
  targetId: string;
  /** `kind:targetId`: what an event is told by. */
  target: string;
}

/** One-time subscriptions left, by person and template (FACTS §7). */
export interface CreditRecord {
  _id: string;
  accountId: string;
  template: Template;
  credits: number;
}

const text = { type: String, required: true };

export function defineMessageModel(database: Connection) {
  const message = new Schema<MessageRecord>(
    {
      _id: String,
      key: text,
      accountId: text,
      kind: text,
      title: text,
      body: text,
      link: { type: Schema.Types.Mixed, default: null },
      createdAt: { type: Date, required: true },
      readAt: { type: Date, default: null },
      template: { type: String, default: null },
      wechat: text,
    },
    { versionKey: false, collection: 'messages' },
  );
  message.index({ key: 1 }, { unique: true });
  message.index({ accountId: 1, createdAt: -1, _id: -1 });
  message.index({ accountId: 1, readAt: 1, createdAt: -1, _id: -1 });
  message.index({ createdAt: 1 });
  return database.model<MessageRecord>('Message', message);
}

export function defineSubscriptionModels(database: Connection) {
  const subscription = new Schema<SubscriptionRecord>(
    { _id: String, accountId: text, kind: text, targetId: text, target: text },
    { versionKey: false, collection: 'subscriptions' },
  );
  subscription.index({ accountId: 1, _id: 1 });
  subscription.index({ target: 1, _id: 1 });

  const credit = new Schema<CreditRecord>(
    { _id: String, accountId: text, template: text, credits: { type: Number, required: true } },
    { versionKey: false, collection: 'subscriptionCredits' },
  );
  credit.index({ accountId: 1 });
  const answer = new Schema<{ _id: string; accountId: string; contentHash: string; at: Date }>(
    { _id: String, accountId: text, contentHash: text, at: { type: Date, required: true } },
    { versionKey: false, collection: 'subscriptionAnswers' },
  );
  answer.index({ accountId: 1 });
  answer.index({ at: 1 });
  return {
    subscriptions: database.model<SubscriptionRecord>('Subscription', subscription),
    credits: database.model<CreditRecord>('SubscriptionCredit', credit),
    answers: database.model('SubscriptionAnswer', answer),
  };
}
