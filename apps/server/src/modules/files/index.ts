import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { loadRetention } from '../../platform/retention';
import type { Tx } from '../../platform/transaction';
import type { FilePorts, FilesDeps } from './deps';
import { createClamdScanner } from './clamd';
import { createFileRepository } from './file.repository';
import type { FileBinding, FileRecord } from './file.model';
import { isOwner, type Uploader } from './file.policy';
import { receiveUpload, type Upload } from './receive-upload';
import { keepBytes, openStored, replaceBytes } from './open-stored';
import { scanWaiting } from './scan-bytes';
import { assertShowable, getReadableFile, sendFile } from './send-file';
import { hashOf, importFile, refusalOf, storeFile, type PictureLimits } from './store-file';
import { createTickets, subjectOf } from './tickets';

export type { FilePorts } from './deps';
type RecordRef = Pick<FileBinding, 'collection' | 'id'>;
export type FilesApi = ReturnType<typeof createFilesModule>['api'];

/** An upload that no record took is removed after this long. */
const DAY_MS = 24 * 3_600_000;
const UNBOUND_LIFETIME_MS = DAY_MS;
const SWEEP_EVERY_SECONDS = 3_600;
const SCAN_EVERY_SECONDS = 60;
const SWEEP_AT_ONCE = 500;

const present = (record: FileRecord): Attachment => ({
  id: record._id,
  name: record.name,
  type: record.type,
  size: record.size,
});

export function createFilesModule(platform: Platform, ports: FilePorts) {
  const { config, clock, ids } = platform;
  const files = createFileRepository(platform);
  const lifetimes = loadRetention(config.root).flatMap(rule =>
    rule.action === 'own' && rule.boundTo !== undefined ? [{ collection: rule.boundTo, days: rule.days }] : [],
  );
  const tickets = createTickets({ tokenKey: config.keys.token, clock });
  const deps: FilesDeps = {
    ...platform,
    ...ports,
    files,
    scanner: config.clamd ? createClamdScanner(config.clamd) : null,
  };
  /** Uploads on their way to the database. */
  const uploadFolder = join(config.dataDir, 'uploads');
  const receive = (request: Parameters<typeof receiveUpload>[0]) => receiveUpload(request, uploadFolder, ids.uuid());

  const handlers = defineHandlers({
    'files.create': async ({ actor, ctx }) => {
      const upload = await receive(ctx.req);
      try {
        const { record, isNew } = await storeFile(deps, actor, upload);
        return created(present(record), isNew);
      } finally {
        await upload.discard();
      }
    },
    'files.get': async ({ actor, params, query, ctx }) =>
      sendFile({ ...deps, tickets }, ctx, { id: params.id, actor, ticket: query.ticket }),
    'staff.files.scan': async ({ actor, params }) => ({
      scan: (await getReadableFile(deps, actor, params.id)).scan ?? 'not_scanned',
    }),
    'files.ticket': async ({ actor, params }) => {
      const record = await getReadableFile(deps, actor, params.id);
      return { url: `/api/v1/files/${record._id}?ticket=${encodeURIComponent(tickets.issue(record._id))}` };
    },
  });

  /** Throws file.not_scanned and file.virus for what may be shown to nobody yet, or ever. */
  async function assertScanned(fileIds: readonly string[]): Promise<void> {
    for (const record of await findInOrder(fileIds)) assertShowable(record);
  }

  /** In the order asked for; ids that are gone are left out. */
  async function findInOrder(fileIds: readonly string[]): Promise<FileRecord[]> {
    if (fileIds.length === 0) return [];
    const records = new Map((await files.findAll(fileIds)).map(record => [record._id, record]));
    return fileIds.flatMap(id => records.get(id) ?? []);
  }

  /** Which of these are free uploads of the actor; those bound to the record already are let be, any other is not found. */
  async function listFree(
    actor: Actor,
    fileIds: readonly string[],
    to: Pick<FileBinding, 'collection' | 'id'>,
    tx?: Tx,
  ): Promise<string[]> {
    if (fileIds.length === 0) return [];
    const records = new Map((await files.findAll(fileIds, tx)).map(record => [record._id, record]));
    return fileIds.filter(id => {
      const record = records.get(id);
      if (!record) throw new AppError('file.not_found', { data: { id } });
      if (record.binding?.collection === to.collection && record.binding.id === to.id) return false;
      if (record.binding !== null || !isOwner(actor, record)) throw new AppError('file.not_found', { data: { id } });
      return true;
    });
  }

  /** Binds the actor's own free uploads, or leaves those that are bound to the same record already. */
  async function bind(actor: Actor, fileIds: readonly string[], binding: FileBinding, tx: Tx): Promise<void> {
    for (const id of await listFree(actor, fileIds, binding, tx)) await files.bind(id, binding, tx);
  }

  async function sweep(): Promise<void> {
    const before = new Date(clock.now().getTime() - UNBOUND_LIFETIME_MS);
    for (const record of await files.listUnbound(before, SWEEP_AT_ONCE)) await files.removeUnbound(record);
    for (const { bytesId, isNamed } of await files.listUnfinished(before, SWEEP_AT_ONCE))
      await (isNamed ? files.forgetWrite(bytesId) : files.removeBytes(bytesId));
    for (const { collection, days } of lifetimes) {
      const last = new Date(clock.now().getTime() - days * DAY_MS);
      for (const record of await files.listBoundTo(collection, last, SWEEP_AT_ONCE))
        await files.removeBound(record, record.binding!, clock.now());
    }
  }

  return {
    handlers,
    personalData: [
      {
        name: 'files',
        export: async accountId =>
          (await files.allOwned(accountId)).map(record => ({
            ...present(record),
            sha256: record.sha256,
            belongsTo: record.binding && { collection: record.binding.collection, id: record.binding.id },
            createdAt: record.createdAt,
          })),
      },
    ],
    sealedFields: [{ collection: 'files', path: 'sealedKey', field: 'sealedKey' }],
    schedules: [
      { name: 'files.sweep', everySeconds: SWEEP_EVERY_SECONDS, run: sweep },
      {
        name: 'files.scan',
        everySeconds: SCAN_EVERY_SECONDS,
        isDue: async () => deps.scanner !== null && (await files.listToScan(1)).length > 0,
        run: () => scanWaiting(deps),
      },
    ],
    api: {
      receive,
      sweep,
      refusalOf,
      hashOf,
      assertScanned,
      /** Keeps a file that the command line brings in for a record; false when its type is not accepted. */
      importFile: async (input: { id: string; path: string; name: string; to: { collection: string; id: string } }) => {
        await mkdir(uploadFolder, { recursive: true });
        return importFile(deps, { ...input, workPath: join(uploadFolder, ids.uuid()) });
      },
      /** Throws file.not_found when `bindToRecord` would. */
      assertBindable: async (actor: Actor, fileIds: readonly string[], to: { collection: string; id: string }) => {
        await listFree(actor, fileIds, to);
      },
      /** In the order asked for; ids that are gone are left out. */
      open: async (fileIds: readonly string[]) => (await findInOrder(fileIds)).map(record => openStored(files, record)),
      /** One that this actor may read now; throws file.not_found. */
      openReadable: async (actor: Actor, id: string) => {
        const record = await getReadableFile(deps, actor, id);
        assertShowable(record);
        return openStored(files, record);
      },
      /** Other bytes for a file of this record, unless it belongs elsewhere or has others by now. */
      replaceBytes: (owner: RecordRef, file: { id: string; sha256: string }, bytes: Uint8Array) =>
        replaceBytes(deps, owner, file, bytes),
      /** Keeps bytes as an upload of this actor; null when their kind is not accepted. */
      keep: async (actor: Uploader, input: { name: string; bytes: Uint8Array }): Promise<Attachment | null> => {
        await mkdir(uploadFolder, { recursive: true });
        const record = await keepBytes(deps, actor, { ...input, path: join(uploadFolder, ids.uuid()) });
        return record && present(record);
      },
      /** Keeps a picture as an upload of this actor under this id; false when it is none that can be read. */
      keepPicture: async (
        actor: Uploader,
        upload: Upload,
        { id, name, ...picture }: { id: string; name: string } & PictureLimits,
      ): Promise<boolean> => {
        try {
          await storeFile(deps, actor, { ...upload, name, fields: { id } }, picture);
          return true;
        } catch (error) {
          if (error instanceof AppError && error.code === 'file.type') return false;
          throw error;
        }
      },
      /** Readable by whoever may read the record (see FilePorts.visibility). */
      bindToRecord: (actor: Actor, fileIds: readonly string[], to: { collection: string; id: string }, tx: Tx) =>
        bind(actor, fileIds, { ...to, accountId: null }, tx),
      /** Hands files of one record on to another; those that are bound elsewhere stay where they are. */
      moveToRecord: async (fileIds: readonly string[], from: RecordRef, to: RecordRef, tx: Tx): Promise<void> => {
        for (const { _id, binding } of fileIds.length === 0 ? [] : await files.findAll(fileIds, tx))
          if (binding?.collection === from.collection && binding.id === from.id)
            await files.bind(_id, { ...to, accountId: null }, tx);
      },
      /** Files of this record go at once, bytes and all (identity documents whose time is over); those bound elsewhere stay. */
      removeFromRecord: async (owner: RecordRef, fileIds: readonly string[]): Promise<void> => {
        for (const record of await findInOrder(fileIds)) await files.removeBound(record, owner, clock.now());
      },
      /** Readable by this account, and by whoever may read the record. */
      bindForAccount: (actor: Actor, fileIds: readonly string[], to: FileBinding & { accountId: string }, tx: Tx) =>
        bind(actor, fileIds, to, tx),
      /** For who was shown the record: opens this file until then, as long as the record's own check agrees (VisibilityCheck). */
      ticketFor: (record: { collection: string; id: string }, fileId: string, until: Date): string =>
        tickets.issue(subjectOf(record, fileId), until),
      /** In the order asked for; ids that are gone are left out. */
      describe: async (fileIds: readonly string[]): Promise<Attachment[]> => (await findInOrder(fileIds)).map(present),
    },
  } satisfies ServerModule & { api: unknown };
}
