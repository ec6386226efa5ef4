import type { Connection, Model } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { insertRecord } from '../../platform/insert-record';
import { ROWS_AT_ONCE, oneOf, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import {
  defineCommentModels,
  type CommentRecord,
  type CounterRecord,
  type ReportOutcome,
  type ReportRecord,
  type SupportRecord,
} from './comment.model';

export type {
  AnswerRecord,
  AnswerResult,
  AssignmentRecord,
  CommentChannel,
  CommentRecord,
  CounterRecord,
  HeardRecord,
  ReportOutcome,
  ReportRecord,
  SupportRecord,
} from './comment.model';

/** What the ledger is made of. */
export type LedgerRow = Pick<
  CommentRecord,
  '_id' | 'withdrawnAt' | 'answer' | 'duplicateOf' | 'persons' | 'channel' | 'target' | 'proposedText'
>;
const LEDGER_ROW = 'createdAt withdrawnAt answer duplicateOf persons channel target proposedText'.split(' ');
const newestFirst = { createdAt: -1, _id: -1 } as const;
/** Loading a demo writes many at once; a command's documents must stay well under 48 MB. */
const BATCH = 500;

/** One by one, because the pair of comment and account is unique. */
async function eraseFrom(model: Model<SupportRecord>, accountId: string, tx: Tx): Promise<void> {
  for (;;) {
    // Those that were erased no longer match.
    const rows = await model.find({ accountId }, '_id', { session: tx }).limit(ROWS_AT_ONCE).lean<SupportRecord[]>();
    for (const { _id } of rows) await model.updateOne({ _id }, { $set: { accountId: `gone:${_id}` } }, { session: tx });
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

export function createCommentRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { comments, supports, reports, counters } = defineCommentModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });

  return {
    find: (id: string, tx?: Tx): Promise<CommentRecord | null> =>
      comments.findById(id, null, session(tx)).lean<CommentRecord>(),
    findMany: async (ids: readonly string[], tx?: Tx): Promise<Map<string, CommentRecord>> => {
      if (ids.length === 0) return new Map();
      const records = await comments.find({ _id: { $in: ids } }, null, session(tx)).lean<CommentRecord[]>();
      return new Map(records.map(record => [record._id, record]));
    },
    insert: async (record: CommentRecord, tx: Tx): Promise<void> => {
      await insertRecord(comments, record, tx);
    },
    insertAll: async (records: readonly CommentRecord[], tx: Tx): Promise<void> => {
      for (let at = 0; at < records.length; at += BATCH)
        await comments.insertMany(records.slice(at, at + BATCH), { session: tx });
    },
    update: async (id: string, set: Partial<CommentRecord>, tx: Tx): Promise<void> => {
      await comments.updateOne({ _id: id }, { $set: set }, { session: tx });
    },
    hasDuplicates: async (id: string, tx: Tx): Promise<boolean> =>
      (await comments.exists({ duplicateOf: id }).session(tx)) !== null,
    /** All that repeat it: a campaign may send the same words a thousand times. */
    allDuplicatesOf: (id: string, tx: Tx): Promise<CommentRecord[]> =>
      readAll<CommentRecord>({ model: comments, filter: { duplicateOf: id }, sort: { _id: 1 }, tx }),

    /** Comments that carry every key, newest first; the first bounds the index scan. */
    listByKeys([first = '', ...others]: readonly string[], query: PageQuery): Promise<Page<CommentRecord>> {
      return readPage<CommentRecord>({
        cursors,
        model: comments,
        // However they are ordered: the next page may find another word the rarest.
        list: `comments:${[first, ...others].toSorted().join(',')}`,
        filter: { keys: first, ...(others.length > 0 && { $and: others.map(key => ({ keys: key })) }) },
        sort: newestFirst,
        query,
      });
    },
    listNewestByKey: (key: string, limit: number): Promise<CommentRecord[]> =>
      comments.find({ keys: key }).sort(newestFirst).limit(limit).lean<CommentRecord[]>(),
    /** What these units are asked to answer for, the first due first. */
    listAssigned: (unitIds: readonly string[], query: PageQuery): Promise<Page<CommentRecord>> =>
      readPage<CommentRecord>({
        cursors,
        model: comments,
        list: 'comments.assigned',
        filter: { assignedTo: oneOf(unitIds) },
        sort: { assignedDueOn: 1, _id: 1 },
        query,
      }),
    /** All that carry a key, for what is done to each of them. */
    allByKey: (key: string, tx: Tx): Promise<CommentRecord[]> =>
      readAll<CommentRecord>({ model: comments, filter: { keys: key }, sort: newestFirst, tx }),
    /** How many carry a key, up to `most`. */
    countByKey: (key: string, most: number): Promise<number> => comments.countDocuments({ keys: key }).limit(most),
    listOfAccount: (
      accountId: string,
      consultationId: string | undefined,
      query: PageQuery,
    ): Promise<Page<CommentRecord>> =>
      readPage<CommentRecord>({
        cursors,
        model: comments,
        list: `me.comments:${consultationId ?? ''}`,
        filter: { ...(consultationId !== undefined && { consultationId }), accountId },
        sort: newestFirst,
        query,
      }),
    countOfAccount: (consultationId: string, accountId: string): Promise<number> =>
      comments.countDocuments({ consultationId, accountId }),
    allOfAccount: (accountId: string): Promise<CommentRecord[]> =>
      readAll<CommentRecord>({ model: comments, filter: { accountId }, sort: newestFirst }),
    /** Accounts with a comment here, in the order of their ids. */
    async listAuthors(consultationId: string, afterId: string, limit: number): Promise<string[]> {
      const authors = new Set<string>();
      for (let after = afterId; ;) {
        const rows = await comments
          .find({ consultationId, accountId: { $gt: after } }, 'accountId')
          .sort({ accountId: 1 })
          .limit(limit)
          .lean<{ accountId: string }[]>();
        for (const { accountId } of rows) if (authors.size < limit) authors.add(accountId);
        const last = rows.at(-1);
        if (!last || rows.length < limit || authors.size >= limit) return [...authors];
        after = last.accountId;
      }
    },
    /** Every comment of a consultation: a ledger that left one out would not add up. */
    allLedgerRows: (allKey: string, tx?: Tx): Promise<LedgerRow[]> =>
      readAll<CommentRecord>({ model: comments, filter: { keys: allKey }, sort: newestFirst, select: LEDGER_ROW, tx }),
    /** Cuts the link to an account: what was said stays, signed 已注销. */
    eraseAuthor: async (accountId: string, tx: Tx): Promise<void> => {
      const gone = { accountId: null, isAuthorGone: true, penName: null, authorName: null, contentHash: 'erased' };
      await comments.updateMany({ accountId }, { $set: gone }, { session: tx });
    },

    /** Fails with a duplicate key when this account supports it already. */
    insertSupport: (record: SupportRecord, tx: Tx): Promise<void> =>
      supports.insertMany([record], { session: tx }).then(() => undefined),
    insertSupports: async (records: readonly SupportRecord[], tx: Tx): Promise<void> => {
      for (let at = 0; at < records.length; at += BATCH)
        await supports.insertMany(records.slice(at, at + BATCH), { session: tx });
    },
    findSupportOf: (commentId: string, accountId: string): Promise<SupportRecord | null> =>
      supports.findOne({ commentId, accountId }).lean<SupportRecord>(),
    countSupports: (commentId: string): Promise<number> => supports.countDocuments({ commentId }),
    /** Which of these comments this account supports. */
    listSupported: async (commentIds: readonly string[], accountId: string): Promise<Set<string>> => {
      const rows = await supports
        .find({ commentId: { $in: commentIds }, accountId }, 'commentId')
        .lean<SupportRecord[]>();
      return new Set(rows.map(row => row.commentId));
    },
    supportsOfAccount: (accountId: string): Promise<SupportRecord[]> =>
      readAll<SupportRecord>({ model: supports, filter: { accountId }, sort: { _id: 1 } }),
    insertReport: (record: ReportRecord, tx: Tx): Promise<void> =>
      reports.insertMany([record], { session: tx }).then(() => undefined),
    findReportOf: (commentId: string, accountId: string): Promise<ReportRecord | null> =>
      reports.findOne({ commentId, accountId }).lean<ReportRecord>(),
    countReports: (commentId: string, tx: Tx): Promise<number> => reports.countDocuments({ commentId }).session(tx),
    countOpenReports: (commentId: string, tx: Tx): Promise<number> =>
      reports.countDocuments({ commentId, outcome: null }).session(tx),
    settleReports: async (commentId: string, outcome: ReportOutcome, tx: Tx): Promise<void> => {
      await reports.updateMany({ commentId, outcome: null }, { $set: { outcome } }, { session: tx });
    },
    /** Of these comments, the latest first; a comment is reported a few times. */
    reportsOf: async (commentIds: readonly string[]): Promise<ReportRecord[]> =>
      commentIds.length === 0
        ? []
        : reports
            .find({ commentId: { $in: commentIds } })
            .sort({ createdAt: -1, _id: -1 })
            .limit(ROWS_AT_ONCE)
            .lean<ReportRecord[]>(),
    listReportsOf: (accountId: string, query: PageQuery): Promise<Page<ReportRecord>> =>
      readPage<ReportRecord>({
        cursors,
        model: reports,
        list: 'me.reports',
        filter: { accountId },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    /** Accounts whose reports of this comment were settled together, in the order of their ids. */
    listReporters: async (commentId: string, settlement: string, afterId: string, limit: number): Promise<string[]> => {
      const rows = await reports
        .find({ commentId, accountId: { $gt: afterId }, 'outcome.settlement': settlement }, 'accountId')
        .sort({ accountId: 1 })
        .limit(limit)
        .lean<ReportRecord[]>();
      return rows.map(({ accountId }) => accountId);
    },
    reportsOfAccount: (accountId: string): Promise<ReportRecord[]> =>
      readAll<ReportRecord>({ model: reports, filter: { accountId }, sort: { _id: 1 } }),
    /** Supports and reports stay counted, by nobody in particular. */
    eraseReactions: async (accountId: string, tx: Tx): Promise<void> => {
      await eraseFrom(supports, accountId, tx);
      await eraseFrom(reports as unknown as Model<SupportRecord>, accountId, tx);
    },

    findCounters: async (ids: readonly string[]): Promise<Map<string, CounterRecord>> => {
      if (ids.length === 0) return new Map();
      const records = await counters.find({ _id: { $in: ids } }).lean<CounterRecord[]>();
      return new Map(records.map(record => [record._id, record]));
    },
    increase: async (id: string, by: Record<string, number>, tx: Tx): Promise<void> => {
      await counters.updateOne({ _id: id }, { $inc: by }, { session: tx, upsert: true });
    },
    putCounters: async (records: readonly CounterRecord[], tx: Tx): Promise<void> => {
      for (const { _id, ...values } of records)
        await counters.updateOne({ _id }, { $set: values }, { session: tx, upsert: true });
    },
  };
}
export type CommentRepository = ReturnType<typeof createCommentRepository>;
