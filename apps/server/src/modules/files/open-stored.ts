import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sha256 as hashOf } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { FilesDeps } from './deps';
import type { Uploader } from './file.policy';
import type { FileRecord } from './file.model';
import type { FileRepository } from './file.repository';
import { storeFile } from './store-file';

/** A stored file with its bytes at hand, at most as many as an upload may have. */
export const openStored = (files: FileRepository, record: FileRecord) => ({
  id: record._id,
  name: record.name,
  type: record.type,
  size: record.size,
  sha256: record.sha256,
  read: (): Promise<Buffer> => buffer(files.readBytes(record)),
});

/** Keeps bytes that were taken out of a document as an upload; null when their kind is not accepted. */
export async function keepBytes(
  deps: FilesDeps,
  actor: Uploader,
  { name, bytes, path }: { name: string; bytes: Uint8Array; path: string },
): Promise<FileRecord | null> {
  await writeFile(path, bytes);
  const discard = () => rm(path, { force: true });
  try {
    return (await storeFile(deps, actor, { path, name, fields: {}, discard })).record;
  } catch (error) {
    if (error instanceof AppError && error.code === 'file.type') return null;
    throw error;
  } finally {
    await discard();
  }
}

/**
 * Gives a file of a record other bytes. The old ones go when the record names the new ones; broken off in between, those that no
 * record names are swept.
 */
export async function replaceBytes(
  { files, ids, clock }: Pick<FilesDeps, 'files' | 'ids' | 'clock'>,
  owner: { collection: string; id: string },
  { id, sha256 }: { id: string; sha256: string },
  bytes: Uint8Array,
): Promise<void> {
  const before = await files.find(id);
  if (!before || before.sha256 !== sha256) return;
  const now = clock.now();
  const written = await files.writeBytes({ id, bytesId: ids.uuid() }, Readable.from([bytes]), now);
  await files.swapBytes(before, owner, { ...written, sha256: hashOf(bytes), size: bytes.length }, now);
}
