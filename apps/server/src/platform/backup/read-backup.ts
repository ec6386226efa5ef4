import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CommandError } from '../errors';
import type { Platform } from '../platform';
import { BrokenFile, hashFile, readCollectionFile } from './collection-file';
import {
  fingerprintsOf,
  FORMAT_VERSION,
  isNewer,
  KEY_FILE_NAME,
  Manifest,
  MANIFEST_NAME,
  PRODUCT,
  totalsOf,
  type CollectionPart,
} from './manifest';
import { countingProgress, type Screen } from './progress';
import { productVersion } from './write-backup';

const TOLD_EVERY = 1_000;

/** What lies in the folder, by its own words. Throws one plain sentence when it is no finished backup, or not for this program. */
export async function readManifest({ config }: Platform, folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_NAME), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${folder} 里没有完整的备份：缺 ${MANIFEST_NAME}。`, { cause: error });
  });
  const raw = parseJson(text);
  if (raw.product !== undefined && raw.product !== PRODUCT)
    throw new CommandError(`${folder} 里不是这个程序的备份，是 ${String(raw.product)} 的。`);
  const version = productVersion(config.root);
  if (isFromLater(raw, version))
    throw new CommandError(`这个备份是更新的版本（${String(raw.version)}）做的，现在的版本是 ${version}。`);
  if (typeof raw.format === 'number' && raw.format < FORMAT_VERSION)
    throw new CommandError(
      `这个备份是更旧的版本（${String(raw.version)}）做的，现在的版本（${version}）不再读那种格式：先用那个版本恢复，再升级。`,
    );
  const parsed = Manifest.safeParse(raw);
  if (!parsed.success) throw new CommandError(`备份坏了：${MANIFEST_NAME} 读不出来。`);
  return parsed.data;
}

/** Reads the whole backup and throws one plain sentence when anything of it is missing, changed, or sealed with other keys. */
export async function verifyBackup(
  platform: Platform,
  folder: string,
  { manifest, screen }: { manifest: Manifest; screen: Screen },
): Promise<void> {
  await verifyKeys(platform, folder, manifest);
  const counting = countingProgress(screen, '正在核对', totalsOf(manifest));
  for (const part of manifest.collections) {
    await verifyPart(folder, part, count => counting.add(part.name, count));
    counting.end(part.name);
  }
}

const isFromLater = (raw: Record<string, unknown>, version: string): boolean =>
  (typeof raw.format === 'number' && raw.format > FORMAT_VERSION) ||
  (typeof raw.version === 'string' && isNewer(raw.version, version));

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

async function verifyPart(folder: string, part: CollectionPart, onRead: (count: number) => void): Promise<void> {
  const broken = (why: string, cause?: unknown) => new CommandError(`备份坏了：${part.file} ${why}。`, { cause });
  const path = join(folder, part.file);
  const size = await stat(path).then(
    found => found.size,
    (error: unknown) => {
      throw broken('不在了', error);
    },
  );
  if (size !== part.bytes) throw broken(`有 ${size} 字节，应当是 ${part.bytes} 字节`);
  if ((await hashFile(path)) !== part.sha256) throw broken('和备份时写的不一样（校验和不对）');
  let documents = 0;
  try {
    for await (const document of readCollectionFile(path)) {
      mongoose.mongo.BSON.deserialize(document);
      documents += 1;
      if (documents % TOLD_EVERY === 0) onRead(TOLD_EVERY);
    }
  } catch (error) {
    throw broken(error instanceof BrokenFile ? `读不出来：${error.message}` : '里有读不出来的记录', error);
  }
  if (documents !== part.documents) throw broken(`有 ${documents} 条记录，应当是 ${part.documents} 条`);
}

/** Sealed fields open only under the keys they were sealed with; without them the database would be full of locked boxes. */
async function verifyKeys({ config }: Platform, folder: string, manifest: Manifest): Promise<void> {
  if (manifest.keyFile !== null && config.keys.file !== null) {
    const found = await hashFile(join(folder, KEY_FILE_NAME)).catch(() => null);
    if (found !== manifest.keyFile) throw new CommandError(`备份坏了：${KEY_FILE_NAME} 不在了或者被改过。`);
    return;
  }
  const ours = fingerprintsOf(config.keys);
  const missing = Object.entries(manifest.keys.fields).filter(([id, print]) => ours.fields[id] !== print);
  const names = [
    ...missing.map(([id]) => `FIELD_KEYS 里的 ${id}`),
    ...(ours.index === manifest.keys.index ? [] : ['INDEX_KEY']),
  ];
  if (names.length > 0) throw new CommandError(`备份是用别的密钥封的：先把 ${names.join('、')} 设成那台服务器的。`);
}
