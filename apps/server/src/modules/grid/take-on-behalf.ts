import type { GridRecord } from '@bandeng/contracts/types';
import { canonicalJson, scanText } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { GridDeps } from './deps';
import { liesIn } from './grid.policy';
import { bindSlip, slipRefusal } from './slips/bind-slip';
import type { Answer, Arrival } from './sync-records';
import { keyOfBuilding, keyOfWorker } from './asked/tell-key';
import type { OnBehalfRecord } from './visit.model';

/** Who sends it, and the areas they walk. */
export interface Walker {
  actor: OfficeActor;
  areaIds: readonly string[];
}
type OnBehalf = Extract<GridRecord, { consent: unknown }>;

interface Taken {
  record: OnBehalf;
  arrival: Arrival;
  about: OnBehalfRecord['about'];
  /** Writes the words where they belong; `lineage`: of the door, or of the areas walked. */
  write: (lineage: string[]) => Promise<void>;
  /** Why they are not taken there, by the code of the error, in words the worker can act on. */
  refusals: Readonly<Partial<Record<string, string>>>;
}

/**
 * Takes in what was taken down for somebody: the words go where they belong, by `write`; what stays here is from which door they came, by
 * whom, and how the person agreed. What the worker's account knows of the worker goes nowhere.
 */
export async function takeOnBehalf(
  deps: GridDeps,
  { actor, areaIds }: Walker,
  { record, arrival, about, write, refusals }: Taken,
): Promise<Answer> {
  const { id, kind, doorId, consent } = record;
  const { contentHash, on, isLate } = arrival;
  const existing = await deps.visits.findOnBehalf(id);
  if (existing) return existing.contentHash === contentHash ? { id, result: 'known' } : conflictWith(id, existing);
  const door = doorId === null ? null : await deps.doors.findDoor(doorId);
  if (doorId !== null && (!door || !liesIn(door.lineage, areaIds)))
    return { id, result: 'rejected', reason: '这扇门不在你的网格里了，请问问街道，或者不写门再交。' };
  // Who is called by the office needs no slip.
  const given = record.kind === 'request' ? { ...record, slip: null } : record;
  const refusal = await slipRefusal(deps, areaIds, given);
  if (refusal !== null) return { id, result: 'rejected', reason: refusal };
  // The points of a signature are no words.
  const said = { ...record, consent: { ...consent, signature: undefined } };
  if (scanText(canonicalJson(said)).some(({ kind: found }) => found === 'idNumber'))
    return { id, result: 'rejected', reason: '话里有像身份证号的内容：证件号不记。请删掉，再读给本人听。' };
  const lineage = door?.lineage ?? (await lineageOf(deps, areaIds));
  try {
    await write(lineage);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'id.conflict') return conflictWith(id, existing);
    const reason = refusals[error.code];
    if (reason === undefined) throw error;
    return { id, result: 'rejected', reason };
  }
  const { how, words, signature } = consent;
  const takenDown: OnBehalfRecord = {
    ...{ _id: id, contentHash, staffId: actor.staffId, kind, about, doorId, lineage },
    ...{ on, consent: { how, words }, isLate, dayStart: startOfShanghaiDate(on) },
    signature: signature ? deps.visits.sealSignature(id, signature.strokes) : null,
    ...{ tellKeys: door ? [...door.lineage, keyOfBuilding(door.buildingId)] : [keyOfWorker(actor.staffId)], tells: [] },
  };
  const bound = await deps.transaction(async tx => {
    // Another phone may have bound the same slip meanwhile: the words are there, and come again under their id with another slip.
    const reason = await slipRefusal(deps, areaIds, given, tx);
    if (reason !== null) return reason;
    await deps.visits.putOnBehalf(takenDown, tx);
    if (record.kind !== 'request') await bindSlip(deps, record, tx);
    return null;
  });
  if (bound !== null) return { id, result: 'rejected', reason: bound };
  return { id, result: 'accepted', isLate };
}

/** Where no door was written down: the areas the worker walks, and what they lie in. */
async function lineageOf({ organization }: GridDeps, areaIds: readonly string[]): Promise<string[]> {
  const areas = await organization.findAreas(areaIds);
  return [...new Set([...areas.values()].flatMap(({ lineage }) => lineage))];
}

const conflictWith = (id: string, existing: OnBehalfRecord | null): Answer => ({
  ...{ id, result: 'conflict' },
  reason: '这一条已经交过，内容不一样。留下已有的，或者把手里的另记一条。',
  current: existing ? [existing.on, existing.consent.words] : [],
});
