import { realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { readWorkbook, UnreadableWorkbook, type Sheet } from '../../catalog';
import { fieldOf, partsOf, type ImportField, type ReadResult } from './imported-notice';
import { textToBlocks } from './text-blocks';

/** Above the header stand titles and notes, no more than so many rows. */
const HEADER_WITHIN = 20;

/** An xlsx with one notice a row; the header is found by what its cells mean, wherever it stands. */
export async function readTable(path: string): Promise<ReadResult> {
  const result: ReadResult = { notices: [], problems: [] };
  let sheets: Sheet[];
  try {
    sheets = await readWorkbook(await readFile(path));
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { notices: [], problems: [error.message] };
  }
  const shown = sheets.filter(one => !one.isHidden);
  const withHeader = shown.filter(sheet => readSheet(sheet, dirname(path), result));
  if (withHeader.length === 0) result.problems.push('没有找到表头：要有“标题”“单位”“栏目”“发布日期”这些列。');
  else if (result.notices.length === 0) result.problems.push(`“${withHeader[0]!.name}”的表头下面没有一条信息。`);
  return result;
}

/** Reads one sheet into `result`; false when it has no header and so is no list of notices. */
function readSheet(sheet: Sheet, folder: string, result: ReadResult): boolean {
  const headerRow = sheet.rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
  if (headerRow === -1) return false;
  const fields = sheet.rows[headerRow]!.map(fieldOf);
  for (const header of unknownHeaders(sheet, headerRow))
    result.problems.push(`“${sheet.name}”第 ${headerRow + 1} 行：不认识“${header}”这一列，改成认得的列名或者删去`);
  sheet.rows.forEach((cells, row) => {
    if (row <= headerRow || cells.every(cell => cell === '')) return;
    const values: Partial<Record<ImportField, string>> = {};
    cells.forEach((cell, column) => {
      const field = fields[column];
      if (field !== undefined && cell !== '') values[field] ??= cell;
    });
    const { externalId, sourceUrl, indexNumber, documentNumber, title = '', publishedAt = '', body = '' } = values;
    const place = `“${sheet.name}”第 ${row + 1} 行`;
    const attachments = partsOf(values.attachments).flatMap(name => {
      const file = besideTable(folder, name);
      if (file === null) result.problems.push(`${place}：没有附件“${name}”，附件要和这个表放在一个文件夹里`);
      return file === null ? [] : [{ path: file, name: basename(file) }];
    });
    result.notices.push({
      place,
      externalId: externalId ?? sourceUrl ?? indexNumber ?? documentNumber ?? `${title} ${publishedAt}`,
      fields: values,
      body: textToBlocks(body),
      attachments,
    });
  });
  return true;
}

/** What the office keeps for itself and says nothing of the notice. */
const ASIDE = /^(序号|no|备注|说明|填报人|审核人)$/;

/** Headers that mean none of our fields above cells that say something: what is not understood is not dropped in silence. */
function unknownHeaders(sheet: Sheet, headerRow: number): string[] {
  return sheet.rows[headerRow]!.filter((header, column) => {
    const plain = header.normalize('NFKC').toLowerCase().replace(/[\s.]/g, '');
    if (plain === '' || fieldOf(header) !== undefined || ASIDE.test(plain)) return false;
    return sheet.rows.slice(headerRow + 1).some(cells => (cells[column] ?? '') !== '');
  });
}

/** A file beside the sheet or in a folder below it, never elsewhere on this machine. */
function besideTable(folder: string, name: string): string | null {
  const root = realpathSync(folder);
  try {
    const file = realpathSync(resolve(root, name));
    return file.startsWith(`${root}${sep}`) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

const isHeader = (cells: readonly string[]): boolean => {
  const found = new Set(cells.map(fieldOf));
  return found.has('title') && (found.has('unit') || found.has('publishedAt') || found.has('columns'));
};
