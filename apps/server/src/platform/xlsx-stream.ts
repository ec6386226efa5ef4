import { PassThrough, type Readable } from 'node:stream';
import { stream as exceljs } from 'exceljs';

/** A table that is read as it is sent: never whole in memory. */
export interface Table {
  name: string;
  head: readonly string[];
  rows: AsyncIterable<readonly string[]>;
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
