import { columnLetters, type MergedRange, type Sheet } from './sheet';

/** For tests: a sheet of texts; `merges` as a spreadsheet writes them (A1:C1), filled with the text of their first cell. */
export function buildSheet(
  rows: readonly (readonly string[])[],
  options: { name?: string; merges?: string[]; isHidden?: boolean } = {},
): Sheet {
  const width = Math.max(...rows.map(row => row.length));
  const filled = rows.map(row => [...row, ...Array<string>(width - row.length).fill('')]);
  const merges = (options.merges ?? []).map(readRange);
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) filled[row]![column] = filled[top]![left]!;
    }
  }
  return { name: options.name ?? 'Sheet1', isHidden: options.isHidden ?? false, rows: filled, merges };
}

function readRange(range: string): MergedRange {
  const [from = '', to = ''] = range.split(':');
  const columns = Array.from({ length: 60 }, (_, at) => columnLetters(at));
  const place = (cell: string) => {
    const letters = cell.replace(/\d+/, '');
    return { row: Number(cell.slice(letters.length)) - 1, column: columns.indexOf(letters) };
  };
  const start = place(from);
  const end = place(to);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
