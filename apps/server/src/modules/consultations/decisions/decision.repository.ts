import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { defineDecisionModel, type DecisionRecord } from './decision.model';

export type { DecisionRecord } from './decision.model';

/** A list of a year is some dozens of items; so many years are looked through for those that have one. */
const MOST_YEARS = 30;

export function createDecisionRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const decisions = defineDecisionModel(database);
  const find = (id: string, tx?: Tx): Promise<DecisionRecord | null> =>
    decisions.findById(id, null, { session: tx ?? null }).lean<DecisionRecord>();
  return {
    find,
    async get(id: string, tx: Tx): Promise<DecisionRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('decision.not_found');
      return record;
    },
    insert: async (record: DecisionRecord, tx: Tx): Promise<void> => {
      await decisions.insertMany([record], { session: tx });
    },
    update: async (id: string, set: Partial<DecisionRecord>, tx: Tx): Promise<void> => {
      await decisions.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } }, { session: tx });
    },
    list: (
      year: number,
      query: PageQuery,
      { isPublicOnly }: { isPublicOnly: boolean },
    ): Promise<Page<DecisionRecord>> =>
      readPage<DecisionRecord>({
        cursors,
        model: decisions,
        list: `decisions:${year}:${isPublicOnly ? 'public' : 'all'}`,
        filter: { year, ...(isPublicOnly && { publishedAt: { $ne: null } }) },
        sort: { position: 1, _id: 1 },
        query,
      }),
    /** Items that name one of these consultations; some are not published. */
    listOfConsultations: (consultationIds: readonly string[], most: number): Promise<DecisionRecord[]> =>
      decisions
        .find({ consultationIds: { $in: consultationIds } })
        .sort({ _id: 1 })
        .limit(most)
        .lean<DecisionRecord[]>(),
    /** Years with something published, the newest first: one look into the index each. */
    async listYears(): Promise<number[]> {
      const years: number[] = [];
      for (let before = 10_000; years.length < MOST_YEARS;) {
        const [next] = await decisions
          .find({ year: { $lt: before } }, 'year')
          .sort({ year: -1, position: -1, _id: -1 })
          .limit(1)
          .lean<Pick<DecisionRecord, 'year'>[]>();
        if (!next) break;
        before = next.year;
        if (await decisions.exists({ year: before, publishedAt: { $ne: null } })) years.push(before);
      }
      return years;
    },
  };
}
export type DecisionRepository = ReturnType<typeof createDecisionRepository>;
