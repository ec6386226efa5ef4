import type { Clock } from '../../platform/clock';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { readAll } from '../../platform/paging';
import type { PublicVersions } from '../../platform/public-version';
import type { Tx } from '../../platform/transaction';
import type { Connection } from 'mongoose';
import { createNoticeList, SUMMARY_FIELDS } from './notice-list';
import { defineNoticeModels, type NoticeCounterRecord, type NoticeRecord } from './notice.model';

const IDS_AT_ONCE = 100;

/** What is counted of a paper (table two of the annual report). */
export type RegulationRow = Pick<
  NoticeRecord,
  | '_id'
  | 'title'
  | 'documentNumber'
  | 'documentClass'
  | 'unitId'
  | 'publishedAt'
  | 'madeOn'
  | 'effectiveOn'
  | 'abolishedOn'
>;

export function createNoticeRepository(given: {
  database: Connection;
  cursors: Cursors;
  versions: Pick<PublicVersions, 'bump'>;
  clock: Pick<Clock, 'now'>;
}) {
  const { database, cursors, versions, clock } = given;
  const { notices, counters, numbers } = defineNoticeModels(database);
  const find = (id: string, tx?: Tx) =>
    notices
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<NoticeRecord>();

  const list = createNoticeList({ rows: notices.collection as never, cursors, clock });

  return {
    find,
    async get(id: string, tx?: Tx): Promise<NoticeRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('notice.not_found');
      return record;
    },
    findBySource: (source: string, externalId: string, tx?: Tx) =>
      notices
        .findOne({ source, externalId })
        .session(tx ?? null)
        .lean<NoticeRecord>(),
    findAll: (ids: readonly string[]) =>
      notices
        .find({ _id: { $in: ids } })
        .select([...SUMMARY_FIELDS, 'takenDownAt'].join(' '))
        .lean<NoticeRecord[]>(),
    /** Without text, with the days it counts from and to. */
    findWithDates: (ids: readonly string[]) =>
      notices
        .find({ _id: { $in: ids } })
        .select([...SUMMARY_FIELDS, 'takenDownAt', 'effectiveOn', 'abolishedOn', 'correction'].join(' '))
        .lean<NoticeRecord[]>(),
    insert: async (records: readonly NoticeRecord[], tx: Tx): Promise<void> => {
      await versions.bump('notices', tx, { upcoming: records.map(record => record.publishedAt) });
      await notices.insertMany(records, { session: tx });
    },
    /** Writes a record back that was read in this transaction. */
    replace: async (record: NoticeRecord, tx: Tx): Promise<void> => {
      await versions.bump('notices', tx, { upcoming: [record.publishedAt] });
      await notices.replaceOne({ _id: record._id }, { ...record, revision: record.revision + 1 }, { session: tx });
    },
    /** Next index number of a year, without gaps. */
    nextNumber: async (year: string, tx: Tx): Promise<number> => {
      const series = await numbers
        .findOneAndUpdate({ _id: year }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after', session: tx })
        .lean();
      return series!.last;
    },
    hasToAnnounce: async (now: Date): Promise<boolean> =>
      (await notices.exists({ isAnnounced: false, publishedAt: { $lte: now } })) !== null,
    listToAnnounce: (now: Date) =>
      notices
        .find({ isAnnounced: false, publishedAt: { $lte: now } })
        .sort({ publishedAt: 1 })
        .limit(500)
        .select('_id')
        .lean<Pick<NoticeRecord, '_id'>[]>(),
    /** Public, and the day on which they go has begun. */
    listToTakeDown: (today: string, limit: number) =>
      notices
        .find({ takenDownAt: null, takeDownOn: { $lte: today } })
        .sort({ takeDownOn: 1 })
        .limit(limit)
        .select('_id')
        .lean<Pick<NoticeRecord, '_id'>[]>(),
    /** True for the first one who marks it. */
    markAnnounced: async (id: string, now: Date, tx: Tx): Promise<boolean> => {
      const result = await notices.updateOne(
        { _id: id, isAnnounced: false },
        { $set: { isAnnounced: true, updatedAt: now } },
        { session: tx },
      );
      return result.modifiedCount === 1;
    },
    list,
    /** Notices that name this one as related: the other direction of the link. */
    listRelating: (id: string) =>
      notices
        .find({ 'related.id': id })
        .limit(50)
        .select('title kind related takenDownAt publishedAt')
        .lean<NoticeRecord[]>(),
    findWhole: (ids: readonly string[]) => notices.find({ _id: { $in: ids } }).lean<NoticeRecord[]>(),
    listIdsAfter: async (afterId: string, limit: number): Promise<string[]> => {
      const found = await notices
        .find({ _id: { $gt: afterId } })
        .sort({ _id: 1 })
        .limit(limit)
        .select('_id')
        .lean<Pick<NoticeRecord, '_id'>[]>();
      return found.map(({ _id }) => _id);
    },
    /** How many public notices carry each facet. */
    async countByFacet(facets: readonly string[], now: Date): Promise<Map<string, number>> {
      const counts = await Promise.all(
        facets.map(facet => notices.countDocuments({ facets: facet, publishedAt: { $lte: now } })),
      );
      return new Map(facets.map((facet, index) => [facet, counts[index] ?? 0]));
    },
    /** The last public one with this facet. */
    newestWith: (facet: string, now: Date) =>
      notices
        .findOne({ facets: facet, publishedAt: { $lte: now } })
        .sort({ publishedAt: -1, _id: -1 })
        .select('title publishedAt')
        .lean<Pick<NoticeRecord, '_id' | 'title' | 'publishedAt'>>(),
    /** Public notices with this facet, newest first. */
    listWith: (facet: string, since: Date, until: Date) =>
      readAll<Pick<NoticeRecord, '_id' | 'title' | 'publishedAt'>>({
        model: notices as never,
        filter: { facets: facet, $and: [{ publishedAt: { $gte: since, $lte: until } }] },
        sort: { publishedAt: -1, _id: -1 },
        select: ['title', 'publishedAt'],
      }),
    /** Public papers with what is counted of them, the newest first. */
    listRegulations: (until: Date) =>
      readAll<RegulationRow>({
        model: notices as never,
        filter: { facets: 'kind:regulation', $and: [{ publishedAt: { $lte: until } }] },
        sort: { publishedAt: -1, _id: -1 },
        select: [
          ...['title', 'documentNumber', 'documentClass', 'unitId', 'publishedAt'],
          ...['madeOn', 'effectiveOn', 'abolishedOn'],
        ],
      }),
    /** How many public notices with this facet came out in that time. */
    countBetween: (facet: string, since: Date, until: Date) =>
      notices.countDocuments({ facets: facet, publishedAt: { $gte: since, $lt: until } }),
    /** Public notices of any of these entries, in no order. */
    listOfEntries: (entryIds: readonly string[], since: Date, until: Date) =>
      notices
        .find({ facets: { $in: entryIds.map(id => `ent:${id}`) }, publishedAt: { $gte: since, $lte: until } })
        .select('title publishedAt entryIds')
        .lean<Pick<NoticeRecord, '_id' | 'title' | 'publishedAt' | 'entryIds'>[]>(),

    /** Public notices of an entry, the newest first, some at a time. */
    async *idsOfEntry(entryId: string, until: Date): AsyncIterable<string[]> {
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await list(
          { facets: [`ent:${entryId}`], anyOf: [], until },
          { limit: IDS_AT_ONCE, ...(cursor && { cursor }) },
        );
        yield page.items.map(({ _id }) => _id);
        cursor = page.nextCursor;
      }
    },

    counter: async (id: string): Promise<NoticeCounterRecord> =>
      (await counters.findOne({ _id: id }).lean<NoticeCounterRecord>()) ?? { _id: id, reads: 0, useful: 0 },
    increaseUseful: async (id: string, tx: Tx): Promise<void> => {
      await counters.updateOne({ _id: id }, { $inc: { useful: 1 } }, { upsert: true, session: tx });
    },
    /** Counts readings of a notice, for it and for each of its domains; who read is in none of them. */
    addReads: async ({ _id, facets }: Pick<NoticeRecord, '_id' | 'facets'>, count: number): Promise<void> => {
      const counted = [_id, ...facets.filter(facet => facet.startsWith('dom:'))];
      await Promise.all(
        counted.map(id => counters.updateOne({ _id: id }, { $inc: { reads: count } }, { upsert: true })),
      );
    },
    /** How often the notices of each facet were read; a facet that was not may be missing. */
    readsByFacet: async (facets: readonly string[]): Promise<Map<string, number>> => {
      const found = await counters.find({ _id: { $in: facets } }).lean<NoticeCounterRecord[]>();
      return new Map(found.map(({ _id, reads }) => [_id, reads]));
    },
  };
}
export type NoticeRepository = ReturnType<typeof createNoticeRepository>;
