import type { Connection } from 'mongoose';
import { findTogether } from '../../platform/find-together';
import type { Tx } from '../../platform/transaction';
import { createAccountModel, type AccountRecord } from './account.model';

export type { AccountRecord };

export function createAccountRepository(database: Connection) {
  const model = createAccountModel(database);
  return {
    /** For the login of a call: many at once are one query. */
    findForCall: findTogether(async ids => {
      const records = await model.find({ _id: { $in: ids } }).lean<AccountRecord[]>();
      return new Map(records.map(record => [record._id, record]));
    }),
    insert: async (record: AccountRecord, tx: Tx): Promise<void> => {
      await model.insertMany([record], { session: tx });
    },
    find: (id: string, tx?: Tx): Promise<AccountRecord | null> =>
      model
        .findById(id)
        .session(tx ?? null)
        .lean<AccountRecord>(),
    findByOpenid: (openidIndex: string): Promise<AccountRecord | null> =>
      model.findOne({ openidIndex }).lean<AccountRecord>(),
    findByOidc: (oidcIndex: string): Promise<AccountRecord | null> =>
      model.findOne({ oidcIndex }).lean<AccountRecord>(),
    findMany: (ids: readonly string[]): Promise<AccountRecord[]> =>
      model.find({ _id: { $in: ids } }).lean<AccountRecord[]>(),
    listByStaff: (staffIds: readonly string[]): Promise<AccountRecord[]> =>
      model
        .find({ staffId: { $in: staffIds } })
        .sort({ staffId: 1, _id: 1 })
        .lean<AccountRecord[]>(),
    noteVisit: async (id: string, at: Date): Promise<void> => {
      await model.updateOne({ _id: id }, { $set: { visitedAt: at } });
    },
    setPhone: async (
      id: string,
      phone: Pick<AccountRecord, 'phone' | 'phoneIndex' | 'phoneVerifiedAt'>,
      tx: Tx,
    ): Promise<void> => {
      await model.updateOne({ _id: id }, { $set: phone }, { session: tx });
    },
    /** @param name sealed; undefined takes it back */
    setName: async (id: string, name: string | undefined, tx: Tx): Promise<void> => {
      const change = name === undefined ? { $unset: { name: 1 } } : { $set: { name } };
      await model.updateOne({ _id: id }, change, { session: tx });
    },
    bindStaff: async (id: string, staffId: string, tx: Tx): Promise<void> => {
      // One staff member, one WeChat account: the older binding ends.
      await model.updateMany({ staffId }, { $unset: { staffId: 1 } }, { session: tx });
      await model.updateOne({ _id: id }, { $set: { staffId } }, { session: tx });
    },
    /** Leaves the id, under which comments stay, and nothing that leads to the person. */
    close: async (id: string, at: Date, tx: Tx): Promise<void> => {
      const personal = {
        openidIndex: 1,
        openid: 1,
        oidcIndex: 1,
        name: 1,
        phone: 1,
        phoneIndex: 1,
        phoneVerifiedAt: 1,
        staffId: 1,
      } as const;
      await model.updateOne({ _id: id }, { $set: { closedAt: at }, $unset: personal }, { session: tx });
    },
  };
}
export type AccountRepository = ReturnType<typeof createAccountRepository>;
