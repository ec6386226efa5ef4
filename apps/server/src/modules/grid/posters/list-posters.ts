import type { GridPack, RouteAnswer } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import type { PageQuery } from '../../../platform/paging';
import { getCampaign, itemKey, itemsOf, refOf } from '../campaigns';
import type { GridDeps } from '../deps';
import { placeNameOf } from '../door.repository';
import type { PosterRecord } from './poster.repository';

/** What a poster is of, each with its title; none when it may not be read any more. */
async function titledItems(deps: GridDeps, posters: readonly PosterRecord[]) {
  const items = await itemsOf(deps, [...new Set(posters.map(({ item }) => item))]);
  const titles = new Map(items.map(item => [itemKey(item), item.title]));
  return (key: string) => ({ ...refOf(key), title: titles.get(key) ?? null });
}

/** What hangs in some areas, for who walks there. */
export async function packedPosters(deps: GridDeps, areaIds: readonly string[]): Promise<GridPack['posters']> {
  const posters = areaIds.length > 0 ? await deps.posters.listHanging(areaIds) : [];
  const itemOf = await titledItems(deps, posters);
  return posters.map(({ _id: id, item, place, on, takeDownOn, buildingId }) => ({
    ...{ id, item: itemOf(item), place, on, takeDownOn, buildingId },
  }));
}

/** What was put up of a campaign's things in its areas while it ran, newest first. */
export async function listPosters(
  deps: GridDeps,
  actor: OfficeActor,
  { campaignId, ...query }: PageQuery & { campaignId: string },
): Promise<RouteAnswer<'staff.grid.posters.list'>> {
  const { items, areaIds, from, to } = await getCampaign(deps, actor, campaignId);
  const page = await deps.posters.list({ items, areaIds, from, to }, query);
  const [itemOf, areas, buildings, photos] = await Promise.all([
    titledItems(deps, page.items),
    deps.organization.findAreas(page.items.map(({ areaId }) => areaId)),
    deps.doors.findBuildings(page.items.flatMap(({ buildingId }) => buildingId ?? [])),
    deps.files.describe(page.items.flatMap(({ photoIds }) => photoIds)),
  ]);
  const nameOf = (id: string | null): string | null => {
    const building = buildings.get(id ?? '');
    return building ? placeNameOf(building) : null;
  };
  return {
    items: page.items.map(({ _id: id, item, areaId, buildingId, place, on, takeDownOn, downOn, photoIds }) => ({
      ...{ id, item: itemOf(item), place, on, takeDownOn, downOn },
      area: { id: areaId, name: areas.get(areaId)?.name ?? '' },
      building: nameOf(buildingId),
      photos: photos.filter(photo => photoIds.includes(photo.id)),
    })),
    nextCursor: page.nextCursor,
  };
}
