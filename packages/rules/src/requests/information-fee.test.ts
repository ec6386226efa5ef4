import fc from 'fast-check';
import { informationFee } from './information-fee';

describe('information fee', () => {
  test.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 100],
    [31, 200],
    [40, 200],
    [41, 300],
    [50, 300],
    [51, 400],
  ])('item %i of the month -> %i yuan', (ordinal, yuan) =>
    expect(informationFee({ basis: 'items', ordinal }).yuan).toBe(yuan),
  );

  test.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i pages -> %i yuan, each step only for its own part', (pages, yuan) =>
    expect(informationFee({ basis: 'pages', pages }).yuan).toBe(yuan),
  );

  test('lines: 120 pages -> every step with its pages and price', () => {
    expect(informationFee({ basis: 'pages', pages: 120 }).lines).toEqual([
      { text: '1 到 30 页的部分 30 页，不收', yuan: 0 },
      { text: '31 到 100 页的部分 70 页，每页 10 元', yuan: 700 },
      { text: '101 到 200 页的部分 20 页，每页 20 元', yuan: 400 },
    ]);
  });

  test('one more page -> never cheaper; the lines add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), pages => {
        const { yuan, lines } = informationFee({ basis: 'pages', pages });
        expect(lines.reduce((sum, line) => sum + line.yuan, 0)).toBe(yuan);
        expect(informationFee({ basis: 'pages', pages: pages + 1 }).yuan).toBeGreaterThanOrEqual(yuan);
      }),
    );
  });

  test.each([0, -1, 1.5, NaN])('number %p -> RangeError', number => {
    expect(() => informationFee({ basis: 'pages', pages: number })).toThrow(RangeError);
  });
});
