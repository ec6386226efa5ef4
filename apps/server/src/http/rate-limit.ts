import { ratePerMinute, type RateLimitName } from '@bandeng/contracts/routes';
import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import type { Clock } from '../platform/clock';
import type { BlindIndex } from '../platform/crypto';
import { AppError } from '../platform/errors';

const WINDOW_MS = 60_000;
/** Reading is counted per server; what several servers must agree on is counted in the database (API.md). */
const IN_MEMORY = new Set<RateLimitName>(['read', 'search', 'staff']);

interface WindowRecord {
  _id: string;
  count: number;
  endsAt: Date;
}

export interface RateLimiter {
  /** Counts one call of `who` (an address or an account); throws request.too_many when the budget of this minute is spent. */
  count(limit: RateLimitName, who: string): Promise<void>;
}

export function createRateLimiter(deps: {
  database: Connection;
  clock: Clock;
  blindIndex: BlindIndex;
  isOn: boolean;
}): RateLimiter {
  const { database, clock, blindIndex, isOn } = deps;
  const schema = new Schema<WindowRecord>(
    { _id: String, count: Number, endsAt: Date },
    { versionKey: false, collection: 'rateWindows' },
  );
  schema.index({ endsAt: 1 });
  const model = database.model<WindowRecord>('RateWindow', schema);
  const memory = createMemoryWindows();

  /** Addresses are kept as keyed hashes only. */
  async function countInDatabase(key: string, window: number): Promise<number> {
    const counted = await model.findOneAndUpdate(
      { _id: `${window}:${blindIndex.of('rate', key)}` },
      { $inc: { count: 1 }, $setOnInsert: { endsAt: new Date((window + 1) * WINDOW_MS) } },
      { upsert: true, returnDocument: 'after', projection: { count: 1 } },
    );
    return counted?.count ?? 1;
  }

  return {
    count: async (limit, who) => {
      if (!isOn) return;
      const now = clock.wall().getTime();
      const window = Math.floor(now / WINDOW_MS);
      const key = `${limit}:${who}`;
      const used = IN_MEMORY.has(limit) ? memory.count(key, window) : await countInDatabase(key, window);
      if (used > ratePerMinute[limit]) {
        throw new AppError('request.too_many', { retryAfter: ((window + 1) * WINDOW_MS - now) / 1000 });
      }
    },
  };
}

/** Counts of the running minute; forgotten as a whole when the next begins. */
function createMemoryWindows() {
  let current = -1;
  let counts = new Map<string, number>();
  return {
    count: (key: string, window: number): number => {
      if (window !== current) {
        current = window;
        counts = new Map();
      }
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      return used;
    },
  };
}
