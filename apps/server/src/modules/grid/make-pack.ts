import type { GridPack } from '@bandeng/contracts/types';
import config from '../../../../../config/grid.json';
import type { OfficeActor } from '../../http/actor';
import { isInPart } from './assignments';
import type { GridDeps } from './deps';
import { itemsOf } from './campaigns';
import type { BuildingRecord, DoorRecord } from './door.repository';
import { groupBy } from './group-by';
import type { AssignmentRecord } from './walk.repository';
import { packedPosters } from './posters/list-posters';

/** What a worker needs for today's walk, but for the texts: the grids they were sent to, their doors, and what is brought there. */
export async function makePack(deps: GridDeps, { staffId }: OfficeActor): Promise<GridPack> {
  const today = deps.clock.today();
  const assigned = await deps.walks.listAssigned(staffId, today);
  const areaIds = [...new Set(assigned.map(({ areaId }) => areaId))];
  const within = [...new Set(assigned.flatMap(({ lineage }) => lineage))];
  const [names, areas, buildings, campaigns] = await Promise.all([
    deps.identity.findStaffNames([staffId]),
    deps.organization.findAreas(areaIds),
    Promise.all(assigned.map(assignment => buildingsOf(deps, assignment))),
    within.length > 0 ? deps.walks.listRunning(within, today) : [],
  ]);
  const grids = [...new Set(buildings.flat().map(({ areaId }) => areaId))];
  const doors = (await Promise.all(grids.map(areaId => deps.doors.listDoorsOf(areaId)))).flat();
  const items = await itemsOf(deps, [...new Set(campaigns.flatMap(campaign => campaign.items))]);
  return {
    madeAt: deps.clock.now().toISOString(),
    worker: { id: staffId, name: names.get(staffId) ?? '' },
    areas: areaIds.map(id => ({ id, name: areas.get(id)?.name ?? '' })),
    buildings: packed(buildings.flat(), doors),
    campaigns: campaigns.map(({ _id: id, title, from, to, areaIds: campaignAreas, items: keys }) => ({
      ...{ id, title, from, to, areaIds: campaignAreas },
      items: items.filter(item => keys.includes(`${item.kind}:${item.id}`)),
    })),
    posters: await packedPosters(deps, areaIds),
    retryDays: config.retryDays,
    lateWithinHours: config.lateWithinHours,
  };
}

/** What is walked of an area: all of it, or the part that was given. */
export async function buildingsOf({ doors }: GridDeps, { areaId, part }: AssignmentRecord): Promise<BuildingRecord[]> {
  const buildings = await doors.listAllBuildings(areaId);
  return buildings.filter(building => isInPart(part, building));
}

function packed(buildings: readonly BuildingRecord[], doors: readonly DoorRecord[]): GridPack['buildings'] {
  const ofBuilding = groupBy(doors, ({ buildingId }) => buildingId);
  const once = [...new Map(buildings.map(building => [building._id, building])).values()];
  return once.map(({ _id, areaId, compound, name, position }) => ({
    ...{ id: _id, areaId, compound: compound || null, name, position },
    doors: (ofBuilding.get(_id) ?? []).map(({ _id: id, unit, floor, number, visitEveryDays, since, last }) => ({
      ...{ id, unit: unit || null, floor, number, visitEveryDays, since, last },
    })),
  }));
}
