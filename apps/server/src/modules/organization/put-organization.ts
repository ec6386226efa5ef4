import { canonicalJson } from '@bandeng/rules';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
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

export interface PutDeps {
  platform: Pick<Platform, 'transaction' | 'outbox' | 'versions'>;
  audit: Audit;
  repository: OrganizationRepository;
}

/** Adds or replaces areas, units, places and guides by id, all or none; what is not named stays, what is so already is not written. */
export async function putOrganization(deps: PutDeps, data: OrganizationData): Promise<void> {
  const { platform, repository } = deps;
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
  const units = (data.units ?? []).map((unit, position) => ({ ...unit, position }));
  const { findAreas, findUnits, findPlaces, findGuides } = repository;
  const changed = {
    areas: await changesOf(areas, findAreas),
    units: await changesOf(units, findUnits),
    places: await changesOf(places, findPlaces),
    guides: await changesOf(guides, findGuides),
  };
  if (Object.values(changed).every(changes => changes.length === 0)) return;
  await platform.transaction(async tx => {
    await platform.versions.bump('organization', tx);
    await repository.putAreas(changed.areas.map(recordOf), tx);
    await repository.putUnits(changed.units.map(recordOf), tx);
    await repository.putPlaces(changed.places.map(recordOf), tx);
    await repository.putGuides(changed.guides.map(recordOf), tx);
    for (const [collection, changes] of Object.entries(changed)) await auditAll(deps, { collection, changes }, tx);
    for (const { record } of changed.guides)
      await platform.outbox.add({ name: 'guide.published', guideId: record._id }, tx);
  });
}

interface Change<T extends { _id: string }> {
  record: T;
  /** Names of what differs from the record that was there; of everything in a new one. */
  fields: string[];
}
const recordOf = <T extends { _id: string }>({ record }: Change<T>): T => record;

async function changesOf<T extends { _id: string }>(
  records: readonly T[],
  find: (ids: readonly string[]) => Promise<T[]>,
): Promise<Change<T>[]> {
  const known = new Map((await find(records.map(({ _id }) => _id))).map(record => [record._id, record]));
  const names = (record: T) => Object.keys(record).filter(name => name !== '_id') as (keyof T & string)[];
  const differs = (record: T, name: keyof T) =>
    canonicalJson(record[name] ?? null) !== canonicalJson(known.get(record._id)?.[name] ?? null);
  return records
    .map(record => ({ record, fields: names(record).filter(name => differs(record, name)) }))
    .filter(({ record, fields }) => fields.length > 0 || !known.has(record._id));
}

/** Nobody logs in at the command line: `system` did it. */
async function auditAll(
  { audit }: PutDeps,
  { collection, changes }: { collection: string; changes: readonly Change<{ _id: string }>[] },
  tx: Tx,
): Promise<void> {
  for (const { record, fields } of changes)
    await audit.add('system', 'organization.put', { collection, id: record._id, fields }, tx);
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
