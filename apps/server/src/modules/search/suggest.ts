import type { Suggestion } from '@bandeng/contracts/types';
import type { SearchDeps } from './deps';
import { presentHits } from './search-documents';
import type { Candidate } from './search.repository';
import { NUMBER_MARK } from './index-documents';
import { bigramsOf, normalize, queryWords, termsOf } from './words';

const SUGGESTIONS = 8;
const EXISTING = 5;
/** Candidates looked at for each word of what somebody asks for. */
const PER_WORD = 60;
/** Words looked at for what to offer, and the newest things looked at to tell whether a word is one. */
const CANDIDATES = 16;
const CARRIERS = 5;

/** Titles and words that begin with what is typed so far. */
export async function suggestWords(deps: SearchDeps, q: string): Promise<string[]> {
  const prefix = normalize(q);
  const now = deps.clock.now();
  const [titles, words] = await Promise.all([
    deps.documents.listByTitlePrefix(prefix, SUGGESTIONS),
    deps.documents.listTermsByPrefix(prefix, 50),
  ]);
  const candidates = words
    .filter(word => word.documents > 0 && !word._id.startsWith(NUMBER_MARK))
    .sort((a, b) => b.documents - a.documents)
    .slice(0, CANDIDATES)
    .map(word => word._id);
  const isWhole = await Promise.all(candidates.map(word => isWholeWord(deps, word)));
  const common = candidates.filter((_, at) => isWhole[at]);
  return [
    ...new Set([
      ...common.slice(0, 4),
      ...titles.filter(({ at, isDated }) => !isDated || at <= now).map(title => title.title),
      ...common.slice(4),
    ]),
  ].slice(0, SUGGESTIONS);
}

/**
 * The index holds every two neighbouring characters of a title beside its words: they find what no dictionary knows, but as an offer
 * they are often the halves of two words (养循 of 种养循环).
 */
async function isWholeWord(deps: SearchDeps, word: string): Promise<boolean> {
  if (bigramsOf(word)[0] !== word) return true;
  const carriers = await deps.documents.listCandidates({ terms: [word], until: deps.clock.now() }, CARRIERS);
  return carriers.some(({ title }) => !bigramsOf(title).includes(word) || termsOf(title).includes(word));
}

/**
 * What is public already and close to what somebody is about to ask for: by how many of its rare words a thing carries.
 * Not all words have to be there; a sentence never matches whole.
 */
export async function suggestExisting(deps: SearchDeps, text: string): Promise<Suggestion[]> {
  const words = queryWords(text);
  const frequency = await deps.documents.frequencies(words);
  const known = words
    .filter(word => (frequency.get(word) ?? 0) > 0)
    .sort((a, b) => frequency.get(a)! - frequency.get(b)!);
  const matched = new Map<string, { hit: Candidate; words: string[]; points: number }>();
  for (const word of known.slice(0, 6)) {
    for (const hit of await deps.documents.listCandidates({ terms: [word], until: deps.clock.now() }, PER_WORD)) {
      if (hit.kind === 'consultation') continue;
      const entry = matched.get(hit._id) ?? { hit, words: [], points: 0 };
      entry.words.push(word);
      entry.points += (hit.titleTerms.includes(word) ? 3 : 1) / Math.log2(2 + frequency.get(word)!);
      matched.set(hit._id, entry);
    }
  }
  const enough = known.length > 2 ? 2 : 1;
  const best = [...matched.values()]
    .filter(entry => entry.words.length >= enough)
    .sort((a, b) => b.points - a.points || (a.hit._id < b.hit._id ? -1 : 1))
    .slice(0, EXISTING);
  const hits = await presentHits(
    deps,
    best.map(entry => entry.hit),
    known,
  );
  return hits.map(hit => ({
    kind: hit.kind as Suggestion['kind'],
    id: hit.id,
    title: hit.title.text,
    detail: hit.detail,
    matched: matched.get(`${hit.kind}:${hit.id}`)?.words ?? [],
  }));
}
