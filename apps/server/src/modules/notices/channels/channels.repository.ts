import type { CHANNELS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';
import type { Tx } from '../../../platform/transaction';

export type Channel = (typeof CHANNELS)[number];

/** Somebody wrote down that a notice went out on a channel; written again it is replaced, and the audit has both. */
export interface ChannelLog {
  channel: Channel;
  doneOn: string;
  link: string | null;
  photoId: string | null;
  note: string | null;
  by: string;
  at: Date;
}

/** The channels of one notice. */
export interface ChannelsRecord {
  _id: string;
  unitId: string;
  title: string;
  logs: ChannelLog[];
  /** Required, and neither done by the system nor written down. */
  missing: Channel[];
  /** Something is missing since then; null while nothing is. */
  missingSince: Date | null;
}

export function createChannelsRepository({ database }: { database: Connection }) {
  const text = { type: String, required: true };
  const schema = new Schema<ChannelsRecord>(
    {
      _id: String,
      unitId: text,
      title: text,
      logs: { type: [Schema.Types.Mixed], required: true } as never,
      missing: [String],
      missingSince: { type: Date, default: null },
    },
    { versionKey: false, collection: 'noticeChannels' },
  );
  schema.index({ unitId: 1, missingSince: 1 });
  schema.index({ missingSince: 1 });
  const channels = database.model<ChannelsRecord>('NoticeChannels', schema);
  return {
    find: (noticeId: string, tx?: Tx) =>
      channels
        .findOne({ _id: noticeId })
        .session(tx ?? null)
        .lean<ChannelsRecord>(),
    put: async (record: ChannelsRecord, tx: Tx): Promise<void> => {
      await channels.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    /** Whatever is missing longest first. */
    listMissing: (unitIds: readonly string[] | 'all', limit: number) =>
      channels
        .find({ ...(unitIds !== 'all' && { unitId: { $in: unitIds } }), missingSince: { $gt: new Date(0) } })
        .sort({ missingSince: 1 })
        .limit(limit)
        .lean<ChannelsRecord[]>(),
  };
}
export type ChannelsRepository = ReturnType<typeof createChannelsRepository>;
