import type { mongo } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { Cursors } from '../../platform/cursor';
import type { Page, PageQuery } from '../../platform/paging';
import type { NoticeRecord } from './notice.model';

export interface NoticeListQuery {
  /** All of these. */
  facets: readonly string[];
  /** And one of these, when there are any: an area and those it lies in. */
  anyOf: readonly string[];
  /** Published at or after, and at or before; `until` is never later than now. */
  since?: Date | undefined;
  until: Date;
}

/** Rows that one page looks at, at most: a filter that few notices fit ends early and says where it goes on. */
const MOST_EXAMINED = 1_900;
/** What is more common than this is not counted on: it is common. */
const MOST_SIZED = 5_000;
/** How common a facet is changes slowly, and decides only how much is read. */
const SIZE_LASTS_MS = 10 * 60_000;
const MOST_KEPT = 2_000;

/** What a list shows of a notice: no text, no files. */
export const SUMMARY_FIELDS = [
  'title',
  'kind',
  'unitId',
  'columnIds',
  'documentNumber',
  'documentClass',
  'indexNumber',
  'stage',
  'publishedAt',
  'keyPoints',
  'posting',
  'limited',
  'areaIds',
];
const SUMMARY = Object.fromEntries(SUMMARY_FIELDS.map(field => [field, 1]));
const PLACE = { publishedAt: 1 } as const;
const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const;

type Place = Pick<NoticeRecord, 'publishedAt' | '_id'>;
const byNewest = (a: Place, b: Place): number =>
  b.publishedAt.getTime() - a.publishedAt.getTime() || (a._id < b._id ? 1 : a._id === b._id ? 0 : -1);

interface Sized {
  first: string;
  others: readonly string[];
  /** How many notices have the first. */
  size: number;
}
interface From {
  limit: number;
  after: Place | undefined;
  /** Rows that may be looked at. */
  budget: number;
}
interface Scan {
  items: NoticeRecord[];
  /** The last row that was looked at, when the rows ran out before the page was full. */
  stoppedAt: Place | null;
}

function rowsFrom(facet: string, { since, until }: NoticeListQuery, place: Place | undefined) {
  const latest = place && place.publishedAt < until ? place.publishedAt : until;
  return {
    facets: facet,
    publishedAt: { $lte: latest, ...(since && { $gte: since }) },
    // The range bounds the index scan; the branches only drop what ties with the place.
    ...(place && {
      $or: [{ publishedAt: { $lt: place.publishedAt } }, { publishedAt: place.publishedAt, _id: { $lt: place._id } }],
    }),
  };
}

/** Pages of public notices that carry all of some facets, newest first. */
export function createNoticeList(given: {
  rows: Pick<mongo.Collection<NoticeRecord>, 'find' | 'countDocuments'>;
  cursors: Cursors;
  clock: Pick<Clock, 'now'>;
}) {
  const { rows, cursors, clock } = given;
  const sizes = new Map<string, { count: number; at: number }>();

  async function sizeOf(facet: string): Promise<number> {
    const now = clock.now().getTime();
    const known = sizes.get(facet);
    if (known && now - known.at < SIZE_LASTS_MS) return known.count;
    if (sizes.size >= MOST_KEPT) sizes.clear();
    const count = await rows.countDocuments({ facets: facet }, { limit: MOST_SIZED });
    sizes.set(facet, { count, at: now });
    return count;
  }

  /** The rarest facet bounds the scan, the others only drop rows; those that are equal stay as they were given. */
  async function rarestFirst(facets: readonly string[]): Promise<Sized> {
    if (facets.length < 2) return { first: facets[0] ?? 'all', others: [], size: 0 };
    const sized = await Promise.all(facets.map(async facet => ({ facet, size: await sizeOf(facet) })));
    const [rarest, ...others] = sized.sort((a, b) => a.size - b.size);
    return { first: rarest!.facet, others: others.map(({ facet }) => facet), size: rarest!.size };
  }

  /** Where a scan of so many rows ends: the index knows, without looking at one. */
  async function endOf(facet: string, { since, until }: NoticeListQuery, { after, budget }: From) {
    // Older than the place: whatever ties with it, a page goes on.
    const publishedAt = { ...(after ? { $lt: after.publishedAt } : { $lte: until }), ...(since && { $gte: since }) };
    const [end] = await rows
      .find({ facets: facet, publishedAt }, { sort: NEWEST_FIRST, skip: budget - 1, limit: 1, projection: PLACE })
      .toArray();
    return end;
  }

  /** Looks at so many rows and no more; the database drops what does not fit. */
  async function scan({ first, others, size }: Sized, wanted: NoticeListQuery, from: From): Promise<Scan> {
    const { limit, after, budget } = from;
    const end = size > budget ? await endOf(first, wanted, from) : undefined;
    const filter = {
      ...rowsFrom(first, end ? { ...wanted, since: end.publishedAt } : wanted, after),
      ...(others.length > 0 && { $and: others.map(facet => ({ facets: facet })) }),
    };
    const found = rows.find(filter as never, { sort: NEWEST_FIRST, limit: limit + 1, projection: SUMMARY });
    const items = (await found.toArray()) as NoticeRecord[];
    return { items, stoppedAt: (items.length <= limit && end) || null };
  }

  /**
   * For an area and those it lies in the lists are read side by side and merged: each comes from the index in order, which a single
   * query with $in would not. A page may come short, or empty, and still go on.
   */
  return async function list(wanted: NoticeListQuery, query: PageQuery): Promise<Page<NoticeRecord>> {
    const { limit, cursor } = query;
    const [at, id] = cursor === undefined ? [] : cursors.decode('notices', cursor);
    const after = at instanceof Date ? { publishedAt: at, _id: String(id) } : undefined;
    const lists = wanted.anyOf.length === 0 ? [wanted.facets] : wanted.anyOf.map(facet => [...wanted.facets, facet]);
    const budget = Math.floor(MOST_EXAMINED / lists.length);
    const scans = await Promise.all(
      lists.map(async facets => {
        const sized = await rarestFirst(facets);
        return scan(sized, wanted, { limit, after, budget });
      }),
    );
    // Below where one of them stopped it is not known what it has.
    const [horizon] = scans.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort(byNewest);
    const merged = new Map(scans.flatMap(({ items }) => items).map(record => [record._id, record]));
    const known = [...merged.values()].sort(byNewest).filter(item => !horizon || byNewest(item, horizon) <= 0);
    const items = known.slice(0, limit);
    const next = known.length > limit ? items.at(-1) : horizon;
    return { items, nextCursor: next ? cursors.encode('notices', [next.publishedAt, next._id]) : null };
  };
}
