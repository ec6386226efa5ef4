/** The only file that knows exceljs: xlsx bytes -> sheets of text, and sheets of text -> xlsx bytes. */
import { Workbook, type Cell, type CellValue, type Worksheet } from 'exceljs';
import { xlsxBytes } from '../../../platform/xlsx-bytes';
import { checkArchive } from './check-archive';
import { tidy, UnreadableWorkbook, type MergedRange, type Sheet } from './sheet';
import { workbookLimits } from './workbook-limits';

/** Parts that exceljs spreads over every cell they cover, and that hold no text. */
const IGNORED_PARTS = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'picture',
  'hyperlinks',
  'autoFilter',
];

/**
 * All sheets of an xlsx file, hidden ones too; runs in a worker thread, see read-workbook.ts.
 * @throws UnreadableWorkbook with a sentence that says what to do
 */
export async function parseWorkbook(bytes: Buffer): Promise<Sheet[]> {
  checkArchive(bytes);
  const workbook = new Workbook();
  try {
    // exceljs declares its own Buffer; the bytes are the same.
    await workbook.xlsx.load(bytes as never, { ignoreNodes: IGNORED_PARTS });
  } catch (error) {
    throw new UnreadableWorkbook('表格的内容读不出来，请在表格软件里打开后另存为 xlsx 再导入。', { cause: error });
  }
  if (workbook.worksheets.length > workbookLimits.sheets) {
    throw new UnreadableWorkbook(`工作表超过 ${workbookLimits.sheets} 张，请分成几个文件再导入。`);
  }
  return workbook.worksheets.map(readSheet);
}

function readSheet(worksheet: Worksheet): Sheet {
  const { rowCount, columnCount, name } = worksheet;
  if (rowCount > workbookLimits.rows)
    throw new UnreadableWorkbook(`“${name}”超过 ${workbookLimits.rows} 行，请删去空行或者分开再导入。`);
  const width = Math.min(columnCount, workbookLimits.columns);
  const rows = Array.from({ length: rowCount }, () => new Array<string>(width).fill(''));
  worksheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      // Cells of a merged range show their first one's value.
      if (column <= width) rows[number - 1]![column - 1] = textOf(cell, name);
    });
  });
  return { name, isHidden: worksheet.state !== 'visible', rows, merges: mergesOf(worksheet, width) };
}

function mergesOf(worksheet: Worksheet, width: number): MergedRange[] {
  const merges = new Map<string, MergedRange>();
  worksheet.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (!cell.isMerged || column > width) return;
      const merge = merges.get(cell.master.address);
      if (!merge)
        merges.set(cell.master.address, { top: number - 1, left: column - 1, bottom: number - 1, right: column - 1 });
      else Object.assign(merge, { bottom: number - 1, right: Math.max(merge.right, column - 1) });
    });
  });
  return [...merges.values()];
}

function textOf(cell: Cell, sheet: string): string {
  const text = tidy(valueText(cell.value, cell.numFmt));
  if (text.length > workbookLimits.cellText) {
    throw new UnreadableWorkbook(`“${sheet}”的 ${cell.address} 超过 ${workbookLimits.cellText} 字，请缩短再导入。`);
  }
  return text;
}

function valueText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(run => run.text).join('');
  if ('text' in value) return valueText(value.text as CellValue, format);
  if ('error' in value) return value.error;
  return valueText(value.result as CellValue, format);
}

/** 0086 typed as a number with the format 0000 keeps its zeros; 0.1 + 0.2 does not show its tail. */
function numberText(value: number, format: string | undefined): string {
  const text = String(Number(value.toPrecision(15)));
  return format !== undefined && /^0+$/.test(format) ? text.padStart(format.length, '0') : text;
}

export interface SheetToWrite {
  name: string;
  /** Text of every cell; a number is written as one. */
  rows: (string | number)[][];
  merges: MergedRange[];
  /** Widths in characters. */
  widths: number[];
  /** Rows of the title and of the header, from 0. */
  titleRow: number;
  headerRows: number[];
}

const THIN = { style: 'thin', color: { argb: 'FF8A8A8A' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1EF' } } as const;

/** An xlsx file with a styled, frozen header that prints on A3 across. */
export async function sheetsToXlsx(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const workbook = new Workbook();
  for (const sheet of sheets) writeSheet(workbook, sheet);
  return xlsxBytes(workbook);
}

function writeSheet(workbook: Workbook, sheet: SheetToWrite): void {
  const { name, rows, merges, widths, titleRow, headerRows } = sheet;
  const lastHeaderRow = Math.max(titleRow, ...headerRows);
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: lastHeaderRow + 1 }],
    pageSetup: { paperSize: 8 as never, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  worksheet.columns = widths.map(width => ({ width }));
  rows.forEach((cells, index) => {
    const row = worksheet.getRow(index + 1);
    cells.forEach((value, column) => {
      const cell = row.getCell(column + 1);
      cell.value = value === '' ? null : value;
      const isHeader = index <= lastHeaderRow;
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: isHeader || column === 0 ? 'center' : 'left' };
      if (index !== titleRow) cell.border = BORDER;
      if (isHeader) cell.font = { bold: true, size: index === titleRow ? 16 : 11 };
      if (headerRows.includes(index)) cell.fill = HEADER_FILL;
    });
  });
  for (const { top, left, bottom, right } of merges) worksheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}
