import type { Block } from '@bandeng/contracts/schemas';
import type { RouteAnswer } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { DocumentsDeps, ReadableFile } from './deps';
import { formatOf } from './formats';
import type { DocumentPicture } from './reading/protocol';

type Imported = RouteAnswer<'staff.documents.import'>;

/** What a notice may hold at most (contracts, Blocks). */
const BLOCKS_OF_A_NOTICE = 1_000;

/** A document that this person uploaded as blocks to go on writing with; its pictures become uploads of theirs. */
export async function importFile(deps: DocumentsDeps, actor: OfficeActor, fileId: string): Promise<Imported> {
  const file = await deps.files.openReadable(actor, fileId);
  const format = formatOf(file);
  if (format === null) throw new AppError('document.kind');
  const { blocks, pictures, text, warnings } = await deps.thread.run('import', format, await file.read());
  const stored = await keepPictures(deps, actor, pictures);
  const lost = pictures.length - stored.size;
  return {
    fileId: file.id,
    format,
    blocks: format === 'pdf' ? [fileBlock(file)] : blocks.flatMap(block => withPicture(block, stored)),
    text,
    warnings: [
      ...warnings,
      ...(lost > 0 ? [`有 ${lost} 张图片打不开，没有带进来。`] : []),
      ...(blocks.length > BLOCKS_OF_A_NOTICE
        ? [`有 ${blocks.length} 段，一条信息最多 ${BLOCKS_OF_A_NOTICE} 段：请分开，或者把原文件当附件。`]
        : []),
    ],
  };
}

const fileBlock = ({ id, name }: ReadableFile): Block => ({ type: 'file', fileId: id, name });

async function keepPictures(
  { files }: DocumentsDeps,
  actor: OfficeActor,
  pictures: readonly DocumentPicture[],
): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { key, name, bytes } of pictures) {
    const kept = await files.keep(actor, { name, bytes });
    if (kept) stored.set(key, kept.id);
  }
  return stored;
}

function withPicture(block: Block, stored: ReadonlyMap<string, string>): Block[] {
  if (block.type !== 'image') return [block];
  const fileId = stored.get(block.fileId);
  return fileId === undefined ? [] : [{ ...block, fileId }];
}
