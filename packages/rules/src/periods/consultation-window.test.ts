import fc from 'fast-check';
import { addDays, addWorkingDays, daysBetween, fromDayNumber, shanghaiDateOf, toDayNumber } from '../calendar';
import { consultationKinds, type ConsultationKindCode } from './consultation-kinds';
import { consultationWindow, postingPeriod } from './consultation-window';

describe('consultation window', () => {
  test.each<[ConsultationKindCode, string, string]>([
    ['majorDecision', '2026-11-01', '2026-12-01'],
    ['normativeDocument', '2026-09-18', '2026-09-29'],
    ['normativeDocumentMarket', '2026-11-01', '2026-12-01'],
    ['draftRule', '2026-02-10', '2026-03-12'],
    ['compensationPlan', '2026-11-01', '2026-12-01'],
    ['standardCatalog', '2026-11-01', '2026-11-16'],
  ])('%s published %s -> closes %s at the earliest, at 24:00', (kind, publishedOn, closesOn) => {
    const window = consultationWindow({ kind, publishedOn });
    expect(window).toMatchObject({
      opensOn: publishedOn,
      closesOn,
      minimumClosesOn: closesOn,
      shortened: false,
      violations: [],
    });
    expect(window.closesAt).toBe(`${closesOn}T16:00:00.000Z`);
  });

  test('only the compensation plan -> cannot be shortened', () => {
    const fixed = Object.entries(consultationKinds).filter(([, kind]) => !kind.shortenable);
    expect(fixed.map(([code]) => code)).toEqual(['compensationPlan']);
  });

  test.each<[ConsultationKindCode, string, string | undefined, string[]]>([
    ['majorDecision', '2026-11-30', undefined, ['window.reason_missing']],
    ['majorDecision', '2026-11-30', ' ', ['window.reason_missing']],
    ['majorDecision', '2026-11-30', '汛期临近，情况紧急', []],
    ['compensationPlan', '2026-11-30', '情况紧急', ['window.not_shortenable']],
    ['compensationPlan', '2026-12-01', undefined, []],
    ['standardCatalog', '2026-10-31', '急', ['window.before_publication']],
  ])('%s published 2026-11-01 closing %s, reason %p -> %j', (kind, closesOn, shortenReason, codes) => {
    const { violations } = consultationWindow({ kind, publishedOn: '2026-11-01', closesOn, shortenReason });
    expect(violations.map(violation => violation.code)).toEqual(codes);
  });

  test('standard catalog: the office sets 7 days -> 7; sets nonsense -> RangeError', () => {
    const input = { kind: 'standardCatalog' as const, publishedOn: '2026-11-01' };
    expect(consultationWindow({ ...input, defaultDays: 7 }).closesOn).toBe('2026-11-08');
    expect(() => consultationWindow({ ...input, defaultDays: 0 })).toThrow(RangeError);
  });

  test('working days into a year that is not announced -> provisional', () => {
    expect(consultationWindow({ kind: 'normativeDocument', publishedOn: '2026-12-30' }).provisional).toBe(true);
    expect(consultationWindow({ kind: 'majorDecision', publishedOn: '2026-12-30' }).provisional).toBe(false);
  });

  const anyKind = fc.constantFrom(...(Object.keys(consultationKinds) as ConsultationKindCode[]));
  const anyDate = fc.integer({ min: toDayNumber('2019-01-01'), max: toDayNumber('2027-12-31') }).map(fromDayNumber);

  test('any kind and day -> its minimum fits whole between publication and closing', () => {
    fc.assert(
      fc.property(anyKind, anyDate, (kind, publishedOn) => {
        const { closesOn, closesAt } = consultationWindow({ kind, publishedOn });
        const { minimum, unit } = consultationKinds[kind];
        const days = minimum ?? 15;
        if (unit === 'days') expect(daysBetween(publishedOn, closesOn)).toBe(days);
        else expect(closesOn).toBe(addWorkingDays(publishedOn, days).date);
        expect(shanghaiDateOf(closesAt)).toBe(addDays(closesOn, 1));
      }),
    );
  });

  test('any closing day -> shortened exactly when before the minimum, later is always lawful', () => {
    fc.assert(
      fc.property(anyKind, anyDate, fc.integer({ min: -5, max: 60 }), (kind, publishedOn, length) => {
        const closesOn = addDays(publishedOn, length);
        const window = consultationWindow({ kind, publishedOn, closesOn });
        expect(window.shortened).toBe(closesOn < window.minimumClosesOn);
        expect(window.violations.length > 0).toBe(window.shortened);
      }),
    );
  });
});

describe('posting period', () => {
  test.each([
    ['2026-09-18', 7, 'days', '2026-09-25'],
    ['2026-09-18', 7, 'workingDays', '2026-09-29'],
    ['2026-09-30', 7, 'workingDays', '2026-10-15'],
  ] as const)('posted %s for %i %s -> ends %s at 24:00', (startsOn, count, unit, endsOn) => {
    expect(postingPeriod(startsOn, count, unit)).toMatchObject({ endsOn, endsAt: `${endsOn}T16:00:00.000Z` });
  });

  test.each([0, 1.5, -3])('posted for %p days -> RangeError', count => {
    expect(() => postingPeriod('2026-09-18', count, 'days')).toThrow(RangeError);
  });
});
