/** A4 in points, with room around for holes and thumbs. */
const PAGE = { width: 595, height: 842, margin: 64 };
const TITLE = { size: 18, leading: 28 };
const TEXT = { size: 12, leading: 21 };

interface Line {
  text: string;
  size: number;
  leading: number;
}

/** Chinese letters are as wide as high, the others half of it: the widths that the font below declares. */
const widthOf = (letter: string): number => (letter.charCodeAt(0) < 0x7f ? 0.5 : 1);

/** Breaks a paragraph at the right edge; a full stop or comma hangs over it rather than begin a line. */
function wrap(text: string, { size, leading }: Omit<Line, 'text'>): Line[] {
  const room = (PAGE.width - 2 * PAGE.margin) / size;
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
  return [...lines, line].map(broken => ({ text: broken, size, leading }));
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const room = PAGE.height - 2 * PAGE.margin;
  const pages: Line[][] = [[]];
  let used = 0;
  for (const line of lines) {
    if (used + line.leading > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += line.leading;
  }
  return pages;
}

/** UTF-16 in hexadecimal, as UniGB-UCS2-H reads it; letters beyond the first plane have no place in it. */
const hex = (text: string): string =>
  [...text]
    .filter(letter => letter.length === 1)
    .map(letter => letter.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

function contentOf(page: readonly Line[]): string {
  let y = PAGE.height - PAGE.margin;
  return page
    .map(({ text, size, leading }) => {
      y -= leading;
      return `BT /F1 ${size} Tf ${PAGE.margin} ${y} Td <${hex(text)}> Tj ET`;
    })
    .join('\n');
}

/**
 * A plain paper as PDF 1.4: a title and paragraphs in Song. The font is named, not embedded (one of Adobe's for GB 18030, which every
 * reader has or replaces), so that a page of text is some kilobytes.
 */
export function makePdf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = [...wrap(title, TITLE), { text: '', ...TEXT }, ...paragraphs.flatMap(text => wrap(text, TEXT))];
  const pages = pagesOf(lines);
  const firstPage = 6;
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ` +
      `/DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ` +
      `/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>`,
    `<< /Title <feff${hex(title)}> >>`,
    ...pages.flatMap((page, at) => {
      const content = contentOf(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> ` +
          `/Contents ${firstPage + at * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
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
