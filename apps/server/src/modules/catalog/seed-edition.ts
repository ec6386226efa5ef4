import type { EntryFieldName } from '@bandeng/contracts/schemas';
import { CommandError } from '../../platform/errors';
import { buildEdition, insertEdition, type DomainContent } from './build-edition';
import type { EditionRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { customDomain, findDomainNamed } from './domains';
import { entryFromTexts } from './entry-from-texts';
import { listKnownDomains } from './known-domains';
import { makeInForce } from './make-in-force';

/** One entry as the texts of its columns, such as ■政府网站 one a line. */
export interface EntryTexts {
  /** Keeps the id of an entry over editions; without it, the entry in force of the same place and name. */
  entryId?: string;
  domainId: string;
  path: readonly string[];
  name: string;
  texts: Partial<Record<Exclude<EntryFieldName, 'name'>, string>>;
  adopted?: readonly { field: EntryFieldName; commentIds: readonly string[] }[];
}

export interface SeedEdition {
  id: string;
  title: string;
  number: string | null;
  state: EditionRecord['state'];
  isInForce: boolean;
  createdAt: Date;
  frozenAt: Date | null;
  entries: readonly EntryTexts[];
}

/** Writes a whole edition as it stands, all or nothing; an id that exists is left alone. Throws CommandError on a text that cannot be read. */
export async function seedEdition(deps: CatalogDeps, seed: SeedEdition): Promise<EditionRecord> {
  const { id, title, number, state, createdAt, frozenAt } = seed;
  const known = await listKnownDomains(deps);
  const contents = new Map<string, DomainContent>();
  for (const entry of seed.entries) {
    const domain = findDomainNamed(entry.domainId, known) ?? customDomain(entry.domainId);
    const { inForceEditionId = null, entryCount = 0 } = known.find(one => one.id === domain.id) ?? {};
    const content = contents.get(domain.id) ?? { domain: { ...domain, inForceEditionId, entryCount }, entries: [] };
    contents.set(domain.id, content);
    const parsed = entryFromTexts({ ...entry, number: '' });
    if (parsed.problem !== undefined) throw new CommandError(`${entry.domainId}/${entry.name}：${parsed.problem}`);
    const adopted = (entry.adopted ?? []).map(({ field, commentIds }) => ({
      field,
      commentIds: [...commentIds],
      isAnswered: true,
    }));
    content.entries.push({ entryId: entry.entryId, fields: parsed.value, adopted });
  }
  const ordered = [...contents.values()].sort((a, b) => a.domain.order - b.domain.order);
  return deps.transaction(async tx => {
    const existing = await deps.catalog.findEdition(id, tx);
    if (existing) return existing;
    const edition = { _id: id, title, number, state, createdAt, frozenAt, requestHash: null };
    const built = await buildEdition(deps, { edition, contents: ordered }, tx);
    await insertEdition(deps, built, ordered, tx);
    await deps.audit.add('system', 'edition.imported', { collection: 'catalogEditions', id }, tx);
    await deps.outbox.add({ name: 'edition.created', editionId: id }, tx);
    return seed.isInForce ? makeInForce(deps, 'system', built.edition, tx) : built.edition;
  });
}
