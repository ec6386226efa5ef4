import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Schema, type Connection } from 'mongoose';
import type { Clock } from './clock';
import { shareNext } from './share-next';
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
  /**
   * What `make` makes of what everybody reads, made again only when the version has changed; many callers at once make it once.
   * A caller who has just read the version gives it.
   */
  keep<T>(make: () => Promise<T>): (version?: string) => Promise<T>;
}

/** Code that presents the same data otherwise is another version too. */
const release = createHash('sha256').update(readFileSync(__filename)).digest('base64url').slice(0, 12);

export function createPublicVersions({ database, clock }: { database: Connection; clock: Clock }): PublicVersions {
  const schema = new Schema<VersionRecord>(
    { _id: String as never, revision: { type: Number, required: true }, upcoming: [Date] },
    { versionKey: false, collection: 'publicVersions' },
  );
  const model = database.model<VersionRecord>('PublicVersion', schema);

  const filter: { _id: { $in: PublicPart[] } } = { _id: { $in: ['notices', 'organization'] } };
  // Read before every public answer, so as a bare command: a cursor costs a tenth more. The driver does not repeat a command when the
  // connection breaks, as it does a find.
  async function readParts(): Promise<VersionRecord[]> {
    const command = { find: 'publicVersions', filter, singleBatch: true };
    try {
      const reply = await database.db!.command(command);
      return (reply as unknown as { cursor: { firstBatch: VersionRecord[] } }).cursor.firstBatch;
    } catch {
      return database.collection<VersionRecord>('publicVersions').find(filter).toArray();
    }
  }

  async function readNow(): Promise<string> {
    const records = await readParts();
    const now = clock.now();
    const states = records.map(
      ({ _id, revision, upcoming }) => `${_id}${revision}.${(upcoming ?? []).filter(at => at <= now).length}`,
    );
    return [release, clock.today(), ...states.sort()].join('-');
  }

  const read = shareNext(readNow);
  return {
    bump: async (part, tx, { upcoming = [] } = {}) => {
      const later = upcoming.filter(at => at > clock.now());
      const change = { $inc: { revision: 1 }, ...(later.length > 0 && { $addToSet: { upcoming: { $each: later } } }) };
      await model.updateOne({ _id: part }, change, { session: tx, upsert: true });
    },
    read,
    keep: make => keepWhileSame(read, make),
  };
}

function keepWhileSame<T>(
  readVersion: () => Promise<string>,
  make: () => Promise<T>,
): (version?: string) => Promise<T> {
  let kept: { version: string; made: Promise<T> } | undefined;
  return async given => {
    const version = given ?? (await readVersion());
    if (kept?.version === version) return kept.made;
    const making = { version, made: make() };
    kept = making;
    making.made.catch(() => {
      if (kept === making) kept = undefined;
    });
    return making.made;
  };
}
