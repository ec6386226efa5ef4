import type { TextColumn } from './header-words';
import type { Table } from './find-tables';
import { cellAt, isOneCell, mergeAt, squeeze, type Sheet } from './sheet';

/** One row of a table, still as text. */
export interface RawRow {
  /** Row of the sheet, from 1. */
  row: number;
  path: string[];
  name: string;
  texts: Partial<Record<TextColumn, string>>;
  marks: {
    field: 'audience' | 'mode' | 'level' | 'attribute';
    values: readonly string[];
    label: string;
    text: string;
  }[];
  problems: RowProblem[];
}
export interface RowProblem {
  column: string | null;
  message: string;
}

const SAME_AS_ABOVE = /^(?:同上|同前|同上一行|同上行|〃|″|"|“|”)[。.]?$/;
const FOOTER = /^(?:注|备注|说明|填表|制表|填报|审核|联系人|单位负责人|填报说明|备 注)[\s:：一二三四五六七八九十\d.、]/;

/** The rows of a table in order; empty rows, notes below the table and rows that only wait to be filled are left out. */
export function readRows(sheet: Sheet, table: Table): RawRow[] {
  const rows: RawRow[] = [];
  let previousCells: string[] | null = null;
  let previousItems: string[] = [];
  let isBelowNotes = false;
  for (let index = table.firstRow; index < table.endRow; index += 1) {
    const own = ownTexts(sheet, table, index);
    if (isNote(sheet, index, isBelowNotes)) isBelowNotes = true;
    else if (own.length > 0) {
      const { cells, problems } = resolveSameAsAbove(sheet, table, index, previousCells);
      const { items, path, name, problem } = readItems(sheet, table, { index, cells, previousItems });
      rows.push({
        row: index + 1,
        path,
        name,
        ...readCells(table, cells),
        problems: problem ? [...problems, problem] : problems,
      });
      previousCells = cells;
      previousItems = items;
      isBelowNotes = false;
    }
  }
  return rows;
}

/** Texts that stand in this row itself and say something: not filled from a merge above, not a number, not a form with empty boxes. */
function ownTexts(sheet: Sheet, table: Table, row: number): string[] {
  return table.columns.flatMap(({ index, meaning }) => {
    const text = cellAt(sheet, row, index);
    const isFromAbove = (mergeAt(sheet, row, index)?.top ?? row) < row;
    const isForm =
      meaning.kind === 'text' &&
      (meaning.field === 'number' || (meaning.field === 'channels' && !/[■☑√●]/.test(text) && /[□☐]/.test(text)));
    return text === '' || isFromAbove || isForm ? [] : [text];
  });
}

/** 注：… below the table, further lines of it, and headings across the sheet. */
function isNote(sheet: Sheet, row: number, isBelowNotes: boolean): boolean {
  const cells = sheet.rows[row]!;
  const texts = [...new Set(cells.filter(text => text !== ''))];
  const [first = ''] = texts;
  if (texts.length === 0) return false;
  const column = cells.indexOf(first);
  const merge = mergeAt(sheet, row, column);
  const isAcross = texts.length === 1 && merge !== undefined && (merge.right - merge.left + 1) * 2 > cells.length;
  return isAcross || (texts.length <= 3 && FOOTER.test(first)) || (isBelowNotes && texts.length === 1);
}

function resolveSameAsAbove(sheet: Sheet, table: Table, row: number, previous: string[] | null) {
  const cells = [...sheet.rows[row]!];
  const problems: RowProblem[] = [];
  for (const { index, label } of table.columns) {
    if (!SAME_AS_ABOVE.test(squeeze(cells[index] ?? ''))) continue;
    if (previous === null)
      problems.push({ column: label, message: `“${label}”写的是“${cells[index]}”，可是上面没有事项` });
    cells[index] = previous?.[index] ?? '';
  }
  return { cells, problems };
}

interface Items {
  /** Text of every item column, blanks above the leaf filled from the row before. */
  items: string[];
  path: string[];
  name: string;
  problem: RowProblem | null;
}

/** 一级事项 … down to the entry itself. A blank above the leaf means the same as in the row before (cells that were not merged). */
function readItems(
  sheet: Sheet,
  table: Table,
  given: { index: number; cells: string[]; previousItems: string[] },
): Items {
  const { index, cells, previousItems } = given;
  const columns = table.columns
    .filter(column => column.meaning.kind === 'item')
    .sort((a, b) => (a.meaning.kind === 'item' && b.meaning.kind === 'item' ? a.meaning.depth - b.meaning.depth : 0));
  const texts = columns.map((column, at) => {
    const before = columns[at - 1];
    const isPartOfParent = before !== undefined && isOneCell(sheet, index, before.index, column.index);
    return isPartOfParent ? '' : (cells[column.index] ?? '').replace(/\n/g, '');
  });
  const leaf = texts.findLastIndex(text => text !== '');
  if (leaf < 0)
    return {
      items: previousItems,
      path: [],
      name: '',
      problem: { column: columns[0]?.label ?? null, message: '没有写事项名称' },
    };

  const items: string[] = [];
  let isUnderSame = true;
  texts.slice(0, leaf + 1).forEach((text, at) => {
    const value = text === '' && isUnderSame ? (previousItems[at] ?? '') : text;
    isUnderSame &&= value === previousItems[at];
    items.push(value);
  });
  const name = items.at(-1)!;
  const path = items.slice(0, -1).filter(text => text !== '');
  return { items, path, name, problem: missingLeaf(sheet, columns, { index, leaf }) };
}

/** 二级事项 left blank beside a 一级事项 of its own width is a forgotten name; deeper levels may end early. */
function missingLeaf(
  sheet: Sheet,
  columns: Table['columns'],
  { index, leaf }: { index: number; leaf: number },
): RowProblem | null {
  const own = columns[leaf]!;
  const next = columns[leaf + 1];
  if (!next || isOneCell(sheet, index, own.index, next.index)) return null;
  const isGroupOfSeveralRows =
    (mergeAt(sheet, index, own.index)?.bottom ?? index) > (mergeAt(sheet, index, own.index)?.top ?? index);
  return leaf === 0 || isGroupOfSeveralRows ? { column: next.label, message: `“${next.label}”没有写` } : null;
}

function readCells(table: Table, cells: string[]): Pick<RawRow, 'texts' | 'marks'> {
  const texts: RawRow['texts'] = {};
  const marks: RawRow['marks'] = [];
  for (const { index, label, meaning } of table.columns) {
    const text = cells[index] ?? '';
    if (meaning.kind === 'mark') marks.push({ field: meaning.field, values: meaning.values, label, text });
    // 公开渠道 is often printed in two columns under one header.
    else if (meaning.kind === 'text')
      texts[meaning.field] = [...new Set([texts[meaning.field] ?? '', text])].filter(Boolean).join('\n');
  }
  return { texts, marks };
}
