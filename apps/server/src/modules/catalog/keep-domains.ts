import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { DomainContent } from './build-edition';
import { keepsOneOf } from './catalog.policy';
import type { EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';

/** An editor of one unit drafts domains in which that unit publishes: by what is in force, or, where nothing is, by the draft. */
export async function assertKeepsDomains(
  { catalog }: Pick<CatalogDeps, 'catalog'>,
  actor: Actor | 'system',
  { contents, entries }: { contents: readonly DomainContent[]; entries: readonly EntryRecord[] },
  tx: Tx,
): Promise<void> {
  if (actor === 'system' || keepsOneOf(actor, [])) return;
  for (const { domain } of contents) {
    const published =
      domain.inForceEditionId === null
        ? entries.filter(({ domainId }) => domainId === domain.id)
        : await catalog.listEditionEntries(domain.inForceEditionId, domain.id, tx);
    if (!keepsOneOf(actor, published)) throw new AppError('auth.forbidden', { data: { domainId: domain.id } });
  }
}
