import type { SearchHit } from '@bandeng/contracts/types';
import type { SearchDeps } from './deps';
import { excerptOf, highlightsOf } from './highlight';

/** The hits of a page, read whole and looked at again: what went out of public since it was indexed is left out. */
export async function presentHits(
  deps: Pick<SearchDeps, 'documents' | 'sources'>,
  numbers: readonly number[],
  words: readonly string[],
): Promise<SearchHit[]> {
  const documents = new Map((await deps.documents.findHits(numbers)).map(document => [document.number, document]));
  const hits = numbers.flatMap(number => documents.get(number) ?? []);
  const kinds = [...new Set(hits.map(hit => hit.kind))];
  const open = new Map(
    await Promise.all(
      kinds.map(async kind => {
        const ids = hits.filter(hit => hit.kind === kind).map(hit => hit.refId);
        return [kind, await deps.sources[kind].stillPublic(ids)] as const;
      }),
    ),
  );
  return hits
    .filter(({ kind, refId }) => open.get(kind)?.has(refId))
    .map(({ kind, refId, title, text, detail, at, isDated }) => {
      const excerpt = excerptOf(text, words);
      return {
        kind,
        id: refId,
        title: { text: title, highlights: highlightsOf(title, words) },
        excerpt: { text: excerpt, highlights: highlightsOf(excerpt, words) },
        detail,
        at: isDated ? at.toISOString() : null,
      };
    });
}
