import type { LetterText } from '@bandeng/contracts/types';
import { AlignmentType, Document, Packer, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { letterParts, type LetterPart } from './letter-parts';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };
/** Half points: 二号, 三号 and 小四 of GB/T 9704. */
const SIZES: Record<LetterPart['kind'], number> = {
  ...{ mark: 24, unit: 44, title: 36, number: 32, addressee: 32, line: 32, signature: 32, foot: 21 },
};
const LOOKS: Record<LetterPart['kind'], IParagraphOptions> = {
  mark: { alignment: AlignmentType.RIGHT },
  unit: { alignment: AlignmentType.CENTER, spacing: { before: 200 } },
  title: { alignment: AlignmentType.CENTER, spacing: { before: 100 } },
  number: { alignment: AlignmentType.CENTER, spacing: { after: 200 } },
  addressee: { spacing: { before: 200, line: 560 } },
  line: { indent: { firstLine: 2 * 320 }, spacing: { line: 560 } },
  signature: { alignment: AlignmentType.RIGHT, spacing: { before: 200 } },
  foot: { spacing: { before: 600 } },
};

/** The same letter as a Word file, to be edited. */
export async function letterDocx(text: LetterText, checkCode: string | null): Promise<Buffer> {
  const document = new Document({
    title: text.title,
    creator: text.unit,
    styles: { default: { document: { run: { font: FONT } } } },
    sections: [
      {
        children: letterParts(text, checkCode).map(
          ({ kind, text: words }) =>
            new Paragraph({
              ...LOOKS[kind],
              children: [new TextRun({ text: words, size: SIZES[kind], bold: kind === 'unit' || kind === 'title' })],
            }),
        ),
      },
    ],
  });
  return Packer.toBuffer(document);
}
