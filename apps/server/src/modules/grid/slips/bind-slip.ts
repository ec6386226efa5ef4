import type { GridRecord } from '@bandeng/contracts/types';
import { startOfShanghaiDate } from '../../../platform/clock';
import type { Tx } from '../../../platform/transaction';
import type { GridDeps } from '../deps';
import { liesIn } from '../grid.policy';
import type { SlipRecord } from './slip.repository';
import { endOfSlip, stateOf } from './slip-state';

type Given = Extract<GridRecord, { slip: unknown }>;
type Deps = Pick<GridDeps, 'slips' | 'organization' | 'clock'>;

/**
 * Why the slip of a record cannot be bound to it, in words the worker can act on; null when it can, when it is already, or when none was
 * left. What was said is then not taken in either: it stays on the phone, and goes again with another slip or with none.
 */
export async function slipRefusal(
  deps: Deps,
  areaIds: readonly string[],
  { id, slip }: Pick<Given, 'id' | 'slip'>,
  tx?: Tx,
): Promise<string | null> {
  if (slip === null) return null;
  const found = await deps.slips.findSlip(slip.number, tx);
  if (!found || !(await isOfWalk(deps, found, areaIds)))
    return '不认识这张便条：看看编号，或者换一张（改成不留便条也行），再交。';
  if (found.recordId === id) return null;
  const state = stateOf(found, deps.clock.now());
  if (state === 'void') return '这张便条作废了，换一张（改成不留便条也行），再交。';
  return state === 'unbound' ? null : '这张便条用过了，换一张（改成不留便条也行），再交。';
}

/** Whether it is of an area that the worker walks in, or of one that theirs lie in. */
async function isOfWalk(
  { organization }: Deps,
  { areaId, lineage }: SlipRecord,
  areaIds: readonly string[],
): Promise<boolean> {
  if (liesIn(lineage, areaIds)) return true;
  const areas = await organization.findAreas(areaIds);
  return [...areas.values()].some(area => area.lineage.includes(areaId));
}

/**
 * Binds a slip that slipRefusal has nothing against, in the transaction that asked it. The digits of the phone are kept as a keyed hash;
 * of the time the day, and in the audit the batch counts it: with its hour a slip would say at which door the worker was then (ADR 12).
 */
export async function bindSlip(deps: GridDeps, { id, kind, slip }: Given, tx: Tx): Promise<void> {
  if (slip === null) return;
  const { number, lastFour } = slip;
  await deps.slips.setSlip(
    number,
    {
      ...{
        kind,
        recordId: id,
        boundAt: startOfShanghaiDate(deps.clock.today()),
        expiresAt: endOfSlip(deps.clock.today()),
      },
      lastFour: lastFour && lastFourOf(deps, number, lastFour),
    },
    tx,
  );
}

export const lastFourOf = ({ blindIndex }: Pick<GridDeps, 'blindIndex'>, number: string, lastFour: string): string =>
  blindIndex.of('slip-last-four', `${number}\n${lastFour}`);
