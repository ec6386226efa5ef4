import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Sessions } from './sessions';
import type { StaffRecord, StaffRepository } from './staff.repository';

interface CloseStaffDeps {
  platform: Pick<Platform, 'clock' | 'transaction'>;
  staff: StaffRepository;
  sessions: Sessions;
  audit: Audit;
}

/**
 * Ends a staff member: roles, sessions and what a bound WeChat account may do, from the next call on.
 * @param actor 'system': the command line
 * @throws staff.not_found also for one who is closed; auth.forbidden for oneself, so that the last admin stays
 */
export async function closeStaff(
  { platform, staff, sessions, audit }: CloseStaffDeps,
  actor: OfficeActor | 'system',
  member: StaffRecord | null,
): Promise<void> {
  if (!member || member.closedAt) throw new AppError('staff.not_found');
  if (actor !== 'system' && actor.staffId === member._id) throw new AppError('auth.forbidden');
  await platform.transaction(async tx => {
    await staff.close(member._id, platform.clock.now(), tx);
    await sessions.endAll(member._id, tx);
    const subject = {
      collection: 'staff',
      id: member._id,
      fields: ['roles', 'closedAt'],
      from: 'active',
      to: 'closed',
    };
    await audit.add(actor, 'staff.closed', subject, tx);
  });
}
