import type { KnownActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import { cleanFiles } from './clean-files';
import type { DocumentPorts, DocumentsDeps } from './deps';
import { importFile } from './import-file';
import { drawPaper, measurePaper, redactPaper } from './redact-paper';
import { createReadingThread } from './reading-thread';
import { createScanCache, scanFile, scanFiles } from './scan-files';

export type { FileScan } from './scan-files';

export type DocumentsApi = ReturnType<typeof createDocumentsModule>['api'];

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
      /** The words of a PDF that nobody keeps yet. Throws document.… for what cannot be read. */
      textOfPdf: async (bytes: Buffer): Promise<string> => (await deps.thread.run('words', 'pdf', bytes)).text,
      cleanFiles: (fileIds: readonly string[], owner: { collection: string; id: string }) =>
        cleanFiles(deps, fileIds, owner),
      /** Of an upload that this actor may read. */
      measurePaper: async (actor: KnownActor, fileId: string) =>
        measurePaper(deps, await deps.files.openReadable(actor, fileId)),
      drawPaper: (fileId: string, page: number) => drawPaper(deps, fileId, page),
      redactPaper: (actor: KnownActor, paper: Parameters<typeof redactPaper>[2]) => redactPaper(deps, actor, paper),
    },
  } satisfies ServerModule & { api: unknown };
}
