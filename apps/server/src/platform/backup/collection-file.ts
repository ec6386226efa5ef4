import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const FAST = 1;
const LENGTH_BYTES = 4;
/** MongoDB's largest document, with room for what the server adds. */
const MOST_BYTES = 17 * 1024 * 1024;

/** A file that is not what was written; its message says in what way. */
export class BrokenFile extends Error {}

/** Writes raw BSON documents one after another, gzipped. */
export async function writeCollectionFile(
  path: string,
  documents: AsyncIterable<Buffer>,
): Promise<{ documents: number; bytes: number; sha256: string }> {
  let count = 0;
  async function* counted() {
    for await (const document of documents) {
      count += 1;
      yield document;
    }
  }
  const { hash, passer } = hashing();
  const target = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(Readable.from(counted(), { objectMode: true }), createGzip({ level: FAST }), passer, target);
  return { documents: count, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The raw documents of such a file; throws BrokenFile where they do not line up. */
export async function* readCollectionFile(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const source = createReadStream(path);
  source.on('error', error => gunzip.destroy(error));
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of source.pipe(gunzip)) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      for (let length = lengthAt(rest); length !== null && rest.length >= length; length = lengthAt(rest)) {
        yield rest.subarray(0, length);
        rest = rest.subarray(length);
      }
    }
  } catch (error) {
    if (error instanceof BrokenFile) throw error;
    throw new BrokenFile('解不开', { cause: error });
  } finally {
    source.destroy();
  }
  if (rest.length > 0) throw new BrokenFile('在一条记录中间断了');
}

function lengthAt(bytes: Buffer): number | null {
  if (bytes.length < LENGTH_BYTES) return null;
  const length = bytes.readInt32LE(0);
  if (length < LENGTH_BYTES + 1 || length > MOST_BYTES) throw new BrokenFile('有一条记录的长度不可能');
  return length;
}

function hashing() {
  const hash = createHash('sha256');
  const passer = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { hash, passer };
}
