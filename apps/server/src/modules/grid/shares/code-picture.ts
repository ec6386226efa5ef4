import qrcode from 'qrcode-generator';
import sharp from 'sharp';

/** Points of the picture for each square of the code, and squares of white around it: a reader needs four. */
const POINTS = 8;
const QUIET = 4;

/** A QR code of an address as PNG, with enough spare that a crease or a drop of rain does not spoil it (level Q). */
export function addressCode(address: string): Promise<Buffer> {
  const code = qrcode(0, 'Q');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const side = count + 2 * QUIET;
  const grey = Buffer.alloc(side * side, 0xff);
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) grey[(row + QUIET) * side + column + QUIET] = 0;
  return sharp(grey, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * POINTS, side * POINTS, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
