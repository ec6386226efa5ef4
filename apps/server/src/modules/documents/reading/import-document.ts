import { documentLimits } from '../document-limits';
import { importDocx } from './import-docx';
import { importXlsx } from './import-xlsx';
import { openPackage } from './office-package';
import type { DocumentBlocks } from './protocol';
import { readPdf } from './read-pdf';
import type { ReadableFormat } from './scan-document';

/** A document as blocks of the contract; a PDF stays a file, with its text beside it. Throws Refusal. */
export async function importDocument(format: ReadableFormat, bytes: Buffer): Promise<DocumentBlocks> {
  if (format === 'docx') return importDocx(openPackage(bytes));
  if (format === 'xlsx') return importXlsx(openPackage(bytes));
  const { pages, unreadable } = await readPdf(bytes);
  const text = pages.join('\n\n').trim();
  const warnings = text.length > documentLimits.text ? ['文字太多，只取了前面的一部分。'] : [];
  return { blocks: [], pictures: [], text: text.slice(0, documentLimits.text), warnings: [...warnings, ...unreadable] };
}
