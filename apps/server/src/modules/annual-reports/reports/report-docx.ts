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
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FormRow } from '@bandeng/rules';
import { DRAFT_MARK, fileParts, SOURCES_TITLE, sourcesForm, type FiledReport, type FilePart } from './report-file';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };
/** Half points: 二号, 三号 and 五号 of GB/T 9704. */
const SIZES = { title: 44, text: 32, table: 21 } as const;

const run = (text: string, size: number, bold = false) => new TextRun({ text, size, bold });

const tableOf = (form: readonly FormRow[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: form.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ text, columns, rows, isHead }) =>
              new TableCell({
                columnSpan: columns,
                rowSpan: rows,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    alignment: isHead && columns === 1 ? AlignmentType.LEFT : AlignmentType.CENTER,
                    children: [run(text, SIZES.table)],
                  }),
                ],
              }),
          ),
        }),
    ),
  });

const paragraph = (text: string) =>
  new Paragraph({ indent: { firstLine: 640 }, spacing: { line: 560 }, children: [run(text, SIZES.text)] });

const heading = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 200, after: 100 },
    children: [run(text, SIZES.text, true)],
  });

const write = (part: FilePart): (Paragraph | Table)[] => [
  heading(part.title),
  ...(part.kind === 'table' ? [tableOf(part.form)] : part.paragraphs.map(paragraph)),
];

/** The report in the national layout (国办公开办函〔2021〕30号) as a Word file. */
export function reportDocx(report: FiledReport): Promise<Buffer> {
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [run(report.title, SIZES.title, true)],
  });
  const mark = report.state === 'draft' ? [paragraph(DRAFT_MARK)] : [];
  const sources = sourcesForm(report);
  const annex = sources === null ? [] : [heading(SOURCES_TITLE), tableOf(sources)];
  const document = new Document({
    title: report.title,
    creator: report.unit.name,
    styles: { default: { document: { run: { font: FONT } } } },
    sections: [{ children: [title, ...mark, ...fileParts(report).flatMap(write), ...annex] }],
  });
  return Packer.toBuffer(document);
}
