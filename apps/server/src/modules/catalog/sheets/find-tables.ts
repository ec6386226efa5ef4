import { groupOf, headerWord, isKnownHeader, meaningOf, type ColumnMeaning } from './header-words';
import { hasMark } from './marks';
import { isOneCell, type Sheet } from './sheet';

/** A table of a sheet: its columns by meaning and the rows below its header. */
export interface Table {
  /** Texts above the header (title, subtitle), nearest first. */
  titles: string[];
  columns: {
    index: number;
    label: string;
    /** All its words, with what they explain. */ header: string;
    meaning: ColumnMeaning;
  }[];
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
      firstRow: countsColumns(sheet, bottom + 1) ? bottom + 2 : bottom + 1,
      endRow: nextTop,
    };
  });
}

function isHeaderTop(sheet: Sheet, row: number): boolean {
  const meanings = new Set<string>();
  const sure = new Set<string>();
  let known = 0;
  let hasItem = false;
  for (const text of new Set(sheet.rows[row])) {
    // A number stands in a row of data.
    if (/^\d+$/.test(text)) return false;
    const meaning = text === '' ? null : meaningOf([text]);
    if (!meaning) continue;
    if (meaning.kind === 'item') hasItem = true;
    if (meaning.kind !== 'text' && meaning.kind !== 'mark') continue;
    meanings.add(meaning.field);
    if (isKnownHeader(text)) known += 1;
    if (isKnownHeader(text) || meaning.kind === 'mark') sure.add(meaning.field);
  }
  // Words merely like a header's stand in data too (主动公开平台): beside two known ones they count.
  return hasItem && (sure.size >= MIN_MEANINGS || (known >= 2 && meanings.size >= MIN_MEANINGS));
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
    const isSub = meaning !== null && meaning.kind !== 'text';
    // Below a group, or below nothing; a cell under a column of its own is data.
    if (!isSub || (group === undefined && above.length > 0)) return false;
    says += 1;
  }
  return says > 0;
}

/** “■”表示必选项, ■必选 and (要素) explain the header above them. */
const isExplanation = (text: string): boolean =>
  headerWord(text) === '' ||
  /表示.*选/.test(text) ||
  (hasMark(text) && /^[必可]选项?(?:[必可]选项?)?$/.test(headerWord(text)));

const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';

/** The row 1, 2, 3 … or 甲, 乙, 丙 … that counts the columns below a header. */
function countsColumns(sheet: Sheet, row: number): boolean {
  const numbers = (sheet.rows[row] ?? [])
    .filter((text, at, all) => text !== '' && text !== all[at - 1])
    .map(headerIndex);
  return (
    numbers.length > 3 &&
    numbers.every((number, at) => number !== null && (at === 0 || number === numbers[at - 1]! + 1))
  );
}

function headerIndex(text: string): number | null {
  const word = text.replace(/[()（）]/g, '');
  if (/^\d{1,2}$/.test(word)) return Number(word);
  return word.length === 1 && HEAVENLY_STEMS.includes(word) ? HEAVENLY_STEMS.indexOf(word) + 1 : null;
}

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
    if (meaning) columns.push({ index, label: labelOf(texts), header: texts.join(''), meaning });
    else if (!isPartOfLast(sheet, top, index)) unknownHeaders.push(labelOf(texts));
  }
  const { kept, dropped } = oneColumnAField(columns);
  return { columns: numberItems(kept), unknownHeaders: [...unknownHeaders, ...dropped.map(({ label }) => label)] };
}

/** Fields whose several columns say one thing together: 法律依据 beside 政策依据, channels in two columns. */
const JOINED: readonly string[] = ['channels', 'basis'];

/**
 * The columns that are read. Beside a 公开主体, 责任单位 is whose office does it; alone, 责任部门 is the publisher. Of several columns of
 * one field the one with the known word counts, else the first.
 */
function oneColumnAField(columns: Table['columns']): { kept: Table['columns']; dropped: Table['columns'] } {
  const isField = (field: string) => (column: Table['columns'][number]) =>
    column.meaning.kind === 'text' && column.meaning.field === field;
  const [publishers, offices] = [columns.filter(isField('publisher')), columns.filter(isField('office'))];
  const asOffice = offices.length === 0 ? publishers.slice(1).find(({ label }) => !label.includes('主体')) : undefined;
  const asPublisher = publishers.length === 0 ? offices[0] : undefined;
  const named = columns.map((column): Table['columns'][number] => {
    if (column === asOffice) return { ...column, meaning: { kind: 'text', field: 'office' } };
    if (column === asPublisher) return { ...column, meaning: { kind: 'text', field: 'publisher' } };
    return column;
  });
  const isRead = (column: Table['columns'][number]): boolean => {
    if (column.meaning.kind !== 'text' || JOINED.includes(column.meaning.field)) return true;
    const same = named.filter(isField(column.meaning.field));
    return column === (same.find(({ label }) => isKnownHeader(label)) ?? same[0]);
  };
  return { kept: named.filter(isRead), dropped: named.filter(column => !isRead(column)) };
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

/** Texts above a header. Above a later one stand the rows of the table before it: only rows of one text next to the header are its titles. */
function titlesAbove(sheet: Sheet, from: number, to: number): string[] {
  const titles: string[] = [];
  for (let row = to - 1; row >= from; row -= 1) {
    const texts = [...new Set(sheet.rows[row])].filter(text => text !== '' && headerWord(text) !== '');
    if (from > 0 && texts.length > 1) break;
    titles.push(...texts);
  }
  return titles;
}
