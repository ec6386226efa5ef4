import type { ImportResult } from '@bandeng/contracts/types';
import { buildEdition, type DomainContent } from './build-edition';
import type { EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { changeOf, fieldChanges, type ChangeCounts } from './diff-editions';

type Comparison = NonNullable<ImportResult['comparison']>;

/** Items of one answer; the counts are of all. */
const MOST_ITEMS = 1_000;

const noCounts = (): ChangeCounts => ({ new: 0, changed: 0, removed: 0, same: 0 });

/** What these entries would change of what is in force; nothing is written. */
export async function compareWithInForce(deps: CatalogDeps, contents: readonly DomainContent[]): Promise<Comparison> {
  const edition = { title: '', state: 'draft' as const, number: null, requestHash: null, frozenAt: null };
  const built = await buildEdition(deps, {
    edition: { ...edition, _id: 'import', createdAt: deps.clock.now() },
    contents,
  });
  const counts = noCounts();
  const domains: Comparison['domains'] = [];
  const items: Comparison['items'] = [];
  for (const { domain } of contents) {
    const { id, inForceEditionId } = domain;
    const inForce = inForceEditionId === null ? [] : await deps.catalog.listEditionEntries(inForceEditionId, id);
    const before = new Map(inForce.map(entry => [entry.entryId, entry]));
    const ofDomain = noCounts();
    const note = (from: EntryRecord | undefined, to: EntryRecord | undefined) => {
      const change = changeOf(from, to);
      ofDomain[change] += 1;
      if (change === 'same' || items.length >= MOST_ITEMS) return;
      const { path, name } = (to ?? from)!;
      const fields = from && to ? fieldChanges(from, to) : [];
      items.push({ change, domainId: id, path, name, fields });
    };
    for (const entry of built.entries) {
      if (entry.domainId !== id) continue;
      note(before.get(entry.entryId), entry);
      before.delete(entry.entryId);
    }
    for (const gone of before.values()) note(gone, undefined);
    domains.push({ id, ...ofDomain });
    for (const change of Object.keys(counts) as (keyof ChangeCounts)[]) counts[change] += ofDomain[change];
  }
  return { counts, domains, items };
}
