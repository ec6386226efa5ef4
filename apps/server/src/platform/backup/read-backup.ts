import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CommandError } from '../errors';
import type { Platform } from '../platform';
import { BrokenFile, hashFile, readCollectionFile } from './collection-file';
import { fingerprintsOf, FORMAT_VERSION, isNewer, KEY_FILE_NAME, Manifest, MANIFEST_NAME } from './manifest';
import { productVersion } from './write-backup';

/** Reads the whole backup and throws one plain sentence when anything of it is missing, changed, or not for this program. */
export async function readBackup(platform: Platform, folder: string): Promise<Manifest> {
  const manifest = await readManifest(platform, folder);
  for (const part of manifest.collections) await verifyPart(folder, part);
  await verifyKeys(platform, folder, manifest);
  return manifest;
}

async function readManifest({ config }: Platform, folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_NAME), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${folder} holds no finished backup: ${MANIFEST_NAME} is missing.`, { cause: error });
  });
  const raw = parseJson(text);
  const version = productVersion(config.root);
  if (isFromLater(raw, version))
    throw new CommandError(
      `The backup was made by a newer version (${String(raw.version)}) than this one (${version}).`,
    );
  const parsed = Manifest.safeParse(raw);
  if (!parsed.success) throw new CommandError(`The backup is broken: ${MANIFEST_NAME} cannot be read.`);
  return parsed.data;
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

async function verifyPart(folder: string, part: Manifest['collections'][number]): Promise<void> {
  const broken = (why: string, cause?: unknown) =>
    new CommandError(`The backup is broken: ${part.file} ${why}.`, { cause });
  const path = join(folder, part.file);
  const size = await stat(path).then(
    found => found.size,
    (error: unknown) => {
      throw broken('is missing', error);
    },
  );
  if (size !== part.bytes) throw broken(`has ${size} bytes instead of ${part.bytes}`);
  if ((await hashFile(path)) !== part.sha256) throw broken('is not what was written (its checksum is another)');
  let documents = 0;
  try {
    for await (const document of readCollectionFile(path)) {
      mongoose.mongo.BSON.deserialize(document);
      documents += 1;
    }
  } catch (error) {
    throw broken(
      error instanceof BrokenFile ? `cannot be read: ${error.message}` : 'holds an unreadable document',
      error,
    );
  }
  if (documents !== part.documents) throw broken(`holds ${documents} documents instead of ${part.documents}`);
}

/** Sealed fields open only under the keys they were sealed with; without them the database would be full of locked boxes. */
async function verifyKeys({ config }: Platform, folder: string, manifest: Manifest): Promise<void> {
  if (manifest.keyFile !== null && config.keys.file !== null) {
    const found = await hashFile(join(folder, KEY_FILE_NAME)).catch(() => null);
    if (found !== manifest.keyFile)
      throw new CommandError(`The backup is broken: ${KEY_FILE_NAME} is missing or changed.`);
    return;
  }
  const ours = fingerprintsOf(config.keys);
  const missing = Object.entries(manifest.keys.fields).filter(([id, print]) => ours.fields[id] !== print);
  const names = [
    ...missing.map(([id]) => `${id} of FIELD_KEYS`),
    ...(ours.index === manifest.keys.index ? [] : ['INDEX_KEY']),
  ];
  if (names.length > 0)
    throw new CommandError(
      `The backup was sealed with other keys: set ${names.join(' and ')} to those of that server first.`,
    );
}
