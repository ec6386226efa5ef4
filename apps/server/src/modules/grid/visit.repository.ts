import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../platform/crypto';
import type { Cursors } from '../../platform/cursor';
import { oneOf, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import {
  createVisitModels,
  ON_BEHALF,
  type CoverageRecord,
  type OnBehalfRecord,
  type ReachChannel,
  type ReachedRecord,
  type VisitRecord,
} from './visit.model';

const SIGNATURE = { collection: ON_BEHALF, field: 'signature' };
/** For the change of keys. */
export const SEALED_ON_BEHALF = [{ ...SIGNATURE, path: SIGNATURE.field }];

export interface WorkerFigures {
  staffId: string;
  visits: number;
  doors: number;
  notHome: number;
}

/** Reads and writes visits, what was written down for others, and who was reached by what; seals and opens signatures. */
export function createVisitRepository(deps: { database: Connection; cursors: Cursors; fields: FieldCipher }) {
  const { database, cursors, fields } = deps;
  const { visits, onBehalf, reached, coverage } = createVisitModels(database);
  const within = (areaId: string, { from, to }: { from: string; to: string }) => ({
    lineage: areaId,
    on: { $gte: from, $lte: to },
  });
  return {
    findAll: (ids: readonly string[], tx: Tx) =>
      visits
        .find({ _id: { $in: ids } })
        .session(tx)
        .lean<VisitRecord[]>(),
    /** In the order of their ids, which phones draw at random: a database that keeps the order of writing would keep the walk. */
    insertAll: async (records: readonly VisitRecord[], tx: Tx): Promise<void> => {
      const byId = [...records].sort((one, other) => (one._id < other._id ? -1 : 1));
      if (byId.length > 0) await visits.insertMany(byId, { session: tx });
    },
    findOnBehalf: (id: string, tx?: Tx) =>
      onBehalf
        .findById(id)
        .session(tx ?? null)
        .lean<OnBehalfRecord>(),
    /** What somebody took down since then, the newest first. */
    listOnBehalfOf: (staffId: string, since: Date, query: PageQuery): Promise<Page<OnBehalfRecord>> =>
      readPage<OnBehalfRecord>({
        ...{ cursors, model: onBehalf, list: 'grid.asked', query },
        filter: { staffId, dayStart: { $gte: since } },
        sort: { dayStart: -1, _id: -1 },
      }),
    /** Of which nobody has told the answer since then, by whose it is to tell it, the oldest first. */
    listUntold: (keys: readonly string[], since: Date, query: PageQuery): Promise<Page<OnBehalfRecord>> =>
      readPage<OnBehalfRecord>({
        ...{ cursors, model: onBehalf, list: 'grid.toTell', query },
        filter: { tellKeys: oneOf(keys), dayStart: { $gte: since } },
        sort: { dayStart: 1, _id: 1 },
      }),
    sealSignature: (id: string, strokes: number[][]): string =>
      fields.encrypt(JSON.stringify(strokes), { ...SIGNATURE, id }),
    openSignature: ({ _id: id, signature }: OnBehalfRecord): number[][] =>
      signature ? (JSON.parse(fields.decrypt(signature, { ...SIGNATURE, id })) as number[][]) : [],
    putOnBehalf: async (record: OnBehalfRecord, tx: Tx): Promise<void> => {
      await onBehalf.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    /** Counts doors as reached by items: each way once, each door once. */
    async reachAll(reaches: readonly Reach[], tx: Tx): Promise<void> {
      if (reaches.length === 0) return;
      const keyOf = ({ item, doorId }: Reach) => `${item}|${doorId}`;
      const ids = [...new Set(reaches.map(keyOf))];
      const known = await reached
        .find({ _id: { $in: ids } })
        .session(tx)
        .lean<ReachedRecord[]>();
      const channels = new Map(known.map(record => [record._id, new Set(record.channels)]));
      const sums = new Map<string, Reach & { doors: number; by: Partial<Record<ReachChannel, number>> }>();
      const fresh: Reach[] = [];
      for (const reach of reaches) {
        const before = channels.get(keyOf(reach)) ?? new Set<ReachChannel>();
        if (before.has(reach.channel)) continue;
        const row = `${reach.item}|${reach.buildingId}`;
        const sum = sums.get(row) ?? { ...reach, doors: 0, by: {} };
        sum.doors += before.size === 0 ? 1 : 0;
        sum.by[reach.channel] = (sum.by[reach.channel] ?? 0) + 1;
        sums.set(row, sum);
        channels.set(keyOf(reach), before.add(reach.channel));
        fresh.push(reach);
      }
      if (fresh.length === 0) return;
      await reached.bulkWrite(
        fresh.map(reach => ({
          updateOne: {
            filter: { _id: keyOf(reach) },
            update: { $addToSet: { channels: reach.channel }, $setOnInsert: { dayStart: reach.dayStart } },
            upsert: true,
          },
        })),
        { session: tx },
      );
      await coverage.bulkWrite(
        [...sums].map(([_id, { item, buildingId, lineage, doors, by }]) => ({
          updateOne: {
            filter: { _id },
            update: {
              $setOnInsert: { item, buildingId, lineage },
              $inc: {
                reached: doors,
                ...Object.fromEntries(Object.entries(by).map(([channel, count]) => [`channels.${channel}`, count])),
              },
            },
            upsert: true,
          },
        })),
        { session: tx },
      );
    },
    /** What an item reached in an area, a row a building. */
    listCoverage: (item: string, areaId: string): Promise<CoverageRecord[]> =>
      readAll<CoverageRecord>({ model: coverage, filter: { item, lineage: areaId }, sort: { _id: 1 } }),
    countWorkers: (areaId: string, days: { from: string; to: string }): Promise<WorkerFigures[]> =>
      visits.aggregate<WorkerFigures>([
        { $match: within(areaId, days) },
        {
          $group: {
            _id: { staffId: '$staffId', doorId: '$doorId' },
            visits: { $sum: 1 },
            notHome: { $sum: { $cond: [{ $eq: ['$reaction', 'not_home'] }, 1, 0] } },
          },
        },
        {
          $group: {
            _id: '$_id.staffId',
            visits: { $sum: '$visits' },
            doors: { $sum: 1 },
            notHome: { $sum: '$notHome' },
          },
        },
        { $project: { _id: 0, staffId: '$_id', visits: 1, doors: 1, notHome: 1 } },
        { $sort: { visits: -1, staffId: 1 } },
      ]),
    /** What was taken down, by what it is of: doors (each record without one for itself) and times. */
    countAbout: (areaId: string, days: { from: string; to: string }): Promise<TopicFigures[]> =>
      onBehalf.aggregate<TopicFigures>([
        { $match: within(areaId, days) },
        { $group: { _id: { about: '$about', door: { $ifNull: ['$doorId', '$_id'] } }, times: { $sum: 1 } } },
        { $group: { _id: '$_id.about', doors: { $sum: 1 }, times: { $sum: '$times' } } },
        { $project: { _id: 0, about: '$_id', doors: 1, times: 1 } },
      ]),
    /** What people said to what was brought (`null`: nothing was), by item and reaction. */
    countReactions: (
      areaId: string,
      days: { from: string; to: string },
      reactions: readonly VisitRecord['reaction'][],
    ): Promise<(TopicFigures & { reaction: VisitRecord['reaction'] })[]> =>
      visits.aggregate<TopicFigures & { reaction: VisitRecord['reaction'] }>([
        { $match: { ...within(areaId, days), reaction: { $in: [...reactions] } } },
        { $unwind: { path: '$items', preserveNullAndEmptyArrays: true } },
        { $group: { _id: { about: '$items', reaction: '$reaction', door: '$doorId' }, times: { $sum: 1 } } },
        {
          $group: {
            _id: { about: '$_id.about', reaction: '$_id.reaction' },
            doors: { $sum: 1 },
            times: { $sum: '$times' },
          },
        },
        { $project: { _id: 0, about: '$_id.about', reaction: '$_id.reaction', doors: 1, times: 1 } },
      ]),
    /** Of what was taken down, how often an answer was told, and how often nobody was there in the end. */
    async countTold(areaId: string, days: { from: string; to: string }): Promise<{ told: number; notReached: number }> {
      const over = await readAll<OnBehalfRecord>({
        ...{ model: onBehalf, sort: { on: 1, _id: 1 }, select: ['on', 'tells'] },
        filter: { ...within(areaId, days), tellKeys: { $size: 0 } },
      });
      const told = over.filter(({ tells }) => tells.some(({ how }) => how !== 'not_reached')).length;
      return { told, notReached: over.length - told };
    },
    countOnBehalf: (areaId: string, days: { from: string; to: string }): Promise<{ _id: string; count: number }[]> =>
      onBehalf.aggregate<{ _id: string; count: number }>([
        { $match: within(areaId, days) },
        { $group: { _id: '$staffId', count: { $sum: 1 } } },
      ]),
  };
}
export interface TopicFigures {
  about?: string | null;
  doors: number;
  times: number;
}
export interface Reach {
  item: string;
  doorId: string;
  buildingId: string;
  lineage: string[];
  channel: ReachChannel;
  dayStart: Date;
}
export { ON_BEHALF } from './visit.model';
export type { OnBehalfRecord } from './visit.model';
export type VisitRepository = ReturnType<typeof createVisitRepository>;
