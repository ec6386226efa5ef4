import type { StaffRole } from '@bandeng/contracts/routes';
import type { NotificationsDeps } from './deps';

/** Accounts of who is on duty for a unit today; of all who hold one of these roles there when nobody is, or nobody on duty can be reached. */
export async function listOnDuty(
  { duty, identity }: NotificationsDeps,
  unitId: string,
  roles: readonly StaffRole[],
): Promise<string[]> {
  const staffIds = await duty.findOnDuty(unitId);
  const accounts = await Promise.all(staffIds.map(staffId => identity.listAccountsOfStaff(staffId)));
  return accounts.flat().length > 0 ? accounts.flat() : identity.listStaffAccounts(roles, unitId);
}
