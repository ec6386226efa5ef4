import fc from 'fast-check';
import { addDays, addWorkingDays, daysBetween, fromDayNumber, toDayNumber } from '../calendar';
import { earliestPostingEnd, postingTakeDownOn, postingTooShort } from './posting-check';
import { postingKinds, type PostingKind, type PostingKindCode } from './posting-kinds';

const codes = Object.keys(postingKinds) as PostingKindCode[];
const anyDate = fc.integer({ min: toDayNumber('2019-01-01'), max: toDayNumber('2027-12-31') }).map(fromDayNumber);

describe('posting period by kind', () => {
  test.each<[PostingKindCode, string, string | null]>([
    ['housingAllotment', '2026-09-18', '2026-09-25'],
    ['housingSubsidy', '2026-11-16', '2026-11-23'],
    ['relief', '2026-02-10', '2026-02-17'],
    ['studentAid', '2026-09-18', '2026-09-29'],
    ['selection', '2026-09-30', '2026-10-15'],
    ['longer', '2026-11-16', '2026-12-01'],
    ['tender', '2026-11-16', '2026-11-19'],
    ['other', '2026-11-16', null],
  ])('%s posted %s -> until %s at the earliest', (kind, from, earliest) => {
    expect(earliestPostingEnd({ kind, from })).toBe(earliest);
  });

  test('a day short -> refused with the days, the date and the ground; the day itself -> fine', () => {
    const seven = { kind: 'studentAid' as const, from: '2026-09-18' };
    expect(postingTooShort({ ...seven, to: '2026-09-28' })).toBe(
      '家庭经济困难学生资助名单至少公示 7 个工作日，贴出当天不算，最早到2026年9月29日。学生资助名单公示 7 个工作日。',
    );
    expect(postingTooShort({ ...seven, to: '2026-09-29' })).toBeNull();
  });

  test('published after its first day -> counted from the day it came out; before it -> from its first day', () => {
    const dates = { kind: 'relief' as const, from: '2026-11-16', to: '2026-11-23' };
    expect(postingTooShort({ ...dates, publishedOn: '2026-11-17' })).toContain('2026年11月24日');
    expect(postingTooShort({ ...dates, publishedOn: '2026-11-13' })).toBeNull();
  });

  test('taken down: thirty days after the last one, lists of people only', () => {
    expect(postingTakeDownOn('relief', '2026-11-23')).toBe('2026-12-24');
    expect(postingTakeDownOn('tender', '2026-11-23')).toBeNull();
    expect(codes.filter(code => postingTakeDownOn(code, '2026-11-23') !== null)).toEqual(
      codes.filter(code => postingKinds[code].masksNames && code !== 'longer'),
    );
  });

  test('any kind and days -> refused exactly when its minimum does not fit between', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), anyDate, fc.integer({ min: -3, max: 40 }), (kind, from, length) => {
        const to = addDays(from, length);
        const { minimum, unit }: PostingKind = postingKinds[kind];
        const isShort =
          minimum !== null &&
          (unit === 'days' ? daysBetween(from, to) < minimum : to < addWorkingDays(from, minimum).date);
        expect(postingTooShort({ kind, from, to }) !== null).toBe(isShort);
      }),
    );
  });

  test('any day of coming out -> a later one never makes a shorter period lawful', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), anyDate, fc.nat(30), fc.nat(40), (kind, from, late, length) => {
        const dates = { kind, from, to: addDays(from, length) };
        if (postingTooShort(dates) !== null)
          expect(postingTooShort({ ...dates, publishedOn: addDays(from, late) })).not.toBeNull();
      }),
    );
  });
});
