import type { Block } from '@bandeng/contracts/schemas';

/** A cell as it was written: how far it reaches, and its words. */
export interface WrittenCell {
  text: string;
  isHeader: boolean;
  colspan: number;
  rowspan: number;
}
interface GridCell {
  text: string;
  isHeader: boolean;
  /** How far this place is from where the cell begins. */
  right: number;
  down: number;
  width: number;
}
type Table = Extract<Block, { type: 'table' }>;

/**
 * A table as the contract has it: one row of names, and rows of cells, each of which can be read alone (on the phone a row is a card).
 * Merged cells are taken apart: names reach over all they stood over, a value that stood beside several rows is said in each, a line
 * over the whole width is the caption when it comes first.
 */
export function tableOf(
  rows: readonly (readonly WrittenCell[])[],
  given: { caption: string; headRows: number },
): Table | null {
  const grid = trimmed(gridOf(rows));
  const width = grid[0]?.length ?? 0;
  if (width === 0) return null;
  const isTitle = width > 1 && grid.length > 1 && grid[0]![0]!.width >= width;
  const body = isTitle ? grid.slice(1) : grid;
  const caption = given.caption || (isTitle ? grid[0]![0]!.text : '');
  const headRows = headRowsOf(body, given.headRows - (isTitle ? 1 : 0));
  return {
    type: 'table',
    ...(caption && { caption }),
    head: headRows === 0 ? [] : body[0]!.map((_, column) => nameOf(body.slice(0, headRows).map(row => row[column]!))),
    rows: body.slice(headRows).map(row => row.map(({ text, right }) => (right > 0 ? '' : text))),
  };
}

/** Every place filled by the cell that reaches over it. Reaches are kept within what a table can have. */
function gridOf(rows: readonly (readonly WrittenCell[])[]): GridCell[][] {
  const grid: (GridCell | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { text, isHeader, colspan, rowspan } of cells) {
      while (grid[y]![x]) x += 1;
      const width = Math.min(Math.max(colspan, 1), 100);
      for (let down = 0; down < Math.min(Math.max(rowspan, 1), rows.length - y); down += 1)
        for (let right = 0; right < width; right += 1)
          grid[y + down]![x + right] ??= { text, isHeader, right, down, width };
      x += width;
    }
  });
  const width = Math.max(0, ...grid.map(row => row.length));
  const empty: GridCell = { text: '', isHeader: false, right: 0, down: 0, width: 1 };
  return grid.map(row => Array.from({ length: width }, (_, x) => row[x] ?? empty));
}

/** Without the empty columns on the right and rows below that spreadsheets bring along. */
function trimmed(grid: GridCell[][]): GridCell[][] {
  const isFilled = ({ text }: GridCell) => text !== '';
  const height = grid.findLastIndex(row => row.some(isFilled)) + 1;
  const width = Math.max(0, ...grid.map(row => row.findLastIndex(isFilled) + 1));
  return grid.slice(0, height).map(row => row.slice(0, width));
}

/** Rows of names: as marked, else the first one, or as many as names reach down where they stand over each other. */
function headRowsOf(grid: GridCell[][], markedRows: number): number {
  if (grid.length < 2) return 0;
  const most = grid.length - 1;
  const headers = grid.findIndex(row => !row.every(({ isHeader }) => isHeader));
  const marked = markedRows > 0 ? markedRows : Math.max(0, headers);
  if (marked > 0) return Math.min(marked, most);
  const isGrouped = grid[0]!.some(({ width }) => width > 1);
  const reach = grid[0]!.map((_, x) => grid.findIndex(row => row[x]!.down === 0 && row !== grid[0]));
  const deepest = Math.max(1, ...reach.map(end => (end < 0 ? grid.length : end)));
  return isGrouped ? Math.min(deepest, most) : 1;
}

const nameOf = (column: readonly GridCell[]): string =>
  [...new Set(column.map(({ text }) => text))].filter(text => text !== '').join(' · ');
