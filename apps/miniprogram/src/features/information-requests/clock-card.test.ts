import { calendarDay } from './clock-card';

const today = '2026-10-14';
const day = (
  date: string,
  kind: 'received' | 'counted' | 'makeup' | 'off' | 'paused' | 'due',
  number: number | null = null,
) => ({
  date,
  kind,
  number,
  counted: number !== null,
  article: '条例第三十三条第二款',
  reason: '',
});

test.each([
  [day('2026-09-18', 'received'), { date: '2026-09-18', state: 'received' }],
  [day('2026-09-20', 'makeup', 1), { date: '2026-09-20', state: 'counted', number: 1, makeUp: true }],
  [day('2026-09-25', 'off'), { date: '2026-09-25', state: 'rest' }],
  [day('2026-09-28', 'paused'), { date: '2026-09-28', state: 'stopped' }],
  [day('2026-10-14', 'counted', 9), { date: '2026-10-14', state: 'counted', number: 9, today: true }],
  [day('2026-10-15', 'counted', 10), { date: '2026-10-15', state: 'left', number: 10 }],
  [day('2026-10-29', 'due', 20), { date: '2026-10-29', state: 'due', number: 20 }],
])('calendar day: %j -> %j', (given, shown) => {
  expect(calendarDay(given, today)).toEqual(shown);
});
