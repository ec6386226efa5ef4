import type { StaffRole } from '@bandeng/contracts/routes';
import type { RoleScope } from '../../http/actor';
import type { StaffRecord } from './staff.repository';

/** API.md: TOTP is enforced in production for all but editors and grid workers. */
const WITHOUT_TOTP: ReadonlySet<StaffRole> = new Set(['editor', 'grid']);

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
  return staff.roles;
}
