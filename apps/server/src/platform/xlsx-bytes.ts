import type { Workbook } from 'exceljs';
import { openZip, writeZip } from './zip';

/** Made here a moment ago: nothing about its size has to be doubted. */
const OWN_FILE = { entries: Infinity, entryBytes: Infinity, totalBytes: Infinity, ratio: Infinity };

/**
 * The bytes of a workbook: the same content always gives the same. exceljs stamps its own "now" as the day it was made, and its zip
 * writes the clock, in steps of two seconds, beside every part: both are put on one fixed day.
 */
export async function xlsxBytes(workbook: Workbook): Promise<Buffer> {
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const zip = openZip(Buffer.from(await workbook.xlsx.writeBuffer()), OWN_FILE);
  return writeZip(zip.names.map(name => [name, zip.read(name)!]));
}
