import { nextNumber } from './next-number';

test.each([
  [[], '2026-1'],
  [['2026-10', '2026-9', '2026-1'], '2026-11'],
  [['栖政公开〔2026〕3号', '栖政公开〔2025〕8号'], '栖政公开〔2026〕4号'],
  [['栖政公开〔2025〕8号', '2026-7'], '栖政公开〔2026〕1号'],
  [['第一版'], '2026-1'],
])('nextNumber: %j taken -> %s', (taken, number) => {
  expect(nextNumber(taken, '2026')).toBe(number);
});
