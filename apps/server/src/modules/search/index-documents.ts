import { normalizeNumber } from '@bandeng/rules';
import type { SearchDeps } from './deps';
import type { Findable, SearchDocument, SearchKind } from './search.model';
import { bigramsOf, normalize, termsOf } from './words';

/** Numbers are found whole; the mark keeps them apart from words. */
export const numberTerm = (number: string): string => `#${normalizeNumber(number)}`;
const EXCERPT_SOURCE = 5_000;
const AT_ONCE = 100;

export function toDocument(kind: SearchKind, item: Findable, indexedAt: Date): SearchDocument {
  const titleTerms = [...new Set([...termsOf(item.title), ...bigramsOf(item.title)])];
  return {
    _id: `${kind}:${item.id}`,
    kind,
    refId: item.id,
    at: item.at,
    title: item.title,
    titleKey: normalize(item.title),
    text: item.text.slice(0, EXCERPT_SOURCE),
    detail: item.detail,
    terms: [...new Set([...titleTerms, ...termsOf(item.text), ...item.numbers.map(numberTerm)])],
    titleTerms,
    facets: item.facets,
    indexedAt,
  };
}

/** Brings one thing up to date in the index; one that is not public (any more) leaves it. */
export async function indexOne(deps: SearchDeps, kind: SearchKind, id: string): Promise<void> {
  const item = await deps.sources[kind].find(id);
  const next = item ? [toDocument(kind, item, deps.clock.now())] : [];
  await deps.transaction(tx => deps.documents.put(next, item ? [] : [`${kind}:${id}`], tx));
}

export async function indexMany(deps: SearchDeps, kind: SearchKind, items: readonly Findable[]): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const documents = items.slice(at, at + AT_ONCE).map(item => toDocument(kind, item, deps.clock.now()));
    await deps.transaction(tx => deps.documents.put(documents, [], tx));
  }
}

/** Makes the whole index anew from what is public now. */
export async function rebuildIndex(deps: SearchDeps): Promise<number> {
  await deps.documents.clear();
  let count = 0;
  for (const kind of Object.keys(deps.sources) as SearchKind[]) {
    for (let afterId = '', isMore = true; isMore;) {
      const { ids, items } = await deps.sources[kind].list(afterId, AT_ONCE);
      await indexMany(deps, kind, items);
      count += items.length;
      afterId = ids.at(-1) ?? '';
      isMore = ids.length === AT_ONCE;
    }
  }
  return count;
}
