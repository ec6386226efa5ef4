import { passesLuhn } from './identifiers';

/** For tests: numbers made up, with the check digit computed and the rest counted up. */
export function idNumber(turn: number): string {
  const birth = `19${60 + (turn % 40)}${String(1 + (turn % 12)).padStart(2, '0')}${String(1 + (turn % 28)).padStart(2, '0')}`;
  const head = `110101${birth}${String(turn % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}
export const mobile = (turn: number): string => `1990000${String(turn).padStart(4, '0')}`;
export function card(turn: number, length = 19): string {
  const body = `622202${String(turn).padStart(length - 7, '0')}`;
  return body + ([...'0123456789'].find(digit => passesLuhn(body + digit)) ?? '');
}
/** The same with a check digit that is wrong. */
export const wrong = (number: string): string => number.slice(0, -1) + (number.endsWith('7') ? '3' : '7');
export const wide = (text: string): string =>
  text.replace(/[0-9X]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
export const split = (text: string, lengths: readonly number[], gap: string): string => {
  let at = 0;
  return [...lengths, text.length]
    .map(length => text.slice(at, (at += length)))
    .filter(Boolean)
    .join(gap);
};
