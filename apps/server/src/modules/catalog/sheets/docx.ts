import {
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type { MergedRange } from './sheet';
import type { SheetToWrite } from './xlsx';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };
/** Half points: 小二 for the title, 小五 for the table, which has to fit across a page. */
const TITLE_SIZE = 36;
const CELL_SIZE = 18;
/** Twentieths of a point: A3, as the national layout is printed. */
const A3 = { width: 16_838, height: 23_811 };

type Corner = { columnSpan: number; rowSpan: number };

/** Which cell of a merged range is its corner, and which are covered by it. */
function spans(merges: readonly MergedRange[]) {
  const corners = new Map<string, Corner>();
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) covered.add(`${row}:${column}`);
    covered.delete(`${top}:${left}`);
    corners.set(`${top}:${left}`, { columnSpan: right - left + 1, rowSpan: bottom - top + 1 });
  }
  return { corners, covered };
}

const paragraphs = (text: string, bold: boolean): Paragraph[] =>
  text
    .split('\n')
    .map(part => new Paragraph({ children: [new TextRun({ text: part, size: CELL_SIZE, bold, font: FONT })] }));

function section({ rows, merges, widths, titleRow, headerRows }: SheetToWrite): ISectionOptions {
  const { corners, covered } = spans(merges);
  const sum = widths.reduce((all, width) => all + width, 0);
  const lines = rows.flatMap((cells, row) => {
    if (row === titleRow) return [];
    const isHead = headerRows.includes(row);
    const children = cells.flatMap((text, column) => {
      if (covered.has(`${row}:${column}`)) return [];
      return [
        new TableCell({
          ...corners.get(`${row}:${column}`),
          width: { size: Math.round((widths[column]! * 100) / sum), type: WidthType.PERCENTAGE },
          verticalAlign: VerticalAlign.CENTER,
          children: paragraphs(String(text), isHead),
        }),
      ];
    });
    return [new TableRow({ tableHeader: isHead, children })];
  });
  const title = String(rows[titleRow]?.[0] ?? '');
  return {
    properties: { page: { size: { ...A3, orientation: PageOrientation.LANDSCAPE } } },
    children: [
      new Paragraph({
        alignment: 'center',
        spacing: { after: 200 },
        children: [new TextRun({ text: title, bold: true, size: TITLE_SIZE, font: FONT })],
      }),
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: lines }),
    ],
  };
}

/** The same sheets as a Word file, a section each; their headers come again on every page. */
export const writeDocument = (sheets: readonly SheetToWrite[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: sheets.map(section) }));
