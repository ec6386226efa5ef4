import fc from 'fast-check';
import { addDays } from '../calendar';
import {
  countRequestFigures,
  figurePeriods,
  figuresOfCase,
  periodDays,
  requestFigures,
  type FigureCase,
  type RequestFigure,
} from './request-figures';

const one = (changes: Partial<FigureCase> = {}): FigureCase => ({
  ...{ receivedOn: '2026-02-10', endedOn: '2026-03-02' },
  ...{ isAnswered: true, isLate: false, isExtended: false, isCorrected: false },
  ...changes,
});
const MARCH = periodDays(2026, 'm3');

describe('request figures', () => {
  test('periods -> from their first to their last day', () => {
    expect(periodDays(2026, 'q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodDays(2026, 'm2').from).toBe('2026-02-01');
    expect(periodDays(2026, 'year')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  test.each<[string, Partial<FigureCase>, RequestFigure[]]>([
    ['received before, answered in it', {}, ['ended', 'answered', 'onTime']],
    ['received in it, open', { receivedOn: '2026-03-31', endedOn: null }, ['received']],
    ['withdrawn in it', { isAnswered: false }, ['ended']],
    ['answered late after an extension', { isLate: true, isExtended: true }, ['ended', 'answered', 'late', 'extended']],
    ['answered after a correction', { isCorrected: true }, ['ended', 'answered', 'onTime', 'corrected']],
    ['answered the month after', { endedOn: '2026-04-01' }, []],
    ['not received', { receivedOn: null, endedOn: null }, []],
  ])('March: a case %s -> %j', (_, changes, figures) => expect(figuresOfCase(one(changes), MARCH)).toEqual(figures));

  test('rates and days -> of what was answered, to one decimal; median between two', () => {
    const cases = [
      one(),
      one({ isLate: true }),
      one({ receivedOn: '2026-03-01', isExtended: true }),
      one({ isAnswered: false }),
    ];
    const { rates, days, counts } = countRequestFigures(cases, MARCH);
    expect(rates).toEqual({ onTime: 66.7, extended: 33.3, corrected: 0 });
    expect(days).toEqual({ mean: 13.7, median: 20 });
    expect(counts).toMatchObject({ ended: 4, answered: 3 });
    expect(countRequestFigures(cases.slice(1, 3), MARCH).days?.median).toBe(10.5);
  });

  test('nothing answered -> no rate and no days, not zero', () => {
    expect(countRequestFigures([one({ endedOn: null })], MARCH)).toMatchObject({ days: null, rates: { onTime: null } });
  });

  const anyCase = fc
    .record({
      start: fc.integer({ min: 0, max: 360 }),
      length: fc.option(fc.integer({ min: 0, max: 200 })),
      flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    })
    .map(({ start, length, flags: [isAnswered, isLate, isExtended, isCorrected] }) => {
      const receivedOn = addDays('2026-01-01', start);
      const endedOn = length === null ? null : addDays(receivedOn, length);
      return { receivedOn, endedOn, isAnswered, isLate, isExtended, isCorrected };
    });
  test('any cases -> months and quarters add up to the year; answered is in time or late', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), cases => {
        const of = (start: string) =>
          figurePeriods
            .filter(period => period.startsWith(start))
            .map(period => countRequestFigures(cases, periodDays(2026, period)).counts);
        const [year] = of('year');
        for (const figure of Object.keys(requestFigures) as RequestFigure[])
          for (const parts of [of('q'), of('m')])
            expect(parts.reduce((all, counts) => all + counts[figure], 0)).toBe(year![figure]);
        expect(year!.onTime + year!.late).toBe(year!.answered);
      }),
    );
  });
});
