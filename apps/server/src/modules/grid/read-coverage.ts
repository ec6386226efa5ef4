import type { CoverageRow, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { coveragePercent, scoreOf, shownCell } from '@bandeng/rules';
import config from '../../../../../config/grid.json';
import type { OfficeActor } from '../../http/actor';
import type { AreaRecord } from '../organization';
import { getCampaign } from './campaigns';
import type { GridDeps } from './deps';
import type { BuildingRecord } from './door.repository';
import { areasOf, liesIn, ownArea, WATCHERS } from './grid.policy';
import type { CoverageRecord } from './visit.model';

type Query = RouteInput<'staff.grid.coverage'>['query'];
interface Cell {
  building: BuildingRecord;
  covered: CoverageRecord | undefined;
}

/** Where something was brought to: the area, its parts one level down (buildings of a grid), each with its figures. */
export async function readCoverage(
  deps: GridDeps,
  actor: OfficeActor,
  query: Query,
): Promise<RouteAnswer<'staff.grid.coverage'>> {
  const own = await areasOf(deps, actor, WATCHERS);
  const area = await ownArea(deps, actor, { areaId: query.area ?? own[0] ?? '', roles: WATCHERS });
  const { item, isIn, passedOn } = await askedFor(deps, actor, query);
  const [buildings, coverage, opened, parts, above] = await Promise.all([
    deps.doors.listAllBuildings(area._id),
    deps.visits.listCoverage(item, area._id),
    deps.shares.sumOpens(passedOn.items, area._id, passedOn),
    deps.organization.listChildAreas(area._id),
    deps.organization.findAreas(area.lineage),
  ]);
  const ofBuilding = new Map(coverage.map(record => [record.buildingId, record]));
  const cells = buildings.filter(isIn).map(building => ({ building, covered: ofBuilding.get(building._id) }));
  // Its own people: whose role is of this area, or of one in it; the district reads sums.
  const isOwn =
    area.level !== 'district' &&
    liesIn(
      area.lineage,
      own.filter(id => id !== area.lineage[0]),
    );
  const opens = opened.filter(isIn);
  const rows =
    parts.length > 0 ? partRows(parts, { cells, opens, isOwn }) : cells.map(cell => buildingRow(cell, isOwn));
  const refOf = (id: string) => ({ id, name: above.get(id)?.name ?? '' });
  return {
    area: { id: area._id, name: area.name },
    path: area.lineage.filter(id => id !== area._id).map(refOf),
    total: rowOf({ id: area._id, name: area.name }, cells, { isOwn, opens: sumOf(opens) }),
    rows: rows.filter(({ buildings: count }) => count > 0),
  };
}

/** A campaign is counted in the areas it was for, anything else wherever there are doors. */
async function askedFor(deps: GridDeps, actor: OfficeActor, { campaign, notice, consultation }: Query) {
  if (campaign === undefined) {
    const item = notice === undefined ? `consultation:${consultation}` : `notice:${notice}`;
    return { item, isIn: () => true, passedOn: { items: [item], from: '0000-01-01', to: '9999-12-31' } };
  }
  const { areaIds, items, from, to } = await getCampaign(deps, actor, campaign);
  const isIn = ({ lineage }: { lineage: readonly string[] }) => liesIn(lineage, areaIds);
  return { item: `campaign:${campaign}`, isIn, passedOn: { items, from, to } };
}

interface Opened {
  lineage: readonly string[];
  opens: number;
}
const sumOf = (opened: readonly Opened[]): number => opened.reduce((sum, { opens }) => sum + opens, 0);

const partRows = (
  parts: readonly AreaRecord[],
  { cells, opens, isOwn }: { cells: readonly Cell[]; opens: readonly Opened[]; isOwn: boolean },
): CoverageRow[] =>
  parts.map(({ _id: id, name }) =>
    rowOf(
      { id, name },
      cells.filter(({ building }) => building.lineage.includes(id)),
      { isOwn, opens: sumOf(opens.filter(({ lineage }) => lineage.includes(id))) },
    ),
  );

const buildingRow = (cell: Cell, isOwn: boolean): CoverageRow => {
  const { _id: id, compound, name } = cell.building;
  return rowOf({ id, name: compound ? `${compound} ${name}` : name }, [cell], { isOwn, opens: null });
};

function rowOf(
  place: CoverageRow['place'],
  cells: readonly Cell[],
  { isOwn, opens }: { isOwn: boolean; opens: number | null },
): CoverageRow {
  const sum = { doors: 0, reached: 0 };
  const channels = { door: 0, phone: 0, online: 0, poster: 0 };
  for (const { building, covered } of cells) {
    sum.doors += building.doors;
    // Doors that were closed since stay counted as reached, never beyond what there is.
    sum.reached += Math.min(covered?.reached ?? 0, building.doors);
    for (const [channel, count] of Object.entries(covered?.channels ?? {}))
      channels[channel as keyof typeof channels] += count;
  }
  const percent = coveragePercent(sum);
  const shown = shownCell(sum, isOwn);
  return {
    ...{ place, buildings: cells.length, buildingsReached: cells.filter(({ covered }) => covered).length },
    // Codes are of areas: a building has no opens of its own.
    isBuilding: opens === null,
    figures:
      shown === '<5' ? null : { ...shown, percent, points: scoreOf(percent, config.scoreSteps), channels, opens },
  };
}
