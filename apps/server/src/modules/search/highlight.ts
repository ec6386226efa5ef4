import { normalize } from '../../platform/words';

type Span = [number, number];
const EXCERPT = 90;
/** What ends with such a mark needs nothing between it and the next. */
const ENDS_ALONE = /[。！？；：，、….!?;:,]$/u;

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

/**
 * A stretch of the text around the words: of the line that has the most of them, and what follows it. Lines are paragraphs of a notice or
 * fields of a catalog entry; where one ends without a full stop, a dot keeps them apart.
 */
export function excerptOf(text: string, words: readonly string[]): string {
  const lines = text
    .split(/\n+/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '');
  const best = bestLine(lines, words);
  const start = startIn(lines[best] ?? '', words);
  const rest = joinLines([(lines[best] ?? '').slice(start), ...lines.slice(best + 1)]);
  const isWhole = best === 0 && start === 0;
  return `${isWhole ? '' : '…'}${rest.slice(0, EXCERPT)}${rest.length > EXCERPT ? '…' : ''}`;
}

/** The first line with the most different words; the beginning when there are none. */
function bestLine(lines: readonly string[], words: readonly string[]): number {
  const found = lines.map(line => words.filter(word => normalizeLength(line).includes(word)).length);
  return Math.max(0, found.indexOf(Math.max(0, ...found)));
}

/** A line is shown from its beginning, unless its first word stands too far back. */
function startIn(line: string, words: readonly string[]): number {
  const first = highlightsOf(normalizeLength(line), words)[0]?.[0] ?? 0;
  return first > EXCERPT / 3 ? first - Math.floor(EXCERPT / 3) : 0;
}

const joinLines = (lines: readonly string[]): string =>
  lines.reduce((whole, line) => (whole === '' ? line : `${whole}${ENDS_ALONE.test(whole) ? ' ' : ' · '}${line}`), '');

/** Normalising may change the length (㎡ becomes m2): then the text is searched as it stands. */
const normalizeLength = (text: string): string => {
  const normal = normalize(text);
  return normal.length === text.length ? normal : text.toLowerCase();
};
