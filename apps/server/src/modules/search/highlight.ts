import { normalize } from './words';

type Span = [number, number];
const EXCERPT = 90;

/** Where the words stand in a text, as [start, end) offsets that do not overlap. */
export function highlightsOf(text: string, words: readonly string[]): Span[] {
  const haystack = text.toLowerCase();
  const spans = words.filter(Boolean).flatMap(word => occurrences(haystack, word));
  return merge(spans.sort((a, b) => a[0] - b[0]));
}

function occurrences(haystack: string, word: string): Span[] {
  const spans: Span[] = [];
  for (let at = haystack.indexOf(word); at !== -1 && spans.length < 20; at = haystack.indexOf(word, at + word.length)) {
    spans.push([at, at + word.length]);
  }
  return spans;
}

function merge(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push([...span]);
    return merged;
  }, []);
}

/** A stretch of the text around the first word found, or its beginning. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const first = highlightsOf(normalizeLength(plain), words)[0]?.[0] ?? 0;
  const start = first > EXCERPT / 3 ? first - Math.floor(EXCERPT / 3) : 0;
  const cut = plain.slice(start, start + EXCERPT);
  return `${start > 0 ? '…' : ''}${cut}${start + EXCERPT < plain.length ? '…' : ''}`;
}

/** Normalising may change the length (㎡ becomes m2): then the text is searched as it stands. */
const normalizeLength = (text: string): string => {
  const normal = normalize(text);
  return normal.length === text.length ? normal : text.toLowerCase();
};
