import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { defineVersionModels, type DraftChangeRecord, type VersionRecord } from './version.model';

export type { DraftChangeRecord, VersionRecord } from './version.model';

export function createVersionRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { versions, changes } = defineVersionModels(database);
  return {
    insert: async (version: VersionRecord, rows: readonly DraftChangeRecord[], tx: Tx): Promise<void> => {
      await versions.insertMany([version], { session: tx });
      await changes.insertMany(rows, { session: tx });
    },
    findByRequest: (consultationId: string, requestId: string): Promise<VersionRecord | null> =>
      versions.findOne({ consultationId, requestId }).lean<VersionRecord>(),
    /** The newest first. */
    list: (consultationId: string, query: PageQuery): Promise<Page<VersionRecord>> =>
      readPage<VersionRecord>({
        cursors,
        model: versions,
        list: `consultations.versions:${consultationId}`,
        filter: { consultationId },
        sort: { version: -1, _id: -1 },
        query,
      }),
    /** What one version changed, in its order. */
    listChanges: (consultationId: string, version: number, query: PageQuery): Promise<Page<DraftChangeRecord>> =>
      readPage<DraftChangeRecord>({
        cursors,
        model: changes,
        list: `consultations.changes:${consultationId}:${version}`,
        filter: { consultationId, version },
        sort: { position: 1, _id: 1 },
        query,
      }),
    /** What became of these items over all versions, the oldest first. */
    allChangesOf: (consultationId: string, itemIds: readonly string[], tx?: Tx): Promise<DraftChangeRecord[]> =>
      readAll<DraftChangeRecord>({
        model: changes,
        filter: { consultationId, itemId: { $in: [...itemIds] } },
        sort: { version: 1, _id: 1 },
        tx,
      }),
    /** What was written from these comments, the oldest first. */
    allChangesFrom: (consultationId: string, commentIds: readonly string[]): Promise<DraftChangeRecord[]> =>
      readAll<DraftChangeRecord>({
        model: changes,
        filter: { consultationId, commentIds: { $in: [...commentIds] } },
        sort: { version: 1, _id: 1 },
        select: ['version', 'commentIds'],
      }),
    /** Which draft people had before them at a moment. */
    versionAt: async (consultationId: string, at: Date): Promise<number> =>
      1 + (await versions.countDocuments({ consultationId, publishedAt: { $lte: at } })),
    /** Ids that an item of an earlier version had: never given to another. */
    async listUsedIds(consultationId: string, tx: Tx): Promise<Set<string>> {
      const sort = { version: 1, position: 1, _id: 1 } as const;
      const select = [...Object.keys(sort), 'itemId'];
      const rows = await readAll<DraftChangeRecord>({ model: changes, filter: { consultationId }, sort, select, tx });
      return new Set(rows.map(({ itemId }) => itemId));
    },
  };
}
export type VersionRepository = ReturnType<typeof createVersionRepository>;
