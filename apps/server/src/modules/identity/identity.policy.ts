import type { StaffRole } from '@bandeng/contracts/routes';
import type { RoleScope } from '../../http/actor';
import type { StaffRecord } from './staff.repository';

/** API.md: TOTP is enforced in production for all but editors and grid workers. */
const WITHOUT_TOTP: ReadonlySet<StaffRole> = new Set(['editor', 'grid']);

/** Roles that look after everybody's accounts or records: held for the whole district or not at all. */
const FOR_THE_DISTRICT: ReadonlySet<StaffRole> = new Set(['admin', 'auditor']);

export const isRightScope = ({ role, unitId, areaId }: RoleScope): boolean =>
  !FOR_THE_DISTRICT.has(role) || (unitId === null && areaId === null);

const needsTotp = (roles: readonly RoleScope[]): boolean => roles.some(({ role }) => !WITHOUT_TOTP.has(role));

/** Whether the roles of this member wait for a second factor; demo accounts exist outside production only. */
export const isTotpRequired = (staff: Pick<StaffRecord, 'roles'>, { isProduction }: { isProduction: boolean }) =>
  isProduction && needsTotp(staff.roles);

/** The roles a staff member may use now: none once closed, none in production before the second factor is enrolled. */
export function usableRoles(
  staff: StaffRecord | null,
  { isProduction }: { isProduction: boolean },
): readonly RoleScope[] {
  if (!staff || staff.closedAt) return [];
  if (isTotpRequired(staff, { isProduction }) && !staff.totpSecret) return [];
  return staff.roles.filter(isRightScope);
}
