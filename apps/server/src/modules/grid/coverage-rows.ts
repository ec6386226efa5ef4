import type { CoverageRow } from '@bandeng/contracts/types';
import { coveragePercent, scoreOf } from '@bandeng/rules';
import config from '../../../../../config/grid.json';
import type { AreaRecord } from '../organization';
import type { BuildingRecord } from './door.repository';
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
interface Part {
  place: CoverageRow['place'];
  cells: readonly Cell[];
  /** Null for a building: codes are of areas. */
  opens: number | null;
}

export const sumOpens = (opened: readonly Opened[]): number => opened.reduce((sum, { opens }) => sum + opens, 0);

export const partOf = ({ _id: id, name }: AreaRecord, cells: readonly Cell[], opened: readonly Opened[]): Part => ({
  place: { id, name },
  cells: cells.filter(({ building }) => building.lineage.includes(id)),
  opens: sumOpens(opened.filter(({ lineage }) => lineage.includes(id))),
});

export const partOfBuilding = (cell: Cell): Part => {
  const { _id: id, compound, name } = cell.building;
  return { place: { id, name: compound ? `${compound} ${name}` : name }, cells: [cell], opens: null };
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
export function coverageRow({ place, cells, opens }: Part, hiddenPlaces: Hidden): CoverageRow {
  const hidden = hiddenPlaces.get(place.id) ?? null;
  const row = { place, isBuilding: opens === null, buildings: cells.length, hidden };
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
