import { getDocumentProxy } from 'unpdf';
import { documentLimits } from '../document-limits';
import { Refusal } from './refusal';
import type { ScannableText } from './scan-unit';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

export interface PdfText extends ScannableText {
  /** Text of each page. */
  pages: string[];
}

/** A page with less text than this and a picture on it is taken for a scan. */
const FEW_LETTERS = 200;
/** Letters that no font can name: private use, replacement, control. */
const NAMELESS = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g;
const TOO_MANY_NAMELESS = 0.05;
/** Operators of pdf.js that paint a picture: image, mask, inline image and their groups. */
const PICTURES = new Set([82, 83, 84, 85, 86, 87, 88, 89, 90]);

/** Text of a PDF by page, with its notes, fields and properties; pages that yield none are named. */
export async function readPdf(bytes: Buffer): Promise<PdfText> {
  const pdf = await open(bytes);
  if (pdf.numPages > documentLimits.pages) throw new Refusal('document.too_complex');
  const result: PdfText = { pages: [], units: [], unreadable: [] };
  const blind: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const text = await textOf(page);
    result.pages.push(text);
    if (text !== '') result.units.push({ place: `第 ${number} 页`, text });
    const notes = await notesOf(page);
    if (notes !== '') result.units.push({ place: `第 ${number} 页的批注或表单`, text: notes });
    if (await isBlind(page, text)) blind.push(number);
    page.cleanup();
  }
  result.units.push(...(await propertiesOf(pdf)));
  if (blind.length > 0) result.unreadable.push(`第 ${listed(blind)} 页没有文字或者认不全，多半是扫描的。`);
  const inserted = Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, { filename?: string }>);
  result.units.push(...inserted.map(({ filename = '' }) => ({ place: '夹带的文件名', text: filename })));
  if (inserted.length > 0) result.unreadable.push(`里面夹着 ${inserted.length} 个别的文件，查不到里面。`);
  await pdf.cleanup();
  return result;
}

/** Chinese letters, which nobody has a font for unless the file brings it. */
const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/;

/** The operator of pdf.js that takes a font, by its name. */
const SET_FONT = 37;

/**
 * Refuses a PDF whose Chinese would stay white: its fonts are named in the file and not in it. Where the names follow a table of Adobe's that
 * is not here either, pdf.js has no words of the page at all, and in the place of the font what went wrong.
 */
export async function assertDrawable(bytes: Buffer, mostPages: number): Promise<void> {
  const pdf = await open(bytes);
  if (pdf.numPages > mostPages) throw new Refusal('document.too_complex');
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    // Fonts are there once the page was worked through.
    const { fnArray, argsArray } = await page.getOperatorList();
    const { items } = await page.getTextContent();
    const fontOf = (name: string): unknown => (page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined);
    const isMissing = (name: string): boolean =>
      (fontOf(name) as { missingFile?: boolean } | undefined)?.missingFile === true;
    const fonts = fnArray.flatMap((operator, at) =>
      operator === SET_FONT ? [String((argsArray[at] as unknown[])[0])] : [],
    );
    if (
      fonts.some(name => typeof fontOf(name) === 'string') ||
      items.some(item => 'str' in item && CHINESE.test(item.str) && isMissing(item.fontName))
    )
      throw new Refusal('document.fonts');
    page.cleanup();
  }
  await pdf.cleanup();
}

async function open(bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false });
  } catch (cause) {
    const isLocked = (cause as { name?: string }).name === 'PasswordException';
    throw new Refusal(isLocked ? 'document.encrypted' : 'document.broken', { cause });
  }
}

async function textOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  let text = '';
  let lastY: number | undefined;
  for (const item of items) {
    if (!('str' in item)) continue;
    const y = Math.round(Number(item.transform[5]));
    // A new line that the program did not mark as one.
    if (lastY !== undefined && y !== lastY && !text.endsWith('\n')) text += '\n';
    text += item.str + (item.hasEOL ? '\n' : '');
    if (item.str !== '') lastY = y;
  }
  return text.trim();
}

async function notesOf(page: Page): Promise<string> {
  const notes = (await page.getAnnotations()) as Record<string, unknown>[];
  const words = notes.flatMap(({ contentsObj, fieldValue, titleObj, url, alternativeText }) => [
    (contentsObj as { str?: string } | undefined)?.str,
    (titleObj as { str?: string } | undefined)?.str,
    fieldValue,
    url,
    alternativeText,
  ]);
  return words.filter((word): word is string => typeof word === 'string' && word !== '').join('\n|\n');
}

/** A scan, a drawing of letters, or letters whose font does not say which they are. */
async function isBlind(page: Page, text: string): Promise<boolean> {
  const nameless = text.match(NAMELESS)?.length ?? 0;
  if (nameless > text.length * TOO_MANY_NAMELESS) return true;
  if (text.replace(/\s/g, '').length >= FEW_LETTERS) return false;
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator: number) => PICTURES.has(operator)) || (text === '' && fnArray.length > 0);
}

async function propertiesOf(pdf: Pdf): Promise<{ place: string; text: string }[]> {
  const { info, metadata } = await pdf.getMetadata();
  const words = Object.entries(info as Record<string, unknown>).flatMap(([name, value]) => {
    if (name === 'Custom' && value) return Object.values(value as Record<string, unknown>).map(String);
    return typeof value === 'string' && !/Date$|Version$/.test(name) ? [value] : [];
  });
  const raw = (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? '';
  const described = raw.replace(/<[^>]*>/g, ' ').trim();
  const text = [...words, described].filter(Boolean).join('\n|\n');
  return text === '' ? [] : [{ place: '文件属性', text }];
}

/** 1、3 到 5 */
function listed(pages: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === page) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from} 到 ${to}`)).join('、');
}
