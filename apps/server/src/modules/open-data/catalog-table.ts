import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import { FIELD_LABELS, type Catalog, type EntryRecord } from '../catalog';
import type { Table } from '../../platform/xlsx-stream';

type CatalogReader = Pick<Catalog, 'domainNames' | 'listInForceOfDomain' | 'fieldText'>;

interface PlacedEntry {
  entry: EntryRecord;
  domainName: string;
}

/** Entries in force in the order of the catalog, from after one of them on. */
async function* entriesAfter(
  catalog: CatalogReader,
  wanted: { domain?: string | undefined; after?: { domainId: string; entryId: string } | undefined },
): AsyncGenerator<PlacedEntry> {
  const { domain, after } = wanted;
  let isPast = after === undefined;
  for (const [domainId, domainName] of await catalog.domainNames()) {
    if (domain !== undefined && domainId !== domain) continue;
    if (!isPast && domainId !== after?.domainId) continue;
    for (const entry of await catalog.listInForceOfDomain(domainId)) {
      if (isPast) yield { entry, domainName };
      else isPast = entry.entryId === after?.entryId;
    }
    isPast = true;
  }
}

/** One entry with every column as the national layout writes it. */
function entryFacts(catalog: CatalogReader, { entry, domainName }: PlacedEntry) {
  return {
    id: entry.entryId,
    domain: { id: entry.domainId, name: domainName },
    number: entry.number,
    path: entry.path,
    ...Object.fromEntries(ENTRY_FIELDS.map(field => [field, catalog.fieldText(entry, field)])),
  };
}

export async function catalogPage(
  catalog: CatalogReader,
  query: { domain?: string | undefined; limit: number; after?: { domainId: string; entryId: string } | undefined },
): Promise<{ items: unknown[]; last: PlacedEntry | null }> {
  const found: PlacedEntry[] = [];
  for await (const placed of entriesAfter(catalog, query)) {
    found.push(placed);
    if (found.length > query.limit) break;
  }
  const shown = found.slice(0, query.limit);
  return {
    items: shown.map(placed => entryFacts(catalog, placed)),
    last: found.length > query.limit ? shown.at(-1)! : null,
  };
}

export function catalogTable(catalog: CatalogReader, domain: string | undefined): Table {
  async function* rows() {
    for await (const { entry, domainName } of entriesAfter(catalog, { domain })) {
      yield [
        entry.entryId,
        domainName,
        entry.number,
        entry.path.join(' / '),
        ...ENTRY_FIELDS.map(field => catalog.fieldText(entry, field)),
      ];
    }
  }
  const head = ['编号', '领域', '序号', '上级事项', ...ENTRY_FIELDS.map(field => FIELD_LABELS[field])];
  return { name: '标准目录', head, rows: rows() };
}
