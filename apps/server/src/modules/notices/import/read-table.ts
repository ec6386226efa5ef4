import { readFile } from 'node:fs/promises';
import { readWorkbook, UnreadableWorkbook, type Sheet } from '../../catalog';
import { fieldOf, type ImportField, type ReadResult } from './imported-notice';
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
  for (const sheet of sheets.filter(one => !one.isHidden)) readSheet(sheet, result);
  if (result.notices.length === 0 && result.problems.length === 0)
    result.problems.push('没有找到表头：要有“标题”“单位”“栏目”“发布日期”这些列。');
  return result;
}

function readSheet(sheet: Sheet, result: ReadResult): void {
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
    result.notices.push({
      place: `“${sheet.name}”第 ${row + 1} 行`,
      externalId: externalId ?? sourceUrl ?? indexNumber ?? documentNumber ?? `${title} ${publishedAt}`,
      fields: values,
      body: textToBlocks(body),
      attachments: [],
    });
  });
}

const isHeader = (cells: readonly string[]): boolean => {
  const found = new Set(cells.map(fieldOf));
  return found.has('title') && (found.has('unit') || found.has('publishedAt') || found.has('columns'));
};
