import { hasRoleForUnit, unitsOf, type OfficeActor } from '../../http/actor';
import district from '../../../../../config/district.json';
import type { OpinionDeps } from './deps';
import type { OpinionRecord } from './opinion.model';

export const OFFICE_UNIT = district.informationOfficeUnitId;

export interface OpinionAccess {
  /** Units whose matters this member reads. */
  reads: readonly string[] | 'all';
  /** Units for which they write down what was done. */
  works: readonly string[] | 'all';
}

const joined = (units: readonly string[] | 'all', more: readonly string[]) =>
  units === 'all' ? units : [...new Set([...units, ...more])];

/** Nobody but who needs it: the offices and heads of the units concerned, and who is on duty there today. */
export async function accessOf(deps: Pick<OpinionDeps, 'duty'>, actor: OfficeActor): Promise<OpinionAccess> {
  const onDuty = (await deps.duty.listUnitsOf(actor.staffId)).filter(unitId =>
    hasRoleForUnit(actor, unitId, 'editor', 'office', 'street'),
  );
  return {
    reads: joined(unitsOf(actor, 'office', 'street', 'head'), onDuty),
    works: joined(unitsOf(actor, 'office', 'street'), onDuty),
  };
}

const covers = (units: readonly string[] | 'all', record: Pick<OpinionRecord, 'unitIds'>): boolean =>
  units === 'all' || record.unitIds.some(unitId => units.includes(unitId));

export const reads = (access: OpinionAccess, record: Pick<OpinionRecord, 'unitIds'>): boolean =>
  covers(access.reads, record);
export const worksOn = (access: OpinionAccess, record: Pick<OpinionRecord, 'unitIds' | 'status'>): boolean =>
  record.status === 'open' && covers(access.works, record);
/** The district's office gives it to any unit; the unit that answers for it only back to that office. A day of duty is not enough. */
export function reassignsTo(
  actor: OfficeActor,
  { unitId, status }: Pick<OpinionRecord, 'unitId' | 'status'>,
): 'any' | 'office' | null {
  if (status !== 'open') return null;
  if (hasRoleForUnit(actor, OFFICE_UNIT, 'office', 'street')) return 'any';
  return unitId !== OFFICE_UNIT && hasRoleForUnit(actor, unitId, 'office', 'street') ? 'office' : null;
}
/** For the own unit; the district's office for any. */
export const registersFor = ({ works }: OpinionAccess, unitId: string): boolean =>
  works === 'all' || works.includes(unitId) || works.includes(OFFICE_UNIT);
