import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { OutcomeReport } from './outcome-report';
import { reportParts, type ReportPart } from './report-parts';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };
/** Half points: 三号 and 小四, the sizes of GB/T 9704 for a text and of a table beside it. */
const TEXT_SIZE = 32;
const TABLE_SIZE = 24;

const run = (text: string, more: { size?: number; bold?: boolean } = {}) =>
  new TextRun({ text, size: TEXT_SIZE, ...more });

function table({ head, rows, shares }: Extract<ReportPart, { kind: 'table' }>): Table {
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: shares[at]!, type: WidthType.PERCENTAGE },
      children: text.split('\n').map(part => new Paragraph({ children: [run(part, { size: TABLE_SIZE, bold })] })),
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: false, children: cells.map((text, at) => cell(text, at, isHead)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map(cells => row(cells, false))],
  });
}

function write(part: ReportPart): Paragraph | Table {
  switch (part.kind) {
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        children: [run(part.text, { size: 44, bold: true })],
      });
    case 'heading':
      return new Paragraph({
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 200 },
        children: [run(part.text, { bold: true })],
      });
    case 'line':
      return new Paragraph({ children: [run(part.text)], indent: { firstLine: 2 * 320 }, spacing: { line: 360 } });
    case 'signature':
      return new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 200 }, children: [run(part.text)] });
    case 'table':
      return table(part);
  }
}

/** 征集结果反馈 as a Word file. */
export async function reportDocx(report: OutcomeReport): Promise<Buffer> {
  const { outcome } = report;
  const document = new Document({
    title: outcome.title,
    creator: outcome.unit.name,
    styles: { default: { document: { run: { font: FONT } } } },
    sections: [{ children: reportParts(report).map(write) }],
  });
  return Packer.toBuffer(document);
}
