import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../platform/errors';
import type { Clock } from '../../platform/clock';
import type { BlindIndex } from '../../platform/crypto';
import type { StaffRecord, StaffRepository } from './staff.repository';
import type { Totp } from './totp';

/** Failed tries in a row, and how long the name is locked after them. */
const MAX_TRIES = 5;
const LOCK_SECONDS = 15 * 60;

/** argon2id with the library's cost (19 MiB, two passes), as OWASP recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password);

export interface LoginStaffDeps {
  staff: StaffRepository;
  totp: Totp;
  clock: Clock;
  blindIndex: BlindIndex;
}

/** A name that does not exist takes as long to refuse as one that does. */
let decoy: Promise<string> | undefined;
const decoyHash = () => (decoy ??= hashPassword('nobody has this password'));

/** Checks name, password and the second factor; throws auth.password_wrong, auth.totp_required, auth.totp_wrong or auth.locked. */
export async function loginStaff(
  deps: LoginStaffDeps,
  input: { username: string; password: string; totp?: string | undefined },
): Promise<StaffRecord> {
  const { staff, clock, blindIndex } = deps;
  const key = blindIndex.of('login', input.username.toLowerCase());
  await assertNotLocked(deps, key);
  const tries = await staff.countTry(key, clock.now());

  const member = await staff.findByUsername(input.username);
  const isRight = await verify(member?.passwordHash ?? (await decoyHash()), input.password);
  if (!member || !isRight || member.closedAt) return refuse(deps, key, tries?.count ?? 1, 'auth.password_wrong');
  if (member.totpSecret) {
    // A missing code is a question, not a guess, and does not count; a wrong one counts like a wrong password.
    if (input.totp === undefined) {
      await staff.takeBackTry(key);
      throw new AppError('auth.totp_required');
    }
    const step = deps.totp.stepOf(member._id, member.totpSecret, input.totp);
    if (step === null || !(await staff.useTotpStep(member._id, step)))
      return refuse(deps, key, tries?.count ?? 1, 'auth.totp_wrong');
  }
  await staff.clearFailures(key);
  return member;
}

async function assertNotLocked({ staff, clock }: LoginStaffDeps, key: string): Promise<void> {
  const failures = await staff.findFailures(key);
  const left = (failures?.lockedUntil?.getTime() ?? 0) - clock.now().getTime();
  if (left > 0) throw new AppError('auth.locked', { retryAfter: left / 1000 });
  if ((failures?.count ?? 0) >= MAX_TRIES) await lockAndThrow({ staff, clock }, key);
}

async function refuse(
  deps: LoginStaffDeps,
  key: string,
  tries: number,
  code: 'auth.password_wrong' | 'auth.totp_wrong',
): Promise<never> {
  if (tries >= MAX_TRIES) await deps.staff.lock(key, lockEnd(deps.clock));
  throw new AppError(code);
}

const lockEnd = (clock: Clock) => new Date(clock.now().getTime() + LOCK_SECONDS * 1000);

async function lockAndThrow({ staff, clock }: Pick<LoginStaffDeps, 'staff' | 'clock'>, key: string): Promise<never> {
  await staff.lock(key, lockEnd(clock));
  throw new AppError('auth.locked', { retryAfter: LOCK_SECONDS });
}
