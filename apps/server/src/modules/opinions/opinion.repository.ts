import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { oneOf, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { defineOpinionModel, type OpinionRecord } from './opinion.model';

export const OPINIONS = 'opinions';
type UnitIds = readonly string[] | 'all';

const ofUnits = (unitIds: UnitIds) => (unitIds === 'all' ? {} : { unitIds: oneOf(unitIds) });

/** Reads and writes public-opinion matters. */
export function createOpinionRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const opinions = defineOpinionModel(database);
  const find = (id: string, tx?: Tx) =>
    opinions
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<OpinionRecord>();
  return {
    find,
    async get(id: string, tx?: Tx): Promise<OpinionRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('opinion.not_found');
      return record;
    },
    insert: async (record: OpinionRecord, tx: Tx): Promise<void> => {
      await opinions.insertMany([record], { session: tx });
    },
    /** Writes a changed record back; false when somebody was quicker. */
    replace: async (record: OpinionRecord, tx: Tx): Promise<boolean> => {
      const { _id, revision } = record;
      const next = { ...record, revision: revision + 1 };
      const result = await opinions.replaceOne({ _id, revision }, next, { session: tx });
      return result.matchedCount === 1;
    },
    /** The newest first. */
    list: (
      { unitIds, status }: { unitIds: UnitIds; status?: OpinionRecord['status'] | undefined },
      query: PageQuery,
    ): Promise<Page<OpinionRecord>> =>
      readPage<OpinionRecord>({
        ...{ cursors, model: opinions, query, list: `staff.opinions:${status ?? ''}` },
        filter: { ...ofUnits(unitIds), ...(status && { status }) },
        sort: { noticedAt: -1, _id: -1 },
      }),
    /** What is handled, the most pressing first. */
    listOpen: (unitIds: UnitIds, limit: number): Promise<OpinionRecord[]> =>
      opinions
        .find({ ...ofUnits(unitIds), status: 'open' })
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .lean<OpinionRecord[]>(),
    listToRemind: (now: Date, limit: number): Promise<OpinionRecord[]> =>
      opinions
        .find({ remindAt: { $lte: now, $type: 'date' } })
        .sort({ remindAt: 1 })
        .limit(limit)
        .lean<OpinionRecord[]>(),
    isReminderDue: async (now: Date): Promise<boolean> =>
      (await opinions.exists({ remindAt: { $lte: now, $type: 'date' } })) !== null,
  };
}
export type OpinionRepository = ReturnType<typeof createOpinionRepository>;
