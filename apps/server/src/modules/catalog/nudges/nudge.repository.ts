import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { countSome, readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { createNudgeModels, type NudgeRecord, type NudgeTaskRecord } from './nudge.model';

export type { NudgeRecord, NudgeTaskRecord };

/** Months of the strip that an entry shows (duty.ts), twice: its periods shift with the calendar. */
const PERIODS = 24;

interface TaskFilter {
  state: NudgeTaskRecord['state'];
  unitIds: readonly string[] | 'all';
}
const filterOf = ({ state, unitIds }: TaskFilter) => ({
  state,
  ...(unitIds !== 'all' && { unitIds: { $in: unitIds } }),
});

export function createNudgeRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { nudges, tasks } = createNudgeModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });

  return {
    find: (id: string) => nudges.findById(id).lean<NudgeRecord>(),
    findOf: ({ accountId, entryId, from }: Pick<NudgeRecord, 'accountId' | 'entryId' | 'from'>) =>
      nudges.findOne({ accountId, entryId, from }).lean<NudgeRecord>(),
    /** What this person asked for of an entry, the latest periods: only those of the last twelve months can be asked for. */
    listOfEntry: async (accountId: string, entryId: string): Promise<NudgeRecord[]> => {
      const latest = await nudges.find({ accountId, entryId }).sort({ from: -1 }).limit(PERIODS).lean<NudgeRecord[]>();
      return latest.reverse();
    },
    allOfAccount: (accountId: string): Promise<NudgeRecord[]> =>
      readAll<NudgeRecord>({ model: nudges, filter: { accountId }, sort: { entryId: 1, from: 1 } }),
    listOfAccount: (accountId: string, query: PageQuery): Promise<Page<NudgeRecord>> =>
      readPage<NudgeRecord>({
        cursors,
        model: nudges,
        list: 'me.nudges',
        filter: { accountId },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    findTasks: async (ids: readonly string[]): Promise<Map<string, NudgeTaskRecord>> => {
      const found = await tasks.find({ _id: { $in: ids } }).lean<NudgeTaskRecord[]>();
      return new Map(found.map(task => [task._id, task]));
    },
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
    /** Those still open of these entries, of which a notice names a few: one task for each period that somebody asked for. */
    listOpen: (entryIds: readonly string[], tx?: Tx) =>
      readAll<NudgeTaskRecord>({
        model: tasks,
        filter: { entryId: { $in: entryIds }, state: 'open' },
        sort: { entryId: 1, from: 1 },
        tx,
      }),
    putTask: async ({ _id, ...fields }: NudgeTaskRecord, tx: Tx): Promise<void> => {
      await tasks.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },
    countTasks: (wanted: TaskFilter): Promise<number> => countSome(tasks, filterOf(wanted)),
    listTasks: (wanted: TaskFilter, query: PageQuery): Promise<Page<NudgeTaskRecord>> =>
      readPage<NudgeTaskRecord>({
        cursors,
        model: tasks,
        list: `staff.nudges:${wanted.state}`,
        filter: filterOf(wanted),
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
  };
}
export type NudgeRepository = ReturnType<typeof createNudgeRepository>;
