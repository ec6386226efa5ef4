import { outcomeAlarm } from './outcome-alarm';

test.each([
  ['2026-12-16', null],
  ['2026-12-17', 31],
  ['2027-01-16', 61],
  ['2026-11-01', null],
])('outcome alarm: ended 2026-11-16, today %s -> %p', (today, days) =>
  expect(outcomeAlarm('2026-11-16', today)).toBe(days),
);
