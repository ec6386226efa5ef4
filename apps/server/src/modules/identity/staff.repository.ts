import type { StaffRole } from '@bandeng/contracts/routes';
import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createStaffModels, type BindingCodeRecord, type LoginFailureRecord, type StaffRecord } from './staff.model';

export type { LoginFailureRecord, StaffRecord };

/** More of one name than any district has. */
const MOST_OF_ONE_NAME = 20;

interface StaffFilter {
  /** Together: this role for this unit. */
  role?: StaffRole | undefined;
  unit?: string | undefined;
  /** Both when it is not given. */
  state?: 'current' | 'closed' | undefined;
}

function filterOf({ role, unit, state }: StaffFilter): Record<string, unknown> {
  const held = { ...(role !== undefined && { role }), ...(unit !== undefined && { unitId: unit }) };
  return {
    ...(Object.keys(held).length > 0 && { roles: { $elemMatch: held } }),
    ...(state !== undefined && { closedAt: state === 'closed' ? { $ne: null } : null }),
  };
}

export function createStaffRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { staff, failures, bindingCodes } = createStaffModels(database);
  return {
    insert: async (record: StaffRecord, tx: Tx): Promise<void> => {
      await staff.insertMany([record], { session: tx });
    },
    find: (id: string): Promise<StaffRecord | null> => staff.findById(id).lean<StaffRecord>(),
    findAll: (ids: readonly string[]): Promise<StaffRecord[]> =>
      staff.find({ _id: { $in: ids } }).lean<StaffRecord[]>(),
    findByUsername: (username: string, tx?: Tx): Promise<StaffRecord | null> =>
      staff
        .findOne({ username })
        .session(tx ?? null)
        .lean<StaffRecord>(),
    /** Those who are called so; a name can be that of several. */
    findByName: (name: string): Promise<StaffRecord[]> =>
      staff.find({ name }).sort({ _id: 1 }).limit(MOST_OF_ONE_NAME).lean<StaffRecord[]>(),
    /** Members whose name or user name begins so. */
    listBeginning: async (begin: string, limit: number): Promise<StaffRecord[]> => {
      const range = { $gte: begin, $lt: `${begin}\uffff` };
      const lists = await Promise.all([
        staff.find({ username: range }).sort({ username: 1, _id: 1 }).limit(limit).lean<StaffRecord[]>(),
        staff.find({ name: range }).sort({ name: 1, _id: 1 }).limit(limit).lean<StaffRecord[]>(),
      ]);
      return [...new Map(lists.flat().map(member => [member._id, member])).values()].slice(0, limit);
    },
    hasDemo: async (): Promise<boolean> => (await staff.exists({ isDemo: true })) !== null,
    listPage: (wanted: StaffFilter, query: PageQuery): Promise<Page<StaffRecord>> => {
      const filter = filterOf(wanted);
      const list = `staff.members.list:${JSON.stringify(filter)}`;
      return readPage({ cursors, model: staff, list, filter, sort: { username: 1, _id: 1 }, query });
    },
    /** Staff who hold one of these roles, whatever its scope. */
    listByRoles: (roles: readonly StaffRole[]): Promise<StaffRecord[]> =>
      staff
        .find({ 'roles.role': { $in: roles }, closedAt: null })
        .sort({ _id: 1 })
        .lean<StaffRecord[]>(),
    update: async (id: string, set: Pick<StaffRecord, 'name' | 'roles'>, tx: Tx): Promise<void> => {
      await staff.updateOne({ _id: id, closedAt: null }, { $set: set }, { session: tx });
    },
    close: async (id: string, at: Date, tx: Tx): Promise<void> => {
      await staff.updateOne(
        { _id: id },
        {
          $set: { closedAt: at, roles: [] },
          $unset: { totpSecret: 1, pendingTotpSecret: 1, recoveryCodes: 1, totpReset: 1 },
        },
        { session: tx },
      );
    },
    setPendingTotp: async (id: string, pendingTotpSecret: string): Promise<void> => {
      await staff.updateOne({ _id: id }, { $set: { pendingTotpSecret } });
    },
    confirmTotp: async (
      id: string,
      confirmed: Required<Pick<StaffRecord, 'totpSecret' | 'totpStep' | 'recoveryCodes'>>,
      tx: Tx,
    ): Promise<void> => {
      await staff.updateOne(
        { _id: id },
        { $set: confirmed, $unset: { pendingTotpSecret: 1, totpReset: 1 } },
        { session: tx },
      );
    },
    resetTotp: async (id: string, totpReset: NonNullable<StaffRecord['totpReset']>, tx: Tx): Promise<void> => {
      await staff.updateOne(
        { _id: id },
        { $set: { totpReset }, $unset: { totpSecret: 1, pendingTotpSecret: 1, totpStep: 1, recoveryCodes: 1 } },
        { session: tx },
      );
    },
    setRecoveryCodes: async (id: string, recoveryCodes: string[], tx: Tx): Promise<void> => {
      await staff.updateOne({ _id: id }, { $set: { recoveryCodes } }, { session: tx });
    },
    /** True when it was there; two logins with one code cannot both win. */
    useRecoveryCode: async (id: string, hash: string, tx: Tx): Promise<boolean> => {
      const used = await staff.updateOne(
        { _id: id, recoveryCodes: hash },
        { $pull: { recoveryCodes: hash } },
        { session: tx },
      );
      return used.modifiedCount === 1;
    },
    /** True when this time step was not used before; two logins with one code cannot both win. */
    useTotpStep: async (id: string, step: number): Promise<boolean> => {
      const used = await staff.updateOne({ _id: id, totpStep: { $lt: step } }, { $set: { totpStep: step } });
      return used.modifiedCount === 1;
    },

    /** Counts a try before the password is looked at, so that many at once cannot outrun the lock; returns the state after it. */
    countTry: async (key: string, at: Date): Promise<LoginFailureRecord | null> =>
      failures
        .findOneAndUpdate(
          { _id: key },
          { $inc: { count: 1 }, $set: { lastAt: at } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<LoginFailureRecord>(),
    takeBackTry: async (key: string): Promise<void> => {
      await failures.updateOne({ _id: key, count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
    findFailures: (key: string): Promise<LoginFailureRecord | null> =>
      failures.findById(key).lean<LoginFailureRecord>(),
    lock: async (key: string, lockedUntil: Date): Promise<void> => {
      await failures.updateOne({ _id: key }, { $set: { lockedUntil, count: 0 } });
    },
    clearFailures: async (key: string): Promise<void> => {
      await failures.deleteOne({ _id: key });
    },

    insertBindingCode: async (record: BindingCodeRecord, tx: Tx): Promise<void> => {
      await bindingCodes.insertMany([record], { session: tx });
    },
    /** Uses up a code that is still good; null otherwise. */
    useBindingCode: (hash: string, now: Date, tx: Tx): Promise<BindingCodeRecord | null> =>
      bindingCodes
        .findOneAndUpdate(
          { _id: hash, expiresAt: { $gt: now }, usedAt: null },
          { $set: { usedAt: now } },
          { session: tx, returnDocument: 'after' },
        )
        .lean<BindingCodeRecord>(),
  };
}
export type StaffRepository = ReturnType<typeof createStaffRepository>;
