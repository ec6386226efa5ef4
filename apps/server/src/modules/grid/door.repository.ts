import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { oneOf, readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createDoorModels, type BuildingRecord, type DoorRecord } from './door.model';

export const BUILDINGS = 'gridBuildings';
export const DOORS = 'gridDoors';
const byWalk = { walkKey: 1, _id: 1 } as const;
type State = 'current' | 'closed' | undefined;
const standing = (state: State) => (state === undefined ? {} : { isClosed: state === 'closed' });

/** A building as one asks the way to it. */
export const placeNameOf = ({ compound, name }: Pick<BuildingRecord, 'compound' | 'name'>): string =>
  compound ? `${compound} ${name}` : name;

/** Reads and writes buildings and doors. */
export function createDoorRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { buildings, doors } = createDoorModels(database);
  const findBuilding = (id: string, tx?: Tx) =>
    buildings
      .findById(id)
      .session(tx ?? null)
      .lean<BuildingRecord>();
  return {
    findBuilding,
    async getBuilding(id: string, tx?: Tx): Promise<BuildingRecord> {
      const building = await findBuilding(id, tx);
      if (!building) throw new AppError('building.not_found');
      return building;
    },
    findDoor: (id: string, tx?: Tx) =>
      doors
        .findById(id)
        .session(tx ?? null)
        .lean<DoorRecord>(),
    putBuilding: async (record: BuildingRecord, tx: Tx): Promise<void> => {
      await buildings.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    putDoor: async (record: DoorRecord, tx: Tx): Promise<void> => {
      await doors.replaceOne({ _id: record._id }, record, { upsert: true, session: tx });
    },
    insertAll: async (given: { buildings: BuildingRecord[]; doors: DoorRecord[] }, tx: Tx): Promise<void> => {
      if (given.buildings.length > 0) await buildings.insertMany(given.buildings, { session: tx });
      if (given.doors.length > 0) await doors.insertMany(given.doors, { session: tx });
    },
    /** `by` more doors in a building. */
    countDoors: async (buildingId: string, by: number, tx: Tx): Promise<void> => {
      await buildings.updateOne({ _id: buildingId }, { $inc: { doors: by } }, { session: tx });
    },
    findDoors: (ids: readonly string[], tx: Tx): Promise<DoorRecord[]> =>
      doors
        .find({ _id: { $in: ids } })
        .session(tx)
        .lean<DoorRecord[]>(),
    setLasts: async (lasts: ReadonlyMap<string, DoorRecord['last']>, tx: Tx): Promise<void> => {
      if (lasts.size === 0) return;
      await doors.bulkWrite(
        [...lasts].map(([_id, last]) => ({ updateOne: { filter: { _id }, update: { $set: { last } } } })),
        { session: tx },
      );
    },
    closeDoors: async (buildingId: string, closedOn: string, tx: Tx): Promise<void> => {
      await doors.updateMany({ buildingId, isClosed: false }, { $set: { isClosed: true, closedOn } }, { session: tx });
    },
    listBuildings: (
      { areaIds, state }: { areaIds: readonly string[]; state: State },
      query: PageQuery,
    ): Promise<Page<BuildingRecord>> =>
      readPage<BuildingRecord>({
        ...{ cursors, model: buildings, query, list: `grid.buildings:${state ?? ''}`, sort: byWalk },
        filter: { lineage: oneOf(areaIds), ...standing(state) },
      }),
    /** Every open building of an area: a district has some thousands. */
    listAllBuildings: (areaId: string): Promise<BuildingRecord[]> =>
      readAll<BuildingRecord>({ model: buildings, filter: { lineage: areaId, isClosed: false }, sort: byWalk }),
    listDoors: (buildingId: string, query: PageQuery): Promise<Page<DoorRecord>> =>
      readPage<DoorRecord>({
        ...{ cursors, model: doors, query, list: 'grid.doors', sort: byWalk },
        filter: { buildingId },
      }),
    /** Open doors of an area, building by building. */
    listDoorsIn: (areaId: string, query: PageQuery): Promise<Page<DoorRecord>> =>
      readPage<DoorRecord>({
        ...{ cursors, model: doors, query, list: 'grid.doorsIn', sort: { buildingId: 1, ...byWalk } },
        filter: { lineage: areaId, isClosed: false },
      }),
    findBuildings: async (ids: readonly string[]): Promise<Map<string, BuildingRecord>> => {
      const found = await buildings.find({ _id: { $in: ids } }).lean<BuildingRecord[]>();
      return new Map(found.map(building => [building._id, building]));
    },
    /** Every door of a building, closed ones too. */
    listAllDoors: (buildingId: string): Promise<DoorRecord[]> =>
      readAll<DoorRecord>({ model: doors, filter: { buildingId }, sort: byWalk }),
    /** Every open door of a grid: some hundreds. */
    listDoorsOf: (areaId: string): Promise<DoorRecord[]> =>
      readAll<DoorRecord>({ model: doors, filter: { areaId, isClosed: false }, sort: byWalk }),
    /** Open doors where nobody was at home the last time. */
    countNotHome: (areaId: string): Promise<number> =>
      doors.countDocuments({ lineage: areaId, 'last.reaction': 'not_home', isClosed: false }),
  };
}
export type DoorRepository = ReturnType<typeof createDoorRepository>;
export type { BuildingRecord, DoorRecord } from './door.model';
