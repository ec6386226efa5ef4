import { unitsOf, type Actor } from '../../http/actor';
import type { RecordCount, WaitingTask } from '../../platform/module';
import { queueKey } from './comment-keys';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** More than so many new comments are not counted one by one. */
const MOST_COUNTED = 999;

/** New comments to be looked at, and windows that have closed without an outcome. */
export async function listWaitingConsultations(
  deps: ConsultationsDeps,
  actor: Actor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const now = deps.clock.now();
  const list = async (state: 'open' | 'closed') =>
    (await deps.consultations.listForStaff({ unitIds, state, now }, { limit })).items;
  const [open, closed] = await Promise.all([list('open'), list('closed')]);
  const withNew = await Promise.all([...open, ...closed].map(consultation => newComments(deps, consultation)));
  return [...withNew.flat(), ...closed.map(missingOutcome)];
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

const missingOutcome = ({ _id, title, closesAt, closesOn, outcomeDueOn }: ConsultationOutline): WaitingTask => ({
  kind: 'outcome',
  recordId: _id,
  title,
  note: `征集 · ${closesOn} 已截止`,
  step: '逐条答复，公布结果',
  since: closesAt.toISOString(),
  dueOn: outcomeDueOn,
});
