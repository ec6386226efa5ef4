/** Longest text of one content check, in characters (msgSecCheck 2.0). */
export const CHECK_TEXT_LIMIT = 2500;

/** A hard cut repeats this many characters in the next piece, so that a word across the cut is seen whole once. */
const OVERLAP = 40;

/** How far before the limit an end of a sentence is looked for. */
const SEARCH_BACK = 400;

const SENTENCE_END = /[。！？!?；;\n]/;

/**
 * Cuts a text into pieces that one check takes. Counted in UTF-16 units, which is never fewer than characters.
 * Cuts fall behind the end of a sentence where there is one near, else the pieces overlap; no character is halved.
 * @returns at least one piece; an empty text gives one empty piece
 */
export function splitForCheck(text: string, limit = CHECK_TEXT_LIMIT): string[] {
  if (limit <= 2 * OVERLAP) throw new RangeError(`limit must be over ${2 * OVERLAP}`);
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const sentenceEnd = lastSentenceEnd(text, start, start + limit);
    const end = sentenceEnd ?? wholeCharacter(text, start + limit);
    pieces.push(text.slice(start, end));
    start = sentenceEnd ?? wholeCharacter(text, end - OVERLAP);
  }
  pieces.push(text.slice(start));
  return pieces;
}

function lastSentenceEnd(text: string, start: number, end: number): number | null {
  const lowest = Math.max(start + 1, end - SEARCH_BACK);
  for (let at = end; at > lowest; at -= 1) {
    if (SENTENCE_END.test(text.charAt(at - 1))) return at;
  }
  return null;
}

/** Moves a cut one back when it would fall inside a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
  return isLowSurrogate ? at - 1 : at;
}
