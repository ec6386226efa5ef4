import type { Account } from '@bandeng/contracts/types';
import { maskName, maskPhone } from '@bandeng/rules';
import type { KnownActor, RoleScope } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import type { AccountRecord, AccountRepository } from './account.repository';
import type { StaffRecord } from './staff.repository';

const COLLECTION = 'accounts';
/** How comments of a closed account are signed. */
export const CLOSED_NAME = '已注销';

/** How a person is called, and how readers see it while the phone is not verified. */
export interface Signature {
  /** Of choice; null until there is one. */
  name: string | null;
  displayName: string;
  maskedName: string;
  isPhoneVerified: boolean;
  isClosed: boolean;
}

export interface Contact {
  accountId: string;
  openid: string;
  /** When the person last had the mini-program open. */
  visitedAt: Date;
}

/** Residents' accounts: personal values go in and out sealed. */
export function createAccounts({ platform, repository }: { platform: Platform; repository: AccountRepository }) {
  const { ids, clock, personKeys, blindIndex, transaction, outbox } = platform;
  const place = (id: string, field: 'openid' | 'name' | 'phone') => ({ collection: COLLECTION, id, field });
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

  async function openName(account: AccountRecord): Promise<string | null> {
    return account.name ? personKeys.open(account._id, account.name, place(account._id, 'name')) : null;
  }

  async function sign(account: AccountRecord): Promise<Signature> {
    const isClosed = account.closedAt !== undefined;
    const name = isClosed ? null : await openName(account);
    const isPhoneVerified = account.phoneVerifiedAt !== undefined;
    // Made of an id, not a name: there is nothing to cover.
    const unnamed = isClosed ? CLOSED_NAME : `居民${account._id.slice(0, 4)}`;
    const maskedName = name === null ? unnamed : maskName(name, 'person');
    return { name, displayName: name ?? unnamed, maskedName, isPhoneVerified, isClosed };
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
      const [phone, signature] = await Promise.all([openPhone(account), sign(account)]);
      const { name, displayName, maskedName, isPhoneVerified } = signature;
      return {
        id: account._id,
        kind: 'resident',
        displayName,
        name,
        publicName: isPhoneVerified ? displayName : maskedName,
        phone: phone && maskPhone(phone),
        phoneVerified: isPhoneVerified,
        roles: [...roles],
        createdAt: account.createdAt.toISOString(),
      };
    },
    setName: async (accountId: string, name: string | null, tx: Tx): Promise<void> => {
      const sealed = name === null ? undefined : await personKeys.seal(accountId, name, place(accountId, 'name'));
      await repository.setName(accountId, sealed, tx);
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
    /** How comments of these people are signed. */
    describe: async (accountIds: readonly string[]): Promise<Map<string, Signature>> => {
      const accounts = await repository.findMany([...new Set(accountIds)]);
      return new Map(await Promise.all(accounts.map(async account => [account._id, await sign(account)] as const)));
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

export const presentStaffAccount = (staff: StaffRecord, actor: Pick<KnownActor, 'roles'>): Account => ({
  id: staff._id,
  kind: 'staff',
  displayName: staff.name,
  name: null,
  publicName: staff.name,
  phone: null,
  phoneVerified: false,
  roles: [...actor.roles],
  createdAt: staff.createdAt.toISOString(),
});
