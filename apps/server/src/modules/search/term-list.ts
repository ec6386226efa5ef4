/**
 * The postings of one term, from new to old: the newest in the term's own record (`head`), older ones in blocks. `tops` names the blocks
 * by the greatest key that each may hold; a block reaches down to the next one's top. A rare term has no blocks.
 */
import {
  compareAt,
  compareKeys,
  encodePosting,
  isWordMark,
  KEY_BYTES,
  POSTING_BYTES,
  readColumns,
  type Posting,
  type PostingColumns,
  type PostingKey,
} from './posting';

export interface TermList {
  /** The term. */
  _id: string;
  /** How many documents carry it. */
  documents: number;
  /** In how many of them it was cut as a word. */
  words: number;
  head: Uint8Array;
  tops: Uint8Array;
}

/** Postings of a block, or of the head: a write copies at most so many, a read of a common term takes as few blocks as that allows. */
export const MOST = 256;
const SPLIT_TO = (MOST / 4) * 3;

export interface ListChange {
  remove: PostingKey[];
  add: Posting[];
}

export interface ListEdit {
  list: TermList;
  /** Blocks by id, as they are to be; null for one that is no more. */
  blocks: Map<string, Uint8Array | null>;
}

export const HEAD = -1;
const BLOCK_MARK = '\u0000';
const blockId = (term: string, top: Uint8Array): string =>
  term + BLOCK_MARK + Buffer.from(top.buffer, top.byteOffset, KEY_BYTES).toString('hex');
const topAt = (tops: Uint8Array, index: number): Uint8Array =>
  tops.subarray(index * KEY_BYTES, (index + 1) * KEY_BYTES);
export const blockIdAt = (list: TermList, segment: number): string => blockId(list._id, topAt(list.tops, segment));

/** The segment that holds a key if any does: HEAD, or the number of a block. */
export function segmentOf(tops: PostingColumns, at: number, number: number): number {
  let low = 0;
  let high = tops.length;
  // How many tops are this key or newer: the last of them is the block.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAt(tops, middle, at, number) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const emptyList = (term: string): TermList => ({
  _id: term,
  documents: 0,
  words: 0,
  head: new Uint8Array(),
  tops: new Uint8Array(),
});

/** A record of an earlier form has no postings: it counts as empty. */
export const listOf = (term: string, stored: Partial<TermList> | undefined): TermList =>
  stored?.head && stored.tops ? { ...emptyList(term), ...stored } : emptyList(term);

/** The blocks that must be read before this change. */
export function blocksOfChange(list: TermList, change: ListChange): string[] {
  if (list.tops.length === 0) return [];
  const tops = readColumns(list.tops, KEY_BYTES);
  const segments = [...change.remove, ...change.add].map(({ at, number }) => segmentOf(tops, at, number));
  return [...new Set(segments)].filter(segment => segment !== HEAD).map(segment => blockIdAt(list, segment));
}

/** What a change makes of a list; `read` gives the blocks of `blocksOfChange`. */
export function editList(list: TermList, change: ListChange, read: (id: string) => Uint8Array | undefined): ListEdit {
  const tops = readColumns(list.tops, KEY_BYTES);
  const bySegment = new Map<number, ListChange>();
  const partOf = ({ at, number }: PostingKey): ListChange => {
    const segment = segmentOf(tops, at, number);
    const part = bySegment.get(segment) ?? { remove: [], add: [] };
    bySegment.set(segment, part);
    return part;
  };
  change.remove.forEach(key => partOf(key).remove.push(key));
  change.add.forEach(posting => partOf(posting).add.push(posting));

  const blocks = new Map<string, Uint8Array | null>();
  const names = Array.from({ length: tops.length }, (_, segment) => [topAt(list.tops, segment)]);
  let { head, documents, words } = list;
  const pushed: Uint8Array[] = [];
  for (const [segment, part] of bySegment) {
    const isHead = segment === HEAD;
    const before = isHead ? list.head : (read(blockIdAt(list, segment)) ?? new Uint8Array());
    const whole = merge(before, part);
    documents += countOf(whole) - countOf(before);
    words += wordsIn(whole) - wordsIn(before);
    const pieces = isHead ? splitHead(whole) : splitBlock(whole);
    if (isHead) head = pieces.shift()!;
    // The newest piece of a block keeps its name, even when what gave it the name is gone.
    const kept = isHead ? [] : [topAt(list.tops, segment)];
    const named = pieces.map((piece, at) => kept[at] ?? piece.slice(0, KEY_BYTES));
    pieces.forEach((piece, at) => blocks.set(blockId(list._id, named[at]!), piece));
    if (isHead) pushed.push(...named);
    else names[segment] = named;
    if (!isHead && pieces.length === 0) blocks.set(blockIdAt(list, segment), null);
  }
  return { list: { _id: list._id, documents, words, head, tops: Buffer.concat([...pushed, ...names.flat()]) }, blocks };
}

export const countOf = (bytes: Uint8Array): number => bytes.length / POSTING_BYTES;
export function wordsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = POSTING_BYTES - 1; at < bytes.length; at += POSTING_BYTES) if (isWordMark(bytes[at]!)) count += 1;
  return count;
}

/** Old postings without the removed ones, the added ones among them in their order; an added one takes the place of its like. */
function merge(bytes: Uint8Array, { remove, add }: ListChange): Uint8Array {
  const old = readColumns(bytes);
  const added = [...add].sort(compareKeys);
  const last = added.at(-1);
  const isInFront = old.length === 0 || (last !== undefined && compareAt(old, 0, last.at, last.number) > 0);
  if (remove.length === 0 && isInFront) return Buffer.concat([...added.map(encodePosting), bytes]);

  const gone = new Set([...remove, ...add].map(key => key.number));
  const parts: Uint8Array[] = [];
  let from = 0;
  const copyUpTo = (index: number) => {
    if (index > from) parts.push(bytes.subarray(from * POSTING_BYTES, index * POSTING_BYTES));
    from = index;
  };
  let next = 0;
  for (let index = 0; index < old.length; index += 1) {
    for (let one = added[next]; one && compareAt(old, index, one.at, one.number) >= 0; one = added[next]) {
      copyUpTo(index);
      parts.push(encodePosting(one));
      next += 1;
    }
    if (gone.has(old.number[index]!)) {
      copyUpTo(index);
      from = index + 1;
    }
  }
  copyUpTo(old.length);
  return Buffer.concat([...parts, ...added.slice(next).map(encodePosting)]);
}

const cut = (bytes: Uint8Array, from: number, to: number) => bytes.subarray(from * POSTING_BYTES, to * POSTING_BYTES);

/** New things come in at the front: full blocks leave at the back, and nothing has to be cut again. */
function splitHead(bytes: Uint8Array): Uint8Array[] {
  const length = countOf(bytes);
  const full = Math.max(0, Math.ceil(length / MOST) - 1);
  const rest = length - full * MOST;
  const blocks = Array.from({ length: full }, (_, at) => cut(bytes, rest + at * MOST, rest + (at + 1) * MOST));
  return [cut(bytes, 0, rest), ...blocks];
}

/** Parts of like length with room for more; none when nothing is left. */
function splitBlock(bytes: Uint8Array): Uint8Array[] {
  const length = countOf(bytes);
  if (length === 0) return [];
  if (length <= MOST) return [bytes];
  const parts = Math.ceil(length / SPLIT_TO);
  return Array.from({ length: parts }, (_, at) =>
    cut(bytes, Math.floor((at * length) / parts), Math.floor(((at + 1) * length) / parts)),
  );
}
