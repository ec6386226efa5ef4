import { normalizeNumber } from '@bandeng/rules';
import type { SearchDeps } from './deps';
import type { Findable, SearchDocument, SearchKind } from './search.model';
import { bigramsOf, normalize, termsOf } from './words';

/** Numbers are found whole; the mark keeps them apart from words. */
export const NUMBER_MARK = '#';
export const numberTerm = (number: string): string => NUMBER_MARK + normalizeNumber(number);
const EXCERPT_SOURCE = 5_000;
/** Documents of one transaction. */
const AT_ONCE = 50;

function toDocument(kind: SearchKind, item: Findable, indexedAt: Date): SearchDocument {
  const titleTerms = [...new Set([...termsOf(item.title), ...bigramsOf(item.title)])];
  return {
    _id: `${kind}:${item.id}`,
    kind,
    refId: item.id,
    at: item.at ?? indexedAt,
    isDated: item.at !== null,
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

/**
 * Brings these things up to date in the index; what is not public (any more) leaves it. They are read after the transaction has begun:
 * of two servers that do the same at once, the second one reads what the first one did not see.
 */
export async function indexThings(deps: SearchDeps, kind: SearchKind, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    count += await deps.transaction(tx =>
      deps.documents.put(
        some.map(id => `${kind}:${id}`),
        async () => (await deps.sources[kind].findAll(some)).map(item => toDocument(kind, item, deps.clock.now())),
        tx,
      ),
    );
  }
  return count;
}
