import type { FEEDBACK_KINDS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { countSome, readPage, type Page, type PageQuery } from '../../platform/paging';
import { isDuplicateKey, type Tx } from '../../platform/transaction';

export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** 有用 / 看不懂 / 有错. One marked 有错 is a task of the notice's unit until it is closed. */
export interface FeedbackRecord {
  _id: string;
  noticeId: string;
  unitId: string;
  kind: FeedbackKind;
  /** Personal numbers in it are masked before it is kept. */
  text: string | null;
  createdAt: Date;
  state: 'open' | 'done' | 'none';
  conclusion: string | null;
}

interface ReadRecord {
  _id: string;
  day: string;
}

interface TaskFilter {
  state: 'open' | 'done';
  unitIds: readonly string[] | 'all';
}
const filterOf = ({ state, unitIds }: TaskFilter) => ({
  state,
  ...(unitIds !== 'all' && { unitId: { $in: unitIds } }),
});

export function createFeedbackRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const text = { type: String, required: true };
  const schema = new Schema<FeedbackRecord>(
    {
      _id: String,
      noticeId: text,
      unitId: text,
      kind: text,
      text: { type: String, default: null },
      createdAt: { type: Date, required: true },
      state: text,
      conclusion: { type: String, default: null },
    },
    { versionKey: false, collection: 'noticeFeedback' },
  );
  schema.index({ state: 1, createdAt: -1, _id: -1 });
  schema.index({ state: 1, unitId: 1, createdAt: -1, _id: -1 });
  schema.index({ createdAt: 1 });
  const model = database.model<FeedbackRecord>('NoticeFeedback', schema);
  const readSchema = new Schema<ReadRecord>(
    { _id: String, day: text },
    { versionKey: false, collection: 'noticeReads' },
  );
  readSchema.index({ day: 1 });
  const reads = database.model<ReadRecord>('NoticeRead', readSchema);

  return {
    find: (id: string, tx?: Tx) =>
      model
        .findOne({ _id: id })
        .session(tx ?? null)
        .lean<FeedbackRecord>(),
    insert: async (record: FeedbackRecord, tx: Tx): Promise<void> => {
      await model.insertMany([record], { session: tx });
    },
    replace: async (record: FeedbackRecord, tx: Tx): Promise<void> => {
      await model.replaceOne({ _id: record._id }, record, { session: tx });
    },
    countTasks: (wanted: TaskFilter): Promise<number> => countSome(model, filterOf(wanted)),
    listTasks: (wanted: TaskFilter, query: PageQuery): Promise<Page<FeedbackRecord>> =>
      readPage<FeedbackRecord>({
        cursors,
        model,
        list: `staff.feedback:${wanted.state}`,
        filter: filterOf(wanted),
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    /** True the first time this reader opens this notice on this day. `readerHash` cannot be turned back and lives for the day. */
    async isFirstRead(noticeId: string, readerHash: string, day: string): Promise<boolean> {
      try {
        await reads.insertMany([{ _id: `${noticeId}:${day}:${readerHash}`, day }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    forgetReadsBefore: async (day: string): Promise<void> => {
      await reads.deleteMany({ day: { $lt: day } });
    },
  };
}
export type FeedbackRepository = ReturnType<typeof createFeedbackRepository>;
