import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import district from '../../../../../config/district.json';
import config from '../../../../../config/grid.json';
import type { OfficeActor } from '../../http/actor';
import { getCampaign } from './campaigns';
import { coverageRow, partOf, partOfBuilding } from './coverage-rows';
import type { GridDeps } from './deps';
import { areasOf, liesIn, ownArea, WATCHERS } from './grid.policy';
import { hiddenAmong, isOfArea } from './small-cells';

type Query = RouteInput<'staff.grid.coverage'>['query'];
/** Where something was brought to: the area, its parts one level down (buildings of a grid), each with its figures. */
export async function readCoverage(
  deps: GridDeps,
  actor: OfficeActor,
  query: Query,
): Promise<RouteAnswer<'staff.grid.coverage'>> {
  const own = await areasOf(deps, actor, WATCHERS);
  const area = await ownArea(deps, actor, { areaId: query.area ?? own[0] ?? '', roles: WATCHERS });
  const { item, isIn, passedOn } = await askedFor(deps, actor, query);
  const isOwnPeople = isOfArea(area, own);
  const [read, coverage, opened, hung, parts, above] = await Promise.all([
    // What is hidden is judged over the whole district, whichever part of it is looked at.
    deps.doors.listAllBuildings(isOwnPeople ? area._id : district.areaId),
    deps.visits.listCoverage(item, area._id),
    deps.shares.sumOpens(passedOn.items, area._id, passedOn),
    deps.posters.count({ ...passedOn, areaIds: [area._id] }),
    deps.organization.listChildAreas(area._id),
    deps.organization.findAreas(area.lineage),
  ]);
  const ofBuilding = new Map(coverage.map(record => [record.buildingId, record]));
  const counted = read.filter(isIn);
  const hidden = isOwnPeople ? new Map<string, never>() : hiddenAmong(counted);
  const cells = counted
    .filter(({ lineage }) => lineage.includes(area._id))
    .map(building => ({ building, covered: ofBuilding.get(building._id) }));
  const beside = { opened: opened.filter(isIn), hung: hung.filter(isIn) };
  const inside =
    parts.length > 0
      ? parts.map(part => partOf(part, cells, beside))
      : cells.map(cell => partOfBuilding(cell, beside.hung));
  const refOf = (id: string) => ({ id, name: above.get(id)?.name ?? '' });
  return {
    area: { id: area._id, name: area.name },
    path: area.lineage.filter(id => id !== area._id).map(refOf),
    total: coverageRow(partOf(area, cells, beside), hidden),
    items: inside.filter(part => part.cells.length > 0).map(part => coverageRow(part, hidden)),
    nextCursor: null,
    scoreSteps: config.scoreSteps,
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
