import type { Attachment } from '@bandeng/contracts/types';
import type { KnownActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { DocumentsDeps, ReadableFile } from './deps';
import { formatOf } from './formats';
import type { PageBox, PagePicture } from './reading/pdf-pages';

/** A PDF of ours, or a refusal that says what to bring. */
async function bytesOf(file: ReadableFile | undefined): Promise<Buffer> {
  if (!file) throw new AppError('file.not_found');
  if (formatOf(file) !== 'pdf') throw new AppError('document.not_pdf');
  return file.read();
}

/** How many pages, and the hash of its bytes. Throws document.… for what cannot be drawn. */
export async function measurePaper({ thread }: DocumentsDeps, file: ReadableFile) {
  const { pages } = await thread.run('measure', 'pdf', await bytesOf(file));
  return { pages, sha256: file.sha256 };
}

/** One page as it is seen. Whether the caller may read the file is asked before. */
export async function drawPaper({ files, thread }: DocumentsDeps, fileId: string, page: number): Promise<PagePicture> {
  const [file] = await files.open([fileId]);
  return thread.run('draw', 'pdf', await bytesOf(file), { page });
}

/** The paper as pictures with these places black, as an upload of the actor. Whether they may read the file is asked before. */
export async function redactPaper(
  { files, thread }: DocumentsDeps,
  actor: KnownActor,
  { fileId, name, boxes }: { fileId: string; name: string; boxes: readonly PageBox[] },
): Promise<{ file: Attachment; pages: number }> {
  const [file] = await files.open([fileId]);
  const { pages, pdf } = await thread.run('redact', 'pdf', await bytesOf(file), { boxes });
  const kept = await files.keep(actor, { name, bytes: pdf });
  if (!kept) throw new AppError('document.not_redacted');
  return { file: kept, pages };
}
