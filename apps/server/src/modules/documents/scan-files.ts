import { errors } from '@bandeng/contracts/routes';
import { scanText } from '@bandeng/rules';
import { AppError } from '../../platform/errors';
import type { DocumentsDeps, ReadableFile } from './deps';
import { formatOf } from './formats';
import type { DocumentHit, DocumentScan } from './reading/scan-document';

/** What was found in one file. `unreadable` says, in sentences, what of it nobody but a person can look through. */
export interface FileScan {
  fileId: string;
  name: string;
  hits: DocumentHit[];
  unreadable: string[];
}

/** Scans of contents seen before, by their hash: the same file is sent again and again. */
export type ScanCache = Pick<Map<string, DocumentScan>, 'get' | 'set'>;

const KEPT_SCANS = 2_000;

/** The oldest goes when there are too many. */
export function createScanCache(): ScanCache {
  const scans = new Map<string, DocumentScan>();
  return {
    get: key => scans.get(key),
    set: (key, scan) => {
      const oldest = scans.keys().next();
      if (scans.size >= KEPT_SCANS && !oldest.done) scans.delete(oldest.value);
      return scans.set(key, scan);
    },
  };
}

type Deps = Pick<DocumentsDeps, 'files' | 'thread' | 'scans'>;

/**
 * Looks through files and their names for what must not be published. Never throws for a file: one that cannot be read says so.
 * @returns a scan each, in the order asked for; ids that are gone are left out
 */
export async function scanFiles(deps: Deps, fileIds: readonly string[]): Promise<FileScan[]> {
  const scans: FileScan[] = [];
  for (const file of await deps.files.open(fileIds)) scans.push(await scanFile(deps, file));
  return scans;
}

export async function scanFile(deps: Deps, file: ReadableFile): Promise<FileScan> {
  const inName = scanText(file.name).map(({ kind, masked }) => ({ kind, place: '文件名', masked }));
  const { hits, unreadable } = await scanContent(deps, file);
  return { fileId: file.id, name: file.name, hits: [...inName, ...hits], unreadable };
}

async function scanContent({ thread, scans }: Deps, file: ReadableFile): Promise<DocumentScan> {
  const format = formatOf(file);
  if (format === null) return { hits: [], unreadable: [`${kindOf(file)}里的字查不到。`] };
  const known = scans.get(file.sha256);
  if (known) return known;
  try {
    const scan = await thread.run('scan', format, await file.read());
    scans.set(file.sha256, scan);
    return scan;
  } catch (error) {
    // A full queue is no property of the file: whoever asked tries again.
    if (!(error instanceof AppError) || !error.code.startsWith('document.')) throw error;
    const refused = { hits: [], unreadable: [`${errors[error.code].title}，查不到里面。`] };
    scans.set(file.sha256, refused);
    return refused;
  }
}

function kindOf({ type, name }: ReadableFile): string {
  if (type.startsWith('image/')) return '图片';
  if (type.startsWith('audio/') || type.startsWith('video/')) return '音视频';
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return `${ending.slice(1).toLowerCase() || '这种'} 文件`;
}
