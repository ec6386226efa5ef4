import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, rm, stat, writeFile } from 'node:fs/promises';
import { limits } from '@bandeng/contracts/routes';
import { ClientId } from '@bandeng/contracts/schemas';
import sharp from 'sharp';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import { isDuplicateKey } from '../../platform/transaction';
import type { FilesDeps } from './deps';
import { acceptedType, isImage, refusedAs } from './file-type';
import { ownerIdOf, type Uploader } from './file.policy';
import type { FileRecord } from './file.model';
import type { Upload } from './receive-upload';
import { scanBytes } from './scan-bytes';

/** A picture larger than this unpacks to more memory than an upload may cost. */
const MAX_PIXELS = 50_000_000;

/** Of what is to be a picture and nothing else. */
export interface PictureLimits {
  /** In points; a larger one is made smaller. */
  longestSide: number;
  /** In place of the moment: when somebody photographed is nobody's business. */
  keptAt: Date;
}

/**
 * Keeps one uploaded file: type by content, pictures re-encoded without metadata, bytes to GridFS, then the record.
 * The same id and bytes again give the same record.
 */
export async function storeFile(
  deps: FilesDeps,
  actor: Uploader,
  upload: Upload,
  picture?: PictureLimits,
): Promise<{ record: FileRecord; isNew: boolean }> {
  const id = clientIdOf(upload) ?? deps.ids.uuid();
  const type = await acceptedType(upload.path, upload.name);
  if (type === null) throw new AppError((await refusedAs(upload.path, upload.name)) ?? 'file.type');
  if (isImage(type)) await reencode(upload.path, picture?.longestSide);
  else if (picture) throw new AppError('file.type');
  const sha256 = await hashOf(upload.path);

  const same = (existing: FileRecord) => {
    if (existing.ownerId !== ownerIdOf(actor) || existing.sha256 !== sha256) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.files.find(id);
  if (existing) return same(existing);
  await assertQuota(deps, actor);
  const createdAt = picture?.keptAt ?? deps.clock.now();
  const facts = { _id: id, name: upload.name, type, sha256, ownerId: ownerIdOf(actor), binding: null, createdAt };
  try {
    return { record: await keep(deps, upload.path, facts), isNew: true };
  } catch (error) {
    const other = isDuplicateKey(error) ? await deps.files.find(id) : null;
    if (!other) throw error;
    return same(other);
  }
}

/**
 * Writes bytes, then the record that names them. From the moment the record is sent nobody here may remove the bytes: a try whose
 * answer was lost may have come through, and the next one is then acknowledged by its record. What no record names is swept.
 */
async function keep(
  deps: FilesDeps,
  path: string,
  facts: Omit<FileRecord, 'bytesId' | 'sealedKey' | 'size' | 'scan'>,
): Promise<FileRecord> {
  const { size } = await stat(path);
  const scan = await scanBytes(deps, createReadStream(path));
  if (scan === 'infected') throw new AppError('file.virus');
  const place = { id: facts._id, bytesId: deps.ids.uuid() };
  const written = await deps.files.writeBytes(place, createReadStream(path), deps.clock.now());
  const record = { ...facts, size, scan, ...written };
  await deps.files.insert(record);
  return record;
}

/** Keeps a file that the command line brings in, readable by whoever may read its record. The file on disk is not changed. */
export async function importFile(
  deps: FilesDeps,
  input: { id: string; path: string; name: string; to: { collection: string; id: string }; workPath: string },
): Promise<boolean> {
  const { id, path, name, to, workPath } = input;
  if (await deps.files.find(id)) return true;
  await copyFile(path, workPath);
  try {
    const type = await acceptedType(workPath, name);
    if (type === null) return false;
    if (isImage(type)) await reencode(workPath);
    const facts = { name, type, sha256: await hashOf(workPath), binding: { ...to, accountId: null } };
    await keep(deps, workPath, { ...facts, _id: id, ownerId: 'system', createdAt: deps.clock.now() });
    return true;
  } finally {
    await rm(workPath, { force: true });
  }
}

/** Why a file on disk would not be kept, as the end of a sentence. */
export async function refusalOf(path: string, name: string): Promise<string | null> {
  if ((await stat(path)).size > limits.fileBytes) return '超过 20 MB';
  return (await acceptedType(path, name)) === null ? '不是收的文件种类' : null;
}

function clientIdOf({ fields }: Upload): string | undefined {
  if (fields.id === undefined) return undefined;
  const parsed = ClientId.safeParse(fields.id);
  if (!parsed.success) throw invalidField('id', '编号要是 UUID。');
  return parsed.data;
}

async function assertQuota(deps: FilesDeps, actor: Uploader): Promise<void> {
  if (actor.kind !== 'resident') return;
  const used = await deps.files.countSince(actor.accountId, startOfShanghaiDate(deps.clock.today()));
  if (used >= limits.filesPerDay) throw new AppError('file.quota');
}

/** Turned upright by its EXIF, made smaller if asked for, then written anew without any metadata. */
async function reencode(path: string, longestSide?: number): Promise<void> {
  try {
    const options = { limitInputPixels: MAX_PIXELS, animated: true };
    const { pages = 1 } = await sharp(path, options).metadata();
    const image = sharp(path, options);
    // Frames of an animation cannot be turned; cameras make none.
    const upright = pages > 1 ? image : image.autoOrient();
    const fitted = upright.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    await writeFile(path, await (longestSide === undefined ? upright : fitted).toBuffer());
  } catch (cause) {
    throw new AppError('file.type', { cause });
  }
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
