import { PassThrough, Readable } from 'node:stream';
import { stream as exceljs } from 'exceljs';

/** A table that is read as it is sent: never whole in memory. */
export interface Table {
  name: string;
  head: readonly string[];
  rows: AsyncIterable<readonly string[]>;
}

/** Excel reads a file of plain bytes as UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins so is run as a formula by spreadsheets; an apostrophe makes it text again (OWASP, CSV injection). */
const FORMULA = /^[\t\r\n ]*[=+\-@]|^[\t\r]/;

/** One cell of a CSV of RFC 4180. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export function csvStream({ head, rows }: Table): Readable {
  async function* lines() {
    yield BYTE_ORDER_MARK + csvLine(head);
    for await (const row of rows) yield csvLine(row);
  }
  return Readable.from(lines(), { objectMode: false });
}

/** Cells are written as text, so nothing in them is ever run. */
export function xlsxStream({ name, head, rows }: Table): Readable {
  const target = new PassThrough();
  async function write(): Promise<void> {
    const workbook = new exceljs.xlsx.WorkbookWriter({ stream: target });
    const sheet = workbook.addWorksheet(name);
    sheet.addRow([...head]).commit();
    for await (const row of rows) sheet.addRow([...row]).commit();
    sheet.commit();
    await workbook.commit();
  }
  write().catch((error: unknown) => target.destroy(error instanceof Error ? error : new Error(String(error))));
  return target;
}
