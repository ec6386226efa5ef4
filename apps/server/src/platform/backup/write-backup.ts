import { readFileSync } from 'node:fs';
import { copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CommandError } from '../errors';
import { fileReason } from '../file-reason';
import { makeFolder } from '../make-folder';
import type { Platform } from '../platform';
import { hashFile, writeCollectionFile } from './collection-file';
import {
  BYTES_COLLECTION,
  fingerprintsOf,
  FORMAT_VERSION,
  KEY_FILE_NAME,
  MANIFEST_NAME,
  PASSING,
  type CollectionPart,
  type Manifest,
} from './manifest';

type Database = mongoose.mongo.Db;
type Page = (after: unknown) => Promise<Buffer[]>;
interface Progress {
  output(line: string): void;
}

const PAGE = 2_000;
/** A chunk of GridFS has 255 KB. */
const BYTES_PAGE = 40;
const SNAPSHOT_GONE = new Set<unknown>([239, 246]);

/**
 * Copies the database into `folder`, which must not exist or be empty, while others go on writing: every collection as it stood at one
 * moment (a snapshot session), then the bytes of files, which never change. Leaves nothing behind when it fails.
 */
export async function writeBackup(platform: Platform, folder: string, { output }: Progress): Promise<Manifest> {
  await takeFolder(folder);
  try {
    const collections = await copyCollections(platform, folder, { output });
    const { config, clock } = platform;
    const keyFile = config.keys.file && (await copyKeys(config.keys.file, join(folder, KEY_FILE_NAME)));
    const manifest: Manifest = {
      format: FORMAT_VERSION,
      product: 'bandeng',
      version: productVersion(config.root),
      madeAt: clock.now().toISOString(),
      collections,
      keys: fingerprintsOf(config.keys),
      keyFile,
    };
    const draft = join(folder, `${MANIFEST_NAME}.part`);
    await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(draft, join(folder, MANIFEST_NAME));
    return manifest;
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
    throw asPlain(error, folder);
  }
}

export const productVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

async function takeFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder, 0o700);
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    throw new CommandError(`${folder} 不能当作备份的文件夹：${fileReason(error)}。`, { cause: error });
  }
  throw new CommandError(`${folder} 不是空的：备份要有一个自己的文件夹。`);
}

async function copyCollections(platform: Platform, folder: string, { output }: Progress): Promise<CollectionPart[]> {
  const { database } = platform;
  const db = database.db!;
  const names = (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter(name => !PASSING.has(name) && !name.startsWith('system.'))
    .sort();
  const session = database.getClient().startSession({ snapshot: true });
  const parts: CollectionPart[] = [];
  const copy = async (name: string, page: Page) => {
    const file = `${name}.bson.gz`;
    const part = { name, file, ...(await writeCollectionFile(join(folder, file), documentsOf(page))) };
    parts.push(part);
    output(`${name}: ${part.documents}`);
  };
  try {
    for (const name of names.filter(candidate => candidate !== BYTES_COLLECTION))
      await copy(name, pagesOf(db, name, { session, size: PAGE }));
  } finally {
    await session.endSession();
  }
  if (names.includes(BYTES_COLLECTION))
    await copy(BYTES_COLLECTION, pagesOf(db, BYTES_COLLECTION, { size: BYTES_PAGE }));
  return parts;
}

/** Pages in the order of the ids. One command a page: a snapshot session has no getMore. Ids of one collection are of one type. */
function pagesOf(
  db: Database,
  name: string,
  { session, size }: { session?: mongoose.mongo.ClientSession; size: number },
): Page {
  return async after => {
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
    return found as unknown as Buffer[];
  };
}

async function* documentsOf(page: Page): AsyncGenerator<Buffer> {
  let after: unknown;
  for (;;) {
    const documents = await page(after);
    const last = documents.at(-1);
    if (!last) return;
    yield* documents;
    after = (mongoose.mongo.BSON.deserialize(last) as { _id: unknown })._id;
  }
}

async function copyKeys(from: string, to: string): Promise<string> {
  await copyFile(from, to);
  return hashFile(to);
}

function asPlain(error: unknown, folder: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (SNAPSHOT_GONE.has(code))
    return new CommandError('数据库没能在快照结束以前读完（怎么办见 docs/operations.md 的 Backup），什么也没有留下。', {
      cause: error,
    });
  if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS')
    return new CommandError(`备份写不进 ${folder}：${fileReason(error)}，什么也没有留下。`, {
      cause: error,
    });
  return error;
}
