const COMPARED_LETTERS = 600;
/** Two texts that share seven of ten pairs of characters meet in one of three bands with nine in ten; more bands would slow every comment. */
const BANDS = 3;
const SEEDS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646d] as const;
const FEWEST_PAIRS = 4;

/** Pairs of neighbouring characters; across punctuation there are none. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text
    .slice(0, COMPARED_LETTERS)
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)) {
    const letters = Array.from(run);
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters[at]! + letters[at + 1]!);
  }
  return pairs;
}

/** A pair as a number, another one for each seed. */
function mix(pair: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < pair.length; at += 1) hash = Math.imul(hash ^ pair.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * What texts of nearly the same words are found by, however many comments there are: the least of each of six numberings of its pairs
 * (MinHash), two and two. Too short a text is like nothing.
 */
export function likenessKeys(consultationId: string, text: string): string[] {
  const pairs = [...pairsOf(text)];
  if (pairs.length < FEWEST_PAIRS) return [];
  const least = SEEDS.map(seed => pairs.reduce((low, pair) => Math.min(low, mix(pair, seed)), 0xffffffff).toString(36));
  return Array.from(
    { length: BANDS },
    (_, band) => `${consultationId}~${band}:${least[2 * band]}.${least[2 * band + 1]}`,
  );
}

/** How much of the shorter text is in the longer, 0 to 1; less than two pairs in common say nothing. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common < 2 ? 0 : common / small.size;
}
