import type { SHARE_CHANNELS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';

export type ShareChannel = (typeof SHARE_CHANNELS)[number];
export const SHARES = 'gridShares';

/** A code under which one thing is passed on in one area by one way. */
export interface ShareRecord {
  /** The code itself. */
  _id: string;
  /** `notice:<id>`, `consultation:<id>`. */
  item: string;
  areaId: string;
  lineage: string[];
  channel: ShareChannel;
}

/** How often a code was opened on a day. */
interface ShareDayRecord {
  /** `<code>|<day>`. */
  _id: string;
  item: string;
  lineage: string[];
  on: string;
  opens: number;
  dayStart: Date;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

function createShareModels(database: Connection) {
  const share = new Schema<ShareRecord>(
    { _id: String, item: text, areaId: text, lineage: [String], channel: text },
    { versionKey: false, collection: SHARES },
  );
  share.index({ item: 1, areaId: 1, channel: 1 }, { unique: true });
  const open = new Schema<{ _id: string; at: Date }>(
    { _id: String, at: date },
    { versionKey: false, collection: 'gridShareOpens' },
  );
  open.index({ at: 1 });
  const day = new Schema<ShareDayRecord>(
    { _id: String, item: text, lineage: [String], on: text, opens: { type: Number, required: true }, dayStart: date },
    { versionKey: false, collection: 'gridShareDays' },
  );
  day.index({ item: 1, lineage: 1, on: 1 });
  day.index({ dayStart: 1 });
  return {
    shares: database.model<ShareRecord>('GridShare', share),
    opens: database.model<{ _id: string; at: Date }>('GridShareOpen', open),
    days: database.model<ShareDayRecord>('GridShareDay', day),
  };
}

/** Reads and writes codes, and how often they were opened. */
export function createShareRepository({ database }: { database: Connection }) {
  const { shares, opens, days } = createShareModels(database);
  return {
    find: (code: string) => shares.findById(code).lean<ShareRecord>(),
    findSame: ({ item, areaId, channel }: Pick<ShareRecord, 'item' | 'areaId' | 'channel'>) =>
      shares.findOne({ item, areaId, channel }).lean<ShareRecord>(),
    insert: async (record: ShareRecord, tx: Tx): Promise<void> => {
      await shares.insertMany([record], { session: tx });
    },
    /** True the first time this opening is told of. */
    async isFirst(key: string, at: Date): Promise<boolean> {
      try {
        await opens.insertMany([{ _id: key, at }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    count: async (
      { _id: code, item, lineage }: ShareRecord,
      { on, dayStart }: Pick<ShareDayRecord, 'on' | 'dayStart'>,
    ) => {
      await days.updateOne(
        { _id: `${code}|${on}` },
        { $setOnInsert: { item, lineage, on, dayStart }, $inc: { opens: 1 } },
        { upsert: true },
      );
    },
    /** Opens of these items in an area within some days, by the areas the codes are of. */
    sumOpens: (
      items: readonly string[],
      areaId: string,
      { from, to }: { from: string; to: string },
    ): Promise<{ lineage: string[]; opens: number }[]> =>
      days.aggregate<{ lineage: string[]; opens: number }>([
        { $match: { item: { $in: items }, lineage: areaId, on: { $gte: from, $lte: to } } },
        { $group: { _id: '$lineage', opens: { $sum: '$opens' } } },
        { $project: { _id: 0, lineage: '$_id', opens: 1 } },
      ]),
  };
}
export type ShareRepository = ReturnType<typeof createShareRepository>;
