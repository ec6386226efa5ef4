import type { Account } from '@bandeng/contracts/types';
import { maskPhone } from '@bandeng/rules';
import type { KnownActor, RoleScope } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import type { AccountRecord, AccountRepository } from './account.repository';
import type { StaffRecord } from './staff.repository';

const COLLECTION = 'accounts';
/** How comments of a closed account are signed. */
export const CLOSED_NAME = '已注销';

const displayNameOf = (account: AccountRecord): string =>
  account.closedAt ? CLOSED_NAME : `居民${account._id.slice(0, 4)}`;

export interface Contact {
  accountId: string;
  openid: string;
  /** When the person last had the mini-program open. */
  visitedAt: Date;
}

/** Residents' accounts: personal values go in and out sealed. */
export function createAccounts({ platform, repository }: { platform: Platform; repository: AccountRepository }) {
  const { ids, clock, personKeys, blindIndex, transaction, outbox } = platform;
  const place = (id: string, field: 'openid' | 'phone') => ({ collection: COLLECTION, id, field });
  const openidIndex = (openid: string) => blindIndex.of('openid', openid);

  async function create(_id: string, known: Pick<AccountRecord, 'openid' | 'openidIndex' | 'oidcIndex'>) {
    const now = clock.now();
    const record: AccountRecord = { _id, ...known, createdAt: now, visitedAt: now };
    await transaction(async tx => {
      await repository.insert(record, tx);
      await outbox.add({ name: 'account.created', accountId: _id }, tx);
    });
    return record;
  }

  async function createForWechat(openid: string): Promise<AccountRecord> {
    const _id = ids.uuid();
    const sealed = await personKeys.seal(_id, openid, place(_id, 'openid'));
    return create(_id, { openidIndex: openidIndex(openid), openid: sealed });
  }

  /** The account that `find` finds, made at the first login; of two first logins at once one makes it. */
  async function findOrCreate(
    find: () => Promise<AccountRecord | null>,
    make: () => Promise<AccountRecord>,
  ): Promise<AccountRecord> {
    const existing = await find();
    if (existing) {
      await repository.noteVisit(existing._id, clock.now());
      return existing;
    }
    try {
      return await make();
    } catch (error) {
      const made = isDuplicateKey(error) ? await find() : null;
      if (!made) throw error;
      return made;
    }
  }

  const enter = (openid: string): Promise<AccountRecord> =>
    findOrCreate(
      () => repository.findByOpenid(openidIndex(openid)),
      () => createForWechat(openid),
    );

  /** Of the person only a keyed hash is kept: nothing is ever sent through the identity service. */
  function enterByOidc(issuer: string, subject: string): Promise<AccountRecord> {
    const oidcIndex = blindIndex.of('oidc', `${issuer}\n${subject}`);
    return findOrCreate(
      () => repository.findByOidc(oidcIndex),
      () => create(ids.uuid(), { oidcIndex }),
    );
  }

  async function openPhone(account: AccountRecord): Promise<string | null> {
    return account.phone ? personKeys.open(account._id, account.phone, place(account._id, 'phone')) : null;
  }

  async function get(id: string): Promise<AccountRecord> {
    const account = await repository.find(id);
    if (!account || account.closedAt) throw new AppError('account.not_found');
    return account;
  }

  return {
    get,
    enter,
    enterByOidc,
    present: async (account: AccountRecord, roles: readonly RoleScope[]): Promise<Account> => {
      const phone = await openPhone(account);
      return {
        id: account._id,
        kind: 'resident',
        displayName: displayNameOf(account),
        phone: phone && maskPhone(phone),
        phoneVerified: account.phoneVerifiedAt !== undefined,
        roles: [...roles],
        createdAt: account.createdAt.toISOString(),
      };
    },
    setPhone: async (accountId: string, phone: string, tx: Tx): Promise<void> => {
      const sealed = await personKeys.seal(accountId, phone, place(accountId, 'phone'));
      await repository.setPhone(
        accountId,
        { phone: sealed, phoneIndex: blindIndex.of('phone', phone), phoneVerifiedAt: clock.now() },
        tx,
      );
    },
    /** Where to reach this person in WeChat; null when the account is closed. */
    findContact: async (accountId: string): Promise<Contact | null> => {
      const account = await repository.find(accountId);
      if (!account?.openid || account.closedAt) return null;
      const openid = await personKeys.open(accountId, account.openid, place(accountId, 'openid'));
      return openid === null ? null : { accountId, openid, visitedAt: account.visitedAt };
    },
    /** The account a push speaks of, by the keyed hash that the event carries. */
    findIdByOpenidIndex: async (index: string): Promise<string | null> =>
      (await repository.findByOpenid(index))?._id ?? null,
    /** Whether comments of these people may be shown under their own name, and which that is. */
    describe: async (
      accountIds: readonly string[],
    ): Promise<Map<string, { displayName: string; isPhoneVerified: boolean; isClosed: boolean }>> => {
      const accounts = await repository.findMany([...new Set(accountIds)]);
      return new Map(
        accounts.map(account => [
          account._id,
          {
            displayName: displayNameOf(account),
            isPhoneVerified: account.phoneVerifiedAt !== undefined,
            isClosed: account.closedAt !== undefined,
          },
        ]),
      );
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

export const presentStaffAccount = (staff: StaffRecord, actor: Pick<KnownActor, 'roles'>): Account => ({
  id: staff._id,
  kind: 'staff',
  displayName: staff.name,
  phone: null,
  phoneVerified: false,
  roles: [...actor.roles],
  createdAt: staff.createdAt.toISOString(),
});
