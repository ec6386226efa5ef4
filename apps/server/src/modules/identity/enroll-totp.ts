import type { StaffActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { makeRecoveryCodes } from './recovery-codes';
import { assertProven, type Proof, type SecondFactorDeps } from './second-factor';
import type { StaffRecord } from './staff.repository';

interface EnrollTotpDeps extends SecondFactorDeps {
  platform: Pick<Platform, 'transaction' | 'ids'>;
}

async function getMember({ staff }: EnrollTotpDeps, { staffId }: StaffActor): Promise<StaffRecord> {
  const member = await staff.find(staffId);
  if (!member) throw new AppError('staff.not_found');
  return member;
}

/** A new secret, shown once; it counts only after its first code was confirmed. Who has a second factor proves it first. */
export async function beginTotp(
  deps: EnrollTotpDeps,
  actor: StaffActor,
  proof: Proof,
): Promise<{ secret: string; uri: string }> {
  const member = await getMember(deps, actor);
  if (member.totpSecret) await assertProven(deps, member, proof);
  const { secret, sealed, uri } = deps.totp.begin(member._id, member.username);
  await deps.staff.setPendingTotp(member._id, sealed);
  return { secret, uri };
}

/** Gives the recovery codes, which are shown this once. Throws auth.totp_wrong when the code does not fit the secret begun last. */
export async function confirmTotp(deps: EnrollTotpDeps, actor: StaffActor, code: string): Promise<string[]> {
  const { pendingTotpSecret } = await getMember(deps, actor);
  const totpStep = pendingTotpSecret ? deps.totp.stepOf(actor.staffId, pendingTotpSecret, code) : null;
  if (!pendingTotpSecret || totpStep === null) throw new AppError('auth.totp_wrong');
  const codes = codesOf(deps, actor);
  await deps.platform.transaction(async tx => {
    const confirmed = { totpSecret: pendingTotpSecret, totpStep, recoveryCodes: codes.kept };
    await deps.staff.confirmTotp(actor.staffId, confirmed, tx);
    await noteInAudit(deps, actor, 'staff.totp-enrolled', ['totpSecret', 'recoveryCodes'], tx);
  });
  return codes.shown;
}

/** A new set; the ones before it end. */
export async function renewRecoveryCodes(deps: EnrollTotpDeps, actor: StaffActor, proof: Proof): Promise<string[]> {
  const member = await getMember(deps, actor);
  await assertProven(deps, member, proof);
  const codes = codesOf(deps, actor);
  await deps.platform.transaction(async tx => {
    await deps.staff.setRecoveryCodes(member._id, codes.kept, tx);
    await noteInAudit(deps, actor, 'staff.recovery-codes-renewed', ['recoveryCodes'], tx);
  });
  return codes.shown;
}

const codesOf = ({ platform, blindIndex }: EnrollTotpDeps, { staffId }: StaffActor) =>
  makeRecoveryCodes({ ids: platform.ids, blindIndex }, staffId);

const noteInAudit = (deps: EnrollTotpDeps, actor: StaffActor, action: string, fields: string[], tx: Tx) =>
  deps.audit.add(actor, action, { collection: 'staff', id: actor.staffId, fields }, tx);
