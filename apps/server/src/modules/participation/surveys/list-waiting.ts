import { unitsOf, type Actor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import type { WaitingTask } from '../../../platform/module';
import type { SurveyDeps } from './deps';
import type { SurveyRecord } from './survey.repository';

/** A result is due within twenty days of the end, as the outcome of a consultation is promised. */
const RESULT_DAYS_MS = 20 * 86_400_000;

/** Words to be looked at, and surveys that have ended without a result. */
export async function listWaitingSurveys(deps: SurveyDeps, actor: Actor, limit: number): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street');
  if (unitIds.length === 0) return [];
  const now = deps.clock.now();
  const list = async (state: 'open' | 'closed') =>
    (await deps.surveys.listForStaff({ unitIds, state, now }, { limit })).items;
  const [open, closed] = await Promise.all([list('open'), list('closed')]);
  const words = await Promise.all([...open, ...closed].map(survey => waitingWords(deps, survey)));
  return [...words.flat(), ...closed.map(missingResult)];
}

const dueOn = ({ closesAt }: SurveyRecord): string => shanghaiDate(new Date(closesAt.getTime() + RESULT_DAYS_MS));

async function waitingWords({ surveys }: SurveyDeps, survey: SurveyRecord): Promise<WaitingTask[]> {
  const { _id, title, opensAt, closesOn } = survey;
  const count = await surveys.countTexts(_id, { review: 'waiting' });
  if (count === 0) return [];
  const note = `问卷 · ${closesOn} 截止`;
  const step = `看写的话 ${count} 段`;
  return [
    { kind: 'surveyTexts', recordId: _id, title, note, step, since: opensAt.toISOString(), dueOn: dueOn(survey) },
  ];
}

const missingResult = (survey: SurveyRecord): WaitingTask => ({
  kind: 'survey',
  recordId: survey._id,
  title: survey.title,
  note: `问卷 · ${survey.closesOn} 已截止`,
  step: '公布结果',
  since: survey.closesAt.toISOString(),
  dueOn: dueOn(survey),
});
