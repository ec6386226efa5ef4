import { startOfShanghaiDate } from '../../../platform/clock';
import { addDays, type LocalDate } from '@bandeng/rules';
import config from '../../../../../../config/grid.json';
import type { SlipRecord } from './slip.repository';

export type SlipState = 'unbound' | 'open' | 'claimed' | 'expired' | 'void';

export function stateOf(slip: Pick<SlipRecord, 'claimedAt' | 'voidedAt' | 'expiresAt'>, now: Date): SlipState {
  if (slip.claimedAt !== null) return 'claimed';
  if (slip.voidedAt !== null) return 'void';
  if (slip.expiresAt === null) return 'unbound';
  return slip.expiresAt > now ? 'open' : 'expired';
}

/** The end of the last day of a slip that is bound on this one. */
export const endOfSlip = (boundOn: LocalDate): Date => startOfShanghaiDate(addDays(boundOn, config.slipDays + 1));

export const isLocked = ({ lockedUntil }: Pick<SlipRecord, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now;
