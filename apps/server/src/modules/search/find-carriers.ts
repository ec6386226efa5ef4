/**
 * Which documents carry all terms, new before old: the list of the rarest term is walked, the others only where it leads. What it costs
 * grows with what is asked for, up to MOST_WALKED, and not with the archive.
 */
import type { Tx } from '../../platform/transaction';
import { compareAt, isDatedAt, KEY_BYTES, readColumns, type PostingColumns, type PostingKey } from './posting';
import type { SearchRepository } from './search.repository';
import { blockIdAt, HEAD, MOST, segmentOf, type TermList } from './term-list';

/** Postings of the rarest list that are looked at: where so many lead to too few documents, older ones are not looked for. */
const MOST_WALKED = 60_000;
const MOST_BLOCKS = 64;

export interface Carrier extends PostingKey {
  /** The mark of each group's term, in the order of the groups. */
  marks: number[];
}

export interface CarrierFilter {
  /** Of each group one term at least; the group with the fewest documents must come first and have one term. */
  groups: readonly (readonly TermList[])[];
  since?: Date | undefined;
  until: Date;
  /** What bears no day is there whatever `until` says; not for lists by day. */
  withUndated: boolean;
  /** For the pages after the first: what was indexed later stays out of them. */
  lastNumber?: number | undefined;
  /** Only what stands behind this one. */
  after?: PostingKey | undefined;
}

/** A list, and those parts of it that have been read. */
interface Reading {
  list: TermList;
  tops: PostingColumns;
  parts: Map<number, PostingColumns>;
  /** Where the search for the last key ended: keys only grow older. */
  segment: number;
  offset: number;
}

const EMPTY = readColumns(new Uint8Array());
const startReading = (list: TermList): Reading => ({
  list,
  tops: readColumns(list.tops, KEY_BYTES),
  parts: new Map([[HEAD, readColumns(list.head)]]),
  segment: HEAD,
  offset: 0,
});

export async function findCarriers(
  deps: { documents: Pick<SearchRepository, 'readBlocks'> },
  filter: CarrierFilter,
  limit: number,
  tx: Tx,
): Promise<{ carriers: Carrier[]; isCut: boolean }> {
  const [[leading] = [], ...others] = filter.groups.map(group => group.map(startReading));
  if (!leading) return { carriers: [], isCut: false };
  const carriers: Carrier[] = [];
  let walked = 0;
  let size = Math.ceil(limit / MOST);
  for (
    let segment = firstSegment(leading, filter);
    segment < leading.tops.length;
    size = Math.min(size * 2, MOST_BLOCKS)
  ) {
    const part = Array.from({ length: Math.min(size, leading.tops.length - segment) }, (_, at) => segment + at);
    segment += part.length;
    await load(deps, [{ reading: leading, segments: part }], tx);
    const candidates = part.map(one => ({
      columns: leading.parts.get(one)!,
      kept: visible(leading.parts.get(one)!, filter),
    }));
    await load(
      deps,
      others.flat().map(reading => ({ reading, segments: segmentsFor(reading, candidates) })),
      tx,
    );
    for (const { columns, kept } of candidates) {
      for (const index of kept) {
        const carrier = carrierAt(columns, index, others);
        if (carrier) carriers.push(carrier);
        if (carriers.length === limit) return { carriers, isCut: false };
      }
      walked += columns.length;
    }
    // What was walked through is not needed again.
    part.forEach(one => leading.parts.delete(one));
    if (isBeforeAll(candidates.at(-1)!.columns, filter)) break;
    if (walked >= MOST_WALKED && segment < leading.tops.length) return { carriers, isCut: true };
  }
  return { carriers, isCut: false };
}

/** Parts that hold only what is too new need not be read. */
function firstSegment({ tops }: Reading, { after, until, withUndated }: CarrierFilter): number {
  if (after) return segmentOf(tops, after.at, after.number);
  return withUndated ? HEAD : segmentOf(tops, until.getTime(), Infinity);
}

/** Whether all that follows is older than what is asked for. */
const isBeforeAll = ({ length, at }: PostingColumns, { since, withUndated }: CarrierFilter): boolean =>
  since !== undefined && !withUndated && length > 0 && at[length - 1]! < since.getTime();

function visible(columns: PostingColumns, filter: CarrierFilter): number[] {
  const { since, until, withUndated, lastNumber = Infinity, after } = filter;
  const first = since?.getTime() ?? -Infinity;
  const last = until.getTime();
  const kept: number[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const at = columns.at[index]!;
    const isOfTime = isDatedAt(columns, index) ? at <= last && at >= first : withUndated;
    if (!isOfTime || columns.number[index]! > lastNumber) continue;
    if (after && compareAt(columns, index, after.at, after.number) <= 0) continue;
    kept.push(index);
  }
  return kept;
}

/** The parts of a list in which these candidates must stand if they stand there at all. */
function segmentsFor({ tops }: Reading, candidates: readonly { columns: PostingColumns; kept: number[] }[]): number[] {
  if (tops.length === 0) return [];
  const segments = new Set<number>();
  for (const { columns, kept } of candidates)
    for (const index of kept) segments.add(segmentOf(tops, columns.at[index]!, columns.number[index]!));
  return [...segments];
}

async function load(
  { documents }: { documents: Pick<SearchRepository, 'readBlocks'> },
  wanted: readonly { reading: Reading; segments: readonly number[] }[],
  tx: Tx,
): Promise<void> {
  const missing = wanted.flatMap(({ reading, segments }) =>
    segments
      .filter(segment => !reading.parts.has(segment))
      .map(segment => ({ reading, segment, id: blockIdAt(reading.list, segment) })),
  );
  if (missing.length === 0) return;
  const blocks = await documents.readBlocks([...new Set(missing.map(({ id }) => id))], tx);
  for (const { reading, segment, id } of missing) {
    const bytes = blocks.get(id);
    reading.parts.set(segment, bytes ? readColumns(bytes) : EMPTY);
  }
}

function carrierAt(columns: PostingColumns, index: number, others: readonly (readonly Reading[])[]): Carrier | null {
  const at = columns.at[index]!;
  const number = columns.number[index]!;
  const marks = [columns.marks[index]!];
  for (const group of others) {
    let mark: number | undefined;
    // Each of a group is asked, so that none falls behind.
    for (const reading of group) mark = seek(reading, at, number) ?? mark;
    if (mark === undefined) return null;
    marks.push(mark);
  }
  return { at, number, marks };
}

/** The mark of this key in a list; undefined when it is not in it. Keys must come from new to old. */
function seek(reading: Reading, at: number, number: number): number | undefined {
  const { tops, parts } = reading;
  while (reading.segment + 1 < tops.length && compareAt(tops, reading.segment + 1, at, number) <= 0) {
    reading.segment += 1;
    reading.offset = 0;
  }
  const columns = parts.get(reading.segment) ?? EMPTY;
  while (reading.offset < columns.length && compareAt(columns, reading.offset, at, number) < 0) reading.offset += 1;
  if (reading.offset >= columns.length || columns.number[reading.offset] !== number) return undefined;
  return columns.marks[reading.offset]!;
}
