import { normalizeNumber } from '@bandeng/rules';
import { hasLabel } from '../../platform/transaction';
import { bigramsOf, normalize, termsOf } from '../../platform/words';
import type { SearchDeps } from './deps';
import { SOMEWHERE, toMark } from './posting';
import type { Findable, SearchDocument, SearchKind } from './search.model';

/** Numbers are found whole; the mark keeps them apart from words. */
const NUMBER_MARK = '#';
/** What kind a thing is and its facets stand in the index like words, so that a filter is one more term to carry. */
const FACET_MARK = '@';
export const numberTerm = (number: string): string => NUMBER_MARK + normalizeNumber(number);
export const facetTerm = (facet: string): string => FACET_MARK + facet;
export const kindTerm = (kind: SearchKind): string => facetTerm(`is:${kind}`);
export const isWordTerm = (term: string): boolean => !term.startsWith(NUMBER_MARK) && !term.startsWith(FACET_MARK);

const EXCERPT_SOURCE = 5_000;
/** Documents of one transaction: they share most of their terms, and each term is written once. */
const AT_ONCE = 200;
const MOST_ATTEMPTS = 20;
const PAUSE_MS = 100;

/** A document before it has its number. */
export type NewDocument = Omit<SearchDocument, 'number'>;

function toDocument(kind: SearchKind, item: Findable, indexedAt: Date): NewDocument {
  const marks = marksOf(item);
  for (const term of [...item.numbers.map(numberTerm), kindTerm(kind), ...item.facets.map(facetTerm)])
    marks.set(term, toMark(false, 0));
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
    terms: [...marks.keys()],
    marks: Uint8Array.from(marks.values()),
  };
}

function marksOf({ title, text }: Findable): Map<string, number> {
  const whole = normalize(title);
  const titleWords = termsOf(title);
  const words = new Set([...titleWords, ...termsOf(text)]);
  const inTitle = new Set([...titleWords, ...bigramsOf(title)]);
  return new Map(
    [...new Set([...inTitle, ...words])].map(term => [
      term,
      toMark(words.has(term), inTitle.has(term) ? placeIn(whole, term) : 0),
    ]),
  );
}

function placeIn(title: string, term: string): number {
  const at = title.indexOf(term);
  return at === -1 || title.includes(term, at + 1) ? SOMEWHERE : at + 1;
}

/**
 * Brings these things up to date in the index; what is not public (any more) leaves it. They are read after the transaction has begun:
 * of two servers that do the same at once, the second one reads what the first one did not see.
 */
export async function indexThings(deps: SearchDeps, kind: SearchKind, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    count += await patiently(() =>
      deps.transaction(tx =>
        deps.documents.put(
          some.map(id => `${kind}:${id}`),
          async () => (await deps.sources[kind].findAll(some)).map(item => toDocument(kind, item, deps.clock.now())),
          tx,
        ),
      ),
    );
  }
  return count;
}

/** Whoever else writes the index meanwhile holds the lists of common words, for seconds when it brings hundreds of things. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !hasLabel(error, 'TransientTransactionError')) throw error;
      await new Promise(resolve => setTimeout(resolve, attempt * PAUSE_MS));
    }
  }
}
