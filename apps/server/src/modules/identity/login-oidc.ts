import { AppError } from '../../platform/errors';
import type { AccountRecord } from './account.repository';
import type { Accounts } from './accounts';
import type { OidcClient } from './oidc-client';

/** Exchanges a code of the identity service for the account of its person; without such a service the address does not exist. */
export async function loginOidc(
  deps: { oidc: OidcClient | undefined; accounts: Accounts },
  input: { code: string; codeVerifier: string; nonce: string },
): Promise<AccountRecord> {
  if (!deps.oidc) throw new AppError('route.not_found');
  const { issuer, subject } = await deps.oidc.exchange(input);
  return deps.accounts.enterByOidc(issuer, subject);
}
