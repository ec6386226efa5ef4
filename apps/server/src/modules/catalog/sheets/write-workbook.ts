import type { SheetToWrite } from './xlsx';

/** An xlsx file of these sheets. exceljs is half of all code that a server would read at its start: it is read with the first file. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return (await import('./xlsx')).sheetsToXlsx(sheets);
}
