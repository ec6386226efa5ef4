import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type/node';

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
/** Shown in place; everything else is sent as an attachment (API.md). */
const INLINE = /^(image|audio|video)\/|^application\/pdf$/;
const ACCEPTED = new Set([
  ...IMAGES,
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'video/mp4',
]);
/** Old office formats share one container; the name says which program wrote it. */
const COMPOUND: Record<string, string> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.wps': 'application/vnd.ms-works',
  '.et': 'application/vnd.ms-excel',
  '.dps': 'application/vnd.ms-powerpoint',
};
const OFD = 'application/ofd';
const TAIL_BYTES = 64 * 1024;

export const isImage = (type: string): boolean => IMAGES.has(type);
export const isInline = (type: string): boolean => INLINE.test(type);

const LOCKED = /^\.(?:docx|xlsx|pptx)$/;

/** Why a kind that is accepted otherwise is not: said before anything else, so that its sender knows what to do. */
export async function refusedAs(path: string, name: string): Promise<'file.encrypted' | 'file.macros' | null> {
  const found = (await fileTypeFromFile(path))?.mime ?? '';
  if (/macroenabled/i.test(found)) return 'file.macros';
  // An office file with a password lies in a container of the old formats.
  return found === 'application/x-cfb' && LOCKED.test(extname(name).toLowerCase()) ? 'file.encrypted' : null;
}

/**
 * The media type of a file on disk, by its content.
 * @param name its original name: only to tell formats apart that share a container
 * @returns null for anything not accepted (html, svg, scripts, archives …)
 */
export async function acceptedType(path: string, name: string): Promise<string | null> {
  const found = (await fileTypeFromFile(path))?.mime;
  if (found === undefined) return null;
  if (ACCEPTED.has(found)) return found;
  const extension = extname(name).toLowerCase();
  if (found === 'application/x-cfb') return COMPOUND[extension] ?? null;
  if (found === 'application/zip' && extension === '.ofd' && (await tailContains(path, 'OFD.xml'))) return OFD;
  return null;
}

/** A zip's list of members stands at its end. */
async function tailContains(path: string, member: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes(member);
  } finally {
    await file.close();
  }
}
