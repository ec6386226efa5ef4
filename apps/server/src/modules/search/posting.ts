/**
 * A posting says that a document carries a term, with all that ranking asks for. Twelve bytes: six of the day, four of the document's
 * number, one of flags, one of the mark (where the term stands in the title). Lists of them go from new to old.
 */
export interface PostingKey {
  /** Milliseconds. */
  at: number;
  number: number;
}

export interface Posting extends PostingKey {
  isDated: boolean;
  mark: number;
}

export const POSTING_BYTES = 12;
export const KEY_BYTES = 10;
/** Days before 1970 have negative numbers; an unsigned field holds them from here on. */
const EPOCH_SHIFT = 2 ** 46;
const IS_DATED = 1;

/** The term was cut as a word; without it, it is only two characters that stand side by side in a title. */
const IS_WORD = 0x80;
const PLACE = 0x7f;
/** In the title more than once, or too far back to be told. */
export const SOMEWHERE = PLACE;

/** A mark: whether it is a word, and its place in the title (0 for none, else offset + 1, at most SOMEWHERE). */
export const toMark = (isWord: boolean, place: number): number => (isWord ? IS_WORD : 0) | Math.min(place, SOMEWHERE);
export const isWordMark = (mark: number): boolean => (mark & IS_WORD) !== 0;
export const placeOf = (mark: number): number => mark & PLACE;

export function encodePosting({ at, number, isDated, mark }: Posting): Buffer {
  const bytes = Buffer.allocUnsafe(POSTING_BYTES);
  bytes.writeUIntBE(at + EPOCH_SHIFT, 0, 6);
  bytes.writeUInt32BE(number, 6);
  bytes[10] = isDated ? IS_DATED : 0;
  bytes[11] = mark;
  return bytes;
}

/** A stretch of a list, as columns. */
export interface PostingColumns {
  length: number;
  at: Float64Array;
  number: Uint32Array;
  flags: Uint8Array;
  marks: Uint8Array;
}

/** Bytes of postings, or of keys with `size` KEY_BYTES. */
export function readColumns(bytes: Uint8Array, size = POSTING_BYTES): PostingColumns {
  const length = Math.floor(bytes.length / size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = new Float64Array(length);
  const number = new Uint32Array(length);
  const flags = new Uint8Array(length);
  const marks = new Uint8Array(length);
  for (let index = 0, from = 0; index < length; index += 1, from += size) {
    at[index] = view.getUint32(from) * 0x10000 + view.getUint16(from + 4) - EPOCH_SHIFT;
    number[index] = view.getUint32(from + 6);
    if (size === KEY_BYTES) continue;
    flags[index] = bytes[from + 10]!;
    marks[index] = bytes[from + 11]!;
  }
  return { length, at, number, flags, marks };
}

export const isDatedAt = (columns: PostingColumns, index: number): boolean => (columns.flags[index]! & IS_DATED) !== 0;

/** Below 0 when the entry of `columns` is newer than (stands before) the key, 0 when it is that one. */
export const compareAt = (columns: PostingColumns, index: number, at: number, number: number): number =>
  at - columns.at[index]! || number - columns.number[index]!;

export const compareKeys = (a: PostingKey, b: PostingKey): number => b.at - a.at || b.number - a.number;
