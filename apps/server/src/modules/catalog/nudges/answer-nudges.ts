import { hasRoleForUnit, type OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { ListenerContext } from '../../../platform/listeners';
import type { Tx } from '../../../platform/transaction';
import { dutyOfEntry } from '../read-entries';
import type { NudgesDeps } from './deps';
import type { NudgeTaskRecord } from './nudge.repository';

const COLLECTION = 'catalogNudgeTasks';

/** Who publishes for one of the entry's units answers for it; the whole district's offices for every one. */
const isAnswerable = (actor: OfficeActor, unitIds: readonly string[]): boolean =>
  ['', ...unitIds].some(unitId => hasRoleForUnit(actor, unitId, 'editor', 'office', 'street'));

/** Ends a task with an answer: why it is not published, or when it will be. Whoever asked is told. */
export async function closeNudgeTask(
  deps: NudgesDeps,
  actor: OfficeActor,
  { id, conclusion }: { id: string; conclusion: string },
): Promise<NudgeTaskRecord> {
  return deps.transaction(async tx => {
    const task = await deps.nudges.findTask(id, tx);
    if (!task || !isAnswerable(actor, task.unitIds)) throw new AppError('nudge.task_not_found');
    if (task.state === 'done') return task;
    return settle(deps, actor, { ...task, conclusion }, tx);
  });
}

/** A notice came or changed: tasks whose period it published are done. */
export async function settleFulfilled(
  deps: NudgesDeps,
  noticeId: string,
  { once }: Pick<ListenerContext, 'once'>,
): Promise<void> {
  const open = await deps.nudges.listOpen(await deps.notices.entriesOf(noticeId));
  const fulfilled: NudgeTaskRecord[] = [];
  for (const task of open) {
    const [entry] = await deps.catalog.findInForce([task.entryId]);
    const duty = entry && (await dutyOfEntry(deps, entry));
    const period = duty?.periods.find(({ from, state }) => from === task.from && state === 'published');
    if (period) fulfilled.push({ ...task, noticeId: period.noticeId });
  }
  if (fulfilled.length === 0) return;
  await once(async tx => {
    for (const task of fulfilled) {
      const now = await deps.nudges.findTask(task._id, tx);
      if (now?.state === 'open') await settle(deps, 'system', task, tx);
    }
  });
}

async function settle(
  deps: NudgesDeps,
  actor: OfficeActor | 'system',
  task: NudgeTaskRecord,
  tx: Tx,
): Promise<NudgeTaskRecord> {
  const done = { ...task, state: 'done' as const };
  await deps.nudges.putTask(done, tx);
  const fields = ['state', done.noticeId === null ? 'conclusion' : 'noticeId'];
  await deps.audit.add(actor, 'entry.nudge_answered', { collection: COLLECTION, id: task._id, fields }, tx);
  await deps.outbox.add({ name: 'entry.nudge_answered', taskId: task._id }, tx);
  return done;
}
