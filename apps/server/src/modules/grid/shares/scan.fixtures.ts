import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';
import sharp from 'sharp';

/** What a phone reads off a picture. */
export async function scan(picture: Buffer, raw?: { width: number; height: number; channels: 1 }) {
  const { data, info } = await sharp(picture, raw && { raw })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({
      resolveWithObject: true,
    });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Pictures of a PDF of ours, a byte a point. */
export const picturesIn = (pdf: Buffer) =>
  [
    ...pdf
      .toString('latin1')
      .matchAll(/\/Subtype \/Image \/Width (\d+) \/Height (\d+) .*? \/Length (\d+) >>\nstream\n/g),
  ].map(match => {
    const start = match.index + match[0].length;
    const grey = inflateSync(pdf.subarray(start, start + Number(match[3])));
    return { grey, width: Number(match[1]), height: Number(match[2]), channels: 1 as const };
  });
