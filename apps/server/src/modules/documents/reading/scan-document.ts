import { scanTable, scanText, type ScanKind } from '@bandeng/rules';
import { openPackage } from './office-package';
import { readPdf } from './read-pdf';
import { scanDocx } from './scan-docx';
import type { ScannableText, ScanUnit } from './scan-unit';
import { scanXlsx } from './scan-xlsx';

export type ReadableFormat = 'docx' | 'xlsx' | 'pdf';

/** One find in a document, with its place and never with its value. */
export interface DocumentHit {
  kind: ScanKind;
  place: string;
  masked: string;
}
export interface DocumentScan {
  hits: DocumentHit[];
  /** Why all or a part of it yields no text, as sentences; empty when everything was read. */
  unreadable: string[];
}

/** More than these nobody looks through; there are more, the last says. */
const MOST_HITS = 200;

/** Looks through everything in a document that can be read. Throws Refusal. */
export async function scanDocument(format: ReadableFormat, bytes: Buffer): Promise<DocumentScan> {
  const { units, unreadable } = await readUnits(format, bytes);
  const hits: DocumentHit[] = [];
  for (const unit of units) {
    const found = hitsOf(unit);
    const isKnown = (hit: DocumentHit) => hits.some(({ kind, masked }) => kind === hit.kind && masked === hit.masked);
    hits.push(...(unit.isAgain ? found.filter(hit => !isKnown(hit)) : found));
  }
  const rest = hits.length - MOST_HITS;
  const more = rest > 0 ? [`还有 ${rest} 处没有列出来。`] : [];
  return { hits: hits.slice(0, MOST_HITS), unreadable: [...unreadable, ...more] };
}

async function readUnits(format: ReadableFormat, bytes: Buffer): Promise<ScannableText> {
  if (format === 'pdf') return readPdf(bytes);
  const file = openPackage(bytes);
  return format === 'docx' ? scanDocx(file) : scanXlsx(file);
}

function hitsOf({ place, text, table }: ScanUnit): DocumentHit[] {
  const inText = text === undefined ? [] : scanText(text).map(({ kind, masked }) => ({ kind, place, masked }));
  const inTable = table ? scanTable(table.rows, table.caption) : [];
  return [
    ...inText,
    ...inTable.map(({ kind, masked, row, column }) => ({ kind, place: table!.placeOf(row, column), masked })),
  ];
}
