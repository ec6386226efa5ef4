/**
 * Digits that stand together, told apart from how they are written: full-width, with spaces, hyphens, dots or invisible signs between
 * them, or broken over two lines.
 */

/** Spaces of all kinds, what cannot be seen, hyphens, dots, a line break. */
const GAP = '[ \\t\\r\\n\\u00a0\\u00ad\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff\\-.·]';
/** The shortest number that is looked for has eleven digits. */
const RUN = new RegExp(`\\d(?:${GAP}{0,3}\\d){10,}(?:${GAP}{0,2}[Xx])?`, 'g');

/** A piece of text with enough digits to hold a number of a person. */
export interface DigitRun {
  /** Without what stands between them; an X at the end stays. */
  digits: string;
  /** Place of each digit in the text. */
  places: readonly number[];
  /** What stands between a digit and the one before it; empty for the first. */
  gaps: readonly string[];
}

/** Full-width digits, letters and signs become half-width ones, dashes hyphens; lengths stay, so places do too. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff0b-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, letter =>
      String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** @param text as toHalfWidth gives it */
export function* digitRuns(text: string): Generator<DigitRun> {
  RUN.lastIndex = 0;
  for (const match of text.matchAll(RUN)) yield runOf(match[0], match.index);
}

function runOf(raw: string, start: number): DigitRun {
  let digits = '';
  const places: number[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const letter = raw.charAt(index);
    if (!/[\dXx]/.test(letter)) continue;
    gaps.push(raw.slice(end, index));
    digits += letter.toUpperCase();
    places.push(start + index);
    end = index + 1;
  }
  return { digits, places, gaps };
}

/** Whether a number may begin at this digit: nothing touches it from the left. */
export const startsGroup = ({ gaps }: DigitRun, at: number): boolean => at === 0 || gaps[at] !== '';

/** Whether a number of this length may end before this digit. */
export const endsGroup = ({ gaps, digits }: DigitRun, end: number): boolean =>
  end === digits.length || (end < digits.length && gaps[end] !== '');

/** Lengths of the groups in which the digits from `start` to `end` are written. */
export function groupLengths({ gaps }: DigitRun, start: number, end: number): number[] {
  const lengths = [1];
  for (let at = start + 1; at < end; at += 1)
    if (gaps[at] === '') lengths[lengths.length - 1]! += 1;
    else lengths.push(1);
  return lengths;
}
