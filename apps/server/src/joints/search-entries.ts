import type { Catalog, EntryRecord } from '../modules/catalog';
import type { Findable, SearchPorts, SearchSource } from '../modules/search';

const AT_ONCE = 100;
const toFindable = (entry: EntryRecord, domainName: string): Findable => ({
  id: entry.entryId,
  title: entry.name,
  text: [
    ...entry.path,
    ...entry.content.map(element => element.text),
    entry.timeLimitsText,
    entry.publisherText,
    ...entry.basis,
  ].join('\n'),
  detail: [domainName, ...entry.path].join(' › '),
  at: null,
  numbers: [],
  facets: [`dom:${entry.domainId}`],
});

/** Catalog entries in force, for the search index. */
export function entrySearchSource(catalog: () => Catalog): SearchSource {
  const findInForce = async (ids: readonly string[]) =>
    [...(await catalog().entriesByIds(ids)).values()].filter(entry => entry.isInForce);
  return {
    findAll: async ids => {
      const names = await catalog().domainNames();
      return (await findInForce(ids)).map(entry => toFindable(entry, names.get(entry.domainId) ?? ''));
    },
    async *listIds() {
      for (const domainId of (await catalog().domainNames()).keys()) {
        yield (await catalog().listInForceOfDomain(domainId)).map(entry => entry.entryId);
      }
    },
    stillPublic: async ids => new Set((await findInForce(ids)).map(entry => entry.entryId)),
  };
}

/** The entries of an edition in force beside those of the one it replaced: both have to be looked at again. */
export const listTouchedEntries = (catalog: () => Catalog): SearchPorts['catalog']['listTouchedEntries'] =>
  async function* (editionId) {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await catalog().listEditionItems(editionId, { limit: AT_ONCE, ...(cursor && { cursor }) });
      yield page.items.map(item => item.entryId);
      cursor = page.nextCursor;
    }
  };
