import { deflateSync } from 'node:zlib';

/** A4 in points, with room around for holes and thumbs. */
const PAGE = { width: 595, height: 842, margin: 64 };
const TOP = PAGE.height - PAGE.margin;
const BOTTOM = PAGE.margin;
const WIDTH = PAGE.width - 2 * PAGE.margin;
const CELL = { size: 10, leading: 15, pad: 4 };
/** Room around a strip's picture. */
const STRIP_PAD = 12;
const FOOT = { size: 9, y: BOTTOM / 2 };

export interface PdfText {
  kind: 'text';
  text: string;
  size: number;
  leading: number;
  align?: 'left' | 'center' | 'right';
  /** Room above it. */
  before?: number;
}
export interface PdfTable {
  kind: 'table';
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Of the width, in hundredths. */
  shares: readonly number[];
}
interface Picture {
  /** A byte for each point, from black to white. */
  grey: Buffer;
  columns: number;
  rows: number;
}
/** In the middle of the page. */
interface PdfPicture extends Picture {
  kind: 'picture';
  width: number;
  height: number;
  before?: number;
}
/** To be cut off: across the page, a square picture at the left, text beside it, a dashed line below. */
interface PdfStrip {
  kind: 'strip';
  height: number;
  picture: Picture;
  texts: readonly Omit<PdfText, 'kind' | 'align'>[];
}
/** What follows begins on another page. */
interface PdfTurn {
  kind: 'turn';
}
export type PdfPart = PdfText | PdfTable | PdfPicture | PdfStrip | PdfTurn;

/** Chinese letters are as wide as high, the others half of it: the widths that the font below declares. */
const widthOf = (letter: string): number => (letter.charCodeAt(0) < 0x7f ? 0.5 : 1);
const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/** Breaks a paragraph at the right edge; a full stop or comma hangs over it rather than begin a line. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const letter of text) {
    if (width + widthOf(letter) > room && !/[，。、；：！？）」]/u.test(letter)) {
      lines.push(line);
      [line, width] = ['', 0];
    }
    line += letter;
    width += widthOf(letter);
  }
  return [...lines, line];
}

function pictureObject({ grey, columns, rows }: Picture): string {
  const data = deflateSync(grey).toString('latin1');
  return (
    `<< /Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} /ColorSpace /DeviceGray /BitsPerComponent 8 ` +
    `/Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`
  );
}

/** UTF-16 in hexadecimal, as UniGB-UCS2-H reads it; letters beyond the first plane have no place in it. */
const hex = (text: string): string =>
  [...text]
    .filter(letter => letter.length === 1)
    .map(letter => letter.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

const drawText = (text: string, { x, y, size }: { x: number; y: number; size: number }): string =>
  `BT /F1 ${size} Tf ${round(x)} ${round(y)} Td <${hex(text)}> Tj ET`;
const round = (points: number): number => Math.round(points * 100) / 100;

/** What is drawn on each page, and the pictures that are drawn by their numbers. */
function layOut(parts: readonly PdfPart[]): { pages: string[][]; pictures: Picture[] } {
  const pictures: Picture[] = [];
  let page: string[] = [];
  const pages = [page];
  let y = TOP;
  const turn = () => {
    page = [];
    pages.push(page);
    y = TOP;
  };

  function addText({ text, size, leading, align = 'left', before = 0 }: PdfText): void {
    y -= before;
    for (const line of wrap(text, WIDTH / size)) {
      if (y - leading < BOTTOM) turn();
      y -= leading;
      const free = WIDTH - lengthOf(line) * size;
      const x = PAGE.margin + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
      page.push(drawText(line, { x: Math.max(PAGE.margin, x), y, size }));
    }
  }

  function addTable({ head, rows, shares }: PdfTable): void {
    // The last line of a text stands on y: its tails need room above the frame.
    if (y < TOP) y -= CELL.leading / 2;
    const widths = shares.map(share => (WIDTH * share) / 100);
    const cellsOf = (row: readonly string[]) =>
      row.map((text, at) =>
        text.split('\n').flatMap(part => wrap(part, Math.max(1, (widths[at]! - 2 * CELL.pad) / CELL.size))),
      );
    const draw = (cells: readonly (readonly string[])[], from: number, count: number) => {
      const height = count * CELL.leading + 2 * CELL.pad;
      let x = PAGE.margin;
      for (const [at, lines] of cells.entries()) {
        page.push(`${round(x)} ${round(y - height)} ${round(widths[at]!)} ${round(height)} re S`);
        for (const [row, line] of lines.slice(from, from + count).entries()) {
          const base = y - CELL.pad - row * CELL.leading - CELL.size - 1;
          page.push(drawText(line, { x: x + CELL.pad, y: base, size: CELL.size }));
        }
        x += widths[at]!;
      }
      y -= height;
    };
    const linesOf = (cells: readonly (readonly string[])[]) => Math.max(1, ...cells.map(lines => lines.length));
    const fitting = () => Math.floor((y - BOTTOM - 2 * CELL.pad) / CELL.leading);
    const heads = cellsOf(head);
    // Names of columns that fill a page by themselves are written once, like any row.
    const isRepeated = linesOf(heads) * CELL.leading < (TOP - BOTTOM) / 3;
    const drawHead = () => isRepeated && draw(heads, 0, linesOf(heads));
    if (isRepeated && fitting() < linesOf(heads) + 1) turn();
    drawHead();
    for (const row of isRepeated ? rows : [head, ...rows]) {
      const cells = cellsOf(row);
      const count = linesOf(cells);
      // A row that a page can hold is not broken; one that none can goes on where the page ends.
      for (let from = 0; from < count;) {
        const fits = fitting();
        const isWhole = count - from <= fits;
        if (fits < 1 || (!isWhole && y < TOP - (TOP - BOTTOM) / 2)) {
          turn();
          drawHead();
          continue;
        }
        const taken = Math.min(count - from, fits);
        draw(cells, from, taken);
        from += taken;
      }
    }
  }
  function addPicture(picture: PdfPicture): void {
    const { width, height, before = 0 } = picture;
    y -= before;
    if (y - height < BOTTOM) turn();
    y -= height;
    place(picture, { x: (PAGE.width - width) / 2, width, height });
  }
  /** Its lower edge on y. */
  function place(picture: Picture, { x, width, height }: { x: number; width: number; height: number }): void {
    page.push(`q ${round(width)} 0 0 ${round(height)} ${round(x)} ${round(y)} cm /P${pictures.length} Do Q`);
    pictures.push(picture);
  }
  function addStrip({ height, picture, texts }: PdfStrip): void {
    if (y - height < BOTTOM) turn();
    const side = height - 2 * STRIP_PAD;
    const x = PAGE.margin + side + STRIP_PAD;
    let base = y - STRIP_PAD;
    for (const { text, size, leading, before = 0 } of texts) {
      base -= before;
      for (const line of wrap(text, (PAGE.width - PAGE.margin - x) / size)) {
        base -= leading;
        page.push(drawText(line, { x, y: base, size }));
      }
    }
    y -= height - STRIP_PAD;
    place(picture, { x: PAGE.margin, width: side, height: side });
    y -= STRIP_PAD;
    page.push(`[6 4] 0 d ${PAGE.margin / 2} ${round(y)} m ${PAGE.width - PAGE.margin / 2} ${round(y)} l S [] 0 d`);
  }

  for (const part of parts) {
    if (part.kind === 'text') addText(part);
    else if (part.kind === 'picture') addPicture(part);
    else if (part.kind === 'strip') addStrip(part);
    else if (part.kind === 'turn') turn();
    else addTable(part);
  }
  return { pages, pictures };
}

/**
 * A paper as PDF 1.4, in Song. The font is named, not embedded (one of Adobe's for GB 18030, which every reader has or replaces), so that a
 * page of text is some kilobytes and no font of many megabytes has to be shipped.
 * @param isNumbered writes at the foot of each page which it is, of how many
 */
export function writePdf({
  title,
  parts,
  isNumbered = false,
}: {
  title: string;
  parts: readonly PdfPart[];
  isNumbered?: boolean;
}): Buffer {
  const { pages, pictures } = layOut(parts);
  const firstPage = 6;
  const firstPicture = firstPage + pages.length * 2;
  const named = pictures.map((_, at) => `/P${at} ${firstPicture + at} 0 R`).join(' ');
  const drawn = named === '' ? '' : ` /XObject << ${named} >>`;
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ');
  const footOf = (at: number) => {
    const text = `第 ${at + 1} 页，共 ${pages.length} 页`;
    return drawText(text, { x: (PAGE.width - lengthOf(text) * FOOT.size) / 2, y: FOOT.y, size: FOOT.size });
  };
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ` +
      `/DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ` +
      `/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>`,
    `<< /Title <feff${hex(title)}> >>`,
    ...pages.flatMap((page, at) => {
      const content = ['0.5 w', ...page, ...(isNumbered ? [footOf(at)] : [])].join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >>${drawn} >> ` +
          `/Contents ${firstPage + at * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...pictures.map(pictureObject),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
