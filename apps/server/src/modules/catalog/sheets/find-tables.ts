import { groupOf, headerWord, meaningOf, type ColumnMeaning } from './header-words';
import { isOneCell, type Sheet } from './sheet';

/** A table of a sheet: its columns by meaning and the rows below its header. */
export interface Table {
  /** Texts above the header (title, subtitle), nearest first. */
  titles: string[];
  columns: { index: number; label: string; meaning: ColumnMeaning }[];
  /** Header texts that no meaning was found for. */
  unknownHeaders: string[];
  firstRow: number;
  /** The row after the last one. */
  endRow: number;
}

/** A header names an item and at least so many other things. */
const MIN_MEANINGS = 4;
const MAX_HEADER_ROWS = 4;

/** Tables of a sheet from top to bottom: a header may come again on every printed page, or a second table may follow. */
export function findTables(sheet: Sheet): Table[] {
  const headers: { top: number; bottom: number }[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    if (!isHeaderTop(sheet, row)) continue;
    const bottom = headerBottom(sheet, row);
    headers.push({ top: row, bottom });
    row = bottom;
  }
  return headers.map(({ top, bottom }, at) => {
    const previousEnd = at === 0 ? 0 : headers[at - 1]!.bottom + 1;
    const nextTop = headers[at + 1]?.top ?? sheet.rows.length;
    return {
      titles: titlesAbove(sheet, previousEnd, top),
      ...columnsOf(sheet, top, bottom),
      firstRow: bottom + 1,
      endRow: nextTop,
    };
  });
}

function isHeaderTop(sheet: Sheet, row: number): boolean {
  const meanings = new Set<string>();
  let hasItem = false;
  for (const text of new Set(sheet.rows[row])) {
    const meaning = text === '' ? null : meaningOf([text]);
    if (!meaning) continue;
    if (meaning.kind === 'item') hasItem = true;
    else meanings.add(meaning.field);
  }
  return hasItem && meanings.size >= MIN_MEANINGS;
}

/** A row belongs to the header while its cells repeat the one above (merged) or say more about a group above. */
function headerBottom(sheet: Sheet, top: number): number {
  let bottom = top;
  while (
    bottom + 1 < sheet.rows.length &&
    bottom + 1 - top < MAX_HEADER_ROWS &&
    continuesHeader(sheet, top, bottom + 1)
  )
    bottom += 1;
  return bottom;
}

function continuesHeader(sheet: Sheet, top: number, row: number): boolean {
  let says = 0;
  const cells = sheet.rows[row]!;
  for (let column = 0; column < cells.length; column += 1) {
    const text = cells[column]!;
    if (text === '') continue;
    const above = headerTexts(sheet, column, top, row - 1);
    if (above.at(-1) === text) continue;
    const group = above.map(groupOf).find(found => found !== null);
    const meaning = meaningOf([...above, text]);
    if (isExplanation(text)) continue;
    const isSub = meaning?.kind === 'mark' || meaning?.kind === 'item';
    // Below a group, or below nothing; a cell under a column of its own is data.
    if (!isSub || (group === undefined && above.length > 0)) return false;
    says += 1;
  }
  return says > 0;
}

/** “■”表示必选项 and (要素) explain the header above them. */
const isExplanation = (text: string): boolean => headerWord(text) === '' || /表示.*选/.test(text);

/** Header texts over a column; an empty cell right of a group belongs to it (headers that were not merged). */
function headerTexts(sheet: Sheet, column: number, top: number, bottom: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const own = sheet.rows[row]![column]!;
    const text = own === '' && row === top ? groupToTheLeft(sheet, row, column) : own;
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

function groupToTheLeft(sheet: Sheet, row: number, column: number): string {
  const cells = sheet.rows[row]!;
  for (let left = column - 1; left >= 0; left -= 1) {
    if (cells[left] !== '') return groupOf(cells[left]!) === null ? '' : cells[left]!;
  }
  return '';
}

function columnsOf(sheet: Sheet, top: number, bottom: number): Pick<Table, 'columns' | 'unknownHeaders'> {
  const columns: Table['columns'] = [];
  const unknownHeaders: string[] = [];
  const width = sheet.rows[top]!.length;
  for (let index = 0; index < width; index += 1) {
    const texts = headerTexts(sheet, index, top, bottom);
    // An empty cell beside a group, with nothing below it, is no column of its own.
    if (
      texts.length === 0 ||
      (sheet.rows[top]![index] === '' && texts.length === 1 && sheet.rows[bottom]![index] === '')
    )
      continue;
    const meaning = meaningOf(texts);
    const isRepeated =
      meaning?.kind === 'text' &&
      meaning.field !== 'channels' &&
      columns.some(column => column.meaning.kind === 'text' && column.meaning.field === meaning.field);
    if (meaning && !isRepeated) columns.push({ index, label: labelOf(texts), meaning });
    else if (!isPartOfLast(sheet, top, index)) unknownHeaders.push(labelOf(texts));
  }
  return { columns: numberItems(columns), unknownHeaders };
}

const isPartOfLast = (sheet: Sheet, row: number, column: number) =>
  column > 0 && isOneCell(sheet, row, column - 1, column);

const labelOf = (texts: readonly string[]): string =>
  (texts.at(-1) ?? '').replace(/\n/g, '').replace(/[(（][^)）]*[)）]/g, '');

/** Items count from the left where the header does not number them: 公开事项 over two unnamed columns, 一级事项 beside 事项名称. */
function numberItems(columns: Table['columns']): Table['columns'] {
  const depths = columns.flatMap(({ meaning }) => (meaning.kind === 'item' ? [meaning.depth] : []));
  if (new Set(depths).size === depths.length) return columns;
  let depth = 0;
  return columns.map(column => {
    if (column.meaning.kind !== 'item') return column;
    depth += 1;
    return { ...column, meaning: { kind: 'item' as const, depth } };
  });
}

function titlesAbove(sheet: Sheet, from: number, to: number): string[] {
  const titles: string[] = [];
  for (let row = to - 1; row >= from; row -= 1) {
    for (const text of new Set(sheet.rows[row])) if (text !== '' && headerWord(text) !== '') titles.push(text);
  }
  return titles;
}
