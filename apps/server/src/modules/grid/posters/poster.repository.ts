import { Schema, type Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { oneOf, readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';

export const POSTERS = 'gridPosters';

/** A poster that was put up, by its day: the hour would be a step of the worker's track. */
export interface PosterRecord {
  _id: string;
  contentHash: string;
  staffId: string;
  /** `notice:<id>`, `consultation:<id>`. */
  item: string;
  areaId: string;
  lineage: string[];
  buildingId: string | null;
  place: string;
  on: string;
  takeDownOn: string;
  /** Null while it hangs. */
  downOn: string | null;
  /** The record that said so. */
  downId: string | null;
  /** `<item>|<area>` for the area and each it lies in: what hangs of something anywhere. */
  keys: string[];
  photoIds: string[];
  isLate: boolean;
  /** The same day as an instant, for config/retention.json. */
  dayStart: Date;
}

/** Some things in some places between two days. */
export interface Hangings {
  items: readonly string[];
  areaIds: readonly string[];
  from: string;
  to: string;
}
/** Posters of one board or building, as coverage counts them. */
export interface HangingCount {
  lineage: string[];
  buildingId: string | null;
  count: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };

function definePoster(database: Connection) {
  const poster = new Schema<PosterRecord>(
    {
      ...{ _id: String, contentHash: text, staffId: text, item: text, areaId: text, lineage: [String] },
      ...{ buildingId: nullable, place: text, on: text, takeDownOn: text, downOn: nullable, downId: nullable },
      ...{ keys: [String], photoIds: [String], isLate: { type: Boolean, required: true } },
      dayStart: { type: Date, required: true },
    },
    { versionKey: false, collection: POSTERS },
  );
  poster.index({ keys: 1, on: -1, _id: -1 });
  poster.index({ lineage: 1, downOn: 1, takeDownOn: 1, _id: 1 });
  poster.index({ dayStart: 1 });
  return database.model<PosterRecord>('GridPoster', poster);
}

export const hangingKeys = (items: readonly string[], areaIds: readonly string[]): string[] =>
  items.flatMap(item => areaIds.map(areaId => `${item}|${areaId}`));

/** Reads and writes posters that were put up. */
export function createPosterRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const model = definePoster(database);
  const matching = ({ items, areaIds, from, to }: Hangings) => ({
    keys: oneOf(hangingKeys(items, areaIds)),
    on: { $gte: from, $lte: to },
  });
  return {
    find: (id: string) => model.findById(id).lean<PosterRecord>(),
    insert: async (record: PosterRecord, tx: Tx): Promise<void> => {
      await model.insertMany([record], { session: tx });
    },
    takeDown: async (id: string, { downId, downOn }: { downId: string; downOn: string }, tx: Tx): Promise<void> => {
      await model.updateOne({ _id: id, downOn: null }, { $set: { downOn, downId } }, { session: tx });
    },
    addPhoto: async (id: string, photoId: string, tx: Tx): Promise<void> => {
      await model.updateOne({ _id: id }, { $addToSet: { photoIds: photoId } }, { session: tx });
    },
    /** What hangs in these areas: some dozens. */
    listHanging: (areaIds: readonly string[]): Promise<PosterRecord[]> =>
      readAll<PosterRecord>({
        model,
        filter: { lineage: oneOf(areaIds), downOn: null },
        sort: { takeDownOn: 1, _id: 1 },
      }),
    list: (wanted: Hangings, query: PageQuery): Promise<Page<PosterRecord>> =>
      readPage<PosterRecord>({
        ...{ cursors, model, query, list: 'grid.posters', sort: { on: -1, _id: -1 } },
        filter: matching(wanted),
      }),
    count: (wanted: Hangings): Promise<HangingCount[]> =>
      model.aggregate<HangingCount>([
        { $match: matching(wanted) },
        { $group: { _id: { lineage: '$lineage', buildingId: '$buildingId' }, count: { $sum: 1 } } },
        { $project: { _id: 0, lineage: '$_id.lineage', buildingId: '$_id.buildingId', count: 1 } },
      ]),
  };
}
export type PosterRepository = ReturnType<typeof createPosterRepository>;
