import mongoose from 'mongoose';
import { PASSING } from './manifest';

type Database = mongoose.mongo.Db;

/** The collections that a backup holds, by name. */
export const namesOf = async (db: Database): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter(name => !PASSING.has(name) && !name.startsWith('system.'))
    .sort();

/** How many records each of them has now, roughly. */
export async function estimateCounts(db: Database, names: readonly string[]): Promise<Map<string, number>> {
  const counts = names.map(async name => [name, await db.collection(name).estimatedDocumentCount()] as const);
  return new Map(await Promise.all(counts));
}

/** Raw documents in the order of their ids. One command a page: a snapshot session has no getMore. Ids of one collection are of one type. */
export async function* readPages(
  db: Database,
  name: string,
  { session, size }: { session?: mongoose.mongo.ClientSession; size: number },
): AsyncGenerator<Buffer[]> {
  for (let after: unknown; ;) {
    const found = await db
      .collection(name)
      .find((after === undefined ? {} : { _id: { $gt: after } }) as never, {
        ...(session && { session }),
        sort: { _id: 1 },
        limit: size,
        batchSize: size,
        singleBatch: true,
        raw: true,
      })
      .toArray();
    const page = found as unknown as Buffer[];
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = fieldOf(last, '_id');
  }
}

export const fieldOf = (document: Buffer, field: string): unknown =>
  (mongoose.mongo.BSON.deserialize(document) as Record<string, unknown>)[field];
