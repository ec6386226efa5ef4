import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CommandError } from '../errors';
import type { Platform } from '../platform';
import { readCollectionFile } from './collection-file';
import { KEY_FILE_NAME, MARK_COLLECTION, PASSING, type Manifest } from './manifest';
import { readBackup } from './read-backup';

type Database = mongoose.mongo.Db;

const BATCH_DOCUMENTS = 1_000;
const BATCH_BYTES = 8 * 1024 * 1024;
const MARK = { _id: 'running' as never };

export const isRestoreUnfinished = async (db: Database): Promise<boolean> =>
  (await db.collection(MARK_COLLECTION).findOne(MARK)) !== null;

/**
 * Fills the empty database from `folder`. Everything is verified before the first write; indexes are there already, so unique ones are
 * held. When a write fails, what was written is taken out again.
 */
export async function restoreBackup(
  platform: Platform,
  folder: string,
  { output }: { output(line: string): void },
): Promise<Manifest> {
  const db = platform.database.db!;
  const manifest = await readBackup(platform, folder);
  if (await isRestoreUnfinished(db)) await clear(db);
  await assertEmpty(db);

  await db.collection(MARK_COLLECTION).updateOne(MARK, { $set: {} }, { upsert: true });
  try {
    for (const { name, file, documents } of manifest.collections) {
      await fill(db.collection(name), join(folder, file));
      output(`${name}: ${documents}`);
    }
    if (manifest.keyFile !== null && platform.config.keys.file !== null)
      await putKeys(join(folder, KEY_FILE_NAME), platform.config.keys.file);
  } catch (error) {
    await clear(db);
    await db.collection(MARK_COLLECTION).deleteOne(MARK);
    throw error;
  }
  await db.collection(MARK_COLLECTION).deleteOne(MARK);
  return manifest;
}

const namesOf = async (db: Database): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter(name => !PASSING.has(name) && !name.startsWith('system.'));

async function assertEmpty(db: Database): Promise<void> {
  for (const name of await namesOf(db)) {
    const [first] = await db.collection(name).find({}).sort({ _id: 1 }).limit(1).toArray();
    if (first) throw new CommandError(`数据库不是空的（${name} 里有记录）：备份只能恢复到空数据库。`);
  }
}

async function clear(db: Database): Promise<void> {
  for (const name of await namesOf(db)) await db.collection(name).deleteMany({}, { hint: { _id: 1 } });
}

async function fill(collection: mongoose.mongo.Collection, path: string): Promise<void> {
  let batch: mongoose.mongo.Document[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { forceServerObjectId: true });
    batch = [];
    bytes = 0;
  };
  for await (const raw of readCollectionFile(path)) {
    if (batch.length >= BATCH_DOCUMENTS || bytes + raw.length > BATCH_BYTES) await flush();
    // Numbers keep the type they were stored with.
    batch.push(mongoose.mongo.BSON.deserialize(raw, { promoteValues: false }));
    bytes += raw.length;
  }
  await flush();
}

/** The keys of this DATA_DIR have sealed nothing yet: those of the backup take their place, at once or not at all. */
async function putKeys(from: string, to: string): Promise<void> {
  const draft = `${to}.restored`;
  await copyFile(from, draft);
  await rename(draft, to);
}
