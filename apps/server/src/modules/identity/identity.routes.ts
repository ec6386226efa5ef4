import type { Account, DeskSession, Session, StaffMember } from '@bandeng/contracts/types';
import { STAFF_ROLES } from '@bandeng/contracts/routes';
import type { Context } from 'koa';
import type { KnownActor, StaffActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import { deriveKey } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import { presentStaffAccount } from './accounts';
import { assertScopes } from './assert-scopes';
import { bindStaff, issueBindingCode } from './bind-staff';
import { closeAccount } from './close-account';
import { closeStaff } from './close-staff';
import { createStaff } from './create-staff';
import { deskCookie } from './desk-cookie';
import { exportPersonalData } from './export-personal-data';
import type { IdentityDeps } from './index';
import { isTotpRequired, usableRoles } from './identity.policy';
import { loginOidc } from './login-oidc';
import { loginStaff } from './login-staff';
import { loginWechat } from './login-wechat';
import type { StaffRecord } from './staff.repository';
import { presentReset, resetTotp } from './reset-totp';
import { setName } from './set-name';
import { beginTotp, confirmTotp, renewRecoveryCodes } from './enroll-totp';
import { updateStaff } from './update-staff';
import { verifyPhone } from './verify-phone';

const presentStaffMember = (member: StaffRecord): StaffMember => ({
  id: member._id,
  username: member.username,
  name: member.name,
  roles: [...member.roles].sort((a, b) => STAFF_ROLES.indexOf(a.role) - STAFF_ROLES.indexOf(b.role)),
  totpEnrolled: member.totpSecret !== undefined,
  closed: member.closedAt !== undefined,
  createdAt: member.createdAt.toISOString(),
});

export function identityHandlers(deps: IdentityDeps) {
  const { accounts, accountRepository, staff, sessions, isProduction } = deps;
  const cookie = deskCookie(deps.platform.config);

  async function presentAccount(kind: 'resident' | 'staff', id: string): Promise<Account> {
    if (kind === 'resident') {
      const account = await accounts.get(id);
      const member = account.staffId ? await staff.find(account.staffId) : null;
      return accounts.present(account, usableRoles(member, { isProduction }));
    }
    const member = await staff.find(id);
    if (!member || member.closedAt) throw new AppError('account.not_found');
    return presentStaffAccount(member, { roles: usableRoles(member, { isProduction }) });
  }

  /** From the key of the index, which is never exchanged: what lies sealed on a phone opens for years. */
  const sealKeyOf = (accountId: string) =>
    deriveKey(deps.platform.config.keys.index, `sealed on the phone\n${accountId}`).toString('hex');

  async function beginSession(kind: 'resident' | 'staff', id: string): Promise<Session> {
    const tokens = await sessions.begin({ accountId: id, kind });
    return { ...tokens, sealKey: sealKeyOf(id), account: await presentAccount(kind, id) };
  }

  async function renewSession(refreshToken: string): Promise<Session> {
    const { session, ...tokens } = await sessions.refresh(refreshToken);
    const account = await presentAccount(session.kind, session.accountId).catch((error: unknown) => {
      throw error instanceof AppError ? new AppError('auth.refresh_invalid', { cause: error }) : error;
    });
    return { ...tokens, sealKey: sealKeyOf(session.accountId), account };
  }

  function keepInCookie(ctx: Context, { refreshToken, sealKey: _phone, ...rest }: Session): DeskSession {
    cookie.write(ctx, refreshToken);
    return rest;
  }

  return defineHandlers({
    'auth.wechat': async ({ body }) =>
      beginSession('resident', (await loginWechat({ client: deps.client, accounts }, body.code))._id),
    'auth.methods': async () => ({
      wechat: true,
      oidc: (await deps.oidc?.describe()) ?? null,
      simulator: deps.hasSimulator,
    }),
    'auth.oidc': async ({ body }) => beginSession('resident', (await loginOidc(deps, body))._id),
    'auth.staff': async ({ body }) => beginSession('staff', (await loginStaff(deps, body))._id),
    'auth.staffBindings': async ({ body, actor }) => {
      await bindStaff({ ...deps, accounts: accountRepository }, actor, body.code);
      return presentAccount('resident', actor.accountId);
    },
    'auth.desk': async ({ body, ctx }) =>
      keepInCookie(ctx, await beginSession('staff', (await loginStaff(deps, body))._id)),
    'auth.desk.renew': async ({ ctx }) => keepInCookie(ctx, await renewSession(cookie.read(ctx))),
    'auth.desk.leave': async ({ ctx }) => {
      await sessions.end(cookie.read(ctx));
      cookie.clear(ctx);
    },
    'auth.refresh': ({ body }) => renewSession(body.refreshToken),
    'auth.logout': async ({ body }) => sessions.end(body.refreshToken),
    'me.get': ({ actor }) => presentAccount(actor.kind, actor.accountId),
    'me.export': async ({ actor }) =>
      exportPersonalData({ ...deps, account: await presentAccount('resident', actor.accountId) }, actor.accountId),
    'me.close': ({ actor }) => closeAccount({ ...deps, accounts: accountRepository }, actor),
    'me.name': async ({ body, actor }) => {
      await setName(deps, actor, body.name);
      return presentAccount('resident', actor.accountId);
    },
    'me.phone': async ({ body, actor }) => {
      await verifyPhone(deps, actor, body.code);
      return presentAccount('resident', actor.accountId);
    },
    'staff.members.list': async ({ query }) => {
      const { items, nextCursor } = await staff.listPage(query, query);
      return { items: items.map(presentStaffMember), nextCursor };
    },
    'staff.members.create': async ({ body, actor }) => {
      await assertScopes(deps.organization, body.roles);
      return presentStaffMember(await createStaff(deps, actor, body));
    },
    'staff.members.get': async ({ params }) => {
      const member = await staff.find(params.id);
      if (!member) throw new AppError('staff.not_found');
      return presentStaffMember(member);
    },
    'staff.members.update': async ({ params, body, actor }) => {
      await assertScopes(deps.organization, body.roles);
      return presentStaffMember(await updateStaff(deps, actor, params.id, body));
    },
    'staff.members.bindingCode': async ({ params, actor }) => {
      const { code, expiresAt } = await issueBindingCode({ ...deps, accounts: accountRepository }, actor, params.id);
      return { code, expiresAt: expiresAt.toISOString() };
    },
    'staff.members.close': async ({ params, actor }) => closeStaff(deps, actor, await staff.find(params.id)),
    'staff.members.resetTotp': ({ params, body, actor }) => resetTotp(deps, actor, { ...params, ...body }),
    'staff.totp.get': async ({ actor }) => {
      const member = await staff.find(asStaff(actor).staffId);
      if (!member) throw new AppError('staff.not_found');
      return {
        enrolled: member.totpSecret !== undefined,
        required: isTotpRequired(member, { isProduction }),
        recoveryCodesLeft: member.recoveryCodes?.length ?? 0,
        reset: await presentReset(deps, member),
      };
    },
    'staff.totp.begin': ({ body, actor }) => beginTotp(deps, asStaff(actor), body),
    'staff.totp.confirm': async ({ body, actor }) => ({
      enrolled: true as const,
      recoveryCodes: await confirmTotp(deps, asStaff(actor), body.totp),
    }),
    'staff.totp.recoveryCodes': async ({ body, actor }) => ({
      recoveryCodes: await renewRecoveryCodes(deps, asStaff(actor), body),
    }),
  });
}

/** The second factor belongs to the password: a WeChat account has none. */
function asStaff(actor: KnownActor): StaffActor {
  if (actor.kind !== 'staff') throw new AppError('auth.forbidden');
  return actor;
}
