import type { StaffRole } from '@bandeng/contracts/routes';
import district from '../../../../../config/district.json';
import type { Actor, OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { AreaRecord } from '../organization';
import type { GridPorts } from './deps';

type Deps = Pick<GridPorts, 'organization'>;

/**
 * The areas somebody answers for with one of these roles: of the role, of its unit, or the district for the district's office and for a
 * role over everything. A department without an area has none.
 */
export async function areasOf(
  { organization }: Deps,
  actor: Pick<Actor, 'roles'>,
  roles: readonly StaffRole[],
): Promise<string[]> {
  const scopes = actor.roles.filter(({ role }) => roles.includes(role));
  const units = await organization.findUnits(scopes.flatMap(({ unitId }) => unitId ?? []));
  const areaIds = scopes.flatMap(({ areaId, unitId }) => {
    if (areaId !== null) return areaId;
    if (unitId === null || unitId === district.informationOfficeUnitId) return district.areaId;
    return units.get(unitId)?.areaId ?? [];
  });
  return areaIds.includes(district.areaId) ? [district.areaId] : [...new Set(areaIds)];
}

export const liesIn = (lineage: readonly string[], areaIds: readonly string[]): boolean =>
  lineage.some(id => areaIds.includes(id));

/** An area this actor answers for, or one in it; there is none to who does not. */
export async function ownArea(
  deps: Deps,
  actor: OfficeActor,
  { areaId, roles }: { areaId: string; roles: readonly StaffRole[] },
): Promise<AreaRecord> {
  const [area, areaIds] = await Promise.all([deps.organization.findArea(areaId), areasOf(deps, actor, roles)]);
  if (!area || !liesIn(area.lineage, areaIds)) throw new AppError('area.not_found');
  return area;
}

/** Who keeps doors and sends people out. */
export const SENDERS = ['street', 'office'] as const;
/** Who reads what came of it. */
export const WATCHERS = [...SENDERS, 'grid', 'supervisor', 'head'] as const;
