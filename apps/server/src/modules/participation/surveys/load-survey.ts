import { canonicalJson, type SurveyAnswer } from '@bandeng/rules';
import { sha256 } from '../../../platform/crypto';
import { textsOf } from './answer-survey';
import { buildSurvey, type NewSurvey } from './create-survey';
import type { SurveyDeps } from './deps';
import { tallyOf } from './survey-result';
import type { SurveyRecord, SurveyResponseRecord } from './survey.repository';

export interface LoadedSurvey {
  survey: NewSurvey;
  /** A staff member's id. */
  staffId: string;
  createdAt: Date;
  responses: readonly { id: string; answers: SurveyAnswer[]; receivedAt: Date }[];
  result: { publishedAt: Date; summary: string } | null;
}

/** Writes a survey with its answers as they stand (the demo district), through the same builders as the calls; one that exists is left alone. */
export async function loadSurvey(deps: SurveyDeps, given: LoadedSurvey): Promise<void> {
  const { survey: input, staffId, createdAt, result } = given;
  if (await deps.surveys.find(input.id)) return;
  const contentHash = sha256(canonicalJson({ actor: 'system', input }));
  const drafted = buildSurvey(input, { contentHash, createdBy: staffId, createdAt });
  await deps.transaction(async tx => {
    const responses: SurveyResponseRecord[] = [];
    for (const { id, answers, receivedAt } of given.responses) {
      const body = { surveyId: input.id, answers };
      const receipt = await deps.receipts.issue({ kind: 'survey-response', id, body, receivedAt }, tx);
      const response = { _id: id, surveyId: input.id, contentHash: sha256(canonicalJson(body)), receivedAt, receipt };
      const texts = textsOf(response, answers);
      responses.push({ ...response, answers: answers.filter(({ text }) => text === undefined) });
      await deps.surveys.insertTexts(
        texts.map(words => ({ ...words, review: result === null ? words.review : ('approved' as const) })),
        tx,
      );
    }
    await deps.surveys.insertResponses(responses, tx);
    await deps.surveys.insert(publishedAs(drafted, { result, responses, staffId }), tx);
    await deps.audit.add('system', 'survey.loaded', { collection: 'surveys', id: input.id }, tx);
  });
}

function publishedAs(
  drafted: SurveyRecord,
  given: Pick<LoadedSurvey, 'result' | 'staffId'> & { responses: readonly SurveyResponseRecord[] },
): SurveyRecord {
  const { result, responses, staffId } = given;
  const published = { ...drafted, publishedAt: drafted.opensAt, facets: ['all'] };
  if (result === null) return published;
  return {
    ...published,
    facets: ['all', 'answered'],
    resultAt: result.publishedAt,
    result: { summary: result.summary, tally: tallyOf(drafted, responses), publishedBy: staffId },
  };
}
