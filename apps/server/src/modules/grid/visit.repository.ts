import type { Connection } from 'mongoose';
import { readAll } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import {
  createVisitModels,
  type CoverageRecord,
  type OnBehalfRecord,
  type ReachChannel,
  type ReachedRecord,
  type VisitRecord,
} from './visit.model';

export interface WorkerFigures {
  staffId: string;
  visits: number;
  doors: number;
  notHome: number;
}

/** Reads and writes visits, what was written down for others, and who was reached by what. */
export function createVisitRepository({ database }: { database: Connection }) {
  const { visits, onBehalf, reached, coverage } = createVisitModels(database);
  const within = (areaId: string, { from, to }: { from: string; to: string }) => ({
    lineage: areaId,
    on: { $gte: from, $lte: to },
  });
  return {
    find: (id: string, tx: Tx) => visits.findById(id).session(tx).lean<VisitRecord>(),
    insert: async (record: VisitRecord, tx: Tx): Promise<void> => {
      await visits.insertMany([record], { session: tx });
    },
    findOnBehalf: (id: string) => onBehalf.findById(id).lean<OnBehalfRecord>(),
    putOnBehalf: async (record: OnBehalfRecord, tx: Tx): Promise<void> => {
      await onBehalf.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    /** Counts a door as reached by an item; each way once, the door once. */
    async reach({ item, doorId, buildingId, lineage, channel, dayStart }: Reach, tx: Tx): Promise<void> {
      const _id = `${item}|${doorId}`;
      const before = await reached
        .findOneAndUpdate(
          { _id },
          { $addToSet: { channels: channel }, $setOnInsert: { dayStart } },
          { upsert: true, returnDocument: 'before', session: tx },
        )
        .lean<ReachedRecord>();
      if (before?.channels.includes(channel)) return;
      await coverage.updateOne(
        { _id: `${item}|${buildingId}` },
        {
          $setOnInsert: { item, buildingId, lineage },
          $inc: { reached: before ? 0 : 1, [`channels.${channel}`]: 1 },
        },
        { upsert: true, session: tx },
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
    countOnBehalf: (areaId: string, days: { from: string; to: string }): Promise<{ _id: string; count: number }[]> =>
      onBehalf.aggregate<{ _id: string; count: number }>([
        { $match: within(areaId, days) },
        { $group: { _id: '$staffId', count: { $sum: 1 } } },
      ]),
  };
}
interface Reach {
  item: string;
  doorId: string;
  buildingId: string;
  lineage: string[];
  channel: ReachChannel;
  dayStart: Date;
}
export type VisitRepository = ReturnType<typeof createVisitRepository>;
