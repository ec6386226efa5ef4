import { tableThreeRows } from '../requests';
import { remedyResults, type RemedyResult, type TableFourBlock } from './table-four';
import { applicantColumns, type ApplicantColumn, type TableThreeLine } from './table-three';
import { enteredFigures, regulationFigures, type RegulationFigure, type TableTwo } from './table-two';

/** A cell of the form; cells that another covers are left out, as in HTML. */
export interface FormCell {
  text: string;
  columns: number;
  rows: number;
  isHead: boolean;
}
export type FormRow = FormCell[];

const head = (text: string, columns = 1, rows = 1): FormCell => ({ text, columns, rows, isHead: true });
const value = (of: number | string | null, columns = 1): FormCell => ({
  text: of === null ? '' : String(of),
  columns,
  rows: 1,
  isHead: false,
});

/** Table two in the national layout: four blocks, each under the item of Art. 20 that it is about. */
export function tableTwoForm({ rules, normative, permits, penalties, coercion, fees }: TableTwo): FormRow[] {
  const figures = Object.keys(regulationFigures) as RegulationFigure[];
  const numbers = (of: TableTwo['rules']) => figures.map(figure => value(of[figure]));
  const decisions = [head('信息内容'), head('本年处理决定数量', 3)];
  return [
    [head('第二十条第（一）项', 4)],
    [head('信息内容'), ...figures.map(figure => head(regulationFigures[figure]))],
    [head('规章'), ...numbers(rules)],
    [head('行政规范性文件'), ...numbers(normative)],
    [head('第二十条第（五）项', 4)],
    decisions,
    [head(enteredFigures.permits), value(permits, 3)],
    [head('第二十条第（六）项', 4)],
    decisions,
    [head(enteredFigures.penalties), value(penalties, 3)],
    [head(enteredFigures.coercion), value(coercion, 3)],
    [head('第二十条第（八）项', 4)],
    [head('信息内容'), head('本年收费金额（单位：万元）', 3)],
    [head(enteredFigures.fees), value(fees, 3)],
  ];
}

const organizations = ['business', 'research', 'charity', 'legal_service', 'other'] as const;

/** Table three in the national layout: results grouped under 三、 and （三） to （六）, applicants under 法人或其他组织. */
export function tableThreeForm(lines: readonly TableThreeLine[]): FormRow[] {
  const columns = Object.keys(applicantColumns) as ApplicantColumn[];
  const lineOf = (figure: TableThreeLine['figure']) => lines.find(line => line.figure === figure);
  const numbers = (figure: TableThreeLine['figure']) => {
    const line = lineOf(figure);
    return [...columns.map(column => value(line?.byColumn[column] ?? 0)), value(line?.total ?? 0)];
  };
  const results = Object.entries(tableThreeRows).map(([figure, label]) => {
    const [group = label, item] = label.split(' ');
    return { figure: figure as TableThreeLine['figure'], group, item };
  });
  const inGroup = (group: string) => results.filter(one => one.group === group).length;
  const rows = results.map(({ figure, group, item }, at) => {
    const isFirst = at === 0 || results[at - 1]!.group !== group;
    const labels =
      item === undefined ? [head(group, 2)] : [...(isFirst ? [head(group, 1, inGroup(group))] : []), head(item)];
    return [...(at === 0 ? [head('三、本年度办理结果', 1, results.length + 1)] : []), ...labels, ...numbers(figure)];
  });
  return [
    [
      head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
      head('申请人情况', columns.length + 1),
    ],
    [head(applicantColumns.person, 1, 2), head('法人或其他组织', organizations.length), head('总计', 1, 2)],
    organizations.map(column => head(applicantColumns[column])),
    [head('一、本年新收政府信息公开申请数量', 3), ...numbers('received')],
    [head('二、上年结转政府信息公开申请数量', 3), ...numbers('carriedIn')],
    ...rows,
    [head('（七）总计', 2), ...numbers('total')],
    [head('四、结转下年度继续办理', 3), ...numbers('carriedOut')],
  ];
}

/** Table four in the national layout: 15 columns, lawsuits parted by whether a review went before. */
export function tableFourForm(blocks: readonly TableFourBlock[]): FormRow[] {
  const results = Object.keys(remedyResults) as RemedyResult[];
  const labels = [...Object.values(remedyResults), '总计'];
  return [
    [head('行政复议', labels.length), head('行政诉讼', 2 * labels.length)],
    [
      ...labels.map(label => head(label, 1, 2)),
      head('未经复议直接起诉', labels.length),
      head('复议后起诉', labels.length),
    ],
    [...labels, ...labels].map(label => head(label)),
    blocks.flatMap(({ byResult, total }) => [...results.map(result => value(byResult[result])), value(total)]),
  ];
}

/** Where each cell stands, from 0: what a spreadsheet needs that covers cells by their place. */
export function placesOf(form: readonly FormRow[]): { row: number; column: number; cell: FormCell }[] {
  const taken = new Set<string>();
  return form.flatMap((cells, row) => {
    let column = 0;
    return cells.map(cell => {
      while (taken.has(`${row}:${column}`)) column += 1;
      const at = column;
      for (let down = 0; down < cell.rows; down += 1)
        for (let right = 0; right < cell.columns; right += 1) taken.add(`${row + down}:${at + right}`);
      return { row, column: at, cell };
    });
  });
}
