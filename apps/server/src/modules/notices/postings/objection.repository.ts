import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import type { ObjectionRecord, PostingModels } from './posting.model';

export type { ObjectionRecord } from './posting.model';

const newestFirst = { createdAt: -1, _id: -1 } as const;
const OPEN = ['received', 'examining'] as const;

export function createObjectionRepository({ objections }: Pick<PostingModels, 'objections'>, cursors: Cursors) {
  const find = (id: string, tx?: Tx) =>
    objections
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<ObjectionRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<ObjectionRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('objection.not_found');
      return record;
    },
    insert: (record: ObjectionRecord, tx: Tx): Promise<void> => insertRecord(objections, record, tx),
    update: async (id: string, set: Partial<ObjectionRecord>, tx: Tx): Promise<void> => {
      await objections.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    /** States and results of all that came to one posting: counted from the records. */
    outcomesOf: (noticeId: string, tx?: Tx): Promise<Pick<ObjectionRecord, 'state' | 'result'>[]> =>
      readAll<ObjectionRecord>({
        model: objections,
        filter: { noticeId },
        sort: newestFirst,
        select: ['createdAt', 'state', 'result'],
        tx,
      }),
    listOfNotice: (noticeId: string, query: PageQuery): Promise<Page<ObjectionRecord>> =>
      readPage<ObjectionRecord>({
        ...{ cursors, model: objections, list: `objections:${noticeId}` },
        ...{ filter: { noticeId }, sort: newestFirst, query },
      }),
    listOfAccount: (
      accountId: string,
      noticeId: string | undefined,
      query: PageQuery,
    ): Promise<Page<ObjectionRecord>> =>
      readPage<ObjectionRecord>({
        ...{ cursors, model: objections, list: `me.objections:${noticeId ?? ''}` },
        ...{ filter: { accountId, ...(noticeId !== undefined && { noticeId }) }, sort: newestFirst, query },
      }),
    /** Those without a conclusion, the first due first; until that day only, where one is given. */
    listOpen: async (
      { unitIds, before }: { unitIds: readonly string[] | 'all'; before?: string },
      limit: number,
    ): Promise<ObjectionRecord[]> => {
      const found = await Promise.all(
        OPEN.map(state =>
          objections
            .find({
              state,
              ...(unitIds !== 'all' && { unitId: { $in: unitIds } }),
              ...(before !== undefined && { dueOn: { $lt: before } }),
            })
            .sort({ dueOn: 1, _id: 1 })
            .limit(limit)
            .lean<ObjectionRecord[]>(),
        ),
      );
      return found.flat().slice(0, limit);
    },
    allOfAccount: (accountId: string): Promise<ObjectionRecord[]> =>
      readAll<ObjectionRecord>({ model: objections, filter: { accountId }, sort: newestFirst }),
    /** What was objected must still be settled; who it was is cut off. */
    eraseOf: async (accountId: string, tx: Tx): Promise<void> => {
      await objections.updateMany(
        { accountId },
        { $set: { accountId: null, name: null, phone: null } },
        { session: tx },
      );
    },
  };
}
export type ObjectionRepository = ReturnType<typeof createObjectionRepository>;
