import {
  daysUntil,
  greeting,
  sayDate,
  sayDaysLeft,
  sayDeadline,
  sayExactly,
  sayWeekday,
  sayWhen,
  sayWorkingDaysLeft,
} from './say-time';

const now = new Date('2026-10-14T01:41:00Z'); // Wednesday 09:41 in Shanghai

describe('times as people say them', () => {
  test.each([
    ['2026-10-14T01:40:30Z', '刚刚'],
    ['2026-10-14T06:20:00Z', '今天 14:20'],
    ['2026-10-13T16:00:00Z', '今天 00:00'],
    ['2026-10-13T15:59:00Z', '昨天 23:59'],
    ['2026-10-15T01:00:00Z', '明天 09:00'],
    ['2026-10-12T00:30:00Z', '10月12日'],
    ['2025-11-03T00:30:00Z', '2025年11月3日'],
  ])('sayWhen: %s -> %s', (instant, said) => {
    expect(sayWhen(instant, now)).toBe(said);
  });

  test('sayDate: a date the law counts -> no time zone can move it', () => {
    expect(sayDate('2026-10-29', now)).toBe('10月29日');
    expect(sayDate('2027-01-01', now)).toBe('2027年1月1日');
    expect(sayWeekday('2026-10-29')).toBe('周四');
  });

  test('sayDaysLeft: a window that ends at 24:00 -> counts its last day', () => {
    const closesAt = '2026-10-23T16:00:00Z';
    expect(sayDaysLeft(closesAt, now)).toBe('还剩 9 天');
    expect(sayDaysLeft(closesAt, new Date('2026-10-23T15:00:00Z'))).toBe('今天截止');
    expect(sayDaysLeft(closesAt, new Date(closesAt))).toBe('已截止');
    expect(sayDeadline(closesAt, now)).toBe('10月23日 24:00');
    expect(sayDeadline('2026-10-23T09:30:00Z', now)).toBe('10月23日 17:30');
  });

  test('daysUntil: dates and instants -> calendar days in Shanghai', () => {
    expect(daysUntil('2026-10-18', now)).toBe(4);
    expect(daysUntil('2026-10-13T15:59:00Z', now)).toBe(-1);
  });

  test('words -> as written on the screens', () => {
    expect(sayWorkingDaysLeft(11)).toBe('还剩 11 个工作日');
    expect(sayWorkingDaysLeft(0)).toBe('今天最晚');
    expect(sayWorkingDaysLeft(-2)).toBe('超过 2 个工作日');
    expect(sayExactly('2026-10-14T06:20:00Z')).toBe('2026年10月14日 14:20');
    expect(greeting(now)).toBe('早上好');
    expect(greeting(new Date('2026-10-14T04:00:00Z'))).toBe('下午好');
    expect(greeting(new Date('2026-10-14T12:00:00Z'))).toBe('晚上好');
  });
});
