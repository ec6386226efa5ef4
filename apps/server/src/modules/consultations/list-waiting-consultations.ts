import { addDays, OUTCOME_ALARM_DAYS, outcomeAlarm, type LocalDate } from '@bandeng/rules';
import { unitsOf, type Actor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import type { RecordCount, WaitingTask } from '../../platform/module';
import { queueKey } from './comment-keys';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** More than so many new comments are not counted one by one. */
const MOST_COUNTED = 999;
const SHOWN_LETTERS = 40;

/** New comments to be looked at, answers asked for and drafted, and windows that have closed without an outcome. */
export async function listWaitingConsultations(
  deps: ConsultationsDeps,
  actor: Actor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  const late = await lateOutcomes(deps, unitsOf(actor, 'supervisor'), limit);
  if (unitIds.length === 0) return late;
  const now = deps.clock.now();
  const list = async (state: 'open' | 'closed') =>
    (await deps.consultations.listForStaff({ unitIds, state, now }, { limit })).items;
  const [open, closed] = await Promise.all([list('open'), list('closed')]);
  const [withNew, proposed, assigned] = await Promise.all([
    Promise.all([...open, ...closed].map(consultation => newComments(deps, consultation))),
    Promise.all([...open, ...closed].map(consultation => proposedAnswers(deps, consultation))),
    unitIds === 'all' ? [] : assignedComments(deps, unitIds, limit),
  ]);
  return [
    ...withNew.flat(),
    ...proposed.flat(),
    ...assigned,
    ...closed.map(missingOutcome(deps.clock.today())),
    ...late,
  ];
}

/** Those that run, and those that wait for their outcome. */
export async function countConsultations(deps: ConsultationsDeps, actor: Actor): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const now = deps.clock.now();
  const [open, closed] = await Promise.all(
    (['open', 'closed'] as const).map(state => deps.consultations.countForStaff({ unitIds, state, now })),
  );
  return [
    { kind: 'consultations_open', count: open! },
    { kind: 'consultations_closed', count: closed! },
  ];
}

/** What another unit asks these to answer for; late, it stays on top until it is done. */
async function assignedComments(
  { comments, consultations }: ConsultationsDeps,
  unitIds: readonly string[],
  limit: number,
): Promise<WaitingTask[]> {
  if (unitIds.length === 0) return [];
  const { items } = await comments.listAssigned(unitIds, { limit });
  const of = await consultations.findOutlines([...new Set(items.map(item => item.consultationId))]);
  return items.flatMap(({ _id, consultationId, body, assignment }) => {
    const title = of.get(consultationId)?.title;
    if (!assignment || title === undefined) return [];
    return [
      {
        kind: 'assigned' as const,
        recordId: _id,
        title: body.slice(0, SHOWN_LETTERS),
        note: `交办的意见 · ${title}`,
        step: '拟一条答复',
        since: assignment.assignedAt.toISOString(),
        dueOn: assignment.dueOn,
      },
    ];
  });
}

/** Answers that the units asked have drafted: the asker decides. */
async function proposedAnswers(
  { comments }: ConsultationsDeps,
  { _id, title, opensAt, outcomeDueOn }: ConsultationOutline,
): Promise<WaitingTask[]> {
  const count = await comments.countByKey(queueKey(_id, 'to_approve'), MOST_COUNTED);
  if (count === 0) return [];
  const step = `定别的单位拟的答复 ${count} 条`;
  return [
    { kind: 'proposed', recordId: _id, title, note: '征集', step, since: opensAt.toISOString(), dueOn: outcomeDueOn },
  ];
}

async function newComments({ comments }: ConsultationsDeps, consultation: ConsultationOutline): Promise<WaitingTask[]> {
  const { _id, title, opensAt, closesOn, outcomeAt } = consultation;
  const count = await comments.countByKey(queueKey(_id, 'to_review'), MOST_COUNTED);
  if (count === 0 || outcomeAt) return [];
  return [
    {
      kind: 'comments',
      recordId: _id,
      title,
      note: `征集 · ${closesOn} 截止`,
      step: `看新意见 ${count} 条`,
      since: opensAt.toISOString(),
      dueOn: closesOn,
    },
  ];
}

const missingOutcome =
  (today: LocalDate) =>
  ({ _id, title, closesAt, closesOn, outcomeDueOn }: ConsultationOutline): WaitingTask => {
    const days = outcomeAlarm(closesOn, today);
    return {
      kind: 'outcome',
      recordId: _id,
      title,
      note: days === null ? `征集 · ${closesOn} 已截止` : `征集 · 结束 ${days} 天了，还没有公布结果`,
      step: '逐条答复，公布结果',
      since: closesAt.toISOString(),
      dueOn: outcomeDueOn,
    };
  };

/** For supervision: what ended more than thirty days ago and nobody has answered, with whose it is and since when. */
async function lateOutcomes(
  { consultations, organization, clock }: ConsultationsDeps,
  unitIds: readonly string[] | 'all',
  limit: number,
): Promise<WaitingTask[]> {
  if (unitIds.length === 0) return [];
  const today = clock.today();
  const ended = await consultations.listUnanswered(startOfShanghaiDate(addDays(today, -OUTCOME_ALARM_DAYS)), limit);
  const late = ended.filter(({ unitId }) => unitIds === 'all' || unitIds.includes(unitId));
  const units = await organization.findUnits([...new Set(late.map(({ unitId }) => unitId))]);
  return late.map(({ _id, title, unitId, closesOn, closesAt, outcomeDueOn }) => ({
    kind: 'late_outcome',
    recordId: _id,
    title,
    note: `${units.get(unitId)?.name ?? unitId} · 征集结束 ${outcomeAlarm(closesOn, today) ?? 0} 天了`,
    step: '督促公布结果',
    since: closesAt.toISOString(),
    dueOn: outcomeDueOn,
  }));
}
