import type { TextColumn } from './header-words';
import type { Table } from './find-tables';
import { hasMark, isFilled, legendOf, plainMarks, readMarked, withoutMark } from './marks';
import { parseTick } from './parse-cells';
import { listParts } from './parse-channels';
import { cellAt, isOneCell, mergeAt, SAME_AS_ABOVE, squeeze, type Sheet } from './sheet';

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

const FOOTER =
  /^[(（※*＊]?\s*(?:(?:注|备\s*注|说\s*明|填[表报]说明)[\s:：一二三四五六七八九十\d.、]|(?:填[表报]|制表|审[核批]|联系|单位负责|分管领导|经办)(?:人|单位|部门|日期|时间|电话)|[合总小共]计)/;
const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

/** Where a reader stands: what 同上 and a blank 一级事项 mean in the next row. */
export interface RowAbove {
  cells: string[];
  items: string[];
  domain: string;
}

/**
 * The rows of a table in order; empty rows, notes below the table and rows that only wait to be filled are left out.
 * @param above the last row of the table before it, when this one is its next printed page
 */
export function readRows(
  sheet: Sheet,
  table: Table,
  above: RowAbove | null,
): { rows: RawRow[]; last: RowAbove | null } {
  const rows: RawRow[] = [];
  let last = above;
  let isBelowNotes = false;
  for (let index = table.firstRow; index < table.endRow; index += 1) {
    const own = ownTexts(sheet, table, index);
    if (isNote(sheet, index, isBelowNotes)) isBelowNotes = true;
    else if (own.length > 0 && !isHeading(sheet, index)) {
      const { cells, problems } = resolveSameAsAbove(sheet, table, index, last?.cells ?? null);
      const { items, path, name, problem } = readItems(sheet, table, {
        index,
        cells,
        previousItems: last?.items ?? [],
      });
      const read = readCells(table, cells);
      const domain = read.texts.domain || (last?.domain ?? '');
      rows.push({
        row: index + 1,
        path,
        name,
        marks: read.marks,
        texts: { ...read.texts, domain },
        problems: [...problems, ...errorValues(table, cells), ...(problem ? [problem] : [])],
      });
      last = { cells, items, domain };
      isBelowNotes = false;
    }
  }
  return { rows, last };
}

/** A formula that came to nothing is no text of an entry. */
const errorValues = (table: Table, cells: readonly string[]): RowProblem[] =>
  table.columns
    .filter(({ index }) => ERROR_VALUE.test(cells[index] ?? ''))
    .map(({ index, label }) => ({ column: label, message: `“${label}”是公式算出的错误 ${cells[index]}` }));

/** Texts that stand in this row itself and say something: not filled from a merge above, not a number, not a form with empty boxes. */
function ownTexts(sheet: Sheet, table: Table, row: number): string[] {
  return table.columns.flatMap(({ index, meaning }) => {
    const text = cellAt(sheet, row, index);
    const isFromAbove = (mergeAt(sheet, row, index)?.top ?? row) < row;
    const isForm =
      meaning.kind === 'text' && (meaning.field === 'number' || (meaning.field === 'channels' && isBlankForm(text)));
    return text === '' || isFromAbove || isForm ? [] : [text];
  });
}

/** All 13 boxes and none ticked: a row that waits to be filled. */
const isBlankForm = (text: string): boolean => readMarked(text)?.items.every(item => !item.isFilled) === true;

/** 注：… below the table and further lines of it. */
function isNote(sheet: Sheet, row: number, isBelowNotes: boolean): boolean {
  const texts = textsOf(sheet, row);
  return (texts.length > 0 && texts.length <= 3 && FOOTER.test(texts[0]!)) || (isBelowNotes && texts.length === 1);
}

/** One text across the sheet: 一、决策公开, or the title of a next page. */
function isHeading(sheet: Sheet, row: number): boolean {
  const cells = sheet.rows[row]!;
  const texts = textsOf(sheet, row);
  const merge = texts.length === 1 ? mergeAt(sheet, row, cells.indexOf(texts[0]!)) : undefined;
  return merge !== undefined && (merge.right - merge.left + 1) * 2 > cells.length;
}

const textsOf = (sheet: Sheet, row: number): string[] => [...new Set(sheet.rows[row]!.filter(text => text !== ''))];

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
  // 公开渠道 is often printed in two columns under one header, and so is 公开依据.
  const add = (field: TextColumn, text: string) =>
    (texts[field] = [...new Set([texts[field] ?? '', text])].filter(Boolean).join('\n'));
  for (const { index, label, header, meaning } of table.columns) {
    const text = cells[index] ?? '';
    if (meaning.kind === 'mark') marks.push({ field: meaning.field, values: meaning.values, label, text });
    else if (meaning.kind === 'text')
      add(meaning.field, EXPLAINED.includes(meaning.field) ? legendOf(header)(text) : text);
    else if (meaning.kind === 'channel') add('channels', channelLine(meaning.name, text));
    else if (meaning.kind === 'channelList')
      add(
        'channels',
        hasMark(plainMarks(text))
          ? text
          : listParts(text)
              .map(part => meaning.box + part)
              .join('\n'),
      );
  }
  return { texts, marks };
}

const EXPLAINED: readonly TextColumn[] = ['channels', 'content'];

/** A channel with a column of its own: ■ must, □ may, empty is not there; a word says more of it. */
function channelLine(name: string, text: string): string {
  if (text === '' || /^[/\\×✗✘—–-]+$/.test(text)) return '';
  const plain = plainMarks(text);
  if (/^[可][选]/.test(plain)) return `□${name}`;
  if (!hasMark(plain))
    return parseTick(text) === false ? '' : `■${name}${parseTick(text) || /^[必应]选/.test(plain) ? '' : `：${text}`}`;
  const rest = withoutMark(plain);
  return `${isFilled(plain) ? '■' : '□'}${name}${rest === '' ? '' : `：${rest}`}`;
}
