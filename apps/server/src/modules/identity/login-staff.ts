import { hash, verify } from '@node-rs/argon2';
import { beginTry } from './login-tries';
import { checkProof, type Proof, type SecondFactorDeps } from './second-factor';
import type { StaffRecord } from './staff.repository';

/** argon2id with the library's cost (19 MiB, two passes), as OWASP recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A name that does not exist takes as long to refuse as one that does. */
let decoy: Promise<string> | undefined;
const decoyHash = () => (decoy ??= hashPassword('nobody has this password'));

/**
 * Checks name, password and the second factor.
 * @throws auth.password_wrong, auth.totp_required, auth.totp_wrong, auth.recovery_wrong, auth.locked
 */
export async function loginStaff(
  deps: SecondFactorDeps,
  input: { username: string; password: string } & Proof,
): Promise<StaffRecord> {
  const attempt = await beginTry(deps, input.username);
  const member = await deps.staff.findByUsername(input.username);
  const isRight = await verify(member?.passwordHash ?? (await decoyHash()), input.password);
  if (!member || !isRight || member.closedAt) return attempt.refuse('auth.password_wrong');
  if (member.totpSecret) await checkProof(deps, { member, proof: input, attempt });
  await attempt.succeed();
  return member;
}
