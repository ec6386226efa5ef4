import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { insertRecord } from '../../platform/insert-record';
import { readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import type { MemberKey } from './matter-source';
import { defineMatterModels, type MatterMemberRecord, type MatterRecord } from './matter.model';

export type { MatterMemberRecord, MatterRecord } from './matter.model';

/** More than these are no matter any more: whoever looks for something finds nothing. */
export const MOST_MEMBERS = 100;
export const keyOf = ({ kind, id }: MemberKey): string => `${kind}:${id}`;

export function createMatterRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { matters, members } = defineMatterModels(database);
  const find = (id: string, tx?: Tx): Promise<MatterRecord | null> =>
    matters.findById(id, null, { session: tx ?? null }).lean<MatterRecord>();
  return {
    find,
    async get(id: string, tx?: Tx): Promise<MatterRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('matter.not_found');
      return record;
    },
    findMany: async (ids: readonly string[]): Promise<MatterRecord[]> =>
      matters.find({ _id: { $in: [...new Set(ids)] } }).lean<MatterRecord[]>(),
    insert: (record: MatterRecord, tx: Tx): Promise<void> => insertRecord(matters, record, tx),
    /** Every act on a matter writes here, so that two at once conflict: its members are counted. */
    update: async (id: string, set: Partial<MatterRecord>, tx: Tx): Promise<void> => {
      await matters.updateOne({ _id: id }, { $set: set, $inc: { revision: 1 } }, { session: tx });
    },
    list: (query: PageQuery): Promise<Page<MatterRecord>> =>
      readPage<MatterRecord>({
        cursors,
        model: matters,
        list: 'staff.matters',
        filter: {},
        sort: { createdAt: -1, _id: -1 },
        query,
      }),

    findMember: (key: MemberKey, tx?: Tx): Promise<MatterMemberRecord | null> =>
      members.findById(keyOf(key), null, { session: tx ?? null }).lean<MatterMemberRecord>(),
    findMembers: (keys: readonly MemberKey[]): Promise<MatterMemberRecord[]> =>
      members.find({ _id: { $in: keys.map(keyOf) } }).lean<MatterMemberRecord[]>(),
    listMembers: (matterId: string): Promise<MatterMemberRecord[]> =>
      members.find({ matterId }).sort({ linkedAt: 1, _id: 1 }).limit(MOST_MEMBERS).lean<MatterMemberRecord[]>(),
    countMembers: (matterId: string, tx?: Tx): Promise<number> =>
      members.countDocuments({ matterId }).session(tx ?? null),
    putMember: async ({ _id, ...member }: MatterMemberRecord, tx: Tx): Promise<void> => {
      await members.updateOne({ _id }, { $set: member }, { upsert: true, session: tx });
    },
    deleteMember: async (key: MemberKey, tx: Tx): Promise<void> => {
      await members.deleteOne({ _id: keyOf(key) }, { session: tx });
    },
  };
}
export type MatterRepository = ReturnType<typeof createMatterRepository>;
