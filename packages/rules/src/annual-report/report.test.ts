import { reportContradictions, sumTableFour, sumTableThree, type ReportTables } from './report-checks';
import { placesOf, tableFourForm, tableThreeForm, tableTwoForm, type FormRow } from './report-layout';
import { factSentences, reportDueOn } from './report-sections';
import { tableFour } from './table-four';
import { tableThree, type YearCase } from './table-three';
import {
  countRegulations,
  figuresOfRegulation,
  missingFigures,
  sumTableTwo,
  type DocumentClass,
  type TableTwo,
} from './table-two';

const NONE = { made: 0, abolished: 0, inForce: 0 };
const two = (changes: Partial<TableTwo> = {}): TableTwo => ({
  ...{ rules: NONE, normative: { made: 2, abolished: 1, inForce: 9 } },
  ...{ permits: 12, penalties: 3, coercion: 0, fees: '1.5' },
  ...changes,
});
const paper = (documentClass: DocumentClass | null) => ({
  ...{ madeOn: '2026-03-01', effectiveOn: '2026-12-01', abolishedOn: null, documentClass },
});
const granted: YearCase = { column: 'person', receivedOn: '2026-02-02', ended: { on: '2026-03-03', row: 'granted' } };
const tables = (): ReportTables => ({
  two: two(),
  three: tableThree([granted, { ...granted, column: 'business', ended: null }], 2026),
  four: tableFour([{ kind: 'review', broughtOn: '2026-04-01', ended: null }], 2026),
});

describe('table two', () => {
  test.each([
    ['made and in force', '2026-03-01', '2026-04-01', null, ['made', 'inForce']],
    ['made, in force from next year on', '2026-12-01', '2027-01-01', null, ['made']],
    ['of earlier years, still in force', '2019-03-01', '2019-03-01', null, ['inForce']],
    ['abolished on the last day', '2019-03-01', '2019-03-01', '2026-12-31', ['abolished']],
    ['abolished before', '2019-03-01', '2019-03-01', '2025-12-31', []],
    ['to be abolished next year', '2019-03-01', '2019-03-01', '2027-01-01', ['inForce']],
    ['without a day of its making', null, '2026-05-01', null, ['made', 'inForce']],
    ['without any day', null, null, null, []],
  ])('2026: a paper %s -> %s', (_, madeOn, effectiveOn, abolishedOn, figures) =>
    expect(figuresOfRegulation({ madeOn, effectiveOn, abolishedOn }, 2026, '2027-01-20')).toEqual(figures),
  );

  test('while the year runs -> as it stands today', () => {
    const { normative: running } = countRegulations([paper('normative')], 2026, '2026-11-22');
    expect(running).toEqual({ made: 1, abolished: 0, inForce: 0 });
    const { normative: over } = countRegulations([paper('normative')], 2026, '2027-01-05');
    expect(over).toEqual({ made: 1, abolished: 0, inForce: 1 });
  });

  test('papers of every class -> each in its row, others in none; what nobody classed is told apart, when it is of the year', () => {
    const old = { madeOn: '2015-01-01', effectiveOn: '2015-01-01', abolishedOn: '2016-01-01', documentClass: null };
    const papers = [paper('rule'), paper('normative'), paper('normative'), paper('other'), paper(null), old];
    expect(countRegulations(papers, 2026, '2027-01-05')).toEqual({
      rules: { made: 1, abolished: 0, inForce: 1 },
      normative: { made: 2, abolished: 0, inForce: 2 },
      unclassed: 1,
    });
  });

  test('tables of units -> added up, money exactly', () => {
    const sum = sumTableTwo([two({ fees: '0.1' }), two({ fees: '0.2', permits: null }), two({ fees: null })]);
    expect(sum).toMatchObject({ fees: '0.3', permits: 24, normative: { made: 6, abolished: 3, inForce: 27 } });
  });

  test('what was not entered -> named', () => {
    expect(missingFigures(two({ permits: null, fees: null }))).toEqual(['行政许可', '行政事业性收费']);
    expect(missingFigures(two())).toEqual([]);
  });
});

describe('a report', () => {
  const one = { id: 'a', number: '栖公申〔2025〕0007' };
  const other = { id: 'b', number: '栖公申〔2025〕0009' };
  const last = { two: two({ normative: { made: 1, abolished: 0, inForce: 8 } }), carriedOut: [one] };

  test('the same cases carried over, papers that add up -> no contradiction; no report of the year before -> none', () => {
    expect(reportContradictions(tables(), [one], last)).toEqual([]);
    expect(reportContradictions(tables(), [other], null)).toEqual([]);
  });

  test('a case lost and one too many -> named; papers that do not add up -> said with all numbers', () => {
    const found = reportContradictions({ ...tables(), two: two({ normative: NONE }) }, [other], last);
    expect(found.map(({ caseId }) => caseId)).toEqual(['a', 'b', null]);
    expect(found[0]!.text).toContain(one.number);
    expect(found[2]!.text).toBe(
      '行政规范性文件：上一年现行有效 8 件，加制发 0 件、减废止 0 件是 8 件，现在写的是 0 件',
    );
  });

  test('tables of units -> added up line by line, block by block', () => {
    const { three, four } = tables();
    const sum = sumTableThree([three, three]);
    expect(sum.map(({ total }) => total)).toEqual(three.map(({ total }) => 2 * total));
    expect(sum[0]!.byColumn).toMatchObject({ person: 2, business: 2, charity: 0 });
    expect(sumTableFour([four, four, four])[0]).toMatchObject({ total: 3, byResult: { pending: 3, upheld: 0 } });
  });

  test('facts -> sentences with the figures of the tables; what did not happen is not a problem', () => {
    const facts = { year: 2026, published: 40, ended: 1, late: 0, feesYuan: 0 };
    const said = factSentences(facts, tables());
    expect(said.overview[0]).toBe('2026 年主动公开政府信息 40 条；制发行政规范性文件 2 件，废止 1 件，现行有效 9 件。');
    expect(said.overview[1]).toContain('新收政府信息公开申请 2 件，上年结转 0 件；办结 1 件，其中予以公开 1 件');
    expect(said.problems).toEqual([]);
    expect(said.others).toEqual(['2026 年没有收取政府信息公开信息处理费。']);
    expect(factSentences({ ...facts, late: 1, feesYuan: 100 }, tables())).toMatchObject({
      problems: ['办结的 1 件申请里，有 1 件超过了法定期限。'],
      others: ['2026 年收取政府信息公开信息处理费 100 元。'],
    });
  });

  test('due -> units by 31 January, the district by 31 March of the next year', () => {
    expect([reportDueOn('unit', 2026), reportDueOn('district', 2026)]).toEqual(['2027-01-31', '2027-03-31']);
  });
});

describe('the national layout', () => {
  /** Every place of the form is covered once, and all rows are as wide. */
  function gridOf(form: FormRow[]): string[][] {
    const grid: string[][] = [];
    for (const { row, column, cell } of placesOf(form))
      for (let down = 0; down < cell.rows; down += 1)
        for (let right = 0; right < cell.columns; right += 1) {
          const line = (grid[row + down] ??= []);
          expect(line[column + right]).toBeUndefined();
          line[column + right] = cell.text;
        }
    return grid;
  }

  test('table two -> 14 rows of 4', () => {
    const grid = gridOf(tableTwoForm(two()));
    expect(grid.map(row => row.length)).toEqual(Array(14).fill(4));
    expect(grid[3]).toEqual(['行政规范性文件', '2', '1', '9']);
    expect(grid[13]).toEqual(['行政事业性收费', '1.5', '1.5', '1.5']);
  });

  test('table three -> 28 rows of 10, groups beside their items', () => {
    const grid = gridOf(tableThreeForm(tables().three));
    expect(grid.map(row => row.length)).toEqual(Array(28).fill(10));
    expect(grid[2]!.slice(3)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
    expect(grid[3]!.slice(2)).toEqual(['一、本年新收政府信息公开申请数量', '1', '1', '0', '0', '0', '0', '2']);
    expect(grid[7]!.slice(0, 3)).toEqual(['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密']);
    expect(grid[26]!.slice(0, 4)).toEqual(['三、本年度办理结果', '（七）总计', '（七）总计', '1']);
    expect(grid[27]!.slice(2, 5)).toEqual(['四、结转下年度继续办理', '0', '1']);
  });

  test('table four -> 4 rows of 15', () => {
    const grid = gridOf(tableFourForm(tables().four));
    expect(grid.map(row => row.length)).toEqual(Array(4).fill(15));
    expect(grid[3]!.slice(0, 6)).toEqual(['0', '0', '0', '1', '1', '0']);
    expect(grid[1]![5]).toBe('未经复议直接起诉');
  });
});
