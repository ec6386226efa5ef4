import sharp from 'sharp';
import { escapeHtml } from '../../../http/html';
import { wrap, writePdf, type PdfPart } from '../../../platform/pdf';

/** What stands on one sheet. */
export interface Poster {
  title: string;
  keyPoints: readonly string[];
  unitName: string;
  areaName: string;
  /** The code to scan, as PNG or JPEG. */
  code: Buffer;
}

const KEY_POINTS = 3;
/** Of the machine: the picture is drawn with what it has. */
const FONTS = `font-family="Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Microsoft YaHei, sans-serif"`;
const HINT = '微信扫一扫，看全文、听人念';
const pointsOf = ({ keyPoints }: Poster) => keyPoints.slice(0, KEY_POINTS).map((point, at) => `${at + 1}、${point}`);
const footOf = ({ unitName, areaName }: Poster) => `${unitName}　${areaName}`;

/** Sheets to print, one after another, in print that is read from an arm's length. */
export async function postersPdf(posters: readonly Poster[]): Promise<Buffer> {
  const parts: PdfPart[] = [];
  for (const [at, poster] of posters.entries()) {
    if (at > 0) parts.push({ kind: 'turn' });
    const { data, info } = await sharp(poster.code).flatten({ background: '#fff' }).greyscale().raw().toBuffer({
      resolveWithObject: true,
    });
    parts.push(
      { kind: 'text', text: poster.title, size: 40, leading: 54 },
      ...pointsOf(poster).map(text => ({ kind: 'text' as const, text, size: 28, leading: 40, before: 14 })),
      ...[{ kind: 'picture' as const, grey: data, columns: info.width, rows: info.height }].map(picture => ({
        ...{ ...picture, width: 220, height: 220, before: 24 },
      })),
      { kind: 'text', text: HINT, size: 20, leading: 30, align: 'center' },
      { kind: 'text', text: footOf(poster), size: 14, leading: 22, align: 'center', before: 6 },
    );
  }
  return writePdf({ title: posters[0]?.title ?? '', parts });
}

/** A4 at 150 points an inch. */
const SIZE = { width: 1240, height: 1754, margin: 110 };
const CODE = 520;

const glyphOf = (letter: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" ${FONTS}><text y="34" font-size="32">${letter}</text></svg>`,
    ),
  )
    .raw()
    .toBuffer();

/** Whether this machine has a Chinese font: without one every letter is drawn as the same box. */
export async function drawsChinese(): Promise<boolean> {
  const [one, other] = await Promise.all([glyphOf('政'), glyphOf('府')]);
  return !one.equals(other);
}

/** The same as a picture, to be sent to a chat or shown on a screen. */
export async function posterPng(poster: Poster): Promise<Buffer> {
  const room = SIZE.width - 2 * SIZE.margin;
  let y = SIZE.margin;
  const lines: string[] = [];
  const add = (
    text: string,
    { size, weight = 400, middle = false }: { size: number; weight?: number; middle?: boolean },
  ) => {
    for (const line of wrap(text, room / size)) {
      y += size * 1.45;
      const place = middle ? `x="${SIZE.width / 2}" text-anchor="middle"` : `x="${SIZE.margin}"`;
      lines.push(`<text ${place} y="${y}" font-size="${size}" font-weight="${weight}">${escapeHtml(line)}</text>`);
    }
  };
  add(poster.title, { size: 92, weight: 700 });
  for (const point of pointsOf(poster)) {
    y += 34;
    add(point, { size: 62 });
  }
  // Long texts push the code down; short ones leave it in the lower half, where it is looked for.
  const top = Math.max(y + 50, SIZE.height - SIZE.margin - CODE - 200);
  y = top + CODE + 10;
  add(HINT, { size: 44, middle: true });
  add(footOf(poster), { size: 32, middle: true });
  const height = Math.max(SIZE.height, Math.ceil(y + SIZE.margin / 2));
  const page =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${height}" fill="#1a1a1a" ` +
    `${FONTS}>` +
    `<rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
  const code = await sharp(poster.code).resize(CODE, CODE, { kernel: 'nearest' }).toBuffer();
  return sharp(Buffer.from(page))
    .composite([{ input: code, left: Math.round((SIZE.width - CODE) / 2), top: Math.round(top) }])
    .png()
    .toBuffer();
}
