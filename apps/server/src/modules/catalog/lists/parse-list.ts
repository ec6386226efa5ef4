import type { ImportProblem } from '@bandeng/contracts/types';
import { cellAt, squeeze, type Sheet } from '../sheets/sheet';

/** An item of one of the three lists, as its sheet says it. */
export interface ListRow {
  name: string;
  code: string | null;
  category: string | null;
  basis: string | null;
  unitText: string | null;
}
type Column = keyof ListRow;

/** How offices head the columns of the three lists; the first that fits counts. */
const HEADERS: readonly [Column, RegExp][] = [
  ['code', /编码|代码|编号/],
  ['category', /(?:事项|职权|权力|执法|服务)?(?:类型|类别)$|^类别/],
  ['basis', /依据/],
  ['unitText', /主体|部门|单位|机关|机构|科室/],
  ['name', /(?:事项|职权|权力|项目|服务)(?:名称)?$|名称/],
];
const LABELS: Record<Column, string> = {
  name: '事项名称',
  code: '编码',
  category: '类别',
  basis: '依据',
  unitText: '实施主体',
};
/** Rows in which a header is looked for. */
const HEADER_ROWS = 12;

type Header = { row: number; columns: Map<Column, number> };

function headerOf(sheet: Sheet): Header | null {
  for (let row = 0; row < Math.min(HEADER_ROWS, sheet.rows.length); row += 1) {
    const columns = new Map<Column, number>();
    sheet.rows[row]!.forEach((text, at) => {
      const word = squeeze(text).replace(/[(（].*$/, '');
      const found =
        word === '' ? undefined : HEADERS.find(([column, pattern]) => !columns.has(column) && pattern.test(word));
      if (found) columns.set(found[0], at);
    });
    if (columns.has('name') && columns.size >= 2) return { row, columns };
  }
  return null;
}

/** The items of a workbook, in order. A row without a name is a problem, and so is one that says the same as another. */
export function parseList(sheets: readonly Sheet[]): { rows: ListRow[]; problems: ImportProblem[]; notes: string[] } {
  const rows: ListRow[] = [];
  const problems: ImportProblem[] = [];
  const notes: string[] = [];
  const seen = new Map<string, string>();
  for (const sheet of sheets) {
    if (sheet.isHidden) {
      notes.push(`工作表“${sheet.name}”是隐藏的，没有读；要导入请先取消隐藏。`);
      continue;
    }
    const header = headerOf(sheet);
    if (!header) {
      if (sheet.rows.some(row => row.some(text => text !== '')))
        notes.push(`工作表“${sheet.name}”里没有清单的表头，没有读。`);
      continue;
    }
    for (let at = header.row + 1; at < sheet.rows.length; at += 1) {
      const textOf = (column: Column) => {
        const place = header.columns.get(column);
        return place === undefined ? '' : cellAt(sheet, at, place);
      };
      const [name, code, category, basis, unitText] = (['name', 'code', 'category', 'basis', 'unitText'] as const).map(
        textOf,
      );
      if ([name, code, basis].every(text => text === '')) continue;
      const tell = (column: Column, message: string) =>
        problems.push({ sheet: sheet.name, row: at + 1, column: LABELS[column], message });
      if (!name) {
        tell('name', '“事项名称”没有写');
        continue;
      }
      const row = {
        name: name.replace(/\n/g, ''),
        code: code || null,
        category: category || null,
        basis: basis || null,
        unitText: unitText || null,
      };
      const twin = seen.get(identityOf(row));
      if (twin !== undefined) {
        tell(row.code ? 'code' : 'name', `和${twin}是同一项`);
        continue;
      }
      seen.set(identityOf(row), `“${sheet.name}”第 ${at + 1} 行`);
      rows.push(row);
    }
  }
  if (rows.length === 0 && problems.length === 0) {
    const message = '找不到清单的表头：要有事项名称，还要有依据、实施主体、类别或编码';
    problems.push({ sheet: sheets[0]?.name ?? '', row: 1, column: null, message });
  }
  return { rows, problems, notes };
}

/** What makes an item the same in the next issue: its code, else its unit and name. */
export const identityOf = ({ code, unitText, name }: ListRow): string =>
  code ? `code:${squeeze(code)}` : `name:${squeeze(unitText ?? '')}:${squeeze(name)}`;
