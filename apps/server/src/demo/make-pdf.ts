import { writePdf, type PdfText } from '../platform/pdf';

const TITLE = { kind: 'text', size: 18, leading: 28 } as const;
const TEXT = { kind: 'text', size: 12, leading: 21 } as const;

/** A plain paper: a title and paragraphs. */
export function makePdf(title: string, paragraphs: readonly string[]): Buffer {
  const texts = ['', ...paragraphs].map((text): PdfText => ({ ...TEXT, text }));
  return writePdf({ title, parts: [{ ...TITLE, text: title }, ...texts] });
}
