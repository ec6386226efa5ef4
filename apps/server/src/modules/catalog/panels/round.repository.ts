import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { countSome, readPage, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { createRoundModels, type NoteRecord, type RoundRecord } from './round.model';

export type { NoteRecord, RoundRecord };

export function createRoundRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { rounds, notes } = createRoundModels(database);
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });
  return {
    find: (id: string, tx?: Tx) => rounds.findById(id, null, session(tx)).lean<RoundRecord>(),
    put: async ({ _id, ...fields }: RoundRecord, tx: Tx): Promise<void> => {
      await rounds.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },
    hasOpen: async (editionId: string, tx: Tx): Promise<boolean> =>
      (await rounds.exists({ editionId, state: 'open' }).session(tx)) !== null,
    /** Whether this member was ever asked about the edition. */
    hasMember: async (editionId: string, staffId: string): Promise<boolean> =>
      (await rounds.exists({ editionId, memberIds: staffId })) !== null,
    /** The last one first; of a member only those. */
    page: (editionId: string, memberId: string | undefined, query: PageQuery) =>
      readPage<RoundRecord>({
        cursors,
        model: rounds,
        list: `staff.rounds.list:${editionId}:${memberId ?? ''}`,
        filter: { editionId, ...(memberId !== undefined && { memberIds: memberId }) },
        sort: { openedAt: -1, _id: -1 },
        query,
      }),
    /** Open ones, the most pressing first: of a member, or all. */
    listOpen: (memberId: string | undefined, limit: number) =>
      rounds
        .find({ state: 'open', ...(memberId !== undefined && { memberIds: memberId }) })
        .sort({ dueOn: 1, _id: 1 })
        .limit(limit)
        .lean<RoundRecord[]>(),

    findNote: (id: string, tx?: Tx) => notes.findById(id, null, session(tx)).lean<NoteRecord>(),
    putNote: async ({ _id, ...fields }: NoteRecord, tx: Tx): Promise<void> => {
      await notes.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },
    deleteNote: async (id: string, tx: Tx): Promise<void> => {
      await notes.deleteOne({ _id: id }, { session: tx });
    },
    pageNotes: (roundId: string, query: PageQuery) =>
      readPage<NoteRecord>({
        cursors,
        model: notes,
        list: `staff.rounds.notes:${roundId}`,
        filter: { roundId },
        sort: { at: 1, _id: 1 },
        query,
      }),
    hasUnanswered: async (roundId: string, tx: Tx): Promise<boolean> =>
      (await notes.exists({ roundId, answer: null }).session(tx)) !== null,
    countNotes: (roundId: string) => countSome(notes, { roundId }),
    countUnanswered: (roundId: string) => countSome(notes, { roundId, answer: null }),
  };
}
export type RoundRepository = ReturnType<typeof createRoundRepository>;
