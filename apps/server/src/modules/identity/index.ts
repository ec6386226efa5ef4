import type { StaffRole } from '@bandeng/contracts/routes';
import { hasRole, hasRoleForUnit } from '../../http/actor';
import type { Authenticator } from '../../http/auth';
import type { Command, PersonalData, ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Wechat } from '../wechat';
import { createAccessTokens } from './access-tokens';
import { createAccountRepository, type AccountRepository } from './account.repository';
import { createAccounts, type Accounts } from './accounts';
import { createAuthenticator } from './authenticate';
import { closeStaff } from './close-staff';
import { assertScopes, type Places } from './assert-scopes';
import { createStaff, type NewStaff } from './create-staff';
import { usableRoles } from './identity.policy';
import { identityHandlers } from './identity.routes';
import { createOidcClient, type OidcClient } from './oidc-client';
import { SEALED_REASON } from './reset-totp';
import { createSessionRepository } from './session.repository';
import { createSessions, type Sessions, type TokenPair } from './sessions';
import { staffCommands } from './staff.commands';
import { createStaffRepository, type StaffRecord, type StaffRepository } from './staff.repository';
import { createTotp, type Totp } from './totp';

export { CLOSED_NAME } from './accounts';
export type { NewStaff } from './create-staff';

interface Others {
  audit: Audit;
  organization: Places;
  wechat: Wechat;
  /** What the other modules hold about a person; asked late, because they are made after this one. */
  personalData: () => readonly PersonalData[];
}

/** What the handlers of this module work with. */
export interface IdentityDeps extends Omit<Others, 'wechat'> {
  platform: Platform;
  clock: Platform['clock'];
  blindIndex: Platform['blindIndex'];
  client: Wechat['client'];
  accounts: Accounts;
  accountRepository: AccountRepository;
  staff: StaffRepository;
  sessions: Sessions;
  totp: Totp;
  /** Undefined when no identity service is configured. */
  oidc: OidcClient | undefined;
  hasSimulator: boolean;
  isProduction: boolean;
}

export interface Identity {
  authenticator: Authenticator;
  /** Where to reach an account in WeChat; null when it is closed. */
  findContact: Accounts['findContact'];
  findIdByOpenidIndex: Accounts['findIdByOpenidIndex'];
  /** How what people say is signed, by account id. */
  describeAccounts: Accounts['describe'];
  /** Names of staff members, of those who left too, for screens of staff; unknown ids are left out. */
  findStaffNames(staffIds: readonly string[]): Promise<Map<string, string>>;
  /** Names and roles of members, for screens of staff; closed ones too. */
  describeStaff(ids: readonly string[]): Promise<Map<string, { name: string; roles: StaffRole[] }>>;
  /** Members who hold this role now, by name. */
  listStaffWith(role: StaffRole): Promise<{ id: string; name: string }[]>;
  /** Ids of the members with this name or user name. */
  findStaffIds(name: string): Promise<string[]>;
  /** WeChat accounts bound to staff who hold one of these roles for the unit (or for the whole district). */
  listStaffAccounts(roles: readonly StaffRole[], unitId: string): Promise<string[]>;
  /** Members who hold one of these roles for the unit (or for the whole district) now, by name. */
  listStaffFor(roles: readonly StaffRole[], unitId: string): Promise<{ id: string; name: string }[]>;
  /** WeChat accounts bound to this member. */
  listAccountsOfStaff(staffId: string): Promise<string[]>;
  createStaff(input: NewStaff): Promise<StaffRecord>;
  /** A session without a login: for demo data and tests. */
  beginResidentSession(openid: string): Promise<TokenPair & { accountId: string }>;
  /** The account of an openid, made when it is new: for demo data. */
  enterAccount(openid: string): Promise<string>;
  /** Gives an account its name: for demo data. */
  setName(accountId: string, name: string): Promise<void>;
  /** Binds an account to a staff member, as a binding code does: for demo data. */
  bindAccount(accountId: string, staffId: string): Promise<void>;
  /** Marks a number as verified: for demo data. */
  setVerifiedPhone(accountId: string, phone: string): Promise<void>;
}

export function createIdentityModule(platform: Platform, others: Others) {
  const { database, clock, cursors, config, fields, blindIndex, transaction, logger } = platform;
  const isProduction = config.mode === 'production';
  const accessTokens = createAccessTokens({ tokenKey: config.keys.token, clock });
  const sessionRepository = createSessionRepository(database);
  const accountRepository = createAccountRepository(database);
  const staff = createStaffRepository({ database, cursors });
  const accounts = createAccounts({ platform, repository: accountRepository });
  const deps: IdentityDeps = {
    platform,
    clock,
    blindIndex,
    audit: others.audit,
    organization: others.organization,
    personalData: others.personalData,
    client: others.wechat.client,
    accounts,
    accountRepository,
    staff,
    sessions: createSessions({ platform, repository: sessionRepository, accessTokens }),
    totp: createTotp({ clock, fields }),
    oidc: config.oidc && createOidcClient({ oidc: config.oidc, publicOrigin: config.publicOrigin!, clock, logger }),
    hasSimulator: others.wechat.simulator !== undefined,
    isProduction,
  };
  const makeStaff = (input: NewStaff) => createStaff(deps, 'system', input);
  const commands: Command[] = staffCommands({
    createStaff: async input => {
      await assertScopes(others.organization, input.roles);
      return makeStaff(input);
    },
    closeStaff: async username => closeStaff(deps, 'system', await staff.findByUsername(username)),
  });

  const staffFor = async (roles: readonly StaffRole[], unitId: string) =>
    (await staff.listByRoles(roles)).filter(member =>
      hasRoleForUnit({ roles: usableRoles(member, { isProduction }) }, unitId, ...roles),
    );
  const api: Identity = {
    authenticator: createAuthenticator({
      accessTokens,
      sessions: sessionRepository,
      accounts: accountRepository,
      staff,
      isProduction,
    }),
    findContact: accounts.findContact,
    findIdByOpenidIndex: accounts.findIdByOpenidIndex,
    describeAccounts: accounts.describe,
    findStaffNames: async ids => new Map((await staff.findAll(ids)).map(({ _id, name }) => [_id, name])),
    describeStaff: async ids =>
      new Map(
        (await staff.findAll(ids)).map(({ _id, name, roles }) => [
          _id,
          { name, roles: [...new Set(roles.map(({ role }) => role))] },
        ]),
      ),
    listStaffWith: async role =>
      (await staff.listByRoles([role]))
        .map(({ _id, name }) => ({ id: _id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    findStaffIds: async name => {
      const [member, named] = await Promise.all([staff.findByUsername(name), staff.findByName(name)]);
      return [...new Set([...(member ? [member] : []), ...named].map(({ _id }) => _id))];
    },
    listStaffAccounts: async (roles, unitId) => {
      const concerned = await staffFor(roles, unitId);
      return (await accountRepository.listByStaff(concerned.map(member => member._id))).map(account => account._id);
    },
    listStaffFor: async (roles, unitId) =>
      (await staffFor(roles, unitId))
        .map(({ _id, name }) => ({ id: _id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    listAccountsOfStaff: async staffId => (await accountRepository.listByStaff([staffId])).map(({ _id }) => _id),
    createStaff: makeStaff,
    beginResidentSession: async openid => {
      const { _id } = await accounts.enter(openid);
      return { ...(await deps.sessions.begin({ accountId: _id, kind: 'resident' })), accountId: _id };
    },
    enterAccount: async openid => (await accounts.enter(openid))._id,
    setName: (accountId, name) => transaction(tx => accounts.setName(accountId, name, tx)),
    bindAccount: (accountId, staffId) => transaction(tx => accountRepository.bindStaff(accountId, staffId, tx)),
    setVerifiedPhone: (accountId, phone) => transaction(tx => accounts.setPhone(accountId, phone, tx)),
  };
  return {
    handlers: identityHandlers(deps),
    commands,
    personalData: [
      {
        name: 'sessions',
        export: async accountId =>
          (await sessionRepository.listOf(accountId)).map(({ createdAt, rotatedAt, expiresAt, revokedAt }) => ({
            createdAt,
            renewedAt: rotatedAt ?? null,
            expiresAt,
            endedAt: revokedAt ?? null,
          })),
      },
    ],
    findRecords: async (actor, words, limit) =>
      hasRole(actor, 'admin')
        ? (await staff.listBeginning(words, limit)).map(({ _id, name, username, closedAt }) => ({
            kind: 'staff',
            id: _id,
            title: name,
            note: closedAt ? `${username} · 停用了` : username,
          }))
        : [],
    recordReaders: { staff: async (_id, actor) => hasRole(actor, 'admin') },
    sealedFields: [
      ...['totpSecret', 'pendingTotpSecret'].map(path => ({ collection: 'staff', path, field: 'totpSecret' })),
      SEALED_REASON,
    ],
    startFaults: async () =>
      isProduction && (await staff.hasDemo())
        ? ['the database holds a demo account: production needs a database of its own']
        : [],
    api,
  } satisfies ServerModule & { api: Identity };
}
