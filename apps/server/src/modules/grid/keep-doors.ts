import type { Building, Door, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { PageQuery } from '../../platform/paging';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import { BUILDINGS, DOORS, type BuildingRecord, type DoorRecord } from './door.repository';
import { liesIn, areasOf, ownArea, SENDERS } from './grid.policy';

const padded = (value: number) => String(value).padStart(5, '0');

/** Order of a walk: grids in the order of their ids, in each the order its people gave. */
export const buildingKey = (areaId: string, position: number): string => `${areaId}|${padded(position)}`;
/** Unit, floor, number; below the ground comes before it. */
export const doorKey = ({ unit, floor, number }: Pick<DoorRecord, 'unit' | 'floor' | 'number'>): string =>
  `${unit}|${padded((floor ?? 0) + 100)}|${number.padStart(12, '0')}`;

export const presentBuilding = (record: BuildingRecord, areaName: string): Building => ({
  id: record._id,
  area: { id: record.areaId, name: areaName },
  compound: record.compound || null,
  name: record.name,
  position: record.position,
  doors: record.doors,
  closedOn: record.closedOn,
});
export const presentDoor = ({ _id, unit, floor, number, visitEveryDays, closedOn }: DoorRecord): Door => ({
  ...{ id: _id, unit: unit || null, floor, number, visitEveryDays, closedOn },
});

/** Doors of an area one keeps, each with where it is. */
export async function listDoorsIn(
  deps: GridDeps,
  actor: OfficeActor,
  { areaId, query }: { areaId: string; query: PageQuery },
): Promise<RouteAnswer<'staff.grid.doors.listIn'>> {
  const { _id } = await ownArea(deps, actor, { areaId, roles: SENDERS });
  const { items, nextCursor } = await deps.doors.listDoorsIn(_id, query);
  const [buildings, grids] = await Promise.all([
    deps.doors.findBuildings([...new Set(items.map(({ buildingId }) => buildingId))]),
    deps.organization.findAreas([...new Set(items.map(door => door.areaId))]),
  ]);
  const rows = items.map(door => {
    const { compound = '', name = '' } = buildings.get(door.buildingId) ?? {};
    const grid = { id: door.areaId, name: grids.get(door.areaId)?.name ?? '' };
    return { ...presentDoor(door), grid, compound: compound || null, building: name };
  });
  return { items: rows, nextCursor };
}

/** A building this actor keeps. */
export async function getOwnBuilding(deps: GridDeps, actor: OfficeActor, id: string): Promise<BuildingRecord> {
  const [building, areaIds] = await Promise.all([deps.doors.getBuilding(id), areasOf(deps, actor, SENDERS)]);
  if (!liesIn(building.lineage, areaIds)) throw new AppError('building.not_found');
  return building;
}

/** Doors stand in a grid, the smallest area: a community's figures are the sums of its grids'. */
async function getOwnGrid(deps: GridDeps, actor: OfficeActor, areaId: string): Promise<AreaRecord> {
  const area = await ownArea(deps, actor, { areaId, roles: SENDERS });
  if (area.level !== 'grid') throw invalidField('areaId', '楼要放在一个网格里，请选到网格。');
  if (area.closedOn) throw new AppError('organization.closed');
  return area;
}

/** Writes a building, new or changed. Where it stands is fixed once it has doors: its figures were counted there. */
export async function putBuilding(
  deps: GridDeps,
  actor: OfficeActor,
  { id, input }: { id: string; input: RouteInput<'staff.grid.buildings.put'>['body'] },
): Promise<Building> {
  const area = await getOwnGrid(deps, actor, input.areaId);
  const record = await once(() =>
    deps.transaction(async tx => {
      const before = await deps.doors.findBuilding(id, tx);
      if (before && before.areaId !== area._id)
        throw invalidField('areaId', '楼定下网格以后不能改，请停用它，在那边另起一栋。');
      if (before?.isClosed) throw new AppError('organization.closed');
      const next: BuildingRecord = {
        ...{ _id: id, areaId: area._id, lineage: area.lineage, compound: input.compound ?? '', name: input.name },
        ...{ position: input.position, walkKey: buildingKey(area._id, input.position), doors: before?.doors ?? 0 },
        ...{ isClosed: false, closedOn: null },
      };
      await deps.doors.putBuilding(next, tx);
      await deps.audit.add(actor, before ? 'building.changed' : 'building.added', { collection: BUILDINGS, id }, tx);
      return next;
    }),
  );
  return presentBuilding(record, area.name);
}

export async function closeBuilding(
  deps: GridDeps,
  actor: OfficeActor,
  { id, on }: { id: string; on: string },
): Promise<Building> {
  const { areaId } = await getOwnBuilding(deps, actor, id);
  const record = await deps.transaction(async tx => {
    const before = await deps.doors.getBuilding(id, tx);
    if (before.isClosed) throw new AppError('organization.closed');
    const next = { ...before, isClosed: true, closedOn: on };
    await deps.doors.putBuilding(next, tx);
    await deps.doors.closeDoors(id, on, tx);
    await deps.audit.add(actor, 'building.closed', { collection: BUILDINGS, id }, tx);
    return next;
  });
  return presentBuilding(record, (await deps.organization.findArea(areaId))?.name ?? '');
}

/** Writes a door, new or changed. */
export async function putDoor(
  deps: GridDeps,
  actor: OfficeActor,
  { id, input }: { id: string; input: RouteInput<'staff.grid.doors.put'>['body'] },
): Promise<Door> {
  const building = await getOwnBuilding(deps, actor, input.buildingId);
  if (building.isClosed) throw new AppError('organization.closed');
  const record = await once(() => deps.transaction(tx => writeDoor(deps, actor, { id, building, input }, tx)));
  return presentDoor(record);
}

async function writeDoor(
  deps: GridDeps,
  actor: OfficeActor,
  { id, building, input }: { id: string; building: BuildingRecord; input: RouteInput<'staff.grid.doors.put'>['body'] },
  tx: Tx,
): Promise<DoorRecord> {
  const before = await deps.doors.findDoor(id, tx);
  if (before && before.buildingId !== building._id) throw invalidField('buildingId', '门定下楼以后不能改。');
  const { floor, number, visitEveryDays, closedOn } = input;
  const place = { unit: input.unit ?? '', floor, number };
  const { _id: buildingId, areaId, lineage } = building;
  const next: DoorRecord = {
    ...{ _id: id, buildingId, areaId, lineage, ...place, walkKey: doorKey(place), visitEveryDays },
    ...{
      since: before?.since ?? deps.clock.today(),
      isClosed: closedOn !== null,
      closedOn,
      last: before?.last ?? null,
    },
  };
  await deps.doors.putDoor(next, tx);
  const change = Number(!next.isClosed) - Number(before !== null && !before.isClosed);
  if (change !== 0) await deps.doors.countDoors(buildingId, change, tx);
  await deps.audit.add(actor, before ? 'door.changed' : 'door.added', { collection: DOORS, id }, tx);
  return next;
}

async function once<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('grid.same_name', { cause: error }) : error;
  }
}
