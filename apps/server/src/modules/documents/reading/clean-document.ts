import { cleanDocx } from './clean-docx';
import { cleanXlsx } from './clean-xlsx';
import { openPackage } from './office-package';
import type { ReadableFormat } from './scan-document';

/**
 * The document as it may be published: without comments, tracked changes, hidden text, rows, columns and sheets, and properties. A PDF
 * is given back as it is. Throws Refusal, also when something of it could not be removed.
 */
export function cleanDocument(format: ReadableFormat, bytes: Buffer): Uint8Array {
  if (format === 'pdf') return new Uint8Array(bytes);
  const file = openPackage(bytes);
  return new Uint8Array(format === 'docx' ? cleanDocx(file) : cleanXlsx(file));
}
