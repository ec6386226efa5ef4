import type { DraftState } from '@bandeng/rules';
import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { defineDraftModel, type DraftRecord } from './draft.model';

export interface DraftListFilter {
  unitIds: readonly string[] | 'all';
  state?: DraftState | undefined;
  writer?: string | undefined;
}

/** What a list shows: no text, no files. */
const OUTLINE = [
  'content.title',
  'content.kind',
  'content.columnIds',
  'unitId',
  'state',
  'steps',
  'signatures',
  'contentHash',
  'writers',
  'createdAt',
  'updatedAt',
  'updatedBy',
];
export type DraftOutline = Omit<DraftRecord, 'content' | 'timeline' | 'firstHash' | 'revision'> & {
  content: Pick<DraftRecord['content'], 'title' | 'kind' | 'columnIds'>;
};

export function createDraftRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const drafts = defineDraftModel(database);
  const find = (id: string, tx?: Tx) =>
    drafts
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<DraftRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<DraftRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('draft.not_found');
      return record;
    },
    insert: (record: DraftRecord, tx: Tx): Promise<void> => insertRecord(drafts, record, tx),
    /** Writes a record back that was read in this transaction. */
    replace: async (record: DraftRecord, tx: Tx): Promise<void> => {
      const { _id, revision } = record;
      await drafts.replaceOne({ _id, revision }, { ...record, revision: revision + 1 }, { session: tx });
    },
    list: ({ unitIds, state, writer }: DraftListFilter, query: PageQuery): Promise<Page<DraftOutline>> =>
      readPage<DraftOutline>({
        cursors,
        model: drafts as never,
        list: `staff.drafts:${state ?? ''}:${writer ?? ''}`,
        filter: {
          ...(writer !== undefined && { writers: writer }),
          ...(state && { state }),
          ...(unitIds !== 'all' && { unitId: unitIds.length === 1 ? unitIds[0] : { $in: unitIds } }),
        },
        sort: { updatedAt: -1, _id: -1 },
        query,
        select: OUTLINE,
      }),
  };
}
export type DraftRepository = ReturnType<typeof createDraftRepository>;
