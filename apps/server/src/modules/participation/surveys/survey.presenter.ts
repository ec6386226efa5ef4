import type { RouteAnswer, StaffSurvey } from '@bandeng/contracts/types';
import { maskScanned, scanText } from '@bandeng/rules';
import { isKnown, type Actor } from '../../../http/actor';
import type { AskedState } from '../../../platform/asked-window';
import { NOT_PUBLIC } from '../participation.policy';
import { turnId } from './answer-survey';
import type { SurveyDeps } from './deps';
import { stateOf, surveyAbilities } from './survey.policy';
import type { SurveyRecord, SurveyTextRecord } from './survey.repository';

type Row = Omit<RouteAnswer<'surveys.list'>['items'][number], 'state'> & { state: AskedState };

/** Surveys as lists show them; drafts are told from open ones for the desk only. */
export async function presentSurveys(deps: SurveyDeps, surveys: readonly SurveyRecord[]): Promise<Row[]> {
  const units = await deps.organization.findUnits([...new Set(surveys.map(({ unitId }) => unitId))]);
  const now = deps.clock.now();
  return surveys.map(survey => ({
    id: survey._id,
    title: survey.title,
    unit: { id: survey.unitId, name: units.get(survey.unitId)?.name ?? survey.unitId },
    state: stateOf(survey, now),
    opensOn: survey.opensOn,
    closesOn: survey.closesOn,
    closesAt: survey.closesAt.toISOString(),
    resultAt: survey.resultAt?.toISOString() ?? null,
    questionCount: survey.questions.length,
  }));
}

/** With what this actor may do, when it is known who asks; to everybody else the same bytes. */
export async function presentDetail(deps: SurveyDeps, actor: Actor, survey: SurveyRecord) {
  const { _id, intro, questions, consultationId } = survey;
  const hasAnswered = actor.kind === 'resident' && (await deps.surveys.hasTurn(turnId(deps, _id, actor.accountId)));
  const [[row], names] = await Promise.all([
    presentSurveys(deps, [survey]),
    consultationId === null ? new Map<string, string>() : deps.consultations.questions([consultationId]),
  ]);
  const name = consultationId === null ? undefined : names.get(consultationId);
  return {
    ...row!,
    intro,
    questions,
    consultation: consultationId === null || name === undefined ? null : { id: consultationId, name },
    ...(actor.kind === 'resident' && { answered: hasAnswered }),
    ...(isKnown(actor) && { abilities: surveyAbilities(actor, survey, { now: deps.clock.now(), hasAnswered }) }),
  };
}

export async function presentForDesk(deps: SurveyDeps, actor: Actor, survey: SurveyRecord): Promise<StaffSurvey> {
  const { _id, consultationId } = survey;
  const [detail, responseCount, waitingTexts] = await Promise.all([
    presentDetail(deps, actor, survey),
    deps.surveys.countResponses(_id),
    deps.surveys.countTexts(_id, { review: 'waiting' }),
  ]);
  return {
    ...detail,
    // One that is not public yet is named for those who prepare it.
    consultation: detail.consultation ?? (consultationId === null ? null : { id: consultationId, name: NOT_PUBLIC }),
    groupBy: survey.groupBy,
    revision: survey.revision,
    responseCount,
    waitingTexts,
  };
}

/** Words as anybody may see them, staff too: what leads to a person is masked. */
export const presentText = ({ _id, questionId, text }: SurveyTextRecord) => ({
  id: _id,
  questionId,
  text: maskScanned(text),
});

export const presentStaffText = (words: SurveyTextRecord, { questions }: Pick<SurveyRecord, 'questions'>) => ({
  ...presentText(words),
  questionTitle: questions.find(({ id }) => id === words.questionId)?.title ?? '',
  review: words.review,
  reason: words.reason,
  hasPersonalData: scanText(words.text).length > 0,
  commentId: words.commentId,
});
