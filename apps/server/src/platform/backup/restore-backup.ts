import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CommandError } from '../errors';
import type { Platform } from '../platform';
import { readCollectionFile } from './collection-file';
import { namesOf } from './collection-pages';
import { AUDIT_COLLECTION, KEY_FILE_NAME, MARK_COLLECTION, totalsOf, type Manifest } from './manifest';
import { countingProgress, type Screen } from './progress';
import { readManifest, verifyBackup } from './read-backup';

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
export async function restoreBackup(platform: Platform, folder: string, screen: Screen): Promise<Manifest> {
  const db = platform.database.db!;
  const manifest = await readManifest(platform, folder);
  const isTakenUp = await isRestoreUnfinished(db);
  if (!isTakenUp) await assertEmpty(db, manifest);
  await verifyBackup(platform, folder, { manifest, screen });
  if (isTakenUp) await clear(db);

  const counting = countingProgress(screen, '正在恢复', totalsOf(manifest));
  await db.collection(MARK_COLLECTION).updateOne(MARK, { $set: {} }, { upsert: true });
  try {
    for (const { name, file, documents } of manifest.collections) {
      await fill(db.collection(name), join(folder, file), count => counting.add(name, count));
      counting.end(name);
      screen.output(`${name}: ${documents}`);
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

/** A restore never replaces records; of those that are newer than the backup it says so. */
async function assertEmpty(db: Database, { madeAt }: Manifest): Promise<void> {
  for (const name of await namesOf(db)) {
    const [first] = await db.collection(name).find({}).sort({ _id: 1 }).limit(1).toArray();
    if (!first) continue;
    const [last] = await db.collection(AUDIT_COLLECTION).find({}).sort({ at: -1, _id: -1 }).limit(1).toArray();
    const changedAt = last?.at instanceof Date ? last.at.toISOString() : '';
    throw new CommandError(
      changedAt > madeAt
        ? `备份比数据旧：备份是 ${madeAt} 的，数据库在 ${changedAt} 还改过。备份只能恢复到空数据库。`
        : `数据库不是空的（${name} 里有记录）：备份只能恢复到空数据库。`,
    );
  }
}

async function clear(db: Database): Promise<void> {
  for (const name of await namesOf(db)) await db.collection(name).deleteMany({}, { hint: { _id: 1 } });
}

async function fill(
  collection: mongoose.mongo.Collection,
  path: string,
  onWritten: (count: number) => void,
): Promise<void> {
  let batch: mongoose.mongo.Document[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { forceServerObjectId: true });
    onWritten(batch.length);
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
