import type { ResidentActor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { PersonalData } from '../../platform/module';
import type { Audit } from '../audit';
import type { AccountRepository } from './account.repository';
import type { Sessions } from './sessions';

interface CloseAccountDeps {
  platform: Pick<Platform, 'clock' | 'transaction' | 'outbox' | 'personKeys'>;
  accounts: AccountRepository;
  sessions: Sessions;
  audit: Audit;
  personalData: () => readonly PersonalData[];
}

/**
 * Closes the caller's account (PIPL Art. 47): the person's key is destroyed, personal fields and sessions go, other modules erase theirs.
 * What was said in public stays under 已注销. Closing twice is closing once.
 */
export async function closeAccount(deps: CloseAccountDeps, actor: ResidentActor): Promise<void> {
  const { platform, accounts, sessions, audit, personalData } = deps;
  const { accountId } = actor;
  await platform.transaction(async tx => {
    await accounts.close(accountId, platform.clock.now(), tx);
    await sessions.endAll(accountId, tx);
    for (const part of personalData()) await part.erase?.(accountId, tx);
    await platform.personKeys.destroy(accountId, tx);
    await audit.add(
      actor,
      'account.closed',
      { collection: 'accounts', id: accountId, fields: ['openid', 'name', 'phone', 'staffId'] },
      tx,
    );
    await platform.outbox.add({ name: 'account.closed', accountId }, tx);
  });
}
