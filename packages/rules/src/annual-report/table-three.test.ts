import fc from 'fast-check';
import { addDays } from '../calendar';
import { tableThreeRows, type TableThreeRow } from '../requests';
import {
  applicantColumns,
  figuresOf,
  tableThree,
  tableThreeFaults,
  type ApplicantColumn,
  type YearCase,
} from './table-three';

const rows = Object.keys(tableThreeRows) as TableThreeRow[];
const columns = Object.keys(applicantColumns) as ApplicantColumn[];
const person = (receivedOn: string | null, ended: YearCase['ended']): YearCase => ({
  column: 'person',
  receivedOn,
  ended,
});

/** A real report's column of 自然人, from FACTS §2: results in the order of the form. */
const RESULTS = [5345, 2120, 13, 30, 11, 49, 103, 84, 282, 147, 3075, 177, 19, 199, 147, 0, 100, 5, 315, 202, 941];
const vector = { received: 13_612, carriedIn: 535, total: 13_364, carriedOut: 783 };

/** Cases that make this column: the carried ones are the first to be answered. */
function* casesOfVector(): Generator<YearCase> {
  const ends = rows.flatMap((row, at) => Array<TableThreeRow>(RESULTS[at]!).fill(row));
  for (let at = 0; at < vector.received + vector.carriedIn; at += 1) {
    const row = ends[at];
    yield person(at < vector.carriedIn ? '2024-12-20' : '2025-03-03', row ? { on: '2025-06-01', row } : null);
  }
}

describe('table three', () => {
  test('cases as in a real report -> its figures, without a fault', () => {
    const lines = tableThree(casesOfVector(), 2025);
    const valueOf = (figure: string) => lines.find(line => line.figure === figure)!.byColumn.person;
    expect(rows.map(valueOf)).toEqual(RESULTS);
    expect(Object.fromEntries(Object.keys(vector).map(figure => [figure, valueOf(figure)]))).toEqual(vector);
    expect(lines.every(({ byColumn, total }) => total === byColumn.person)).toBe(true);
    expect(tableThreeFaults(lines)).toEqual([]);
  });

  test('lines -> those of the form, in its order', () => {
    const lines = tableThree([], 2026);
    expect(lines).toHaveLength(25);
    expect(lines.map(({ label }) => label).filter(label => /^[一二四]、|总计/.test(label))).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（七）总计',
      '四、结转下年度继续办理',
    ]);
  });

  test.each<[string, YearCase, string[]]>([
    ['received and ended in it', person('2026-01-01', { on: '2026-12-31', row: 'granted' }), ['received', 'granted']],
    ['received in it, still open', person('2026-12-31', null), ['received', 'carriedOut']],
    [
      'received before, ended in it',
      person('2025-12-31', { on: '2026-01-01', row: 'partial' }),
      ['carriedIn', 'partial'],
    ],
    [
      'received before, ended after it',
      person('2025-11-01', { on: '2027-01-01', row: 'partial' }),
      ['carriedIn', 'carriedOut'],
    ],
    [
      'received in it, ended after it',
      person('2026-12-01', { on: '2027-01-04', row: 'granted' }),
      ['received', 'carriedOut'],
    ],
    ['ended before', person('2025-03-01', { on: '2025-12-31', row: 'granted' }), []],
    ['received after', person('2027-01-01', null), []],
    ['not received yet', person(null, null), []],
    ['withdrawn before it was received', person(null, { on: '2026-05-01', row: 'other.other' }), []],
  ])('2026: a case %s -> %j', (_, one, figures) => expect(figuresOf(one, 2026)).toEqual(figures));

  const anyCase = fc
    .record({
      column: fc.constantFrom(...columns),
      start: fc.integer({ min: 0, max: 1_400 }),
      days: fc.integer({ min: 0, max: 500 }),
      row: fc.option(fc.constantFrom(...rows)),
    })
    .map(({ column, start, days, row }): YearCase => {
      const receivedOn = addDays('2024-01-01', start);
      return { column, receivedOn, ended: row && { on: addDays(receivedOn, days), row } };
    });

  test('any cases -> sums hold in both directions, and what goes out of a year comes into the next', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), cases => {
        const [before, after] = [tableThree(cases, 2025), tableThree(cases, 2026)];
        expect([...tableThreeFaults(before), ...tableThreeFaults(after)]).toEqual([]);
        expect(before.at(-1)!.byColumn).toEqual(after[1]!.byColumn);
      }),
    );
  });

  test.each<[string, (lines: ReturnType<typeof tableThree>) => void, string]>([
    ['a result more', lines => void (lines[2]!.byColumn.person += 1), '“自然人”列：各项结果相加是'],
    ['one received less', lines => void (lines[0]!.byColumn.person -= 1), '“自然人”列：新收加结转是'],
    ['another sum of a line', lines => void (lines[3]!.total += 1), '行：各列相加是'],
  ])('a typed table with %s -> said where', (_, spoil, words) => {
    const lines = tableThree([person('2026-02-02', { on: '2026-03-03', row: 'granted' })], 2026);
    spoil(lines);
    expect(tableThreeFaults(lines).join('\n')).toContain(words);
  });
});
