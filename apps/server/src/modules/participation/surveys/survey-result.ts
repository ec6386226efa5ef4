import type { SurveyResult } from '@bandeng/contracts/types';
import { tallySurvey, type SurveyTally } from '@bandeng/rules';
import type { SurveyDeps } from './deps';
import type { SurveyRecord, SurveyResponseRecord } from './survey.repository';

/** Numbers come from the answers, never typed in (PRODUCT, principle 11). */
export const tallyOf = (
  { questions, groupBy }: Pick<SurveyRecord, 'questions' | 'groupBy'>,
  responses: readonly SurveyResponseRecord[],
): SurveyTally =>
  tallySurvey(
    questions,
    responses.map(({ answers }) => answers),
    groupBy,
  );

/** The result as it was published, or as it would be now. */
export async function describeResult(deps: SurveyDeps, survey: SurveyRecord): Promise<SurveyResult> {
  const { _id, title, unitId, opensOn, closesOn, questions, result, resultAt } = survey;
  const tally = result?.tally ?? tallyOf(survey, await deps.surveys.allResponses(_id));
  const units = await deps.organization.findUnits([unitId]);
  const described: SurveyResult['questions'] = [];
  for (const question of questions) {
    const counted = tally.questions.find(({ questionId }) => questionId === question.id);
    const isWords = question.kind === 'text' || question.kind === 'longText';
    const review = (of: 'approved' | 'kept_back' | 'waiting') =>
      deps.surveys.countTexts(_id, { review: of, questionId: question.id });
    const [approved = 0, ...others] = isWords
      ? await Promise.all([review('approved'), review('kept_back'), review('waiting')])
      : [];
    described.push({
      id: question.id,
      title: question.title,
      kind: question.kind,
      // Words lie in their own records.
      answered: isWords ? others.reduce((sum, count) => sum + count, approved) : (counted?.answered ?? 0),
      options: counted?.options ?? [],
      average: counted?.average ?? null,
      groups: counted?.groups ?? null,
      groupNote: counted?.groupNote ?? null,
      publicTexts: approved,
    });
  }
  return {
    surveyId: _id,
    title,
    unit: { id: unitId, name: units.get(unitId)?.name ?? unitId },
    opensOn,
    closesOn,
    publishedAt: resultAt?.toISOString() ?? null,
    summary: result?.summary ?? null,
    responses: tally.responses,
    questions: described,
  };
}
