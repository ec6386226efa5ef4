import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor, RoleScope } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { StaffRecord, StaffRepository } from './staff.repository';

interface UpdateStaffDeps {
  platform: Pick<Platform, 'transaction'>;
  staff: StaffRepository;
  audit: Audit;
}

/**
 * Another name, other roles: they count from the next call on.
 * @throws staff.not_found also for one who is closed; auth.forbidden for oneself, so that the last admin stays
 */
export async function updateStaff(
  { platform, staff, audit }: UpdateStaffDeps,
  actor: OfficeActor,
  id: string,
  input: { name: string; roles: readonly RoleScope[] },
): Promise<StaffRecord> {
  const member = await staff.find(id);
  if (!member || member.closedAt) throw new AppError('staff.not_found');
  if (actor.staffId === id) throw new AppError('auth.forbidden');
  const set = {
    name: input.name,
    roles: input.roles.map(({ role, unitId, areaId }) => ({ role, unitId, areaId })),
  };
  const fields = (['name', 'roles'] as const).filter(
    field => canonicalJson(set[field]) !== canonicalJson(member[field]),
  );
  if (fields.length === 0) return member;
  await platform.transaction(async tx => {
    await staff.update(id, set, tx);
    await audit.add(actor, 'staff.updated', { collection: 'staff', id, fields }, tx);
  });
  return { ...member, ...set };
}
