import { openZip, ZipError, type ZipArchive } from '../../../platform/zip';
import { UnreadableWorkbook } from './sheet';

/** A catalog of 800 entries unpacks to about 3 MB; beyond this a file is not a catalog. */
const MAX_UNPACKED_BYTES = 48 * 1_048_576;
const LIMITS = { entries: 2_000, entryBytes: MAX_UNPACKED_BYTES, totalBytes: MAX_UNPACKED_BYTES, ratio: Infinity };
/** Cells that merged ranges of one sheet may cover: the reader touches each of them. */
const MAX_MERGED_CELLS = 400_000;

const notXlsx = () => new UnreadableWorkbook('这个文件不是 xlsx 表格，请在表格软件里另存为 xlsx 再导入。');
const tooLarge = () => new UnreadableWorkbook('表格解开后太大了，请删去图片和没用的内容，或者分成几个文件再导入。');

/**
 * Unpacks an xlsx once under a hard limit before the reader may touch it: sizes told in a zip's directory can lie, and the reader
 * visits every cell of a merged range. Throws UnreadableWorkbook.
 */
export function checkArchive(bytes: Buffer): void {
  try {
    check(openZip(bytes, LIMITS));
  } catch (error) {
    if (error instanceof ZipError) throw error.fault === 'bomb' ? tooLarge() : notXlsx();
    throw error;
  }
}

function check(archive: ZipArchive): void {
  for (const name of archive.names) {
    const content = archive.read(name)!;
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) checkMerges(content.toString('utf8'));
  }
  if (!archive.names.includes('xl/workbook.xml')) throw notXlsx();
}

function checkMerges(xml: string): void {
  let covered = 0;
  for (const [, from = '', to = ''] of xml.matchAll(/<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [top, left] = placeOf(from);
    const [bottom, right] = placeOf(to);
    covered += (bottom - top + 1) * (right - left + 1);
    if (covered > MAX_MERGED_CELLS) throw new UnreadableWorkbook('合并的单元格太多了，请取消整行整列的合并再导入。');
  }
}

function placeOf(reference: string): [row: number, column: number] {
  const letters = reference.replace(/\d+$/, '');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(reference.slice(letters.length)), column];
}
