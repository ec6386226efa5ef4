import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { createNudgeModels, type NudgeRecord, type NudgeTaskRecord } from './nudge.model';

export type { NudgeRecord, NudgeTaskRecord };

export function createNudgeRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { nudges, tasks } = createNudgeModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });

  return {
    find: (id: string) => nudges.findById(id).lean<NudgeRecord>(),
    findOf: ({ accountId, entryId, from }: Pick<NudgeRecord, 'accountId' | 'entryId' | 'from'>) =>
      nudges.findOne({ accountId, entryId, from }).lean<NudgeRecord>(),
    /** What this person asked for of an entry: a few periods at most. */
    listOfEntry: (accountId: string, entryId: string) =>
      nudges.find({ accountId, entryId }).sort({ from: 1 }).lean<NudgeRecord[]>(),
    listOfAccount: (accountId: string) => nudges.find({ accountId }).lean<NudgeRecord[]>(),
    insert: async (record: NudgeRecord, tx: Tx): Promise<void> => {
      await nudges.insertMany([record], { session: tx });
    },
    eraseOf: async (accountId: string, tx: Tx): Promise<void> => {
      await nudges.deleteMany({ accountId }, { session: tx });
    },
    /** Who asked, in the order of their nudges' ids, from after `afterId`. */
    listAfter: (taskId: string, afterId: string, limit: number) =>
      nudges
        .find({ taskId, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<NudgeRecord[]>(),
    /** How many asked, by task. */
    countByTask: async (taskIds: readonly string[]): Promise<Map<string, number>> => {
      const counts = await nudges.aggregate<{ _id: string; count: number }>([
        { $match: { taskId: { $in: [...taskIds] } } },
        { $group: { _id: '$taskId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },

    findTask: (id: string, tx?: Tx) => tasks.findById(id, null, session(tx)).lean<NudgeTaskRecord>(),
    findTaskOf: (entryId: string, from: string, tx: Tx) =>
      tasks.findOne({ entryId, from }, null, session(tx)).lean<NudgeTaskRecord>(),
    /** Those still open of these entries. */
    listOpen: (entryIds: readonly string[], tx?: Tx) =>
      tasks.find({ entryId: { $in: entryIds }, state: 'open' }, null, session(tx)).lean<NudgeTaskRecord[]>(),
    putTask: async ({ _id, ...fields }: NudgeTaskRecord, tx: Tx): Promise<void> => {
      await tasks.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },
    listTasks: (
      { state, unitIds }: { state: NudgeTaskRecord['state']; unitIds: readonly string[] | 'all' },
      query: PageQuery,
    ): Promise<Page<NudgeTaskRecord>> =>
      readPage<NudgeTaskRecord>({
        cursors,
        model: tasks,
        list: `staff.nudges:${state}`,
        filter: { state, ...(unitIds !== 'all' && { unitIds: { $in: unitIds } }) },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
  };
}
export type NudgeRepository = ReturnType<typeof createNudgeRepository>;
