import type { VisitReaction } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';

/** A building in a grid (网格). */
export interface BuildingRecord {
  _id: string;
  areaId: string;
  /** Areas it lies in, from the district down to its grid. */
  lineage: string[];
  /** 小区 or 院; the empty string for one that stands alone. */
  compound: string;
  name: string;
  position: number;
  /** Order of the walk: grid, position. */
  walkKey: string;
  /** How many doors are open, kept with them. */
  doors: number;
  isClosed: boolean;
  closedOn: string | null;
}

/** A door. Nobody who lives behind it stands anywhere, nor why it is visited. */
export interface DoorRecord {
  _id: string;
  buildingId: string;
  areaId: string;
  lineage: string[];
  /** 单元; the empty string where there is none. */
  unit: string;
  floor: number | null;
  number: string;
  /** Order in its building: unit, floor, number. */
  walkKey: string;
  visitEveryDays: number | null;
  /** The day it came into the list, from which regular visits are counted. */
  since: string;
  isClosed: boolean;
  closedOn: string | null;
  /** A day, never an hour: where a worker was when is kept nowhere. */
  last: { on: string; reaction: VisitReaction; followUpOn: string | null } | null;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const nullable = { type: String, default: null };

export function createDoorModels(database: Connection) {
  const building = new Schema<BuildingRecord>(
    {
      ...{ _id: String, areaId: text, lineage: [String], compound: { type: String, default: '' }, name: text },
      ...{ position: number, walkKey: text, doors: number, isClosed: flag, closedOn: nullable },
    },
    { versionKey: false, collection: 'gridBuildings' },
  );
  building.index({ areaId: 1, compound: 1, name: 1 }, { unique: true });
  building.index({ lineage: 1, walkKey: 1, _id: 1 });
  building.index({ lineage: 1, isClosed: 1, walkKey: 1, _id: 1 });
  const door = new Schema<DoorRecord>(
    {
      ...{ _id: String, buildingId: text, areaId: text, lineage: [String], unit: { type: String, default: '' } },
      ...{ floor: { type: Number, default: null }, number: text, walkKey: text, since: text },
      ...{ visitEveryDays: { type: Number, default: null }, isClosed: flag, closedOn: nullable },
      last: { type: Schema.Types.Mixed, default: null },
    },
    { versionKey: false, collection: 'gridDoors', minimize: false },
  );
  door.index({ buildingId: 1, unit: 1, number: 1 }, { unique: true });
  door.index({ buildingId: 1, walkKey: 1, _id: 1 });
  door.index({ lineage: 1, isClosed: 1, buildingId: 1, walkKey: 1, _id: 1 });
  door.index({ areaId: 1, isClosed: 1, walkKey: 1, _id: 1 });
  door.index({ lineage: 1, 'last.reaction': 1, isClosed: 1 });
  return {
    buildings: database.model<BuildingRecord>('GridBuilding', building),
    doors: database.model<DoorRecord>('GridDoor', door),
  };
}
