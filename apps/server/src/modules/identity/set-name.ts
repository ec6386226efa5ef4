import { publicNameProblem } from '@bandeng/rules';
import { WechatError, type WechatClient } from '@bandeng/wechat';
import type { ResidentActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { AccountRecord } from './account.repository';
import type { Accounts } from './accounts';

interface SetNameDeps {
  platform: Pick<Platform, 'transaction' | 'outbox'>;
  client: WechatClient;
  accounts: Accounts;
  audit: Audit;
}

/** 资料 (FACTS §7). */
const SCENE_PROFILE = 1;

/**
 * Sets the name under which a person speaks in public, or takes it back (null). It stands above words that were checked before, so it is
 * checked before it is taken. Throws request.invalid, wechat.unavailable.
 */
export async function setName(deps: SetNameDeps, actor: ResidentActor, name: string | null): Promise<AccountRecord> {
  const { platform, accounts, audit } = deps;
  const { accountId } = actor;
  if (name !== null) await assertUsable(deps, accountId, name);
  await platform.transaction(async tx => {
    await accounts.setName(accountId, name, tx);
    await audit.add(actor, 'account.named', { collection: 'accounts', id: accountId, fields: ['name'] }, tx);
    await platform.outbox.add({ name: 'account.named', accountId }, tx);
  });
  return accounts.get(accountId);
}

async function assertUsable({ client, accounts }: SetNameDeps, accountId: string, name: string): Promise<void> {
  const problem = publicNameProblem(name);
  if (problem !== null) throw invalidField('name', problem);
  // Whoever did not come through WeChat has no phone verified by it: readers never see the name whole.
  const contact = await accounts.findContact(accountId);
  if (!contact) return;
  const { suggest } = await client
    .checkText({ content: name, openid: contact.openid, scene: SCENE_PROFILE, nickname: name })
    .catch((cause: unknown) => {
      throw cause instanceof WechatError ? new AppError('wechat.unavailable', { cause, retryAfter: 10 }) : cause;
    });
  if (suggest !== 'pass') throw invalidField('name', '这个称呼不能公开用，换一个');
}
