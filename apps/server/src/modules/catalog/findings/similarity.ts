import { squeeze } from '../sheets/sheet';

/** Words that say nothing of what it is: names of offices' papers share them. */
const EMPTY_WORDS = /(?:公开|信息|情况|事项|相关|有关|工作|的)/g;

const plain = (text: string): string => squeeze(text).replace(/[^\p{Letter}\p{Number}]/gu, '');

function pairsOf(text: string): Map<string, number> {
  const signs = [...text];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const pair = signs[at]! + signs[at + 1]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** A text made ready to be compared with many others. */
export interface Comparable {
  text: string;
  pairs: ReadonlyMap<string, number>;
  size: number;
}

export function comparable(text: string): Comparable {
  const whole = plain(text);
  const said = whole.replace(EMPTY_WORDS, '');
  const kept = said.length >= 2 ? said : whole;
  const pairs = pairsOf(kept);
  return { text: kept, pairs, size: [...pairs.values()].reduce((sum, count) => sum + count, 0) };
}

/**
 * How alike two names are, from 0 to 1: the share of neighbouring characters they have in common (Dice), and at least 0.8 when one
 * of them, of four characters or more, stands in the other whole.
 */
export function similarity(a: Comparable, b: Comparable): number {
  if (a.text === '' || b.text === '') return 0;
  if (a.text === b.text) return 1;
  let common = 0;
  for (const [pair, count] of a.pairs) common += Math.min(count, b.pairs.get(pair) ?? 0);
  const dice = a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  return short.length >= 4 && long.includes(short) ? Math.max(0.8, dice) : dice;
}
