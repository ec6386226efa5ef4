import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import type { Clock } from './clock';
import type { Ids } from './ids';
import { isDuplicateKey } from './transaction';

interface LeaseRecord {
  _id: string;
  holder: string;
  until: Date;
}

/** One holder at a time over all servers; ends by itself when the holder dies. */
export interface Leases {
  /** True when we hold `name` for the next `seconds` (taken now, or prolonged). */
  acquire(name: string, seconds: number): Promise<boolean>;
  release(name: string): Promise<void>;
}

export function createLeases({ database, clock, ids }: { database: Connection; clock: Clock; ids: Ids }): Leases {
  const schema = new Schema<LeaseRecord>(
    { _id: String, holder: String, until: Date },
    { versionKey: false, collection: 'leases' },
  );
  const model = database.model<LeaseRecord>('Lease', schema);
  const holder = ids.uuid();
  return {
    acquire: async (name, seconds) => {
      const now = clock.wall();
      const until = new Date(now.getTime() + seconds * 1000);
      try {
        const taken = await model.findOneAndUpdate(
          { _id: name, $or: [{ holder }, { until: { $lte: now } }] },
          { $set: { holder, until } },
          { upsert: true, returnDocument: 'after' },
        );
        return taken?.holder === holder;
      } catch (error) {
        // Somebody else holds it: the upsert then tried to insert a second one.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    release: async name => {
      await model.deleteOne({ _id: name, holder });
    },
  };
}
