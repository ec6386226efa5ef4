import { unitsOf, type OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import type { WaitingTask } from '../../../platform/module';
import type { NoticesDeps } from '../deps';
import type { ObjectionRecord } from './objection.repository';

/** Objections to settle and postings whose period is over; supervision sees the objections that are late. */
export async function listWaitingPostings(
  deps: NoticesDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  const watched = unitsOf(actor, 'supervisor');
  const [open, late, over] = await Promise.all([
    unitIds.length > 0 ? deps.objections.listOpen({ unitIds }, limit) : [],
    watched.length > 0 ? deps.objections.listOpen({ unitIds: watched, before: deps.clock.today() }, limit) : [],
    unitIds.length > 0
      ? deps.postings.list({ state: 'over', unitIds, now: deps.clock.now() }, { limit }).then(({ items }) => items)
      : [],
  ]);
  const objections = [...new Map([...open, ...late].map(record => [record._id, record])).values()];
  const courses = await deps.postings.findMany([...new Set(objections.map(({ noticeId }) => noticeId))]);
  const titles = new Map(courses.map(({ _id, title }) => [_id, title]));
  const stillOpen = new Set(objections.map(({ noticeId }) => noticeId));
  return [
    ...objections.map(record => objectionTask(record, titles.get(record.noticeId) ?? '')),
    ...over
      .filter(({ _id }) => !stillOpen.has(_id))
      .map(({ _id, title, to, endsAt }): WaitingTask => ({
        kind: 'posting',
        recordId: _id,
        title,
        note: `公示 · ${to} 期满`,
        step: '写明结果，公布异议的件数和结论',
        since: endsAt.toISOString(),
        dueOn: shanghaiDate(endsAt),
      })),
  ];
}

const objectionTask = ({ noticeId, state, createdAt, dueOn }: ObjectionRecord, title: string): WaitingTask => ({
  kind: 'objection',
  recordId: noticeId,
  title,
  note: '公示 · 有人提异议',
  step: state === 'received' ? '核查这件异议' : '给出结论，告诉提异议的人',
  since: createdAt.toISOString(),
  dueOn,
});
