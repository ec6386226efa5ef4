import type { Tx } from '../../platform/transaction';
import type { DomainRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import type { DomainName } from './domains';

/** A domain by name, and what is in force in it. */
export interface KnownDomain extends DomainName {
  inForceEditionId: string | null;
  entryCount: number;
}

/** The 26 domains and the district's own, in order. */
export async function listKnownDomains(
  { catalog, standardDomains }: Pick<CatalogDeps, 'catalog' | 'standardDomains'>,
  tx?: Tx,
): Promise<KnownDomain[]> {
  const stored = new Map((await catalog.listDomains(tx)).map(record => [record._id, record]));
  const standard = standardDomains.map(domain => {
    const { inForceEditionId = null, entryCount = 0 } = stored.get(domain.id) ?? {};
    return { ...domain, inForceEditionId, entryCount };
  });
  const isStandard = new Set(standardDomains.map(({ id }) => id));
  const own = [...stored.values()].filter(({ _id }) => !isStandard.has(_id)).map(ofRecord);
  return [...standard, ...own].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

const ofRecord = ({ _id, name, order, inForceEditionId, entryCount }: DomainRecord): KnownDomain => ({
  id: _id,
  name,
  order,
  aliases: [],
  inForceEditionId,
  entryCount,
});
