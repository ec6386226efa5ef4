import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { inTimeZone } from '../in-time-zone.fixtures';
import { isWorkingDay } from './day-kind';
import { addDays, fromDayNumber, toDayNumber } from './local-date';
import { addWorkingDays, countWorkingDaysBetween, needsNextYear, nextWorkingDay } from './working-days';

const vectors = [
  ['2025-01-20', '2025-02-05', '2025-02-14', '2025-02-21', '2025-03-21'],
  ['2025-09-24', '2025-10-10', '2025-10-21', '2025-10-28', '2025-11-25'],
  ['2026-01-30', '2026-02-10', '2026-02-27', '2026-03-05', '2026-04-02'],
  ['2026-02-10', '2026-02-26', '2026-03-09', '2026-03-16', '2026-04-14'],
  ['2026-04-24', '2026-05-08', '2026-05-19', '2026-05-26', '2026-06-24'],
  ['2026-06-15', '2026-06-25', '2026-07-07', '2026-07-14', '2026-08-11'],
  ['2026-09-18', '2026-09-29', '2026-10-15', '2026-10-22', '2026-11-19'],
  ['2026-09-20', '2026-09-30', '2026-10-16', '2026-10-23', '2026-11-20'],
  ['2026-09-30', '2026-10-15', '2026-10-27', '2026-11-03', '2026-12-01'],
  ['2026-11-16', '2026-11-25', '2026-12-07', '2026-12-14', '2027-01-12'],
] as const;

const anyDate = fc.integer({ min: toDayNumber('2018-01-01'), max: toDayNumber('2051-12-31') }).map(fromDayNumber);
const anyCount = fc.integer({ min: 0, max: 80 });

describe('working days', () => {
  test.each(vectors)('received %s -> +7 %s, +15 %s, +20 %s, +40 %s', (from, ...expected) => {
    expect([7, 15, 20, 40].map(count => addWorkingDays(from, count).date)).toEqual(expected);
  });

  test.each([
    ['2026-11-16', 40, true],
    ['2026-11-16', 20, false],
    ['2026-12-31', 0, false],
    ['2026-12-31', 1, true],
    ['2018-12-28', 1, true],
  ])('provisional: %s +%i -> %p', (from, count, provisional) => {
    expect(addWorkingDays(from, count).provisional).toBe(provisional);
  });

  test('explanation: from Friday over a make-up Sunday -> every day with its reason', () => {
    expect(addWorkingDays('2026-09-18', 2)).toEqual({
      from: '2026-09-18',
      count: 2,
      date: '2026-09-21',
      provisional: false,
      days: [
        { date: '2026-09-18', counted: false, reason: '起算当日不计', kind: 'start' },
        { date: '2026-09-19', counted: false, reason: '周末', kind: 'weekend' },
        { date: '2026-09-20', counted: true, reason: '国庆节调休上班', kind: 'makeup' },
        { date: '2026-09-21', counted: true, reason: '工作日', kind: 'workday' },
      ],
    });
  });

  test.each([-1, 1.5, Number.NaN, 1001, Infinity])('addWorkingDays: count %p -> RangeError', count => {
    expect(() => addWorkingDays('2026-01-01', count)).toThrow(RangeError);
  });

  test('any date and count -> ends on a working day, counts exactly, lists every day once', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 80 }), (from, count) => {
        const { date, days } = addWorkingDays(from, count);
        expect(isWorkingDay(date)).toBe(true);
        expect(days.filter(day => day.counted)).toHaveLength(count);
        expect(countWorkingDaysBetween(from, date)).toBe(count);
        expect(days.map(day => day.date)).toEqual(days.map((_, index) => addDays(from, index)));
        expect(days.at(-1)?.date).toBe(date);
      }),
    );
  });

  test('any date -> adding in two steps over working days is adding once', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyCount, (from, first, second) => {
        const step = addWorkingDays(from, first).date;
        expect(addWorkingDays(step, second).date).toBe(addWorkingDays(from, first + second).date);
      }),
    );
  });

  test('a later start -> never an earlier end', () => {
    fc.assert(
      fc.property(anyDate, anyCount, fc.integer({ min: 1, max: 30 }), (from, count, later) => {
        const shifted = addWorkingDays(addDays(from, later), count).date;
        expect(shifted >= addWorkingDays(from, count).date).toBe(true);
      }),
    );
  });

  test('nextWorkingDay: before the autumn holidays -> the first day after them', () => {
    expect(nextWorkingDay('2026-09-30')).toBe('2026-10-08');
    expect(nextWorkingDay('2026-10-09')).toBe('2026-10-10');
  });

  test('countWorkingDaysBetween: the end is not later -> 0', () => {
    expect(countWorkingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
    expect(countWorkingDaysBetween('2026-11-20', '2026-11-01')).toBe(0);
  });

  test.each([
    ['2026-11-14', false],
    ['2026-11-15', true],
    ['2025-12-31', false],
  ])('needsNextYear: %s -> %p', (today, expected) => expect(needsNextYear(today)).toBe(expected));

  test.each(['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'time zone of the process: %s -> the same answers',
    TZ => {
      const call = 'input.map(([from]) => [7, 15, 20, 40].map(n => rules.addWorkingDays(from, n).date))';
      const { zone, answer } = inTimeZone(execFileSync, TZ, { file: 'calendar/working-days', call, input: vectors });
      expect(zone).toBe(TZ);
      expect(answer).toEqual(vectors.map(([, ...ends]) => ends));
    },
  );
});
