import { hiddenPlaces, type HiddenCell } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import type { BuildingRecord } from './door.repository';
import { liesIn } from './grid.policy';

/** Places whose figures a reader does not get, by id; a place that is not named is shown. */
export type Hidden = ReadonlyMap<string, HiddenCell>;

/** Whose role is of this area, or of one it lies in; the district reads sums. */
export const isOfArea = ({ lineage }: Pick<AreaRecord, 'lineage'>, own: readonly string[]): boolean =>
  liesIn(
    lineage,
    own.filter(id => id !== district.areaId),
  );

/**
 * The small-cell rule: figures of fewer than five doors, and what they could be worked out from, are for the area's own people only:
 * whose role is of this area, or of one it lies in. The district reads sums. Judged over the whole district, so that the same is hidden
 * wherever one looks from.
 * @param buildings all of the district that count in what is read
 */
export const hiddenAmong = (buildings: readonly BuildingRecord[]): Hidden =>
  hiddenPlaces(buildings.map(({ _id, lineage, doors }) => ({ path: [...lineage, _id], doors })));

/** Why this reader gets no figures of an area as a whole; null when they do. `own`: the areas they answer for. */
export async function hiddenFrom(deps: GridDeps, area: AreaRecord, own: readonly string[]): Promise<HiddenCell> {
  if (isOfArea(area, own)) return null;
  return hiddenAmong(await deps.doors.listAllBuildings(district.areaId)).get(area._id) ?? null;
}
