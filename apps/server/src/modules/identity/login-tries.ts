import { AppError } from '../../platform/errors';
import type { Clock } from '../../platform/clock';
import type { BlindIndex } from '../../platform/crypto';
import type { StaffRepository } from './staff.repository';

/** Failed tries in a row, and how long the name is locked after them. */
const MAX_TRIES = 5;
const LOCK_SECONDS = 15 * 60;

export interface LoginTriesDeps {
  staff: StaffRepository;
  clock: Clock;
  blindIndex: BlindIndex;
}

export interface LoginTry {
  /** Not a guess, but a question: it does not count. */
  takeBack(): Promise<void>;
  /** It was right: counting starts again. */
  succeed(): Promise<void>;
  refuse(code: 'auth.password_wrong' | 'auth.totp_wrong' | 'auth.recovery_wrong'): Promise<never>;
}

/** Counts a try for this user name, whether it exists or not, before anything is looked at; throws auth.locked after too many. */
export async function beginTry({ staff, clock, blindIndex }: LoginTriesDeps, username: string): Promise<LoginTry> {
  const key = blindIndex.of('login', username.toLowerCase());
  const lock = () => staff.lock(key, new Date(clock.now().getTime() + LOCK_SECONDS * 1000));

  const failures = await staff.findFailures(key);
  const left = (failures?.lockedUntil?.getTime() ?? 0) - clock.now().getTime();
  if (left > 0) throw new AppError('auth.locked', { retryAfter: left / 1000 });
  if ((failures?.count ?? 0) >= MAX_TRIES) {
    await lock();
    throw new AppError('auth.locked', { retryAfter: LOCK_SECONDS });
  }
  const tries = await staff.countTry(key, clock.now());
  return {
    takeBack: () => staff.takeBackTry(key),
    succeed: () => staff.clearFailures(key),
    refuse: async code => {
      if ((tries?.count ?? 1) >= MAX_TRIES) await lock();
      throw new AppError(code);
    },
  };
}
