import { unitsOf, type Actor } from '../../http/actor';
import type { RecordCount, WaitingTask } from '../../platform/module';
import type { NoticesDeps } from './deps';
import { describeTasks } from './read-notices';

/** Errors that readers found in the notices of this actor's units. */
export async function listWaitingFeedback(deps: NoticesDeps, actor: Actor, limit: number): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const { items } = await deps.feedback.listTasks({ state: 'open', unitIds }, { limit });
  const tasks = await describeTasks(deps, items);
  return tasks.map(({ id, noticeTitle, text, createdAt }) => ({
    kind: 'feedback',
    recordId: id,
    title: noticeTitle,
    note: text === null ? '有人说有错' : `有人说：${text}`,
    step: '核对，改正或者说明',
    since: createdAt,
    dueOn: null,
  }));
}

export async function countFeedback({ feedback }: NoticesDeps, actor: Actor): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  return [{ kind: 'feedback_open', count: await feedback.countTasks({ state: 'open', unitIds }) }];
}
