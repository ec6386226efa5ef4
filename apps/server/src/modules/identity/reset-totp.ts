import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Sessions } from './sessions';
import type { StaffRecord, StaffRepository } from './staff.repository';

interface ResetTotpDeps {
  platform: Pick<Platform, 'clock' | 'transaction' | 'outbox' | 'fields' | 'personKeys'>;
  staff: StaffRepository;
  sessions: Sessions;
  audit: Audit;
}

const REASON = 'totpResetReason';
const placeOf = (id: string) => ({ collection: 'staff', id, field: REASON });

/** The reason lies in the member's record, for the member. */
export const SEALED_REASON = { collection: 'staff', path: 'totpReset.reason', field: REASON };

/**
 * For who lost the phone and the recovery codes: the next login needs the password alone and leads to a new enrolment. Every session
 * ends, so that nobody who holds the old phone stays in.
 * @throws staff.not_found also for one who is closed; auth.forbidden for oneself: two people must agree on it; staff.no_totp
 */
export async function resetTotp(
  { platform, staff, sessions, audit }: ResetTotpDeps,
  actor: OfficeActor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const member = await staff.find(id);
  if (!member || member.closedAt) throw new AppError('staff.not_found');
  if (actor.staffId === id) throw new AppError('auth.forbidden');
  if (!member.totpSecret) throw new AppError('staff.no_totp');
  const value = await platform.personKeys.seal(id, reason, { collection: 'audit', id, field: 'reason' });
  const kept = { at: platform.clock.now(), by: actor.staffId, reason: platform.fields.encrypt(reason, placeOf(id)) };
  await platform.transaction(async tx => {
    await staff.resetTotp(id, kept, tx);
    await sessions.endAll(id, tx);
    const subject = { collection: 'staff', id, fields: ['totpSecret', 'recoveryCodes'] };
    await audit.add(actor, 'staff.totp-reset', { ...subject, sealedReason: { personId: id, value } }, tx);
    await platform.outbox.add({ name: 'staff.totp-reset', staffId: id }, tx);
  });
}

/** What the member is told of it. */
export async function presentReset(
  { platform, staff }: Pick<ResetTotpDeps, 'staff'> & { platform: Pick<Platform, 'fields'> },
  { _id, totpReset }: StaffRecord,
): Promise<{ at: string; by: string; reason: string } | null> {
  if (!totpReset) return null;
  const by = await staff.find(totpReset.by);
  return {
    at: totpReset.at.toISOString(),
    by: by?.name ?? '',
    reason: platform.fields.decrypt(totpReset.reason, placeOf(_id)),
  };
}
