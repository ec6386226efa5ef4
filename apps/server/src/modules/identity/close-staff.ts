import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Sessions } from './sessions';
import type { StaffRepository } from './staff.repository';

interface CloseStaffDeps {
  platform: Pick<Platform, 'clock' | 'transaction'>;
  staff: StaffRepository;
  sessions: Sessions;
  audit: Audit;
}

/** Ends a staff member: roles, sessions and what a bound WeChat account may do, from the next call on. Throws staff.not_found. */
export async function closeStaff(
  { platform, staff, sessions, audit }: CloseStaffDeps,
  username: string,
): Promise<void> {
  const member = await staff.findByUsername(username);
  if (!member || member.closedAt) throw new AppError('staff.not_found');
  await platform.transaction(async tx => {
    await staff.close(member._id, platform.clock.now(), tx);
    await sessions.endAll(member._id, tx);
    await audit.add(
      'system',
      'staff.closed',
      { collection: 'staff', id: member._id, fields: ['roles', 'closedAt'] },
      tx,
    );
  });
}
