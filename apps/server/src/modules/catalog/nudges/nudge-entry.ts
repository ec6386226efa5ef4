import type { ResidentActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import type { EntryRecord } from '../catalog.repository';
import { dutyOfEntry } from '../read-entries';
import type { NudgesDeps } from './deps';
import type { NudgeRecord, NudgeTaskRecord } from './nudge.repository';

interface NudgeEntry {
  id: string;
  entryId: string;
  from: string;
}
type Asked = Pick<NudgeTaskRecord, 'from' | 'label' | 'dueOn'>;

/** Asks for a late period of an entry: counted once a person, and a task of the units that publish it. */
export async function nudgeEntry(
  deps: NudgesDeps,
  actor: ResidentActor,
  { id, entryId, from }: NudgeEntry,
): Promise<{ nudge: NudgeRecord; isNew: boolean }> {
  const { accountId } = actor;
  const findEarlier = async () => {
    const known = await deps.nudges.find(id);
    if (known && (known.accountId !== accountId || known.entryId !== entryId || known.from !== from))
      throw new AppError('id.conflict');
    return known ?? deps.nudges.findOf({ accountId, entryId, from });
  };
  const earlier = await findEarlier();
  if (earlier) return { nudge: earlier, isNew: false };
  const [entry] = await deps.catalog.findInForce([entryId]);
  if (!entry) throw new AppError('entry.not_found');
  const duty = await dutyOfEntry(deps, entry);
  const late = duty?.periods.find(period => period.from === from && period.state === 'overdue');
  if (!late) throw new AppError('nudge.not_late');
  try {
    const nudge = await deps.transaction(async tx => {
      const made = await putNudge(deps, { id, accountId, entry, late, at: deps.clock.now() }, tx);
      await deps.audit.add(actor, 'entry.nudged', { collection: 'catalogNudges', id }, tx);
      await deps.outbox.add({ name: 'entry.nudged', nudgeId: id, taskId: made.taskId }, tx);
      return made;
    });
    return { nudge, isNew: true };
  } catch (error) {
    // Two taps at once, or the first two people at once: the other one is there now.
    if (!isDuplicateKey(error)) throw error;
    const other = await findEarlier();
    if (other) return { nudge: other, isNew: false };
    return nudgeEntry(deps, actor, { id, entryId, from });
  }
}

/** Writes the nudge, and its task when it is the first one; a task that was answered is open again when somebody still asks. */
export async function putNudge(
  { nudges, ids }: Pick<NudgesDeps, 'nudges' | 'ids'>,
  { id, accountId, entry, late, at }: { id: string; accountId: string; entry: EntryRecord; late: Asked; at: Date },
  tx: Tx,
): Promise<NudgeRecord> {
  const { entryId, name: entryName, publisherUnitIds: unitIds } = entry;
  const { from, label, dueOn } = late;
  const known = await nudges.findTaskOf(entryId, from, tx);
  const taskId = known?._id ?? ids.uuid();
  if (known?.state !== 'open') {
    const open = { state: 'open' as const, noticeId: null, conclusion: null };
    const createdAt = known?.createdAt ?? at;
    await nudges.putTask({ _id: taskId, entryId, entryName, from, label, dueOn, unitIds, createdAt, ...open }, tx);
  }
  const nudge: NudgeRecord = { _id: id, taskId, entryId, from, accountId, createdAt: at };
  await nudges.insert(nudge, tx);
  return nudge;
}
