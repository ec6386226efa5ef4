import fc from 'fast-check';
import { addDays } from '../calendar';
import {
  remedyFault,
  remedyKinds,
  remedyResults,
  resultInYear,
  tableFour,
  tableFourFaults,
  type RemedyKindCode,
  type RemedyResult,
  type YearRemedy,
} from './table-four';

const review = (broughtOn: string, ended: YearRemedy['ended'] = null): YearRemedy => ({
  kind: 'review',
  broughtOn,
  ended,
});

describe('table four', () => {
  test.each<[string, YearRemedy, RemedyResult | null]>([
    ['brought and concluded in it', review('2026-01-01', { on: '2026-12-31', result: 'upheld' }), 'upheld'],
    ['brought in it, not concluded', review('2026-12-31'), 'pending'],
    ['brought before, concluded in it', review('2025-11-01', { on: '2026-01-01', result: 'corrected' }), 'corrected'],
    ['brought in it, concluded after it', review('2026-12-01', { on: '2027-01-01', result: 'other' }), 'pending'],
    ['brought before, still open', review('2024-12-01'), 'pending'],
    ['concluded before', review('2025-01-01', { on: '2025-12-31', result: 'upheld' }), null],
    ['brought after', review('2027-01-01'), null],
  ])('2026: %s -> %s', (_, remedy, result) => expect(resultInYear(remedy, 2026)).toBe(result));

  test('blocks -> fifteen numbers in the order of the form', () => {
    const blocks = tableFour(
      [review('2026-03-01'), { ...review('2026-05-01', { on: '2026-08-01', result: 'upheld' }), kind: 'lawsuit' }],
      2026,
    );
    expect(blocks.flatMap(({ byResult, total }) => [...Object.values(byResult), total])).toEqual([
      ...[0, 0, 0, 1, 1],
      ...[1, 0, 0, 0, 1],
      ...[0, 0, 0, 0, 0],
    ]);
    expect(blocks.map(({ label }) => label)).toEqual([
      '行政复议',
      '行政诉讼：未经复议直接起诉',
      '行政诉讼：复议后起诉',
    ]);
  });

  const anyRemedy = fc
    .record({
      kind: fc.constantFrom(...(Object.keys(remedyKinds) as RemedyKindCode[])),
      start: fc.integer({ min: 0, max: 1_000 }),
      days: fc.integer({ min: 0, max: 400 }),
      result: fc.option(fc.constantFrom('upheld' as const, 'corrected' as const, 'other' as const)),
    })
    .map(({ kind, start, days, result }): YearRemedy => {
      const broughtOn = addDays('2024-01-01', start);
      return { kind, broughtOn, ended: result && { on: addDays(broughtOn, days), result } };
    });

  test('any register -> sums hold, and what is pending with what is new is the whole of the next year', () => {
    fc.assert(
      fc.property(fc.array(anyRemedy, { maxLength: 40 }), remedies => {
        const [before, after] = [tableFour(remedies, 2025), tableFour(remedies, 2026)];
        expect([...tableFourFaults(before), ...tableFourFaults(after)]).toEqual([]);
        before.forEach(({ kind, byResult }, at) => {
          const brought = remedies.filter(one => one.kind === kind && one.broughtOn.startsWith('2026'));
          expect(after[at]!.total).toBe(byResult.pending + brought.length);
        });
      }),
    );
  });

  test('a typed table with another sum -> said where', () => {
    const [block] = tableFour([review('2026-03-01')], 2026);
    expect(tableFourFaults([{ ...block!, total: 3 }])).toEqual(['“行政复议”：四种结果相加是 1，总计写的是 3']);
    expect(Object.keys(block!.byResult)).toEqual(Object.keys(remedyResults));
  });
});

describe('remedyFault', () => {
  const suit = (broughtOn: string): YearRemedy => ({ ...review(broughtOn), kind: 'lawsuit_after_review' });
  const of = { receivedOn: '2026-03-02', reviewsEndedOn: ['2026-06-01'] };
  test.each<[string, YearRemedy, Partial<typeof of>, string | null]>([
    ['on the day of receipt', review('2026-03-02'), {}, null],
    ['before the receipt', review('2026-03-01'), {}, '不能早于收到申请的那一天。'],
    ['tomorrow', review('2026-11-23'), {}, '这一天还没有到。'],
    ['a lawsuit after the review', suit('2026-06-01'), {}, null],
    ['a lawsuit before the review ended', suit('2026-05-31'), {}, '复议后起诉，不能早于复议审结的那一天。'],
    [
      'a lawsuit after no review',
      suit('2026-06-02'),
      { reviewsEndedOn: [] },
      '这件申请还没有审结的行政复议；先登记复议和它的结果。',
    ],
    ['concluded on its day', review('2026-04-01', { on: '2026-04-01', result: 'other' }), {}, null],
    ['concluded before', review('2026-04-01', { on: '2026-03-31', result: 'other' }), {}, '不能早于提起的那一天。'],
    ['concluded tomorrow', review('2026-04-01', { on: '2026-11-23', result: 'other' }), {}, '这一天还没有到。'],
  ])('%s -> %s', (_, remedy, changes, message) =>
    expect(remedyFault(remedy, { ...of, ...changes }, '2026-11-22')?.message ?? null).toBe(message),
  );
});
