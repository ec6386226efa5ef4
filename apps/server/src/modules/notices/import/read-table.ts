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
  for (const sheet of sheets.filter(one => !one.isHidden)) readSheet(sheet, dirname(path), result);
  if (result.notices.length === 0 && result.problems.length === 0)
    result.problems.push('没有找到表头：要有“标题”“单位”“栏目”“发布日期”这些列。');
  return result;
}

function readSheet(sheet: Sheet, folder: string, result: ReadResult): void {
  const headerRow = sheet.rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
  if (headerRow === -1) return;
  const fields = sheet.rows[headerRow]!.map(fieldOf);
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
