import type { Readable } from 'node:stream';
import type { FilesDeps } from './deps';
import type { FileScan } from './file.model';

const AT_ONCE = 20;

/** What clamd says of these bytes; `waiting` when it cannot be asked now. */
export async function scanBytes(
  { scanner, logger }: Pick<FilesDeps, 'scanner' | 'logger'>,
  bytes: Readable,
): Promise<FileScan> {
  if (scanner === null) {
    bytes.destroy();
    return 'not_scanned';
  }
  try {
    return (await scanner(bytes)) ? 'clean' : 'infected';
  } catch (error) {
    logger.warn({ err: error }, 'a file could not be scanned');
    return 'waiting';
  }
}

/** Asks again for those that could not be scanned when they came; one that cannot be now lets the next have its turn. */
export async function scanWaiting(deps: Pick<FilesDeps, 'scanner' | 'logger' | 'files'>): Promise<void> {
  for (const record of deps.scanner === null ? [] : await deps.files.listToScan(AT_ONCE)) {
    const scan = await scanBytes(deps, deps.files.readBytes(record));
    if (scan === 'waiting') continue;
    await deps.files.setScan(record, scan);
    if (scan === 'infected') deps.logger.error({ file: record._id }, 'a file that was kept is infected');
  }
}
