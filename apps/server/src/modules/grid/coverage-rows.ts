import type { CoverageRow } from '@bandeng/contracts/types';
import { coveragePercent, hiddenCells, scoreOf } from '@bandeng/rules';
import config from '../../../../../config/grid.json';
import type { AreaRecord } from '../organization';
import type { BuildingRecord } from './door.repository';
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

/** Rows of one sum, each with what may be shown of it. */
export function coverageRows(parts: readonly Part[], isOwn: boolean): CoverageRow[] {
  const hidden = isOwn ? [] : hiddenCells(parts.map(({ cells }) => sumOf(cells)));
  return parts.map((part, at) => rowOf(part, hidden[at] ?? null));
}

function sumOf(cells: readonly Cell[]) {
  const sum = { doors: 0, reached: 0 };
  for (const { building, covered } of cells) {
    sum.doors += building.doors;
    // Doors that were closed since stay counted as reached, never beyond what there is.
    sum.reached += Math.min(covered?.reached ?? 0, building.doors);
  }
  return sum;
}

function rowOf({ place, cells, opens }: Part, hidden: CoverageRow['hidden']): CoverageRow {
  const buildingsReached = cells.filter(({ covered }) => covered).length;
  const row = { place, isBuilding: opens === null, buildings: cells.length, buildingsReached, hidden };
  if (hidden !== null) return { ...row, figures: null };
  const sum = sumOf(cells);
  const percent = coveragePercent(sum);
  const channels = { door: 0, phone: 0, online: 0 };
  for (const { covered } of cells)
    for (const [channel, count] of Object.entries(covered?.channels ?? {}))
      channels[channel as keyof typeof channels] += count;
  return { ...row, figures: { ...sum, percent, points: scoreOf(percent, config.scoreSteps), channels, opens } };
}
