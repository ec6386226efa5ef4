import type { LocalDate } from '../calendar';
import { tableThreeRows, type TableThreeRow } from '../requests';

/** Columns of table three (国办公开办函〔2021〕30号): 自然人, five kinds of organizations; 总计 is their sum. */
export const applicantColumns = {
  person: '自然人',
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal_service: '法律服务机构',
  other: '其他',
} as const;
export type ApplicantColumn = keyof typeof applicantColumns;

/** A line of table three that cases are counted in; 总计 of the results is the sum of theirs. */
export type CaseFigure = 'received' | 'carriedIn' | TableThreeRow | 'carriedOut';

export const caseFigures = {
  received: '一、本年新收政府信息公开申请数量',
  carriedIn: '二、上年结转政府信息公开申请数量',
  ...tableThreeRows,
  carriedOut: '四、结转下年度继续办理',
} as const satisfies Record<CaseFigure, string>;

/** What the table asks of a case. */
export interface YearCase {
  column: ApplicantColumn;
  /** Null: not received yet (Art. 31), so not counted. */
  receivedOn: LocalDate | null;
  /** Null: still open. */
  ended: { on: LocalDate; row: TableThreeRow } | null;
}

/** The figures of a year that a case is part of: how it came into the year and how it went out of it, or none. */
export function figuresOf({ receivedOn, ended }: YearCase, year: number): CaseFigure[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (receivedOn === null || receivedOn > last) return [];
  if (ended !== null && ended.on < first) return [];
  return [
    receivedOn >= first ? 'received' : 'carriedIn',
    ended !== null && ended.on <= last ? ended.row : 'carriedOut',
  ];
}

export interface TableThreeLine {
  figure: CaseFigure | 'total';
  label: string;
  byColumn: Record<ApplicantColumn, number>;
  total: number;
}

const columns = Object.keys(applicantColumns) as ApplicantColumn[];
const none = (): Record<ApplicantColumn, number> =>
  Object.fromEntries(columns.map(column => [column, 0])) as Record<ApplicantColumn, number>;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Table three of a year, line by line in the order of the form, with （七）总计 after the results. */
export function tableThree(cases: Iterable<YearCase>, year: number): TableThreeLine[] {
  const counts = new Map<CaseFigure, Record<ApplicantColumn, number>>();
  for (const one of cases)
    for (const figure of figuresOf(one, year)) {
      const line = counts.get(figure) ?? none();
      line[one.column] += 1;
      counts.set(figure, line);
    }
  const line = (figure: TableThreeLine['figure'], label: string, byColumn: TableThreeLine['byColumn']) => ({
    figure,
    label,
    byColumn,
    total: sum(Object.values(byColumn)),
  });
  const of = (figure: CaseFigure) => line(figure, caseFigures[figure], counts.get(figure) ?? none());
  const results = (Object.keys(tableThreeRows) as TableThreeRow[]).map(of);
  const total = Object.fromEntries(
    columns.map(column => [column, sum(results.map(({ byColumn }) => byColumn[column]))]),
  ) as Record<ApplicantColumn, number>;
  return [of('received'), of('carriedIn'), ...results, line('total', '（七）总计', total), of('carriedOut')];
}

/**
 * Where a table contradicts itself, as sentences: 第一项加第二项之和，等于第三项加第四项之和, in every column; 总计 the sum of its
 * results; the last column the sum of the others. For a table that somebody typed as for one that was counted.
 */
export function tableThreeFaults(lines: readonly TableThreeLine[]): string[] {
  const valueOf = (figure: TableThreeLine['figure'], column: ApplicantColumn | null): number => {
    const line = lines.find(one => one.figure === figure);
    return line === undefined ? 0 : column === null ? line.total : line.byColumn[column];
  };
  const results = Object.keys(tableThreeRows) as TableThreeRow[];
  const downwards = [...columns, null].flatMap(column => {
    const name = column === null ? '总计' : applicantColumns[column];
    const into = valueOf('received', column) + valueOf('carriedIn', column);
    const out = valueOf('total', column) + valueOf('carriedOut', column);
    const ended = sum(results.map(row => valueOf(row, column)));
    return [
      ...(into === out ? [] : [`“${name}”列：新收加结转是 ${into}，办结加结转下年是 ${out}`]),
      ...(ended === valueOf('total', column)
        ? []
        : [`“${name}”列：各项结果相加是 ${ended}，总计写的是 ${valueOf('total', column)}`]),
    ];
  });
  const across = lines.flatMap(({ label, byColumn, total }) => {
    const all = sum(columns.map(column => byColumn[column]));
    return all === total ? [] : [`“${label}”行：各列相加是 ${all}，总计写的是 ${total}`];
  });
  return [...downwards, ...across];
}
