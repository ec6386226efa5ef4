import type { Actor } from '../../http/actor';
import type { Authenticator } from '../../http/auth';
import { AppError } from '../../platform/errors';
import type { AccessTokens } from './access-tokens';
import type { AccountRepository } from './account.repository';
import { usableRoles } from './identity.policy';
import type { SessionRepository } from './session.repository';
import type { StaffRepository } from './staff.repository';

interface AuthenticateDeps {
  accessTokens: AccessTokens;
  sessions: SessionRepository;
  accounts: AccountRepository;
  staff: StaffRepository;
  isProduction: boolean;
}

/**
 * Access tokens are looked up, not only checked: a logout, a closed account or a role that ended counts from the next call on,
 * and not after fifteen minutes.
 */
export function createAuthenticator(deps: AuthenticateDeps): Authenticator {
  const { accessTokens, sessions, accounts, staff, isProduction } = deps;

  async function residentActor(accountId: string, sessionId: string): Promise<Actor> {
    const [account] = await Promise.all([accounts.findForCall(accountId), assertRunning(sessionId)]);
    if (!account || account.closedAt) throw new AppError('auth.expired');
    const member = account.staffId ? await staff.find(account.staffId) : null;
    const roles = usableRoles(member, { isProduction });
    return { kind: 'resident', accountId, sessionId, staffId: roles.length > 0 && member ? member._id : null, roles };
  }

  async function staffActor(staffId: string, sessionId: string): Promise<Actor> {
    const [member] = await Promise.all([staff.find(staffId), assertRunning(sessionId)]);
    if (!member || member.closedAt) throw new AppError('auth.expired');
    return { kind: 'staff', accountId: staffId, sessionId, staffId, roles: usableRoles(member, { isProduction }) };
  }

  async function assertRunning(sessionId: string): Promise<void> {
    const session = await sessions.findForCall(sessionId);
    if (!session || session.revokedAt) throw new AppError('auth.expired');
  }

  return {
    authenticate: async token => {
      const { sessionId, accountId, kind } = await accessTokens.verify(token);
      return kind === 'staff' ? staffActor(accountId, sessionId) : residentActor(accountId, sessionId);
    },
  };
}
