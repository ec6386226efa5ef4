import { hiddenPlaces, type HiddenCell } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import type { BuildingRecord } from './door.repository';
import { liesIn } from './grid.policy';

/** Places whose figures a reader does not get, by id; a place that is not named is shown. */
export type Hidden = ReadonlyMap<string, HiddenCell>;

interface Asked {
  area: AreaRecord;
  /** The areas the reader answers for. */
  own: readonly string[];
  /** Only these buildings count in what is read. */
  isIn?: (building: BuildingRecord) => boolean;
}

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
 */
export async function hiddenFrom(deps: GridDeps, { area, own, isIn = () => true }: Asked): Promise<Hidden> {
  if (isOfArea(area, own)) return new Map();
  const buildings = await deps.doors.listAllBuildings(district.areaId);
  return hiddenPlaces(buildings.filter(isIn).map(({ _id, lineage, doors }) => ({ path: [...lineage, _id], doors })));
}
