import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import { beginTry, type LoginTriesDeps, type LoginTry } from './login-tries';
import { hashRecoveryCode } from './recovery-codes';
import type { StaffRecord } from './staff.repository';
import type { Totp } from './totp';

/** What somebody shows for the second factor: one of the two. */
export interface Proof {
  totp?: string | undefined;
  recoveryCode?: string | undefined;
}

export interface SecondFactorDeps extends LoginTriesDeps {
  platform: Pick<Platform, 'transaction'>;
  totp: Totp;
  audit: Audit;
}

/**
 * A missing code is a question, not a guess, and does not count; a wrong one counts like a wrong password.
 * @throws auth.totp_required, auth.totp_wrong, auth.recovery_wrong
 */
export async function checkProof(
  deps: SecondFactorDeps,
  { member, proof, attempt }: { member: StaffRecord; proof: Proof; attempt: LoginTry },
): Promise<void> {
  const { totp, recoveryCode } = proof;
  if (totp !== undefined) {
    const step = member.totpSecret ? deps.totp.stepOf(member._id, member.totpSecret, totp) : null;
    if (step === null || !(await deps.staff.useTotpStep(member._id, step))) await attempt.refuse('auth.totp_wrong');
  } else if (recoveryCode !== undefined) {
    if (!(await useRecoveryCode(deps, member, recoveryCode))) await attempt.refuse('auth.recovery_wrong');
  } else {
    await attempt.takeBack();
    throw new AppError('auth.totp_required');
  }
}

/** For what a running session alone must not be enough; tries count as those of the login. */
export async function assertProven(deps: SecondFactorDeps, member: StaffRecord, proof: Proof): Promise<void> {
  const attempt = await beginTry(deps, member.username);
  await checkProof(deps, { member, proof, attempt });
  await attempt.succeed();
}

function useRecoveryCode(deps: SecondFactorDeps, member: StaffRecord, code: string): Promise<boolean> {
  const { _id: staffId } = member;
  return deps.platform.transaction(async tx => {
    if (!(await deps.staff.useRecoveryCode(staffId, hashRecoveryCode(deps, staffId, code), tx))) return false;
    // There is no session yet: whoever holds the code is the member.
    const actor = { kind: 'staff', accountId: staffId, sessionId: '', staffId, roles: [] } as const;
    const subject = { collection: 'staff', id: staffId, fields: ['recoveryCodes'] };
    await deps.audit.add(actor, 'staff.recovery-code-used', subject, tx);
    return true;
  });
}
