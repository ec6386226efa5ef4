import type { LetterText } from '@bandeng/contracts/types';
import { writePdf, type PdfPart } from '../../platform/pdf';
import { letterParts, type LetterPart } from './letter-parts';

const LOOKS: Record<LetterPart['kind'], Omit<Extract<PdfPart, { kind: 'text' }>, 'kind' | 'text'>> = {
  mark: { size: 11, leading: 16, align: 'right' },
  unit: { size: 20, leading: 32, align: 'center', before: 8 },
  title: { size: 17, leading: 28, align: 'center', before: 4 },
  number: { size: 12, leading: 22, align: 'center' },
  addressee: { size: 12, leading: 22, before: 12 },
  line: { size: 12, leading: 22, before: 2 },
  signature: { size: 12, leading: 22, align: 'right', before: 4 },
  foot: { size: 9, leading: 14, before: 24 },
};
const FIRST_LINE = '　　';

/** The font names letters of the first plane only: a rarer one is shown as missing, and stands in the Word file. */
const printable = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, '〓');

/** A letter as PDF, the same bytes for the same words. */
export const letterPdf = (text: LetterText, checkCode: string | null): Buffer =>
  writePdf({
    title: text.title,
    isNumbered: true,
    parts: letterParts(text, checkCode).map(({ kind, text: words }) => ({
      kind: 'text',
      text: printable(kind === 'line' ? `${FIRST_LINE}${words}` : words),
      ...LOOKS[kind],
    })),
  });
