import { findAddresses } from './find-addresses';
import { findMinors, findOf, isSchool } from './find-minors';
import { findPersonalData } from './find-personal-data';
import { isPersonName, isWholeName } from './names';
import { maskName } from './mask';
import type { ScanFind } from './scan-find';

export type { ScanFind, ScanKind } from './scan-find';

/**
 * What must not be published unmasked (FACTS §8, 去标识化): ID numbers, mobiles, bank cards, addresses with a door number, names of
 * minors with their school. In order of their place, never overlapping.
 * @param text of any length; a number may be split by spaces, a line break or signs that cannot be seen
 */
export function scanText(text: string): ScanFind[] {
  const numbers: ScanFind[] = findPersonalData(text, { oldIdNumbers: 'named' });
  const finds = [...numbers];
  for (const find of [...findAddresses(text), ...findMinors(text)])
    if (finds.every(other => find.end <= other.start || other.end <= find.start)) finds.push(find);
  return finds.sort((a, b) => a.start - b.start);
}

/** The text with every find of `scanText` replaced by its mask. */
export const maskScanned = (text: string): string =>
  scanText(text).reduceRight(
    (masked, find) => masked.slice(0, find.start) + find.masked + masked.slice(find.end),
    text,
  );

/** A find in a table. A number with one digit in a cell reaches from `column` to `lastColumn`. */
export interface TableFind extends ScanFind {
  row: number;
  column: number;
  lastColumn: number;
}

/** Fewest cells of one digit that are looked at together: a mobile. */
const SHORTEST_NUMBER = 11;

/**
 * The same in a table. A cell at a time: numbers of two neighbours never make one, but a form with one digit in a cell is read as it is
 * written. A name and a school in one row belong together.
 * @param rows cells by row, the header first where there is one
 * @param caption what the whole table is about; it is not scanned itself
 */
export function scanTable(rows: readonly (readonly string[])[], caption = ''): TableFind[] {
  const finds = rows.flatMap((cells, row) => [
    ...cells.flatMap((text, column) => scanText(text).map(find => ({ ...find, row, column, lastColumn: column }))),
    ...digitByDigit(cells).map(find => ({ ...find, row })),
  ]);
  for (const find of minorsInTable(rows, caption))
    if (!finds.some(other => other.row === find.row && other.column === find.column && other.kind === 'minor'))
      finds.push(find);
  return finds.sort((a, b) => a.row - b.row || a.column - b.column || a.start - b.start);
}

function digitByDigit(cells: readonly string[]): Omit<TableFind, 'row'>[] {
  const finds: Omit<TableFind, 'row'>[] = [];
  const isDigit = (at: number) => /^\s*[\dXx０-９]\s*$/u.test(cells[at] ?? '');
  for (let from = 0; from < cells.length; from += 1) {
    if (!isDigit(from)) continue;
    let to = from;
    while (isDigit(to + 1)) to += 1;
    const digits = cells.slice(from, to + 1).map(cell => cell.trim());
    if (digits.length >= SHORTEST_NUMBER)
      for (const find of findPersonalData(digits.join(' '))) {
        const [column, lastColumn] = [from + find.start / 2, from + (find.end - 1) / 2];
        finds.push({ ...find, start: 0, end: cells[lastColumn]!.length, column, lastColumn });
      }
    from = to;
  }
  return finds;
}

const NAME_HEADER = /姓名|学生|幼儿|儿童|孩子|同学|名字|获奖者|受助人/u;
const ADULT_HEADER =
  /教师|老师|教职工|班主任|家长|监护人|校长|园长|负责人|联系人|法定代表人|经办人|书记|主任|单位|学校名/u;

/** A sheet begins with what it is about, over all its columns. */
const TITLE_ROWS = 5;
const hasSeveralCells = (cells: readonly string[]): boolean =>
  new Set(cells.map(text => text.trim()).filter(text => text !== '')).size > 1;

/** Names in the column of names, beside a school in the same row or under a caption that names one. */
function minorsInTable(rows: readonly (readonly string[])[], caption: string): TableFind[] {
  const headerRow = Math.max(0, rows.slice(0, TITLE_ROWS).findIndex(hasSeveralCells));
  const header = rows[headerRow] ?? [];
  const about = [caption, ...rows.slice(0, headerRow).flat()].join(' ');
  const isAbout = /学生|幼儿|儿童|未成年|小学|中学|幼儿园|[班]级?名单/u.test(about) && isSchool(about);
  const nameColumns = header.flatMap((text, column) =>
    NAME_HEADER.test(text) && !ADULT_HEADER.test(text) ? [column] : [],
  );
  const adultColumns = new Set(header.flatMap((text, column) => (ADULT_HEADER.test(text) ? [column] : [])));
  const hasHeader = nameColumns.length > 0 || adultColumns.size > 0;
  return rows.flatMap((cells, row) => {
    if (row < headerRow || (hasHeader && row === headerRow)) return [];
    const schools = new Set(cells.flatMap((text, column) => (isSchool(text) ? [column] : [])));
    if (schools.size === 0 && !isAbout) return [];
    return cells.flatMap((text, column): TableFind[] => {
      const isNamed = nameColumns.includes(column);
      if (schools.has(column) || (hasHeader && !isNamed) || adultColumns.has(column)) return [];
      const name = text.trim();
      const spaced = name.replace(/[\s\u3000]+/gu, '');
      const isName = isNamed ? isWholeName(spaced) : isPersonName(spaced);
      if (!isName || spaced.length === 0) return [];
      const find = findOf(name, text.indexOf(name));
      return [{ ...find, masked: maskName(spaced, 'person'), row, column, lastColumn: column }];
    });
  });
}
