import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
} from 'docx';
import { Workbook } from 'exceljs';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { buffer } from 'node:stream/consumers';

/** For tests: numbers that are invented; the ID number's check digit fits. */
export const ID_NUMBER = '110101199003070097';
export const MOBILES = Array.from({ length: 12 }, (_, turn) => `1990000${String(turn).padStart(4, '0')}`);

const changed = { id: 1, author: '周文兰', date: '2026-11-20T08:00:00Z' };
const cell = (text: string, more: object = {}) => new TableCell({ children: [new Paragraph(text)], ...more });
const pack = async (document: Document): Promise<Buffer> => Buffer.from(await Packer.toBuffer(document));

/** A red square of eight by eight. */
export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();

/** A document as an office writes it: headings, numbers by Word, a list, a table with merged cells, a link, a picture. */
export async function officialDocx(): Promise<Buffer> {
  const article = { reference: 'articles', level: 0 };
  return pack(
    new Document({
      numbering: {
        config: [
          { reference: 'articles', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1条' }] },
          { reference: 'steps', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: '栖河区加装电梯补助办法', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: '总则', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: '为了方便出行，制定本办法。', numbering: article }),
            new Paragraph({ text: '本办法适用于全区。', numbering: article }),
            new Paragraph({
              children: [
                new TextRun({ text: '重要', bold: true }),
                new TextRun('：见'),
                new ExternalHyperlink({ link: 'https://www.qihe.example/a', children: [new TextRun('原文')] }),
              ],
            }),
            new Paragraph({ text: '填表', numbering: { reference: 'steps', level: 0 } }),
            new Paragraph({ text: '交到窗口', numbering: { reference: 'steps', level: 0 } }),
            new Paragraph({ text: '带身份证', bullet: { level: 0 } }),
            new Paragraph({ text: '带户口簿', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('档次'), cell('补助'), cell('说明')] }),
                new TableRow({ children: [cell('甲', { rowSpan: 2 }), cell('二十万', { columnSpan: 2 })] }),
                new TableRow({ children: [cell('十万'), cell('减半')] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: await picture(),
                  transformation: { width: 8, height: 8 },
                  altText: { title: '示意图', description: '电梯示意图', name: '图' },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

/** A document that hides a mobile in every place it can: MOBILES by number. */
export async function secretiveDocx(): Promise<Buffer> {
  const run = (text: string, more: Partial<IRunOptions> = {}) => new TextRun({ text, ...more });
  return pack(
    new Document({
      creator: `周文兰 ${MOBILES[0]}`,
      lastModifiedBy: '林小满',
      customProperties: [{ name: '经办', value: MOBILES[1]! }],
      comments: {
        children: [{ id: 0, author: '林小满', date: new Date(0), children: [new Paragraph(`问问 ${MOBILES[2]}`)] }],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph(`页眉 ${MOBILES[3]}`)] }) },
          footers: { default: new Footer({ children: [new Paragraph(`页脚 ${MOBILES[4]}`)] }) },
          children: [
            new Paragraph({
              children: [
                new CommentRangeStart(0),
                run('公开的文字。'),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new InsertedTextRun({ text: `加上的 ${MOBILES[5]}`, ...changed }),
                new DeletedTextRun({ text: `删去的 ${MOBILES[6]}`, ...changed, id: 2 }),
                run(`藏起来的 ${MOBILES[7]}`, { vanish: true }),
              ],
            }),
            new Paragraph({
              children: [
                new ExternalHyperlink({ link: `tel:${MOBILES[8]}`, children: [new TextRun('打电话')] }),
                run(`拆开的 ${MOBILES[9]!.slice(0, 3)}`),
                run(`${MOBILES[9]!.slice(3, 7)}`, { bold: true }),
                run(MOBILES[9]!.slice(7)),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('姓名'), cell('电话')] }),
                new TableRow({ children: [cell('林**'), cell(`${MOBILES[10]}`)] }),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

/** A document of so many paragraphs of about a hundred characters; thirty fill a page. */
export const longDocx = (paragraphs: number): Promise<Buffer> =>
  pack(
    new Document({
      sections: [
        {
          children: Array.from(
            { length: paragraphs },
            (_, turn) =>
              new Paragraph(`${turn + 1}、${'栖河区各街道按照职责分工做好老旧小区改造的宣传、摸底和协调。'.repeat(3)}`),
          ),
        },
      ],
    }),
  );

/** A workbook that hides a mobile in every place it can. */
export async function secretiveXlsx(): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.creator = `周文兰 ${MOBILES[0]}`;
  const shown = workbook.addWorksheet('发放表');
  shown.addRow(['姓名', '电话', '藏着的列', '日期', '比例']);
  shown.addRow(['林**', Number(MOBILES[1]), MOBILES[2], new Date('2026-11-21T00:00:00Z'), 0.125]);
  shown.addRow(['周**', MOBILES[3], '', '', '']);
  shown.addRow(['何**', '遮住了', '', '', { formula: 'SUM(1,2)', result: 3 }]);
  shown.getColumn(3).hidden = true;
  shown.getColumn(4).numFmt = 'yyyy-mm-dd';
  shown.getCell('E2').numFmt = '0.0%';
  shown.getRow(3).hidden = true;
  shown.getCell('A4').note = `打 ${MOBILES[4]}`;
  const hidden = workbook.addWorksheet('底稿', { state: 'hidden' });
  hidden.addRow([MOBILES[5]]);
  const veryHidden = workbook.addWorksheet('更底的稿', { state: 'veryHidden' });
  veryHidden.addRow([MOBILES[6]]);
  shown.headerFooter.oddFooter = `&C${MOBILES[7]}`;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

interface PdfOptions {
  /** Text of each page; null for a page that is only a picture. */
  pages: (string | null)[];
  password?: string;
  title?: string;
  note?: string;
}

export async function pdf({ pages, password, title, note }: PdfOptions): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    ...(title !== undefined && { info: { Title: title } }),
    ...(password !== undefined && { userPassword: password }),
  });
  const scan = await picture();
  const bytes = buffer(document);
  for (const text of pages) {
    document.addPage();
    if (text === null) document.image(scan, 0, 0, { width: 600 });
    else document.text(text);
    if (note !== undefined) document.note(100, 100, 50, 50, note);
  }
  document.end();
  return bytes;
}
