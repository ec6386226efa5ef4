import type { StaffActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { StaffRepository } from './staff.repository';
import type { Totp } from './totp';

interface EnrollTotpDeps {
  platform: Pick<Platform, 'transaction'>;
  staff: StaffRepository;
  totp: Totp;
  audit: Audit;
}

/** A new secret, shown once; it counts only after its first code was confirmed. */
export async function beginTotp(
  { staff, totp }: EnrollTotpDeps,
  actor: StaffActor,
): Promise<{ secret: string; uri: string }> {
  const member = await staff.find(actor.staffId);
  if (!member) throw new AppError('staff.not_found');
  const { secret, sealed, uri } = totp.begin(member._id, member.username);
  await staff.setPendingTotp(member._id, sealed);
  return { secret, uri };
}

/** Throws auth.totp_wrong when the code does not fit the secret begun last. */
export async function confirmTotp(
  { platform, staff, totp, audit }: EnrollTotpDeps,
  actor: StaffActor,
  code: string,
): Promise<void> {
  const member = await staff.find(actor.staffId);
  const pending = member?.pendingTotpSecret;
  const step = pending ? totp.stepOf(actor.staffId, pending, code) : null;
  if (!pending || step === null) throw new AppError('auth.totp_wrong');
  await platform.transaction(async tx => {
    await staff.confirmTotp(actor.staffId, pending, step, tx);
    await audit.add(
      actor,
      'staff.totp-enrolled',
      { collection: 'staff', id: actor.staffId, fields: ['totpSecret'] },
      tx,
    );
  });
}
