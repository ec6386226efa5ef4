import type { OwnNudge, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { ResidentActor } from '../../../http/actor';
import type { NudgesDeps } from './deps';
import type { NudgeRecord, NudgeTaskRecord } from './nudge.repository';

/** What I asked for that was late, the newest first, and what the unit did or said. */
export async function listOwnNudges(
  { nudges }: NudgesDeps,
  actor: ResidentActor,
  query: RouteInput<'me.nudges.list'>['query'],
): Promise<RouteAnswer<'me.nudges.list'>> {
  const { items, nextCursor } = await nudges.listOfAccount(actor.accountId, query);
  const tasks = await nudges.findTasks(items.map(({ taskId }) => taskId));
  return {
    items: items.flatMap(nudge => {
      const task = tasks.get(nudge.taskId);
      return task ? [present(nudge, task)] : [];
    }),
    nextCursor,
  };
}

function present({ _id: id, createdAt }: NudgeRecord, task: NudgeTaskRecord): OwnNudge {
  const { entryId, entryName, label, dueOn, state, noticeId, conclusion } = task;
  return {
    ...{ id, entry: { id: entryId, name: entryName }, label, dueOn, createdAt: createdAt.toISOString() },
    ...{ state: state === 'open' ? 'waiting' : noticeId === null ? 'answered' : 'published', noticeId },
    answer: conclusion,
  };
}
