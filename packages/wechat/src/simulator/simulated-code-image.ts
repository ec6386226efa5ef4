import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const MODULES = 24;
const WHITE = 255;
const BLACK = 0;

/**
 * A square grey PNG whose pattern follows from the text: the same code gives the same picture, another code another.
 * It looks like a code and cannot be scanned; only WeChat draws those that can.
 */
export function drawSimulatedCode(text: string, width: number): Buffer {
  const bits = patternOf(text);
  const rows: Buffer[] = [];
  for (let y = 0; y < width; y += 1) {
    // The first byte of each row says that it is not filtered.
    const row = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x += 1) {
      const module = Math.floor((y * MODULES) / width) * MODULES + Math.floor((x * MODULES) / width);
      row[x + 1] = bits[module] === 1 ? BLACK : WHITE;
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // Eight bits of grey a pixel; the rest (compression, filter, interlace) stays zero.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function patternOf(text: string): Uint8Array {
  const bits = new Uint8Array(MODULES * MODULES);
  for (let block = 0; block * 256 < bits.length; block += 1) {
    const hash = createHash('sha256').update(`${block}:${text}`).digest();
    for (let bit = 0; bit < 256 && block * 256 + bit < bits.length; bit += 1) {
      bits[block * 256 + bit] = (hash.readUInt8(bit >> 3) >> (bit & 7)) & 1;
    }
  }
  return bits;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
