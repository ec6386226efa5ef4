import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { AppError } from '../../../platform/errors';
import { createObjectionRepository } from './objection.repository';
import { definePostingModels, type PostingCourse, type PostingModels } from './posting.model';

export type { PostingCourse } from './posting.model';

interface PostingListQuery {
  state: 'running' | 'over' | 'concluded';
  unitIds: readonly string[] | 'all';
  now: Date;
}

function createPostingRepository({ postings }: Pick<PostingModels, 'postings'>, cursors: Cursors) {
  const find = (id: string, tx?: Tx) =>
    postings
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<PostingCourse>();
  const periods = { running: 'open', over: 'open', concluded: 'concluded' } as const;

  return {
    find,
    async get(id: string, tx?: Tx): Promise<PostingCourse> {
      const course = await find(id, tx);
      if (!course) throw new AppError('posting.not_found');
      return course;
    },
    findMany: async (ids: readonly string[], tx?: Tx): Promise<PostingCourse[]> =>
      ids.length === 0
        ? []
        : postings
            .find({ _id: { $in: ids } })
            .session(tx ?? null)
            .lean<PostingCourse[]>(),
    put: async ({ _id, ...course }: PostingCourse, tx: Tx): Promise<void> => {
      await postings.updateOne({ _id }, { $set: course }, { upsert: true, session: tx });
    },
    update: async (id: string, set: Partial<Omit<PostingCourse, '_id'>>, tx: Tx): Promise<void> => {
      await postings.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    /** Two who change what depends on one posting must meet: the later one reads it again. */
    touch: async (id: string, tx: Tx): Promise<void> => {
      await postings.updateOne({ _id: id }, { $inc: { revision: 1 } }, { session: tx });
    },
    list: ({ state, unitIds, now }: PostingListQuery, query: PageQuery): Promise<Page<PostingCourse>> =>
      readPage<PostingCourse>({
        cursors,
        model: postings,
        list: `staff.postings:${state}`,
        filter: {
          state: periods[state],
          ...(unitIds !== 'all' && { unitId: { $in: unitIds } }),
          ...(state !== 'concluded' && { endsAt: state === 'running' ? { $gt: now } : { $lte: now } }),
        },
        sort: state === 'concluded' ? { endsAt: -1, _id: -1 } : { endsAt: 1, _id: 1 },
        query,
      }),
    listToTakeDown: (now: Date, limit: number) =>
      postings
        .find({ takeDownAt: { $type: 'date', $lte: now } })
        .sort({ takeDownAt: 1 })
        .limit(limit)
        .lean<PostingCourse[]>(),
  };
}
export type PostingRepository = ReturnType<typeof createPostingRepository>;

/** Both of them: they share their models. */
export function createPostingRepositories({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const models = definePostingModels(database);
  return {
    postings: createPostingRepository(models, cursors),
    objections: createObjectionRepository(models, cursors),
  };
}
