import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { readPage, type Page, type PageQuery } from '../../platform/paging';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import { defineAnswerModels, type AnswerRecord } from './answer.model';

export const PUBLIC_ANSWERS = 'publicAnswers';

interface PublicFilter {
  unit?: string | undefined;
  year?: number | undefined;
}

/** Reads and writes the archive of answers. */
export function createAnswerRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { answers } = defineAnswerModels(database);
  return {
    find: (id: string): Promise<AnswerRecord | null> => answers.findOne({ _id: id }).lean<AnswerRecord>(),
    findOfRequest: (requestId: string, tx?: Tx): Promise<AnswerRecord | null> =>
      answers
        .findOne({ requestId })
        .session(tx ?? null)
        .lean<AnswerRecord>(),
    /** The first version of it, or what takes the place of the one with the same revision. Throws answer.changed when somebody was quicker. */
    async put(record: AnswerRecord, tx: Tx): Promise<void> {
      if (record.revision === 0) {
        try {
          await answers.insertMany([{ ...record, revision: 1 }], { session: tx });
        } catch (cause) {
          if (isDuplicateKey(cause)) throw new AppError('answer.changed', { cause });
          throw cause;
        }
        return;
      }
      const { _id, revision } = record;
      const next = { ...record, revision: revision + 1 };
      const { matchedCount } = await answers.replaceOne({ _id, revision }, next, { session: tx });
      if (matchedCount === 0) throw new AppError('answer.changed');
    },
    listPublic: ({ unit, year }: PublicFilter, query: PageQuery): Promise<Page<AnswerRecord>> =>
      readPage<AnswerRecord>({
        ...{ cursors, model: answers, list: `answers:${unit ?? ''}:${year ?? ''}`, query },
        filter: { isPublic: true, ...(unit && { unitId: unit }), ...(year && { year }) },
        sort: { publishedAt: -1, _id: -1 },
      }),
    /** Of these, those that are public. */
    findPublic: (ids: readonly string[]): Promise<AnswerRecord[]> =>
      answers.find({ _id: { $in: [...ids] }, isPublic: true }).lean<AnswerRecord[]>(),
    /** Ids of those that are public, in their order, some at a time. */
    listPublicIdsAfter: async (afterId: string, limit: number): Promise<string[]> => {
      const found = await answers
        .find({ isPublic: true, _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .select({ _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
export type AnswerRepository = ReturnType<typeof createAnswerRepository>;
