import fc from 'fast-check';
import { CHECK_TEXT_LIMIT, splitForCheck } from './split-for-check';

/** Joins pieces again, each at the place where its overlap with what came before is longest. */
function join(pieces: string[]): string {
  return pieces.reduce((text, piece) => {
    for (let overlap = Math.min(45, piece.length, text.length); overlap > 0; overlap -= 1) {
      if (text.endsWith(piece.slice(0, overlap))) return text + piece.slice(overlap);
    }
    return text + piece;
  });
}

test('split: 2,500 characters -> one piece; 2,501 -> two', () => {
  expect(splitForCheck('a'.repeat(CHECK_TEXT_LIMIT))).toHaveLength(1);
  expect(splitForCheck('a'.repeat(CHECK_TEXT_LIMIT + 1))).toHaveLength(2);
  expect(splitForCheck('')).toEqual(['']);
});

test('split: a sentence ends near the limit -> the cut falls behind it, without overlap', () => {
  const first = `${'一'.repeat(2300)}。`;
  const second = '二'.repeat(1000);
  expect(splitForCheck(first + second)).toEqual([first, second]);
});

test('split: no sentence ends -> a word across the cut is whole in one piece', () => {
  const text = `${'一'.repeat(2495)}不该被切开的十个字呀${'二'.repeat(100)}`;
  expect(splitForCheck(text).some(piece => piece.includes('不该被切开的十个字呀'))).toBe(true);
});

test('split: any text -> pieces within the limit, no half characters, nothing lost', () => {
  const units = fc.constantFrom('字', '。', '\n', '😀', '𠮷', 'a', ' ');
  const numbered = fc.array(units, { maxLength: 700 }).map(parts => parts.map((part, at) => `${part}${at}`).join(''));
  fc.assert(
    fc.property(numbered, fc.integer({ min: 81, max: 400 }), (text, limit) => {
      const pieces = splitForCheck(text, limit);
      expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(limit);
      expect(pieces.every(piece => Buffer.from(piece).toString() === piece)).toBe(true);
      expect(join(pieces)).toBe(text);
    }),
  );
});

test('split: a limit that leaves no room for the overlap -> RangeError', () => {
  expect(() => splitForCheck('a', 80)).toThrow(RangeError);
});
