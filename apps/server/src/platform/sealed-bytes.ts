import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * Bytes under a key of their own (AES-256-GCM), in frames, so that a part can be opened without the rest and nothing is given out
 * before it was proven. A frame's nonce is its number and whether it is the last: frames cannot change places or be cut off. A key
 * seals one stream of bytes only.
 */
const FRAME = 64 * 1024;
const TAG = 16;

export interface ByteRange {
  /** First and last byte, both included. */
  start: number;
  end: number;
}

export const newBytesKey = (): Buffer => randomBytes(32);

function nonceOf(frame: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(frame, 0);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function sealFrame(key: Buffer, plain: Buffer, frame: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openFrame(key: Buffer, sealed: Buffer, frame: number, isLast: boolean): Buffer {
  if (sealed.length < TAG) throw new Error('sealed bytes are cut off');
  const body = sealed.subarray(0, sealed.length - TAG);
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame, isLast), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Hands on what comes in pieces of `size` bytes; `flush` gets the rest, which is the last piece (a whole one, when it fits). */
function inPieces(size: number, take: (piece: Buffer, isLast: boolean) => Buffer | null): Transform {
  let held: Buffer = Buffer.alloc(0);
  const run = (stream: Transform, done: TransformCallback, isEnd: boolean) => {
    try {
      // The last piece is known by the end only: one byte more than a piece has to be there before it is handed on.
      while (held.length > size) {
        const bytes = take(held.subarray(0, size), false);
        held = held.subarray(size);
        if (bytes) stream.push(bytes);
      }
      const last = isEnd ? take(held, true) : null;
      if (last) stream.push(last);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      run(this, done, false);
    },
    flush(done) {
      run(this, done, true);
    },
  });
}

/** Plain bytes in, sealed bytes out. */
export function sealingStream(key: Buffer): Transform {
  let frame = 0;
  return inPieces(FRAME, (piece, isLast) => sealFrame(key, piece, frame++, isLast));
}

/**
 * How to open bytes that were sealed: which of the sealed ones to read, and what to send them through.
 * @param size of the plain bytes
 * @param range of the plain bytes; all when not given
 */
export function openingOf(key: Buffer, size: number, range: ByteRange = { start: 0, end: size - 1 }) {
  const frames = Math.max(1, Math.ceil(size / FRAME));
  const first = Math.floor(range.start / FRAME);
  const last = Math.min(frames - 1, Math.max(first, Math.floor(range.end / FRAME)));
  const sealedRange: ByteRange = {
    start: first * (FRAME + TAG),
    end: Math.min((last + 1) * (FRAME + TAG), size + frames * TAG) - 1,
  };
  let frame = first;
  const stream = inPieces(FRAME + TAG, (piece, isEnd) => {
    if (isEnd !== (frame === last)) throw new Error('sealed bytes are cut off');
    const plain = openFrame(key, piece, frame, frame === frames - 1);
    const at = frame * FRAME;
    frame += 1;
    return plain.subarray(Math.max(0, range.start - at), Math.max(0, range.end + 1 - at));
  });
  return { sealedRange, stream };
}
