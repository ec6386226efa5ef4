import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  endOfShanghaiDay,
  formatChineseDate,
  fromDayNumber,
  isLocalDate,
  shanghaiDateOf,
  startOfShanghaiDay,
  toDayNumber,
  weekdayOf,
} from './local-date';

const anyDay = fc.integer({ min: -100_000, max: 200_000 });

describe('local date', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '0000-01-01',
    '2026-04-31',
    '',
    '2026-11-21T00:00:00Z',
    '20261121',
  ])('isLocalDate: %p -> false', text => expect(isLocalDate(text)).toBe(false));

  test.each(['2024-02-29', '1000-01-01', '9999-12-31'])('isLocalDate: %p -> true', text =>
    expect(isLocalDate(text)).toBe(true),
  );

  test('addDays: bad date -> RangeError with the text in it', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('2026-02-30');
  });

  test.each([
    ['2026-11-21', 6],
    ['2026-09-20', 0],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1949-10-01', 6],
  ])('weekdayOf: %s -> %i', (date, weekday) => expect(weekdayOf(date)).toBe(weekday));

  test.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['2026-12-31T23:00:00-05:00', '2027-01-01'],
    ['2026-11-21T00:00:00+08:00', '2026-11-21'],
  ])('shanghaiDateOf: %s -> %s', (instant, date) => expect(shanghaiDateOf(instant)).toBe(date));

  test('shanghaiDateOf: unreadable -> RangeError', () => expect(() => shanghaiDateOf('昨天')).toThrow(RangeError));

  test('endOfShanghaiDay: a date -> 16:00 UTC of that date', () => {
    expect(endOfShanghaiDay('2026-12-31')).toBe('2026-12-31T16:00:00.000Z');
  });

  test('formatChineseDate: leading zeros -> dropped', () => {
    expect(formatChineseDate('2026-09-08')).toBe('2026年9月8日');
  });

  test('day numbers: any day -> there and back is the same', () => {
    fc.assert(fc.property(anyDay, day => expect(toDayNumber(fromDayNumber(day))).toBe(day)));
  });

  test('weekday: any day -> seven days later it is the same, a day later the next', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const date = fromDayNumber(day);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7);
      }),
    );
  });

  test('Shanghai day: any day -> its first and last instants belong to it, 24:00 does not', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const date = fromDayNumber(day);
        const last = new Date(Date.parse(endOfShanghaiDay(date)) - 1).toISOString();
        expect(shanghaiDateOf(startOfShanghaiDay(date))).toBe(date);
        expect(shanghaiDateOf(last)).toBe(date);
        expect(daysBetween(date, shanghaiDateOf(endOfShanghaiDay(date)))).toBe(1);
      }),
    );
  });
});
