import type { SimulatorStore } from '@bandeng/wechat/simulator';
import { Schema, type Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import { isDuplicateKey } from '../../platform/transaction';

interface StoredEntry {
  _id: string;
  value: unknown;
  expiresAt: Date;
}

/** Later than any demo lasts: a range on a real date is simpler than one on a missing field. */
const NEVER = new Date('9999-01-01T00:00:00.000Z');
const DEFAULT_LIST = 1_000;

/** The simulator's state in the database, so that two servers play the same WeChat. */
export function createSimulatorStore({ database, clock }: { database: Connection; clock: Clock }): SimulatorStore {
  const schema = new Schema<StoredEntry>(
    { _id: String, value: { type: Schema.Types.Mixed, default: null }, expiresAt: { type: Date, required: true } },
    { versionKey: false, collection: 'wechatSimulator', minimize: false },
  );
  const model = database.model<StoredEntry>('WechatSimulatorEntry', schema);
  const live = () => ({ expiresAt: { $gt: clock.now() } });
  return {
    get: async key => (await model.findOne({ _id: key, ...live() }).lean<StoredEntry>())?.value,
    set: async (key, value, { expiresAt = NEVER, isNew = false } = {}) => {
      if (!isNew) {
        await model.updateOne({ _id: key }, { $set: { value, expiresAt } }, { upsert: true });
        return true;
      }
      await model.deleteOne({ _id: key, expiresAt: { $lte: clock.now() } });
      try {
        await model.collection.insertOne({ _id: key, value, expiresAt } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    delete: async key => (await model.deleteOne({ _id: key, ...live() })).deletedCount === 1,
    list: async (prefix, limit = DEFAULT_LIST) => {
      const range = { _id: { $gte: prefix, $lt: `${prefix}\uffff` }, ...live() };
      const newest = await model.find(range).sort({ _id: -1 }).limit(limit).lean<StoredEntry[]>();
      return newest.reverse().map(({ _id, value }) => ({ key: _id, value }));
    },
  };
}
