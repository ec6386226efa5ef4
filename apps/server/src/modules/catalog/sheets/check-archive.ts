import { inflateRawSync } from 'node:zlib';
import { UnreadableWorkbook } from './sheet';

/** A catalog of 800 entries unpacks to about 3 MB; beyond this a file is not a catalog. */
const MAX_UNPACKED_BYTES = 48 * 1_048_576;
const MAX_FILES = 2_000;
/** Cells that merged ranges of one sheet may cover: the reader touches each of them. */
const MAX_MERGED_CELLS = 400_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

const notXlsx = () => new UnreadableWorkbook('这个文件不是 xlsx 表格，请在表格软件里另存为 xlsx 再导入。');
const tooLarge = () => new UnreadableWorkbook('表格解开后太大了，请删去图片和没用的内容，或者分成几个文件再导入。');

/**
 * Unpacks an xlsx once under a hard limit before the reader may touch it: sizes told in a zip's directory can lie, and the reader
 * visits every cell of a merged range. Throws UnreadableWorkbook.
 */
export function checkArchive(bytes: Buffer): void {
  let left = MAX_UNPACKED_BYTES;
  let hasWorkbook = false;
  for (const { name, method, packed } of directoryOf(bytes)) {
    const content = unpack(packed, method, left);
    left -= content.length;
    if (name === 'xl/workbook.xml') hasWorkbook = true;
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) checkMerges(content.toString('utf8'));
  }
  if (!hasWorkbook) throw notXlsx();
}

function unpack(packed: Buffer, method: number, maxOutputLength: number): Buffer {
  if (method === STORED) {
    if (packed.length > maxOutputLength) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED || maxOutputLength <= 0) throw maxOutputLength <= 0 ? tooLarge() : notXlsx();
  try {
    return inflateRawSync(packed, { maxOutputLength });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notXlsx();
  }
}

function* directoryOf(bytes: Buffer): Generator<{ name: string; method: number; packed: Buffer }> {
  try {
    const end = endOfDirectory(bytes);
    const count = bytes.readUInt16LE(end + 10);
    if (count > MAX_FILES) throw tooLarge();
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw notXlsx();
      const nameLength = bytes.readUInt16LE(at + 28);
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      yield {
        name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
      };
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    // A read beyond the end: the file is cut off or is no archive.
    throw error instanceof UnreadableWorkbook ? error : notXlsx();
  }
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw notXlsx();
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
