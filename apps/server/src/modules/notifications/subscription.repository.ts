import type { Tx } from '../../platform/transaction';
import type { Connection } from 'mongoose';
import {
  defineSubscriptionModels,
  type CreditRecord,
  type SubscriptionRecord,
  type Template,
} from './notification.model';

const creditId = (accountId: string, template: Template) => `${accountId}:${template}`;

export function createSubscriptionRepository(database: Connection) {
  const { subscriptions, credits, answers } = defineSubscriptionModels(database);
  return {
    listOf: (accountId: string) =>
      subscriptions.find({ accountId }).sort({ _id: 1 }).limit(200).lean<SubscriptionRecord[]>(),
    replaceOf: async (accountId: string, records: readonly SubscriptionRecord[], tx: Tx): Promise<void> => {
      await subscriptions.deleteMany({ accountId }, { session: tx });
      if (records.length > 0) await subscriptions.insertMany(records, { session: tx });
    },
    /** Subscribers of one target in the order of their ids, from after `afterId`. */
    listOfTarget: (target: string, afterId: string, limit: number) =>
      subscriptions
        .find({ target, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<SubscriptionRecord[]>(),

    creditsOf: async (accountId: string): Promise<Partial<Record<Template, number>>> => {
      const records = await credits.find({ accountId }).lean<CreditRecord[]>();
      return Object.fromEntries(records.map(record => [record.template, record.credits]));
    },
    addCredit: async (accountId: string, template: Template, tx: Tx): Promise<void> => {
      const _id = creditId(accountId, template);
      await credits.updateOne(
        { _id },
        { $inc: { credits: 1 }, $setOnInsert: { accountId, template } },
        { upsert: true, session: tx },
      );
    },
    /** Those of these accounts that have a credit left. */
    async withCredit(accountIds: readonly string[], template: Template, tx: Tx): Promise<Set<string>> {
      const found = await credits
        .find({ _id: { $in: accountIds.map(accountId => creditId(accountId, template)) } })
        .session(tx)
        .lean<CreditRecord[]>();
      return new Set(found.filter(record => record.credits > 0).map(record => record.accountId));
    },
    /** Takes one credit; false when none is left. */
    takeCredit: async (accountId: string, template: Template, tx: Tx): Promise<boolean> => {
      const result = await credits.updateOne(
        { _id: creditId(accountId, template), credits: { $gt: 0 } },
        { $inc: { credits: -1 } },
        { session: tx },
      );
      return result.modifiedCount === 1;
    },
    /** WeChat says that none is left (43101). */
    emptyCredits: async (accountId: string, template: Template): Promise<void> => {
      await credits.updateOne({ _id: creditId(accountId, template) }, { $set: { credits: 0 } });
    },
    findAnswer: (id: string, tx: Tx) =>
      answers.findOne({ _id: id }).session(tx).lean<{ accountId: string; contentHash: string }>(),
    insertAnswer: async (
      record: { _id: string; accountId: string; contentHash: string; at: Date },
      tx: Tx,
    ): Promise<void> => {
      await answers.insertMany([record], { session: tx });
    },
    eraseOf: async (accountId: string, tx: Tx): Promise<void> => {
      await subscriptions.deleteMany({ accountId }, { session: tx });
      await credits.deleteMany({ accountId }, { session: tx });
      await answers.deleteMany({ accountId }, { session: tx });
    },
  };
}
export type SubscriptionRepository = ReturnType<typeof createSubscriptionRepository>;
