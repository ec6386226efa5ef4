/** Full-width as half-width, capitals as small ones, no spaces: as somebody may type it who looks for it. */
export const plainTitle = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Every two signs that stand side by side, once: words of a title are found by them without knowing where a word begins. */
export function pairsOf(title: string): string[] {
  const signs = [...plainTitle(title)];
  return [...new Set(signs.slice(1).map((sign, at) => signs[at]! + sign))];
}
