import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { limits } from '@bandeng/contracts/routes';
import { ClientId } from '@bandeng/contracts/schemas';
import sharp from 'sharp';
import type { KnownActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import type { FilesDeps } from './deps';
import { acceptedType, isImage } from './file-type';
import type { FileRecord } from './file.model';
import type { Upload } from './receive-upload';

/** A picture larger than this unpacks to more memory than an upload may cost. */
const MAX_PIXELS = 50_000_000;

/**
 * Keeps one uploaded file: type by content, pictures re-encoded without metadata, bytes to GridFS, then the record.
 * The same id and bytes again give the same record.
 */
export async function storeFile(
  deps: FilesDeps,
  actor: KnownActor,
  upload: Upload,
): Promise<{ record: FileRecord; isNew: boolean }> {
  const id = clientIdOf(upload) ?? deps.ids.uuid();
  const type = await acceptedType(upload.path, upload.name);
  if (type === null) throw new AppError('file.type');
  if (isImage(type)) await reencode(upload.path);
  const sha256 = await hashOf(upload.path);

  const existing = await deps.files.find(id);
  if (existing) {
    if (existing.ownerId !== actor.accountId || existing.sha256 !== sha256) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  }
  await assertQuota(deps, actor);
  const { size } = await stat(upload.path);
  await deps.files.writeBytes(id, upload.name, createReadStream(upload.path));
  const record: FileRecord = {
    _id: id,
    name: upload.name,
    type,
    size,
    sha256,
    ownerId: actor.accountId,
    binding: null,
    createdAt: deps.clock.now(),
  };
  await deps.files.insert(record);
  return { record, isNew: true };
}

function clientIdOf({ fields }: Upload): string | undefined {
  if (fields.id === undefined) return undefined;
  const parsed = ClientId.safeParse(fields.id);
  if (!parsed.success) throw invalidField('id', '编号要是 UUID。');
  return parsed.data;
}

async function assertQuota(deps: FilesDeps, actor: KnownActor): Promise<void> {
  if (actor.kind === 'staff') return;
  const used = await deps.files.countSince(actor.accountId, startOfShanghaiDate(deps.clock.today()));
  if (used >= limits.filesPerDay) throw new AppError('file.quota');
}

/** Turned upright by its EXIF, then written anew without any metadata. */
async function reencode(path: string): Promise<void> {
  try {
    const image = await sharp(path, { limitInputPixels: MAX_PIXELS, animated: true }).rotate().toBuffer();
    await writeFile(path, image);
  } catch (cause) {
    throw new AppError('file.type', { cause });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
