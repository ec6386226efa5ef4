import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

/** Belongs to the servers that run, not to the data. */
const PASSING = new Set(['leases', 'rateWindows', 'restores']);

async function onDatabase<T>(uri: string, read: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    return await read(connection.db!);
  } finally {
    await connection.close();
  }
}

const namesOf = async (db: mongoose.mongo.Db): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter(name => !PASSING.has(name))
    .sort();

/** How many records each collection has, and a hash over their bytes in the order of ids. */
export const contentOf = (uri: string): Promise<Record<string, string>> =>
  onDatabase(uri, async db => {
    const content: Record<string, string> = {};
    for (const name of await namesOf(db)) {
      const hash = createHash('sha256');
      let count = 0;
      const records = db.collection(name).find({}, { raw: true }).sort({ _id: 1 });
      for await (const record of records) {
        hash.update(record as unknown as Buffer);
        count += 1;
      }
      if (count > 0) content[name] = `${count} ${hash.digest('hex')}`;
    }
    return content;
  });

/** Every collection with its indexes. */
export const shapeOf = (uri: string): Promise<Record<string, unknown>> =>
  onDatabase(uri, async db => {
    const shape: Record<string, unknown> = {};
    for (const name of await namesOf(db)) {
      const indexes = await db.collection(name).listIndexes().toArray();
      shape[name] = indexes.sort((a, b) => String(a.name).localeCompare(String(b.name)));
    }
    return shape;
  });
