import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newBytesKey, openingOf, sealingStream, type ByteRange } from './sealed-bytes';

const FRAME = 65_536;
const key = newBytesKey();

/** In chunks that do not fit the frames, as GridFS and disks give them. */
const inChunks = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
  );
const seal = (plain: Buffer) => buffer(inChunks(plain, 10_007).pipe(sealingStream(key)));
async function open(sealed: Buffer, size: number, range?: ByteRange, with_ = key): Promise<Buffer> {
  const { sealedRange, stream } = openingOf(with_, size, range);
  return buffer(inChunks(sealed.subarray(sealedRange.start, sealedRange.end + 1), 7_001).pipe(stream));
}

it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17])(
  'sealed bytes: %i of them -> none of it readable, opened again the same',
  async size => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(sealed.length).toBe(size + 16 * Math.max(1, Math.ceil(size / FRAME)));
    if (size > 64) expect(sealed.includes(plain.subarray(0, 32))).toBe(false);
    expect((await open(sealed, size)).equals(plain)).toBe(true);
  },
);

it.each([
  [0, 0],
  [FRAME - 3, FRAME + 2],
  [FRAME, 2 * FRAME - 1],
  [2 * FRAME + 5, 3 * FRAME + 16],
  [10, 3 * FRAME + 16],
])('sealed bytes: part %i to %i -> that part, of a part of the sealed bytes', async (start, end) => {
  const plain = randomBytes(3 * FRAME + 17);
  const opened = await open(await seal(plain), plain.length, { start, end });
  expect(opened.equals(plain.subarray(start, end + 1))).toBe(true);
});

it.each<[string, (sealed: Buffer) => Buffer]>([
  ['one bit changed', sealed => (sealed.writeUInt8(sealed.readUInt8(FRAME + 40) ^ 1, FRAME + 40), sealed)],
  ['the last frame cut off', sealed => sealed.subarray(0, 2 * (FRAME + 16))],
  ['the end of a frame cut off', sealed => sealed.subarray(0, sealed.length - 5)],
  [
    'two frames in each other’s place',
    sealed => {
      const [a, b] = [sealed.subarray(0, FRAME + 16), sealed.subarray(FRAME + 16, 2 * (FRAME + 16))];
      return Buffer.concat([b, a, sealed.subarray(2 * (FRAME + 16))]);
    },
  ],
])('sealed bytes: %s -> refused', async (_, spoil) => {
  const plain = randomBytes(2 * FRAME + 100);
  const sealed = spoil(Buffer.from(await seal(plain)));
  await expect(open(sealed, plain.length)).rejects.toThrow();
});

it('sealed bytes: another key -> refused', async () => {
  const sealed = await seal(Buffer.from('身份证'));
  await expect(open(sealed, 9, undefined, newBytesKey())).rejects.toThrow();
});
