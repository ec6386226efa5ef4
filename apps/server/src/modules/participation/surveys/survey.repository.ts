import type { Connection } from 'mongoose';
import { askedIn, askedPublicly, type AskedState } from '../../../platform/asked-window';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { ofUnits, readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import {
  defineSurveyModels,
  type SurveyRecord,
  type SurveyResponseRecord,
  type SurveyTextRecord,
  type SurveyTurnRecord,
  type TextReview,
} from './survey.model';

export type {
  SurveyRecord,
  SurveyResponseRecord,
  SurveyTextRecord,
  SurveyTurnRecord,
  TextReview,
} from './survey.model';

/** A facet: published ahead of its first day, still to be told of. */
export const SCHEDULED = 'scheduled';

export function createSurveyRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { surveys, responses, texts, turns } = defineSurveyModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });
  const find = (id: string, tx?: Tx): Promise<SurveyRecord | null> =>
    surveys.findById(id, null, session(tx)).lean<SurveyRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<SurveyRecord> {
      const record = await find(id, tx);
      if (!record || record.discardedAt) throw new AppError('survey.not_found');
      return record;
    },
    findMany: (ids: readonly string[]): Promise<SurveyRecord[]> =>
      surveys.find({ _id: { $in: ids } }).lean<SurveyRecord[]>(),
    listIdsAfter: async (afterId: string, limit: number): Promise<string[]> => {
      const rows = await surveys
        .find({ _id: { $gt: afterId } }, '_id')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },
    /** Published ahead of their first day, which has come. */
    listToAnnounce: (now: Date, limit: number): Promise<SurveyRecord[]> =>
      surveys
        .find({ facets: SCHEDULED, opensAt: { $lte: now } })
        .sort({ opensAt: 1, _id: 1 })
        .limit(limit)
        .lean<SurveyRecord[]>(),
    listOfConsultations: (consultationIds: readonly string[], most: number): Promise<SurveyRecord[]> =>
      surveys
        .find({ consultationId: { $in: consultationIds } })
        .sort({ _id: 1 })
        .limit(most)
        .lean<SurveyRecord[]>(),
    insert: (record: SurveyRecord, tx: Tx): Promise<void> => insertRecord(surveys, record, tx),
    /** Every act of the office writes, so that two at once conflict. */
    update: async (id: string, set: Partial<SurveyRecord>, tx: Tx): Promise<void> => {
      await surveys.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } }, { session: tx });
    },
    listPublic(state: AskedState | undefined, now: Date, query: PageQuery): Promise<Page<SurveyRecord>> {
      const { first, range, sort } = askedPublicly('resultAt', state, now);
      const list = `surveys:${state ?? ''}`;
      return readPage<SurveyRecord>({
        cursors,
        model: surveys,
        list,
        filter: { facets: first, ...range },
        sort,
        query,
      });
    },
    /** What a desk sees: drafts too, newest first. */
    listForStaff: (
      wanted: { unitIds: readonly string[] | 'all'; state: AskedState | undefined; now: Date },
      query: PageQuery,
    ): Promise<Page<SurveyRecord>> =>
      readPage<SurveyRecord>({
        cursors,
        model: surveys,
        list: `staff.surveys:${wanted.state ?? ''}`,
        filter: {
          ...ofUnits(wanted.unitIds),
          discardedAt: null,
          ...(wanted.state && { $and: [askedIn('resultAt', wanted.state, wanted.now)] }),
        },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    listIds: async (): Promise<{ _id: string; title: string }[]> =>
      readAll<SurveyRecord>({
        model: surveys,
        filter: {},
        sort: { createdAt: -1, _id: -1 },
        select: ['createdAt', 'title'],
      }),

    findResponse: (id: string): Promise<SurveyResponseRecord | null> =>
      responses.findById(id).lean<SurveyResponseRecord>(),
    insertResponse: (record: SurveyResponseRecord, tx: Tx): Promise<void> => insertRecord(responses, record, tx),
    insertResponses: async (records: readonly SurveyResponseRecord[], tx: Tx): Promise<void> => {
      await responses.insertMany(records, { session: tx });
    },
    countResponses: (surveyId: string): Promise<number> => responses.countDocuments({ surveyId }),
    /** A result that left one out would be wrong. */
    allResponses: (surveyId: string, tx?: Tx): Promise<SurveyResponseRecord[]> =>
      readAll<SurveyResponseRecord>({ model: responses, filter: { surveyId }, sort: { _id: 1 }, tx }),

    insertTurn: (record: SurveyTurnRecord, tx: Tx): Promise<void> => insertRecord(turns, record, tx),
    hasTurn: async (id: string): Promise<boolean> => (await turns.exists({ _id: id })) !== null,
    findTurns: async (ids: readonly string[]): Promise<Set<string>> => {
      const rows = await turns.find({ _id: { $in: ids } }, '_id').lean<SurveyTurnRecord[]>();
      return new Set(rows.map(({ _id }) => _id));
    },
    deleteTurns: async (ids: readonly string[], tx: Tx): Promise<void> => {
      await turns.deleteMany({ _id: { $in: ids } }, { session: tx });
    },

    insertTexts: async (records: readonly SurveyTextRecord[], tx: Tx): Promise<void> => {
      if (records.length > 0) await texts.insertMany(records, { session: tx });
    },
    findText: (id: string, tx?: Tx): Promise<SurveyTextRecord | null> =>
      texts.findById(id, null, session(tx)).lean<SurveyTextRecord>(),
    updateText: async (id: string, set: Partial<SurveyTextRecord>, tx: Tx): Promise<void> => {
      await texts.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    countTexts: (surveyId: string, wanted: { review: TextReview; questionId?: string }, tx?: Tx): Promise<number> =>
      texts.countDocuments({ surveyId, ...wanted }).session(tx ?? null),
    allTexts: (surveyId: string): Promise<SurveyTextRecord[]> =>
      readAll<SurveyTextRecord>({ model: texts, filter: { surveyId }, sort: { _id: 1 } }),
    listTexts: (
      surveyId: string,
      { review, questionId }: { review?: TextReview | undefined; questionId?: string },
      query: PageQuery,
    ): Promise<Page<SurveyTextRecord>> =>
      readPage<SurveyTextRecord>({
        cursors,
        model: texts,
        list: `surveys.texts:${surveyId}:${review ?? ''}:${questionId ?? ''}`,
        filter: {
          surveyId,
          ...(review !== undefined && { review }),
          ...(questionId !== undefined && { questionId }),
        },
        sort: review !== undefined && questionId === undefined ? { questionId: 1, _id: 1 } : { _id: 1 },
        query,
      }),
  };
}
export type SurveyRepository = ReturnType<typeof createSurveyRepository>;
