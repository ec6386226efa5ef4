import { squeeze } from './sheets/sheet';

/** Longest word that is asked for whole: more pairs do not make a list shorter. */
const MAX_QUERY_TERMS = 20;

const runsOf = (text: string): string[] =>
  squeeze(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);

const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, at) => signs[at]! + sign);
};

/** Single characters and neighbouring pairs of the texts: what an entry can be found by. */
export function searchTerms(texts: readonly string[]): string[] {
  const terms = texts.flatMap(runsOf).flatMap(run => [...run, ...pairsOf(run)]);
  return [...new Set(terms)];
}

/** The terms that a typed word must all be found by; empty when there is nothing to look for in it. */
export function queryTerms(query: string): string[] {
  // A space between two words means both of them, anywhere.
  const words = query.split(/\s+/).flatMap(runsOf);
  const terms = words.flatMap(run => (run.length === 1 ? [run] : pairsOf(run)));
  return [...new Set(terms)].slice(0, MAX_QUERY_TERMS);
}
