import type { CoverageRow } from '@bandeng/contracts/types';
import { coveragePercent, scoreOf } from '@bandeng/rules';
import config from '../../../../../config/grid.json';
import type { AreaRecord } from '../organization';
import { placeNameOf, type BuildingRecord } from './door.repository';
import type { HangingCount } from './posters/poster.repository';
import type { Hidden } from './small-cells';
import type { CoverageRecord } from './visit.model';

interface Cell {
  building: BuildingRecord;
  covered: CoverageRecord | undefined;
}
interface Opened {
  lineage: readonly string[];
  opens: number;
}
/** What is counted beside the doors. */
interface Beside {
  opened: readonly Opened[];
  hung: readonly HangingCount[];
}
interface Part {
  place: CoverageRow['place'];
  cells: readonly Cell[];
  /** Null for a building: codes are of areas. */
  opens: number | null;
  posters: CoverageRow['posters'];
}

const sumPosters = (hung: readonly HangingCount[]): CoverageRow['posters'] => ({
  hung: hung.reduce((sum, { count }) => sum + count, 0),
  buildings: new Set(hung.flatMap(({ buildingId }) => buildingId ?? [])).size,
});

export function partOf({ _id: id, name }: AreaRecord, cells: readonly Cell[], { opened, hung }: Beside): Part {
  const isIn = ({ lineage }: { lineage: readonly string[] }) => lineage.includes(id);
  return {
    place: { id, name },
    cells: cells.filter(({ building }) => isIn(building)),
    opens: opened.filter(isIn).reduce((sum, { opens }) => sum + opens, 0),
    posters: sumPosters(hung.filter(isIn)),
  };
}

export const partOfBuilding = (cell: Cell, hung: readonly HangingCount[]): Part => {
  const { _id: id } = cell.building;
  const posters = sumPosters(hung.filter(({ buildingId }) => buildingId === id));
  return { place: { id, name: placeNameOf(cell.building) }, cells: [cell], opens: null, posters };
};

function sumOf(cells: readonly Cell[]) {
  const sum = { doors: 0, reached: 0 };
  for (const { building, covered } of cells) {
    sum.doors += building.doors;
    // Doors that were closed since stay counted as reached, never beyond what there is.
    sum.reached += Math.min(covered?.reached ?? 0, building.doors);
  }
  return sum;
}

/** A place with what may be shown of it. */
export function coverageRow({ place, cells, opens, posters }: Part, hiddenPlaces: Hidden): CoverageRow {
  const hidden = hiddenPlaces.get(place.id) ?? null;
  const row = { place, isBuilding: opens === null, buildings: cells.length, posters, hidden };
  if (hidden !== null) return { ...row, figures: null };
  const sum = sumOf(cells);
  const percent = coveragePercent(sum);
  const channels = { door: 0, phone: 0, online: 0 };
  for (const { covered } of cells)
    for (const [channel, count] of Object.entries(covered?.channels ?? {}))
      channels[channel as keyof typeof channels] += count;
  const points = scoreOf(percent, config.scoreSteps);
  const buildingsReached = cells.filter(({ covered }) => covered).length;
  return { ...row, figures: { ...sum, percent, points, channels, opens, buildingsReached } };
}
