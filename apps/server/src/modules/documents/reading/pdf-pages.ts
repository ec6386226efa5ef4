import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { documentLimits } from '../document-limits';
import { writePicturePdf, type PicturePage } from './picture-pdf';
import { assertDrawable, readPdf } from './read-pdf';
import { Refusal } from './refusal';

/** A place on a page in parts of its width and height, from the upper left. */
export interface PageBox {
  /** From 1. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page as it is seen, as JPEG. */
export interface PagePicture {
  pages: number;
  width: number;
  height: number;
  jpeg: Uint8Array;
}

const { redaction: limits } = documentLimits;
const POINTS_PER_INCH = 72;
/** Good enough to read small print, and to be printed. */
const DOTS_PER_INCH = 150;
/** Around a box, so that no edge of a letter shines out beneath it. */
const MARGIN_PIXELS = 2;

type Pdfium = Awaited<ReturnType<Awaited<ReturnType<typeof PDFiumLibrary.init>>['loadDocument']>>;
let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** Opens, works, closes: its memory is not the collector's. */
async function withPdf<T>(bytes: Buffer, work: (pdf: Pdfium) => Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const pdf = await (await library).loadDocument(bytes).catch((cause: unknown) => {
    throw new Refusal('document.broken', { cause });
  });
  try {
    if (pdf.getPageCount() > limits.pages) throw new Refusal('document.too_complex');
    return await work(pdf);
  } finally {
    pdf.destroy();
  }
}

/** The pages of a PDF that can be drawn as its author sees it; refuses one that is locked or lacks the fonts of its Chinese. */
export async function measurePdf(bytes: Buffer): Promise<{ pages: number }> {
  await assertDrawable(bytes, limits.pages);
  return withPdf(bytes, pdf => Promise.resolve({ pages: pdf.getPageCount() }));
}

/** Its words as PDFium reads them: also in fonts that are named and not in the file, as those of our letters. */
export const wordsOfPdf = (bytes: Buffer): Promise<{ text: string }> =>
  withPdf(bytes, pdf => {
    const pages = Array.from({ length: pdf.getPageCount() }, (_, at) => pdf.getPage(at).getText());
    return Promise.resolve({ text: pages.join('\n') });
  });

export const drawPage = (bytes: Buffer, { page }: { page: number }): Promise<PagePicture> =>
  withPdf(bytes, async pdf => {
    const pages = pdf.getPageCount();
    if (page < 1 || page > pages) throw new Refusal('document.page');
    const { jpeg, width, height } = await picture(pdf, page, []);
    return { pages, width, height, jpeg };
  });

/**
 * The same pages as pictures, with these places black, and nothing else of the file: no letters, notes, fields, properties, attachments
 * or earlier versions. What comes out is read again before it is given out.
 */
export async function redactPdf(
  bytes: Buffer,
  { boxes }: { boxes: readonly PageBox[] },
): Promise<{ pages: number; pdf: Uint8Array }> {
  await assertDrawable(bytes, limits.pages);
  const pages = await withPdf(bytes, async pdf => {
    const count = pdf.getPageCount();
    if (boxes.some(({ page }) => page > count)) throw new Refusal('document.page');
    const drawn: PicturePage[] = [];
    for (let page = 1; page <= count; page += 1)
      drawn.push(
        await picture(
          pdf,
          page,
          boxes.filter(box => box.page === page),
        ),
      );
    return drawn;
  });
  const rebuilt = writePicturePdf(pages);
  const { units } = await readPdf(rebuilt);
  if (units.length > 0) throw new Refusal('document.not_redacted');
  return { pages: pages.length, pdf: rebuilt };
}

async function picture(pdf: Pdfium, number: number, boxes: readonly PageBox[]): Promise<PicturePage> {
  const page = pdf.getPage(number - 1);
  const { originalWidth: pointsWide, originalHeight: pointsHigh } = page.getOriginalSize();
  // A page as large as a wall is drawn more coarsely.
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(limits.pixels / (pointsWide * pointsHigh)));
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  const pixels = Buffer.from(data);
  for (const box of boxes) paintBlack(pixels, { width, height }, box);
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { jpeg, width, height, pointsWide, pointsHigh };
}

function paintBlack(pixels: Buffer, { width, height }: { width: number; height: number }, box: PageBox): void {
  const from = (part: number, whole: number) => Math.max(0, Math.floor(part * whole) - MARGIN_PIXELS);
  const to = (part: number, whole: number) => Math.min(whole, Math.ceil(part * whole) + MARGIN_PIXELS);
  const [left, right] = [from(box.x, width), to(box.x + box.width, width)];
  for (let row = from(box.y, height); row < to(box.y + box.height, height); row += 1)
    for (let column = left; column < right; column += 1)
      pixels.writeUInt32BE(0x00_00_00_ff, (row * width + column) * 4);
}
