import { placesOf, type FormRow } from '@bandeng/rules';
import { Workbook, type Worksheet } from 'exceljs';
import { xlsxBytes } from '../../../platform/xlsx-bytes';
import { DRAFT_MARK, fileParts, type FiledReport } from './report-file';

const NAMES = ['表二', '表三', '表四'] as const;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** The three tables in the national layout, a sheet each, merged as the form is; numbers are numbers. */
export async function reportXlsx(report: FiledReport): Promise<Buffer> {
  const workbook = new Workbook();
  const tables = fileParts(report).filter(part => part.kind === 'table');
  tables.forEach(({ title, form, columns }, at) => {
    const sheet = workbook.addWorksheet(NAMES[at]!);
    sheet.addRow([`${report.title} ${title}${report.state === 'draft' ? DRAFT_MARK : ''}`]);
    sheet.mergeCells(1, 1, 1, columns);
    sheet.getCell(1, 1).font = { bold: true };
    write(sheet, form, 2);
    for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = column <= 3 ? 22 : 12;
  });
  return xlsxBytes(workbook);
}

function write(sheet: Worksheet, form: readonly FormRow[], firstRow: number): void {
  for (const { row, column, cell } of placesOf(form)) {
    const [top, left] = [firstRow + row, column + 1];
    if (cell.rows > 1 || cell.columns > 1) sheet.mergeCells(top, left, top + cell.rows - 1, left + cell.columns - 1);
    const written = sheet.getCell(top, left);
    const isNumber = !cell.isHead && cell.text !== '';
    written.value = isNumber ? Number(cell.text) : cell.text;
    written.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    written.border = BORDER;
  }
}
