import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { DocumentsDeps } from './deps';
import { formatOf } from './formats';

interface RecordRef {
  collection: string;
  id: string;
}

/**
 * Takes comments, tracked changes, hidden parts and properties out of the docx and xlsx files of a record, before somebody signs for
 * them; every other kind stays as it is, and so does one that cannot be read: the scan says of it that a person has to look.
 * Throws document.not_cleaned when something of a file that can be read could not be taken out.
 */
export async function cleanFiles(
  { files, thread }: Pick<DocumentsDeps, 'files' | 'thread'>,
  fileIds: readonly string[],
  owner: RecordRef,
): Promise<void> {
  for (const file of await files.open(fileIds)) {
    const format = formatOf(file);
    if (format !== 'docx' && format !== 'xlsx') continue;
    const cleaned = await clean(thread, format, await file.read());
    if (cleaned && sha256(cleaned) !== file.sha256) await files.replaceBytes(owner, file, cleaned);
  }
}

async function clean(
  thread: DocumentsDeps['thread'],
  format: 'docx' | 'xlsx',
  bytes: Buffer,
): Promise<Uint8Array | null> {
  try {
    return await thread.run('clean', format, bytes);
  } catch (error) {
    const isUnreadable = error instanceof AppError && error.code.startsWith('document.');
    if (!isUnreadable || error.code === 'document.not_cleaned') throw error;
    return null;
  }
}
