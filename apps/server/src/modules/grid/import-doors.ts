import type { RouteAnswer } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { readUploadedWorkbook } from '../catalog';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import { BUILDINGS, type BuildingRecord, type DoorRecord } from './door.repository';
import { areasOf, SENDERS } from './grid.policy';
import { groupBy } from './group-by';
import { buildingKey, doorKey } from './keep-doors';
import { withBelow } from './list-areas';
import { parseDoors, type DoorRow } from './parse-doors';

interface Found {
  buildings: BuildingRecord[];
  doors: DoorRecord[];
  /** Existing buildings with how many doors come to them. */
  grown: Map<string, number>;
  knownBuildings: number;
  knownDoors: number;
}

/**
 * Buildings and doors from a workbook: shown first, with what is wrong row by row; written only when it is asked for and nothing is
 * wrong, a grid at a time. What is there already stays as it is, so that the same file again adds nothing.
 */
export async function importDoors(
  deps: GridDeps,
  actor: OfficeActor,
  { bytes, isDryRun }: { bytes: Buffer; isDryRun: boolean },
): Promise<RouteAnswer<'staff.grid.doors.import'>> {
  const { rows, problems } = parseDoors(await readUploadedWorkbook(bytes));
  const grids = await ownGrids(deps, actor);
  const unknown = rows.filter(({ grid }) => !grids.has(grid));
  problems.push(
    ...unknown.map(({ sheet, row, grid }) => ({ sheet, row, message: `没有叫“${grid}”的网格，或者不归你管` })),
    ...repeated(rows).map(({ sheet, row }) => ({ sheet, row, message: '这扇门前面已经有一行了' })),
  );
  const found: Found[] = [];
  for (const [name, ofGrid] of groupBy(rows, ({ grid }) => grid)) {
    const grid = grids.get(name);
    if (grid) found.push(await findNew(deps, grid, ofGrid));
  }
  const isSaved = !isDryRun && problems.length === 0 && rows.length > 0;
  if (isSaved) for (const one of found) await save(deps, actor, one);
  const sum = (count: (one: Found) => number) => found.reduce((total, one) => total + count(one), 0);
  return {
    buildings: sum(one => one.knownBuildings + one.buildings.length),
    doors: sum(one => one.knownDoors + one.doors.length),
    newBuildings: sum(one => one.buildings.length),
    newDoors: sum(one => one.doors.length),
    problems: problems.sort((a, b) => a.row - b.row).slice(0, 200),
    isSaved,
  };
}

/** The open grids of one's areas, by name. */
async function ownGrids(deps: GridDeps, actor: OfficeActor): Promise<Map<string, AreaRecord>> {
  const areas = await withBelow(deps, await areasOf(deps, actor, SENDERS));
  return new Map(areas.filter(({ level }) => level === 'grid').map(grid => [grid.name, grid]));
}

const placeOf = ({ grid, compound, building, unit, number }: DoorRow) =>
  [grid, compound, building, unit, number].join('|');
function repeated(rows: readonly DoorRow[]): DoorRow[] {
  const seen = new Set<string>();
  return rows.filter(row => seen.size === seen.add(placeOf(row)).size);
}

/** What of these rows is not there yet. */
async function findNew(deps: GridDeps, grid: AreaRecord, rows: readonly DoorRow[]): Promise<Found> {
  const existing = await deps.doors.listAllBuildings(grid._id);
  const found: Found = { buildings: [], doors: [], grown: new Map(), knownBuildings: 0, knownDoors: 0 };
  let position = Math.max(0, ...existing.map(building => building.position));
  for (const ofBuilding of groupBy(rows, ({ compound, building }) => `${compound}|${building}`).values()) {
    const { compound, building: name } = ofBuilding[0]!;
    const known = existing.find(one => one.compound === compound && one.name === name);
    position += known ? 0 : 1;
    const building = known ?? newBuilding(deps, grid, { compound, name, position });
    const doors = known ? await deps.doors.listAllDoors(known._id) : [];
    const taken = new Set(doors.map(({ unit, number }) => `${unit}|${number}`));
    const fresh = ofBuilding.filter(({ unit, number }) => !taken.has(`${unit}|${number}`));
    found.doors.push(...fresh.map(row => newDoor(deps, building, row)));
    found.knownDoors += ofBuilding.length - fresh.length;
    if (known) found.knownBuildings += 1;
    if (known && fresh.length > 0) found.grown.set(known._id, fresh.length);
    if (!known) found.buildings.push({ ...building, doors: fresh.length });
  }
  return found;
}

const newBuilding = (
  { ids }: GridDeps,
  { _id: areaId, lineage }: AreaRecord,
  { compound, name, position }: Pick<BuildingRecord, 'compound' | 'name' | 'position'>,
): BuildingRecord => ({
  ...{ _id: ids.uuid(), areaId, lineage, compound, name, position, walkKey: buildingKey(areaId, position) },
  ...{ doors: 0, isClosed: false, closedOn: null },
});

const newDoor = (
  { ids, clock }: GridDeps,
  { _id: buildingId, areaId, lineage }: BuildingRecord,
  { unit, floor, number, visitEveryDays }: DoorRow,
): DoorRecord => ({
  ...{ _id: ids.uuid(), buildingId, areaId, lineage, unit, floor, number, walkKey: doorKey({ unit, floor, number }) },
  ...{ visitEveryDays, since: clock.today(), isClosed: false, closedOn: null, last: null },
});

function save(deps: GridDeps, actor: OfficeActor, { buildings, doors, grown }: Found): Promise<void> {
  return deps.transaction(async tx => {
    await deps.doors.insertAll({ buildings, doors }, tx);
    for (const [id, count] of grown) await deps.doors.countDoors(id, count, tx);
    const touched = buildings[0]?._id ?? [...grown.keys()][0];
    if (touched === undefined) return;
    const fields = [`buildings:${buildings.length}`, `doors:${doors.length}`];
    await deps.audit.add(actor, 'doors.imported', { collection: BUILDINGS, id: touched, fields }, tx);
  });
}
