import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Schema, type Connection } from 'mongoose';
import type { Clock } from './clock';
import type { Tx } from './transaction';

/** Parts of what everybody reads; each has a number that grows with every change. */
export type PublicPart = 'notices' | 'organization';

interface VersionRecord {
  _id: PublicPart;
  revision: number;
  /** Instants at which something written before comes out by itself. */
  upcoming: Date[];
}

/**
 * One small read that says whether a public list may have changed: its answer is the list's ETag, so that an unchanged list costs no
 * list. Written with the change itself, in its transaction.
 */
export interface PublicVersions {
  bump(part: PublicPart, tx: Tx, options?: { upcoming?: readonly Date[] }): Promise<void>;
  read(): Promise<string>;
}

/** Code that presents the same data otherwise is another version too. */
const release = createHash('sha256').update(readFileSync(__filename)).digest('base64url').slice(0, 12);

export function createPublicVersions({ database, clock }: { database: Connection; clock: Clock }): PublicVersions {
  const schema = new Schema<VersionRecord>(
    { _id: String as never, revision: { type: Number, required: true }, upcoming: [Date] },
    { versionKey: false, collection: 'publicVersions' },
  );
  const model = database.model<VersionRecord>('PublicVersion', schema);

  async function readNow(): Promise<string> {
    const parts = await model.find({ _id: { $in: ['notices', 'organization'] } }).lean<VersionRecord[]>();
    const now = clock.now();
    const states = parts.map(
      ({ _id, revision, upcoming }) => `${_id}${revision}.${upcoming.filter(at => at <= now).length}`,
    );
    return [release, clock.today(), ...states.sort()].join('-');
  }

  return {
    bump: async (part, tx, { upcoming = [] } = {}) => {
      const later = upcoming.filter(at => at > clock.now());
      const change = { $inc: { revision: 1 }, ...(later.length > 0 && { $addToSet: { upcoming: { $each: later } } }) };
      await model.updateOne({ _id: part }, change, { session: tx, upsert: true });
    },
    read: shareNext(readNow),
  };
}

/**
 * Callers that come while a run is under way share the one after it: every caller gets an answer that was begun after it asked, and
 * a hundred of them cost two runs.
 */
export function shareNext<T>(run: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = (): Promise<T> => {
    const started = run().finally(() => {
      if (current === started) current = undefined;
    });
    return (current = started);
  };
  return () => {
    if (!current) return start();
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
