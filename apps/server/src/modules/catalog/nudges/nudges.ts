import type { NudgeTask } from '@bandeng/contracts/types';
import { unitsOf } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import type { Listener } from '../../../platform/listeners';
import type { PersonalData, ServerModule } from '../../../platform/module';
import type { Tx } from '../../../platform/transaction';
import { dutyOfEntry } from '../read-entries';
import { closeNudgeTask, settleFulfilled } from './answer-nudges';
import type { NudgesDeps } from './deps';
import { nudgeEntry, putNudge } from './nudge-entry';
import type { NudgeTaskRecord } from './nudge.repository';
import { listOwnNudges } from './own-nudges';

/** What other modules may ask of the nudges. */
export interface Nudges {
  /** What to tell of a task that was answered; null when it is open or gone. */
  findNudgeAnswer(taskId: string): Promise<NudgeAnswer | null>;
  /** Accounts that asked, in the order of their nudges, from after `afterId`. */
  listNudgers(taskId: string, afterId: string, limit: number): Promise<{ accountIds: string[]; lastId: string }>;
  /** Writes nudges for the latest late period of an entry as they were made earlier (the demo district); one that exists is left alone. */
  loadNudges(nudges: readonly { id: string; accountId: string; entryId: string; at: Date }[]): Promise<void>;
}
type NudgeAnswer = Pick<NudgeTaskRecord, 'entryId' | 'entryName' | 'label' | 'noticeId' | 'conclusion'>;

const NEXT = '已经告诉负责公开的单位。公开了，或者有答复，就在消息里告诉你。';

export function createNudges(deps: NudgesDeps) {
  const { nudges } = deps;
  const present = async (tasks: readonly NudgeTaskRecord[]): Promise<NudgeTask[]> => {
    const counts = await nudges.countByTask(tasks.map(({ _id }) => _id));
    return tasks.map(({ _id, createdAt, ...facts }) => ({
      ...facts,
      id: _id,
      createdAt: createdAt.toISOString(),
      count: counts.get(_id) ?? 0,
    }));
  };

  const handlers = defineHandlers({
    'entries.nudge': async ({ actor, params, body }) => {
      const { nudge, isNew } = await nudgeEntry(deps, actor, { ...body, entryId: params.id });
      const { _id: id, entryId, from, createdAt } = nudge;
      return created({ id, entryId, from, at: createdAt.toISOString(), next: NEXT }, isNew);
    },
    'me.nudges.list': ({ actor, query }) => listOwnNudges(deps, actor, query),
    'staff.nudges.list': async ({ actor, query }) => {
      const page = await nudges.listTasks(
        { state: query.state, unitIds: unitsOf(actor, 'editor', 'office', 'street') },
        query,
      );
      return { items: await present(page.items), nextCursor: page.nextCursor };
    },
    'staff.nudges.close': async ({ actor, params, body }) => {
      const task = await closeNudgeTask(deps, actor, { id: params.id, conclusion: body.conclusion });
      return (await present([task]))[0]!;
    },
  });

  const listeners: Listener[] = [
    {
      name: 'catalog.nudges-fulfilled',
      events: ['notice.published', 'notice.updated'],
      handle: (event, context) => settleFulfilled(deps, String(event.noticeId), context),
    },
  ];

  const listWaiting: ServerModule['listWaiting'] = async (actor, limit) => {
    const unitIds = unitsOf(actor, 'editor', 'office', 'street');
    const { items } = await nudges.listTasks({ state: 'open', unitIds }, { limit });
    return items.map(task => ({
      kind: 'nudge',
      recordId: task._id,
      title: `${task.entryName}（${task.label}）`,
      note: '标准目录 · 居民催公开',
      step: '公开这一期，或者说明原因',
      since: task.createdAt.toISOString(),
      dueOn: task.dueOn,
    }));
  };

  const countRecords: ServerModule['countRecords'] = async actor => {
    const unitIds = unitsOf(actor, 'editor', 'office', 'street');
    if (unitIds.length === 0) return [];
    return [{ kind: 'nudges_open', count: await nudges.countTasks({ state: 'open', unitIds }) }];
  };

  const personalData: PersonalData[] = [
    {
      name: 'nudges',
      export: async accountId =>
        (await nudges.allOfAccount(accountId)).map(({ entryId, from, createdAt }) => ({
          entryId,
          from,
          at: createdAt.toISOString(),
        })),
      erase: (accountId: string, tx: Tx) => nudges.eraseOf(accountId, tx),
    },
  ];

  const api: Nudges = {
    findNudgeAnswer: async taskId => {
      const task = await nudges.findTask(taskId);
      return task?.state === 'done' ? task : null;
    },
    listNudgers: async (taskId, afterId, limit) => {
      const found = await nudges.listAfter(taskId, afterId, limit);
      return { accountIds: found.map(({ accountId }) => accountId), lastId: found.at(-1)?._id ?? afterId };
    },
    loadNudges: async given => {
      for (const { id, accountId, entryId, at } of given) {
        const [entry] = await deps.catalog.findInForce([entryId]);
        const duty = entry && (await dutyOfEntry(deps, entry));
        const late = duty?.periods.findLast(period => period.state === 'overdue');
        if (!entry || !late || (await nudges.find(id))) continue;
        await deps.transaction(async tx => void (await putNudge(deps, { id, accountId, entry, late, at }, tx)));
      }
    },
  };
  return { handlers, listeners, personalData, listWaiting, countRecords, api };
}
