import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { Actor } from '../../http/actor';
import type { FieldFault } from '../../platform/errors';
import { filesOf } from './build-notice';
import type { NoticesDeps } from './deps';
import { SCAN_LABELS } from './unmasked-numbers';

/** What was found in the files of a notice, by the place where each is named. */
export interface FileFaults {
  /** Personal data in a file or its name. */
  unmasked: FieldFault[];
  /** What yields no text and has to be looked through by a person. */
  unreadable: FieldFault[];
}

export const NO_FILE_FAULTS: FileFaults = { unmasked: [], unreadable: [] };

/**
 * Looks through the files that a notice is about to take, outside of any transaction: reading takes its time.
 * Throws file.not_found for files that are neither free uploads of the actor nor the notice's own.
 */
export async function scanAttachments(
  { files, documents }: Pick<NoticesDeps, 'files' | 'documents'>,
  actor: Actor,
  { id, source }: { id: string; source: NoticeSource },
): Promise<FileFaults> {
  const places = new Map(filesOf(source).map(({ fileId, path }) => [fileId, path]));
  const fileIds = [...places.keys()];
  if (fileIds.length === 0) return NO_FILE_FAULTS;
  await files.assertBindable(actor, fileIds, { collection: 'notices', id });
  const scans = await documents.scanFiles(fileIds);
  return {
    unmasked: scans.flatMap(({ fileId, name, hits }) =>
      hits.map(hit => ({
        path: places.get(fileId)!,
        message: `附件“${name}”的${hit.place}有没遮住的${SCAN_LABELS[hit.kind]}：${hit.masked}。`,
      })),
    ),
    unreadable: scans.flatMap(({ fileId, name, unreadable }) =>
      unreadable.map(why => ({ path: places.get(fileId)!, message: `附件“${name}”：${why}` })),
    ),
  };
}
