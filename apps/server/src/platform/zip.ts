import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** What is wrong with an archive from outside. `bomb`: it unpacks to far more than anybody wrote. */
export type ZipFault = 'broken' | 'encrypted' | 'bomb';

export class ZipError extends Error {
  constructor(
    readonly fault: ZipFault,
    options?: ErrorOptions,
  ) {
    super(`the archive is ${fault}`, options);
  }
}

export interface ZipLimits {
  entries: number;
  /** Of one entry, and of all together. */
  entryBytes: number;
  totalBytes: number;
  /** How many times larger than packed all entries may be together; small archives are let be. */
  ratio: number;
}

export interface ZipArchive {
  names: readonly string[];
  /** Undefined when there is no such entry. Throws ZipError. */
  read(name: string): Buffer | undefined;
}

interface Entry {
  name: string;
  method: number;
  start: number;
  packedBytes: number;
  bytes: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** Below this a high ratio is only a file of few different letters. */
const SMALL_BYTES = 8 * 1_048_576;

/**
 * Opens a zip by its directory and refuses it before anything is unpacked: too many entries, sizes or a ratio beyond the limits, entries
 * that lie over each other, two of one name. What the directory says may be a lie, so each entry is unpacked under its own limit too.
 */
export function openZip(bytes: Buffer, limits: ZipLimits): ZipArchive {
  const entries = readDirectory(bytes, limits);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const isSwollen = total > SMALL_BYTES && total > limits.ratio * bytes.length;
  if (total > limits.totalBytes || isSwollen || entries.some(entry => entry.bytes > limits.entryBytes))
    throw new ZipError('bomb');
  const byName = new Map(entries.map(entry => [entry.name, entry]));
  if (byName.size < entries.length || overlap(entries)) throw new ZipError('broken');
  return {
    names: entries.map(entry => entry.name),
    read: name => {
      const entry = byName.get(name);
      return entry && unpack(bytes, entry);
    },
  };
}

function readDirectory(bytes: Buffer, limits: ZipLimits): Entry[] {
  try {
    const end = endOfDirectory(bytes);
    const count = bytes.readUInt16LE(end + 10);
    if (count > limits.entries) throw new ZipError('bomb');
    const entries: Entry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipError('broken');
      if (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) throw new ZipError('encrypted');
      const nameLength = bytes.readUInt16LE(at + 28);
      const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30));
      const [size, packedSize, local] = longSizes(
        extra,
        [24, 20, 42].map(field => bytes.readUInt32LE(at + field)),
      );
      if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new ZipError('broken');
      entries.push({
        name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
        method: bytes.readUInt16LE(at + 10),
        start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
        packedBytes: packedSize,
        bytes: size,
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    if (entries.some(entry => entry.start + entry.packedBytes > bytes.length)) throw new ZipError('broken');
    return entries;
  } catch (cause) {
    // A read beyond the end: the file is cut off or is no archive.
    throw cause instanceof ZipError ? cause : new ZipError('broken', { cause });
  }
}

const SEE_EXTRA = 0xffffffff;
const LONG_SIZES = 1;

/** Some programs write every size in the long form of large archives (zip64). */
function longSizes(extra: Buffer, sizes: readonly number[]): [size: number, packed: number, local: number] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== LONG_SIZES) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  const long = sizes.map(size => {
    if (size !== SEE_EXTRA || at + 8 > extra.length) return size;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
  return long as [number, number, number];
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new ZipError('broken');
}

/** Entries that share their bytes make a small file unpack to a huge one. */
function overlap(entries: readonly Entry[]): boolean {
  const inOrder = entries.filter(entry => entry.packedBytes > 0).sort((a, b) => a.start - b.start);
  return inOrder.some((entry, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && entry.start + entry.packedBytes > next.start;
  });
}

function unpack(bytes: Buffer, { method, start, packedBytes, bytes: expected }: Entry): Buffer {
  const packed = bytes.subarray(start, start + packedBytes);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipError('broken');
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, expected) });
    if (content.length !== expected) throw new ZipError('broken');
    return content;
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken', { cause });
  }
}

/** 1 January 1980, the first day a zip can name: the same content gives the same bytes. */
const FIRST_DAY = 0x0021;
const UTF8_NAMES = 0x0800;

/** A zip of these entries, in their order. */
export function writeZip(entries: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(UTF8_NAMES, 2);
    header.writeUInt16LE(DEFLATED, 4);
    header.writeUInt16LE(FIRST_DAY, 8);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([signature(LOCAL_ENTRY), header, title, packed]);
    // Comment, disk and attributes stay zero.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(DIRECTORY_ENTRY), Buffer.from([20, 0]), header, tail, title);
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, signature(END_OF_DIRECTORY), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
