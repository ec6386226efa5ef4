import type { Actor, RoleScope } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import { isDuplicateKey } from '../../platform/transaction';
import type { Audit } from '../audit';
import { hashPassword } from './login-staff';
import type { StaffRecord, StaffRepository } from './staff.repository';

export interface NewStaff {
  username: string;
  name: string;
  password: string;
  roles: readonly RoleScope[];
  isDemo?: boolean;
}

interface CreateStaffDeps {
  platform: Pick<Platform, 'ids' | 'clock' | 'transaction' | 'outbox'>;
  staff: StaffRepository;
  audit: Audit;
}

/** Makes a staff member; throws staff.taken when the user name is in use. */
export async function createStaff(
  { platform, staff, audit }: CreateStaffDeps,
  actor: Actor | 'system',
  input: NewStaff,
): Promise<StaffRecord> {
  const { ids, clock, transaction, outbox } = platform;
  const record: StaffRecord = {
    _id: ids.uuid(),
    username: input.username,
    name: input.name,
    passwordHash: await hashPassword(input.password),
    roles: input.roles.map(({ role, unitId, areaId }) => ({ role, unitId, areaId })),
    isDemo: input.isDemo ?? false,
    createdAt: clock.now(),
  };
  try {
    return await transaction(async tx => {
      await staff.insert(record, tx);
      await audit.add(
        actor,
        'staff.created',
        { collection: 'staff', id: record._id, fields: ['username', 'roles'] },
        tx,
      );
      await outbox.add({ name: 'staff.created', staffId: record._id }, tx);
      return record;
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('staff.taken', { cause: error });
    throw error;
  }
}
