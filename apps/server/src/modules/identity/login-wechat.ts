import { WechatError, type WechatClient } from '@bandeng/wechat';
import { AppError } from '../../platform/errors';
import type { AccountRecord } from './account.repository';
import type { Accounts } from './accounts';

const REFUSED = new Set(['invalid_code', 'user_blocked', 'bad_argument']);

/** Exchanges a login code for the account of its WeChat user. The session_key ends here: it is neither kept nor sent. */
export async function loginWechat(
  deps: { client: WechatClient; accounts: Accounts },
  code: string,
): Promise<AccountRecord> {
  const { openid } = await deps.client.codeToSession(code).catch((error: unknown) => {
    if (!(error instanceof WechatError)) throw error;
    const isRefused = REFUSED.has(error.kind);
    throw new AppError(isRefused ? 'auth.code_invalid' : 'wechat.unavailable', {
      cause: error,
      ...(isRefused ? {} : { retryAfter: 10 }),
    });
  });
  return deps.accounts.enter(openid);
}
