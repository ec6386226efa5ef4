import type { Area, Guide, GuideDetail, Place, StaffArea, StaffPlace, StaffUnit, Unit } from '@bandeng/contracts/types';
import type { AreaRecord, GuideRecord, PlaceRecord, Standing, UnitRecord } from './organization.repository';

export const presentArea = ({ _id, name, level, parentId, path }: AreaRecord): Area => ({
  id: _id,
  name,
  // The list is of public areas only, and a grid is not public.
  level: level as Area['level'],
  parentId,
  path,
});

export function presentUnit({
  _id,
  position: _position,
  since: _since,
  closedOn: _closedOn,
  ...unit
}: UnitRecord): Unit {
  return { id: _id, ...unit };
}

export function presentPlace({
  _id,
  facets: _facets,
  position: _position,
  since: _since,
  closedOn: _closedOn,
  ...place
}: PlaceRecord): Place {
  return { id: _id, ...place };
}

export function presentGuide(guide: GuideRecord, unit: UnitRecord | undefined): Guide {
  const { _id, kind, title, unitId, publishedOn, year, office, summary } = guide;
  return { id: _id, kind, title, unit: { id: unitId, name: unit?.name ?? unitId }, publishedOn, year, office, summary };
}

export const presentGuideDetail = (guide: GuideRecord, unit: UnitRecord | undefined): GuideDetail => ({
  ...presentGuide(guide, unit),
  body: guide.body,
  attachments: guide.attachments,
});

const standingOf = ({ since = null, closedOn = null }: Standing) => ({ since, closedOn });
export const presentStaffUnit = (unit: UnitRecord): StaffUnit => ({ ...presentUnit(unit), ...standingOf(unit) });
export const presentStaffPlace = (place: PlaceRecord): StaffPlace => ({ ...presentPlace(place), ...standingOf(place) });
export const presentStaffArea = ({ _id, name, level, parentId, path, ...rest }: AreaRecord): StaffArea => ({
  id: _id,
  name,
  level,
  parentId,
  path,
  ...standingOf(rest),
});
