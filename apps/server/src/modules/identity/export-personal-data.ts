import type { Account } from '@bandeng/contracts/types';
import type { PersonalData } from '../../platform/module';
import type { Platform } from '../../platform/platform';

/** Everything we hold about the caller, by kind (PIPL Art. 45); each module adds its own. */
export async function exportPersonalData(
  deps: { platform: Pick<Platform, 'clock'>; account: Account; personalData: () => readonly PersonalData[] },
  accountId: string,
): Promise<{ exportedAt: string; account: Account; records: Record<string, unknown[]> }> {
  const records: Record<string, unknown[]> = {};
  for (const part of deps.personalData()) records[part.name] = await part.export(accountId);
  return { exportedAt: deps.platform.clock.now().toISOString(), account: deps.account, records };
}
