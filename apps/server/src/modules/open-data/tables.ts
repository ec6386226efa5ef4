import { Readable } from 'node:stream';
import type { Table } from '../../platform/xlsx-stream';

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
