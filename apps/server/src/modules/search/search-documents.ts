import type { RouteAnswer, RouteInput, SearchHit } from '@bandeng/contracts/types';
import { looksLikeNumber } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import type { SearchDeps } from './deps';
import { excerptOf, highlightsOf } from './highlight';
import { numberTerm } from './index-documents';
import type { SearchDocument } from './search.model';
import type { Candidate } from './search.repository';
import { normalize, piecesOf, queryWords } from './words';

/** So many of the newest candidates are ranked; `cut` says when there were more. */
const MAX_CANDIDATES = 2_000;
const TITLE_WEIGHT = 3;
const PHRASE_BONUS = 4;
const YEAR_MS = 365 * 24 * 3_600_000;

/** Terms that all must be there, rarest first; null when one is nowhere in the index. */
export async function resolveTerms(
  deps: Pick<SearchDeps, 'documents'>,
  q: string,
): Promise<{ terms: string[]; frequency: Map<string, number> } | null> {
  if (looksLikeNumber(q)) {
    const term = numberTerm(q);
    const frequency = await deps.documents.frequencies([term]);
    if ((frequency.get(term) ?? 0) > 0) return { terms: [term], frequency };
  }
  const words = queryWords(q);
  if (words.length === 0) return null;
  const pieces = new Map(words.map(word => [word, piecesOf(word)]));
  const frequency = await deps.documents.frequencies([...new Set([...words, ...[...pieces.values()].flat()])]);
  const isKnown = (term: string) => (frequency.get(term) ?? 0) > 0;
  const terms = words.flatMap(word => (isKnown(word) ? [word] : (pieces.get(word) ?? [])));
  if (terms.length === 0 || !terms.every(isKnown)) return null;
  return { terms: [...new Set(terms)].sort((a, b) => frequency.get(a)! - frequency.get(b)!), frequency };
}

export async function searchDocuments(
  deps: SearchDeps,
  query: RouteInput<'search.query'>['query'],
): Promise<RouteAnswer<'search.query'>> {
  const list = `search:${sha256(`${query.kind ?? ''}\n${normalize(query.q)}`).slice(0, 16)}`;
  const place = query.cursor === undefined ? [] : deps.cursors.decode(list, query.cursor);
  const [offset, asOf, indexedBefore] = place as Partial<[number, Date, Date]>;
  const now = asOf ?? deps.clock.now();
  const words = looksLikeNumber(query.q) ? [normalize(query.q)] : queryWords(query.q);
  const resolved = await resolveTerms(deps, query.q);
  if (!resolved) return { items: [], nextCursor: null, total: 0, cut: false, words };

  const filter = { terms: resolved.terms, kind: query.kind, until: now, indexedBefore };
  const found = await deps.documents.listCandidates(filter, MAX_CANDIDATES + 1);
  const candidates = found.slice(0, MAX_CANDIDATES);
  const ranked = rank(candidates, { ...resolved, phrase: normalize(query.q), now });
  const start = offset ?? 0;
  const next = start + query.limit;
  const page = ranked.slice(start, next);
  return {
    items: await presentHits(deps, page, words),
    nextCursor:
      next < ranked.length ? deps.cursors.encode(list, [next, now, indexedBefore ?? lastIndexed(candidates)]) : null,
    total: candidates.length,
    cut: found.length > MAX_CANDIDATES,
    words,
  };
}

/** When the last of what the first page found was indexed: by what it says, for the clock may have been set back since. */
const lastIndexed = (candidates: readonly Candidate[]): Date =>
  new Date(Math.max(...candidates.map(({ indexedAt }) => indexedAt.getTime())));

/** Title before body, the whole phrase before its words, rare words before common ones, new before old. */
function rank(
  candidates: readonly Candidate[],
  by: { terms: string[]; frequency: Map<string, number>; phrase: string; now: Date },
): Candidate[] {
  const weight = new Map(by.terms.map(term => [term, 1 / Math.log2(2 + (by.frequency.get(term) ?? 0))]));
  const score = ({ title, titleTerms, at }: Candidate): number => {
    const inTitle = by.terms.reduce(
      (sum, term) => sum + (titleTerms.includes(term) ? TITLE_WEIGHT * weight.get(term)! : 0),
      0,
    );
    const phrase = normalize(title).includes(by.phrase) ? PHRASE_BONUS : 0;
    const age = (by.now.getTime() - at.getTime()) / YEAR_MS;
    return inTitle + phrase + 1 / (1 + Math.max(0, age));
  };
  const scored = candidates.map(candidate => ({ candidate, points: score(candidate) }));
  return scored
    .sort((a, b) => b.points - a.points || (a.candidate._id < b.candidate._id ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** The hits of a page, looked at again: what went out of public since it was indexed is left out. */
export async function presentHits(
  deps: SearchDeps,
  page: readonly Pick<SearchDocument, '_id' | 'kind' | 'refId'>[],
  words: readonly string[],
): Promise<SearchHit[]> {
  const documents = new Map(
    (await deps.documents.findAll(page.map(hit => hit._id))).map(document => [document._id, document]),
  );
  const open = new Map<string, Set<string>>();
  for (const kind of new Set(page.map(hit => hit.kind))) {
    open.set(kind, await deps.sources[kind].stillPublic(page.filter(hit => hit.kind === kind).map(hit => hit.refId)));
  }
  return page.flatMap(({ _id, kind, refId }) => {
    const document = documents.get(_id);
    if (!document || !open.get(kind)?.has(refId)) return [];
    const excerpt = excerptOf(document.text, words);
    return [
      {
        kind,
        id: refId,
        title: { text: document.title, highlights: highlightsOf(document.title, words) },
        excerpt: { text: excerpt, highlights: highlightsOf(excerpt, words) },
        detail: document.detail,
        at: document.isDated ? document.at.toISOString() : null,
      },
    ];
  });
}
