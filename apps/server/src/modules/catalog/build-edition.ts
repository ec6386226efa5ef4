import { numberRows } from '@bandeng/rules';
import type { Tx } from '../../platform/transaction';
import type { EditionRecord, EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import type { EntryFields } from './entry-fields';
import { deriveEntry, hashDomain, hashEdition, positionOf } from './entry-record';
import type { KnownDomain } from './known-domains';

/** Entries of one domain in order, which is what their 序号 follow; without an id an entry is the one in force of the same place and name, or a new one. */
export interface DomainContent {
  domain: Omit<KnownDomain, 'aliases'>;
  entries: { entryId?: string | undefined; fields: EntryFields; adopted?: EntryRecord['adopted'] }[];
}

export type NewEdition = Pick<
  EditionRecord,
  '_id' | 'title' | 'state' | 'number' | 'requestHash' | 'createdAt' | 'frozenAt'
>;

const placeOf = ({ path, name }: Pick<EntryFields, 'path' | 'name'>): string => [...path, name].join('\u0000');

/** The record of an edition and of its entries, nothing written yet. */
export async function buildEdition(
  deps: Pick<CatalogDeps, 'catalog' | 'ids' | 'listUnits' | 'publisherRules'>,
  given: { edition: NewEdition; contents: readonly DomainContent[] },
  tx?: Tx,
): Promise<{ edition: EditionRecord; entries: EntryRecord[] }> {
  const { edition, contents } = given;
  const context = { units: await deps.listUnits(), publisherRules: deps.publisherRules };
  const entries: EntryRecord[] = [];
  const domainHashes: EditionRecord['domainHashes'] = [];
  for (const { domain, entries: rows } of contents) {
    const known = await idsInForce(deps, domain, tx);
    const numbers = numberRows(rows.map(() => domain.id));
    const records = rows.map(({ entryId, fields, adopted = [] }, row): EntryRecord => {
      const id = entryId ?? known.get(placeOf(fields))?.shift() ?? deps.ids.uuid();
      const place = { _id: `${edition._id}:${id}`, entryId: id, editionId: edition._id, domainId: domain.id };
      const order = { position: positionOf(domain.order, row), number: numbers[row]! };
      return { ...fields, ...place, ...order, isInForce: false, adopted, ...deriveEntry(fields, domain.id, context) };
    });
    entries.push(...records);
    domainHashes.push({ domainId: domain.id, hash: hashDomain(records) });
  }
  const record: EditionRecord = {
    ...edition,
    domainIds: contents.map(({ domain }) => domain.id),
    entryCount: entries.length,
    contentHash: hashEdition(domainHashes),
    domainHashes,
    inForceDomainIds: [],
    replaced: [],
  };
  return { edition: record, entries };
}

/** Ids of the entries in force by place and name; the same name twice keeps its order. */
async function idsInForce({ catalog }: Pick<CatalogDeps, 'catalog'>, domain: DomainContent['domain'], tx?: Tx) {
  const ids = new Map<string, string[]>();
  if (domain.inForceEditionId === null) return ids;
  for (const entry of await catalog.listOutlines(domain.inForceEditionId, [domain.id], tx)) {
    const place = placeOf(entry);
    ids.set(place, [...(ids.get(place) ?? []), entry.entryId]);
  }
  return ids;
}

/** Writes an edition, its entries, and the domains that are new with it. */
export async function insertEdition(
  { catalog }: Pick<CatalogDeps, 'catalog'>,
  built: { edition: EditionRecord; entries: readonly EntryRecord[] },
  contents: readonly DomainContent[],
  tx: Tx,
): Promise<void> {
  await catalog.insertEdition(built.edition, tx);
  await catalog.insertEntries(built.entries, tx);
  const stored = new Set((await catalog.listDomains(tx)).map(({ _id }) => _id));
  for (const { domain } of contents) {
    if (stored.has(domain.id)) continue;
    const { id, name, order } = domain;
    await catalog.putDomain({ _id: id, name, order, inForceEditionId: null, entryCount: 0 }, tx);
  }
}
