/** A range of merged cells; rows and columns count from 0, both ends belong to it. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as text: rectangular, merged cells filled with the text of their first cell. Row `n` is sheet row `n + 1`. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  rows: string[][];
  merges: MergedRange[];
}

/** Why a workbook cannot be read, as a sentence for the person who brought it. */
export class UnreadableWorkbook extends Error {}

export const cellAt = (sheet: Sheet, row: number, column: number): string => sheet.rows[row]?.[column] ?? '';

/** Merged ranges by cell, made once a sheet: rows ask for them cell by cell. */
const mergesByCell = new WeakMap<Sheet, Map<string, MergedRange>>();

export function mergeAt(sheet: Sheet, row: number, column: number): MergedRange | undefined {
  let known = mergesByCell.get(sheet);
  if (!known) {
    known = new Map(sheet.merges.flatMap(merge => cellsOf(merge).map(cell => [cell, merge] as const)));
    mergesByCell.set(sheet, known);
  }
  return known.get(`${row}:${column}`);
}

function cellsOf({ top, left, bottom, right }: MergedRange): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push(`${row}:${column}`);
  return cells;
}

/** True when the two cells of one row belong to one merged range. */
export function isOneCell(sheet: Sheet, row: number, left: number, right: number): boolean {
  const merge = mergeAt(sheet, row, left);
  return merge !== undefined && right >= merge.left && right <= merge.right;
}

/** Letters of a column as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Text for comparison: half width (NFKC), lower case, without spaces, line breaks and zero-width characters. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '');

/** Text of a cell as we keep it: one kind of line break, no spaces around lines, no empty lines, no control characters. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|_x000D_\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\uFEFF]/g, '')
    .split('\n')
    .map(line => line.replace(/[\t\u00A0\u3000]/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n');

/** A cell that repeats the one above; tested on squeezed text. */
export const SAME_AS_ABOVE = /^[(（]?(?:同上(?:一?[行栏格列项])?|同前|[〃″"“”])[)）]?[。.]?$/;
