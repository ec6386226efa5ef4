import { defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { DocumentPorts, DocumentsDeps } from './deps';
import { formatOf } from './formats';
import { importFile } from './import-file';
import { createReadingThread } from './reading-thread';
import { createScanCache, scanFile, scanFiles } from './scan-files';

export type { FileScan } from './scan-files';

/** Documents from outside: as blocks, as text to be scanned, and cleaned of what is not for everybody. */
export function createDocumentsModule(ports: DocumentPorts) {
  const deps: DocumentsDeps = { ...ports, thread: createReadingThread(), scans: createScanCache() };

  const handlers = defineHandlers({
    'staff.documents.import': ({ actor, body }) => importFile(deps, actor, body.fileId),
    'staff.documents.scan': async ({ actor, body }) => {
      const items = [];
      for (const id of body.fileIds) items.push(await scanFile(deps, await deps.files.openReadable(actor, id)));
      return { items };
    },
  });

  return {
    handlers,
    api: {
      /** A scan each, in the order asked for; ids that are gone are left out. Whether the caller may read them is asked before. */
      scanFiles: (fileIds: readonly string[]) => scanFiles(deps, fileIds),
      /**
       * The bytes without comments, tracked changes, hidden parts and properties (docx, xlsx); null for every other kind, which stays as
       * it is. Throws AppError document.… when it cannot be read or not be cleaned.
       */
      cleanDocument: async (file: { type: string; bytes: Buffer }): Promise<Buffer | null> => {
        const format = formatOf(file);
        if (format !== 'docx' && format !== 'xlsx') return null;
        return Buffer.from(await deps.thread.run('clean', format, file.bytes));
      },
    },
  } satisfies ServerModule & { api: unknown };
}
