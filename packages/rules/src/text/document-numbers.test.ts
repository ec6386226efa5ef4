import fc from 'fast-check';
import { looksLikeNumber, normalizeNumber } from './document-numbers';

describe('document and index numbers', () => {
  test.each([
    '栖政发〔2026〕12号',
    '栖政发[2026]12号',
    '栖政发［２０２６］１２号',
    '栖政发（2026）12号',
    '栖政发(2026)12号',
    '栖政发【2026】第12号',
    '栖政发 ﹝2026﹞ 12 号',
  ])('normalizeNumber: %s -> 栖政发〔2026〕12号', text => expect(normalizeNumber(text)).toBe('栖政发〔2026〕12号'));

  test.each([
    ['qh001-2026—00012', 'QH001-2026-00012'],
    ['１１３３０１０６／２０２６－００１２', '11330106/2026-0012'],
    ['', ''],
  ])('normalizeNumber: index number %s -> %s', (text, expected) => expect(normalizeNumber(text)).toBe(expected));

  test('normalizeNumber: twice -> the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(normalizeNumber(normalizeNumber(text))).toBe(normalizeNumber(text));
      }),
    );
  });

  test.each([
    ['栖政发（2026）12号', true],
    ['〔2026〕12', true],
    ['11330106MB2026-00012', true],
    ['公租房 2026', false],
    ['低保', false],
    ['2026', false],
  ])('looksLikeNumber: %s -> %p', (query, expected) => expect(looksLikeNumber(query)).toBe(expected));
});
