import type { Connection } from 'mongoose';
import { findTogether } from '../../platform/find-together';
import { readAll } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createSessionModel, type SessionRecord } from './session.model';

export type { SessionRecord };

export function createSessionRepository(database: Connection) {
  const model = createSessionModel(database);
  return {
    /** For the login of a call: many at once are one query. */
    findForCall: findTogether(async ids => {
      const records = await model.find({ _id: { $in: ids } }).lean<SessionRecord[]>();
      return new Map(records.map(record => [record._id, record]));
    }),
    insert: async (record: SessionRecord, tx?: Tx): Promise<void> => {
      await model.insertMany([record], tx ? { session: tx } : {});
    },
    find: (id: string, tx?: Tx): Promise<SessionRecord | null> =>
      model
        .findById(id)
        .session(tx ?? null)
        .lean<SessionRecord>(),
    /** The next refresh token takes the place of the current one. */
    rotate: async (
      id: string,
      next: Pick<SessionRecord, 'currentHash' | 'previousHash' | 'rotatedAt' | 'sealedCurrent' | 'expiresAt'>,
      tx: Tx,
    ) => {
      await model.updateOne({ _id: id }, { $set: next }, { session: tx });
    },
    revoke: async (id: string, at: Date, tx?: Tx): Promise<void> => {
      await model.updateOne(
        { _id: id },
        { $set: { revokedAt: at }, $unset: { sealedCurrent: 1 } },
        tx ? { session: tx } : {},
      );
    },
    /** Every session that is still kept. */
    listOf: (accountId: string): Promise<SessionRecord[]> =>
      readAll<SessionRecord>({ model, filter: { accountId }, sort: { _id: 1 } }),
    revokeAll: async (accountId: string, at: Date, tx: Tx): Promise<void> => {
      await model.updateMany(
        { accountId, revokedAt: null },
        { $set: { revokedAt: at }, $unset: { sealedCurrent: 1 } },
        { session: tx },
      );
    },
  };
}
export type SessionRepository = ReturnType<typeof createSessionRepository>;
