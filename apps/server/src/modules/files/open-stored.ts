import { rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { AppError } from '../../platform/errors';
import type { FilesDeps } from './deps';
import type { Uploader } from './file.policy';
import type { FileRecord } from './file.model';
import type { FileRepository } from './file.repository';
import { storeFile } from './store-file';

/** A stored file with its bytes at hand, at most as many as an upload may have. */
export const openStored = (files: FileRepository, { _id, name, type, size, sha256, bytesId }: FileRecord) => ({
  id: _id,
  name,
  type,
  size,
  sha256,
  read: (): Promise<Buffer> => buffer(files.readBytes(bytesId)),
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
