import { WechatError, type WechatClient } from '@bandeng/wechat';
import type { ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { AccountRecord } from './account.repository';
import type { Accounts } from './accounts';

interface VerifyPhoneDeps {
  platform: Pick<Platform, 'transaction' | 'outbox'>;
  client: WechatClient;
  accounts: Accounts;
  audit: Audit;
}

const REFUSED = new Set(['invalid_code', 'capability_missing', 'wrong_user', 'bad_argument']);

/** Takes the number that WeChat vouches for as a fact of the account. Throws phone.unavailable or wechat.unavailable. */
export async function verifyPhone(deps: VerifyPhoneDeps, actor: ResidentActor, code: string): Promise<AccountRecord> {
  const { platform, client, accounts, audit } = deps;
  const { phoneNumber } = await client.phoneNumber(code).catch((error: unknown) => {
    if (!(error instanceof WechatError)) throw error;
    const isRefused = REFUSED.has(error.kind);
    throw new AppError(isRefused ? 'phone.unavailable' : 'wechat.unavailable', {
      cause: error,
      ...(isRefused ? {} : { retryAfter: 10 }),
    });
  });
  await platform.transaction(async tx => {
    await accounts.setPhone(actor.accountId, phoneNumber, tx);
    await audit.add(
      actor,
      'account.phone-verified',
      { collection: 'accounts', id: actor.accountId, fields: ['phone'] },
      tx,
    );
    await platform.outbox.add({ name: 'account.phone-verified', accountId: actor.accountId }, tx);
  });
  return accounts.get(actor.accountId);
}
