import type { Suggestion } from '@bandeng/contracts/types';
import type { Tx } from '../../platform/transaction';
import { bigramsOf, normalize, queryWords } from '../../platform/words';
import type { SearchDeps } from './deps';
import { findCarriers } from './find-carriers';
import { isWordTerm, kindTerm } from './index-documents';
import { placeOf } from './posting';
import { presentHits } from './present-hits';
import { rarityOf } from './rank-carriers';
import { rarestFirst } from './resolve-terms';
import type { SearchKind } from './search.model';

const SUGGESTIONS = 8;
const EXISTING = 5;
/** Candidates looked at for each word of what somebody asks for. */
const PER_WORD = 60;
const MOST_WORDS = 6;
const TITLE_WEIGHT = 3;
/** What begins so is offered as a word when it is one in this share of what carries it. */
const WHOLE_SHARE = 0.2;

/** Titles and words that begin with what is typed so far. */
export async function suggestWords(deps: SearchDeps, q: string): Promise<string[]> {
  const prefix = normalize(q);
  const now = deps.clock.now();
  const [titles, words] = await Promise.all([
    deps.documents.listByTitlePrefix(prefix, SUGGESTIONS),
    deps.documents.listTermsByPrefix(prefix, 50),
  ]);
  const common = words
    .filter(word => word.documents > 0 && isWordTerm(word._id) && isWholeWord(word))
    .sort((a, b) => b.documents - a.documents)
    .map(word => word._id);
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
const isWholeWord = (word: { _id: string; documents: number; words: number }): boolean =>
  bigramsOf(word._id)[0] !== word._id || word.words >= word.documents * WHOLE_SHARE;

/**
 * What is public already and close to what somebody is about to ask for: by how many of its rare words a thing carries.
 * Not all words have to be there; a sentence never matches whole.
 */
export async function suggestExisting(deps: SearchDeps, text: string): Promise<Suggestion[]> {
  const found = await suggestAmong(deps, text, HELD);
  return found.map(({ kind, ...rest }) => ({ ...rest, kind: kind as Suggestion['kind'] }));
}

/** Ids of things of one kind that are close to a text, best first. */
export const findSimilar = async (deps: SearchDeps, kind: SearchKind, text: string): Promise<string[]> =>
  (await suggestAmong(deps, text, [kind], kind)).map(({ id }) => id);

async function suggestAmong(deps: SearchDeps, text: string, kinds: readonly string[], only?: SearchKind) {
  // A short question may be cut elsewhere than a title that says the same: pairs of characters find that.
  const words = only ? [...new Set([...queryWords(text), ...bigramsOf(text)])] : queryWords(text);
  const { known, matched } = await deps.transaction(tx => matchWords(deps, { words, only }, tx));
  const enough = known.length > 2 ? 2 : 1;
  const numbers = [...matched].filter(([, entry]) => entry.words.length >= enough).map(([number]) => number);
  const best = (await deps.documents.findRefs(numbers))
    .filter(({ kind }) => kinds.includes(kind))
    .map(ref => ({ ...ref, ...matched.get(ref.number)! }))
    .sort((a, b) => b.points - a.points || (a._id < b._id ? -1 : 1))
    .slice(0, EXISTING);
  const hits = await presentHits(
    deps,
    best.map(ref => ref.number),
    known,
  );
  const byId = new Map(best.map(ref => [ref._id, ref]));
  return hits.map(({ kind, id, title, detail }) => ({
    ...{ kind, id, title: title.text, detail },
    matched: byId.get(`${kind}:${id}`)?.words ?? [],
  }));
}

/** What holds information that somebody may be after; where people are asked or meet, there is nothing to take along. */
const HELD: readonly string[] = ['notice', 'entry', 'guide'] satisfies Suggestion['kind'][];

/**
 * Known words from rare to common, and for each of their newest carriers (of one kind only, where it is given) which it carries and what
 * that is worth.
 */
async function matchWords(
  deps: SearchDeps,
  { words, only }: { words: readonly string[]; only: SearchKind | undefined },
  tx: Tx,
) {
  const ofKind = only ? [...(await deps.documents.readLists([kindTerm(only)], tx)).values()] : [];
  const lists = [...(await deps.documents.readLists(words, tx)).values()]
    .filter(list => list.documents > 0)
    .sort((a, b) => a.documents - b.documents);
  const matched = new Map<number, { words: string[]; points: number }>();
  for (const list of lists.slice(0, MOST_WORDS)) {
    const groups = rarestFirst([list, ...ofKind].map(one => [one]));
    const place = groups.findIndex(([first]) => first === list);
    const filter = { groups, until: deps.clock.now(), withUndated: true };
    for (const { number, marks } of (await findCarriers(deps, filter, PER_WORD, tx)).carriers) {
      const entry = matched.get(number) ?? { words: [], points: 0 };
      entry.words.push(list._id);
      entry.points += (placeOf(marks[place]!) > 0 ? TITLE_WEIGHT : 1) * rarityOf(list);
      matched.set(number, entry);
    }
  }
  return { known: lists.map(list => list._id), matched };
}
