import type { ErrorCode } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { SLIP_DIGITS } from '@bandeng/rules';
import config from '../../../../../../config/grid.json';
import type { ResidentActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { isSameSecret, sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { GridDeps } from '../deps';
import { contactIn } from '../shares/open-share';
import { lastFourOf } from './bind-slip';
import { SLIPS, type Claimable, type SlipRecord } from './slip.repository';
import { isLocked, stateOf, type SlipState } from './slip-state';

const HOUR = 3_600_000;
type Claimed = RouteAnswer<'slips.claim'>;
/** Makes a record this resident's; false when it is somebody else's. */
type HandOver = (actor: ResidentActor, recordId: string, tx: Tx) => Promise<boolean>;

/** Who hands over what was taken down. */
const handOvers = ({ consultations, enquiries }: GridDeps): Record<Claimable, HandOver> => ({
  comment: (actor, id, tx) => consultations.handOver(actor, id, tx),
  enquiry: (actor, id, tx) => enquiries.handOver(actor, id, tx),
});

const REFUSALS: Record<Exclude<SlipState, 'open' | 'claimed'>, ErrorCode> = {
  unbound: 'slip.unbound',
  expired: 'slip.expired',
  void: 'slip.void',
};

async function getSlip({ slips }: GridDeps, code: string, tx?: Tx): Promise<SlipRecord> {
  const slip = await slips.findSlip(code.slice(0, SLIP_DIGITS), tx);
  if (!slip || !isSameSecret(slip.codeHash, sha256(code))) throw new AppError('slip.not_found');
  return slip;
}

/** What whoever holds a slip is told before a login: nothing of what was taken down. */
export async function describeSlip(deps: GridDeps, code: string): Promise<RouteAnswer<'slips.get'>> {
  const slip = await getSlip(deps, code);
  const now = deps.clock.now();
  const [state, contact] = [stateOf(slip, now), await contactIn(deps, slip.lineage)];
  const { kind, expiresAt, lockedUntil, lastFour } = slip;
  if (state !== 'open' || !kind || !expiresAt) return { state: state === 'open' ? 'void' : state, contact };
  return {
    ...{
      state,
      kind,
      contact,
      asksLastFour: lastFour !== null,
      until: shanghaiDate(new Date(expiresAt.getTime() - 1)),
    },
    lockedUntil: isLocked(slip, now) ? lockedUntil!.toISOString() : null,
  };
}

/**
 * Makes what was taken down the resident's own, once; the same person again gets the same answer. Wrong digits are counted and written,
 * so the transaction says what came of it and the refusal follows its commit.
 */
export async function claimSlip(
  deps: GridDeps,
  actor: ResidentActor,
  { code, lastFour }: RouteInput<'slips.claim'>['body'],
): Promise<Claimed> {
  const outcome = await deps.transaction(tx => tryClaim(deps, actor, { code, lastFour }, tx));
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

async function tryClaim(
  deps: GridDeps,
  actor: ResidentActor,
  { code, lastFour }: { code: string; lastFour: string | undefined },
  tx: Tx,
): Promise<Claimed | AppError> {
  const slip = await getSlip(deps, code, tx);
  const state = stateOf(slip, deps.clock.now());
  if (state !== 'open' && state !== 'claimed') return new AppError(REFUSALS[state]);
  const { _id: number, kind, recordId } = slip;
  if (!kind || !recordId) return new AppError('slip.used');
  const claimedBy = deps.blindIndex.of('slip-claimed-by', `${number}\n${actor.accountId}`);
  if (state === 'claimed') return slip.claimedBy === claimedBy ? { kind, id: recordId } : new AppError('slip.used');
  const refused = await checkLastFour(deps, slip, lastFour, tx);
  if (refused) return refused;
  const takenDown = await deps.visits.findOnBehalf(recordId);
  if (takenDown !== null && takenDown.staffId === actor.staffId) return new AppError('slip.own_work');
  if (!(await handOvers(deps)[kind](actor, recordId, tx))) return new AppError('slip.used');
  await deps.slips.setSlip(number, { claimedAt: deps.clock.now(), claimedBy }, tx);
  await deps.audit.add(actor, 'slip.claimed', { collection: SLIPS, id: number }, tx);
  return { kind, id: recordId };
}

async function checkLastFour(
  deps: GridDeps,
  slip: SlipRecord,
  given: string | undefined,
  tx: Tx,
): Promise<AppError | null> {
  const { _id: number, lastFour, lockedUntil } = slip;
  if (lastFour === null) return null;
  const now = deps.clock.now().getTime();
  if (isLocked(slip, deps.clock.now()))
    return new AppError('slip.locked', { retryAfter: (lockedUntil!.getTime() - now) / 1000 });
  if (given === undefined) return invalidField('lastFour', '填手机号的最后四位');
  if (isSameSecret(lastFour, lastFourOf(deps, number, given))) return null;
  const wrongTries = slip.wrongTries + 1;
  const isTooMany = wrongTries >= config.slipTries;
  const locked = { wrongTries: 0, lockedUntil: new Date(now + config.slipLockHours * HOUR) };
  await deps.slips.setSlip(number, isTooMany ? locked : { wrongTries }, tx);
  return isTooMany
    ? new AppError('slip.locked', { retryAfter: config.slipLockHours * 3600 })
    : new AppError('slip.last_four', { data: { triesLeft: config.slipTries - wrongTries } });
}
