import type { Platform } from '../../platform/platform';
import type {
  AreaRecord,
  GuideRecord,
  OrganizationRepository,
  PlaceRecord,
  UnitRecord,
} from './organization.repository';

export type NewArea = Pick<AreaRecord, '_id' | 'name' | 'level' | 'parentId'>;
export type NewUnit = Omit<UnitRecord, 'position'>;
export type NewPlace = Omit<PlaceRecord, 'facets' | 'position'>;
export type NewGuide = Omit<GuideRecord, 'facets'>;

/** Parents before children; a position is the place in the list. */
export interface OrganizationData {
  areas?: readonly NewArea[];
  units?: readonly NewUnit[];
  places?: readonly NewPlace[];
  guides?: readonly NewGuide[];
}

interface PutDeps {
  platform: Pick<Platform, 'transaction' | 'outbox' | 'versions'>;
  repository: OrganizationRepository;
}

/** Adds or replaces areas, units, places and guides by id, all or none; what is not named stays. */
export async function putOrganization({ platform, repository }: PutDeps, data: OrganizationData): Promise<void> {
  const known = new Map((await repository.findAreas(parentsOf(data))).map(area => [area._id, area]));
  const areas = placeAreas(data.areas ?? [], known);
  const lineageOf = (areaId: string) => known.get(areaId)?.lineage ?? [areaId];
  const places = (data.places ?? []).map((place, position) => ({
    ...place,
    position,
    facets: [`kind:${place.kind}`, ...lineageOf(place.areaId).map(id => `area:${id}`)],
  }));
  const guides = (data.guides ?? []).map(guide => ({
    ...guide,
    facets: [`kind:${guide.kind}`, `unit:${guide.unitId}`],
  }));
  await platform.transaction(async tx => {
    await platform.versions.bump('organization', tx);
    await repository.putAreas(areas, tx);
    await repository.putUnits(
      (data.units ?? []).map((unit, position) => ({ ...unit, position })),
      tx,
    );
    await repository.putPlaces(places, tx);
    await repository.putGuides(guides, tx);
    for (const { _id } of guides) await platform.outbox.add({ name: 'guide.published', guideId: _id }, tx);
  });
}

function parentsOf({ areas = [], places = [] }: OrganizationData): string[] {
  return [...areas.flatMap(({ parentId }) => parentId ?? []), ...places.map(({ areaId }) => areaId)];
}

function placeAreas(areas: readonly NewArea[], known: Map<string, AreaRecord>): AreaRecord[] {
  return areas.map((area, position) => {
    const parent = area.parentId === null ? undefined : known.get(area.parentId);
    if (area.parentId !== null && !parent)
      throw new RangeError(`area ${area._id}: its parent ${area.parentId} must come before it`);
    const record: AreaRecord = {
      ...area,
      lineage: [...(parent?.lineage ?? []), area._id],
      path: [...(parent?.path ?? []), area.name],
      isPublic: area.level !== 'grid',
      position,
    };
    known.set(record._id, record);
    return record;
  });
}
