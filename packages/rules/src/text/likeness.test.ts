import fc from 'fast-check';
import { likenessOf } from './likeness';

test.each<[string, string, (percent: number) => boolean]>([
  ['槐影东里加装电梯的补助明细', '申请公开槐影东里加装电梯补助明细', percent => percent === 100],
  ['槐影东里加装电梯的补助明细', '槐影东里加装电梯补助的发放名单', percent => percent >= 60 && percent < 100],
  ['槐影东里加装电梯的补助明细', '渡口路停车位委托经营合同', percent => percent === 0],
  ['Ａ区２０２６年预算', 'a区2026年预算', percent => percent === 100],
  ['', '公开信息', percent => percent === 0],
])('%s / %s', (a, b, fits) => {
  expect(fits(likenessOf(a, b))).toBe(true);
});

test('any two texts -> the same either way round, between 0 and 100, whole with itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const percent = likenessOf(a, b);
      expect(percent).toBe(likenessOf(b, a));
      expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
      expect([0, 100]).toContain(likenessOf(a, a));
    }),
  );
});
