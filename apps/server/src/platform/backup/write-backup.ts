import { readFileSync } from 'node:fs';
import { copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../errors';
import { fileReason } from '../file-reason';
import { makeFolder } from '../make-folder';
import type { Platform } from '../platform';
import { hashFile, writeCollectionFile } from './collection-file';
import { estimateCounts, fieldOf, namesOf, readPages } from './collection-pages';
import {
  BYTES_COLLECTION,
  fingerprintsOf,
  FILES_COLLECTION,
  FORMAT_VERSION,
  KEY_FILE_NAME,
  MANIFEST_NAME,
  PRODUCT,
  type CollectionPart,
  type Manifest,
} from './manifest';
import { countingProgress, type Screen } from './progress';

const PAGE = 2_000;
/** A chunk of GridFS has 255 KB. */
const BYTES_PAGE = 40;
const SNAPSHOT_GONE = new Set<unknown>([239, 246]);

/**
 * Copies the database into `folder`, which must not exist or be empty, while others go on writing: every collection as it stood at one
 * moment (a snapshot session), then the bytes of files, which never change. Leaves nothing behind when it fails.
 */
export async function writeBackup(platform: Platform, folder: string, screen: Screen): Promise<Manifest> {
  await takeFolder(folder);
  try {
    const { config, clock } = platform;
    const madeAt = clock.now().toISOString();
    const collections = await copyCollections(platform, folder, screen);
    const keyFile = config.keys.file && (await copyKeys(config.keys.file, join(folder, KEY_FILE_NAME)));
    const manifest: Manifest = {
      format: FORMAT_VERSION,
      product: PRODUCT,
      version: productVersion(config.root),
      madeAt,
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

async function copyCollections({ database }: Platform, folder: string, screen: Screen): Promise<CollectionPart[]> {
  const db = database.db!;
  const names = await namesOf(db);
  const counting = countingProgress(screen, '正在备份', await estimateCounts(db, names));
  const parts: CollectionPart[] = [];
  const copy = async (name: string, pages: AsyncIterable<Buffer[]>, isWanted: (document: Buffer) => boolean) => {
    async function* documents() {
      for await (const page of pages) {
        yield* page.filter(isWanted);
        counting.add(name, page.length);
      }
    }
    const file = `${name}.bson.gz`;
    const part = { name, file, ...(await writeCollectionFile(join(folder, file), documents())) };
    counting.end(name);
    parts.push(part);
    screen.output(`${name}: ${part.documents}`);
  };

  const session = database.getClient().startSession({ snapshot: true });
  const files = new Set<unknown>();
  try {
    for (const name of names.filter(candidate => candidate !== BYTES_COLLECTION))
      await copy(name, readPages(db, name, { session, size: PAGE }), document => {
        if (name === FILES_COLLECTION) files.add(String(fieldOf(document, '_id')));
        return true;
      });
  } finally {
    await session.endSession();
  }
  // Bytes of an upload that was under way at that moment belong to no file of it.
  if (names.includes(BYTES_COLLECTION))
    await copy(BYTES_COLLECTION, readPages(db, BYTES_COLLECTION, { size: BYTES_PAGE }), chunk =>
      files.has(String(fieldOf(chunk, 'files_id'))),
    );
  return parts;
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
