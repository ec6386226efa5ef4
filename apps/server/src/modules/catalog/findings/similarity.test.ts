import fc from 'fast-check';
import { comparable, similarity } from './similarity';

const alike = (a: string, b: string) => similarity(comparable(a), comparable(b));

describe('similarity', () => {
  test.each([
    ['公租房申请', '公租房申请', 1, 1],
    ['公租房申请', '公租房 申请信息公开', 1, 1],
    ['（一）高龄津贴发放', '高龄津贴发放', 0.8, 1],
    ['对占用城市绿地的处罚', '占用城市绿地处罚', 0.7, 1],
    ['食品生产许可', '食品经营许可', 0.3, 0.79],
    ['食品生产许可', '道路运输经营许可', 0, 0.35],
    ['信息公开', '信息公开', 1, 1],
    ['', '公租房申请', 0, 0],
    ['排污', '排污许可证核发', 0, 0.79],
  ])('%s and %s -> between %d and %d', (a, b, least, most) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(least);
    expect(alike(a, b)).toBeLessThanOrEqual(most);
  });

  test('any two texts -> between 0 and 1, the same both ways, 1 with itself', () => {
    const words = fc.string({ unit: fc.constantFrom(...'公租房申请许可处罚食品经营（）12 '), maxLength: 20 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const value = alike(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeCloseTo(alike(b, a), 10);
        if (comparable(a).text !== '') expect(alike(a, a)).toBe(1);
      }),
    );
  });
});
