import type { RouteInput } from '@bandeng/contracts/types';
import { answerFaults, canonicalJson, type SurveyAnswer } from '@bandeng/rules';
import { ANONYMOUS, type ResidentActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import type { SurveyDeps } from './deps';
import { stateOf } from './survey.policy';
import type { SurveyRecord, SurveyResponseRecord, SurveyTextRecord } from './survey.repository';

type Body = RouteInput<'surveys.answer'>['body'];

/** Says that an account has answered, and not what: without the key nobody gets from it to the account. */
export const turnId = ({ blindIndex }: Pick<SurveyDeps, 'blindIndex'>, surveyId: string, accountId: string): string =>
  blindIndex.of('survey-turn', `${surveyId}\n${accountId}`);

/**
 * Takes one answer of an account, without keeping whose it is. The same id and content again gives the same receipt, also later.
 * Throws survey.window_not_open, survey.window_closed, survey.answered, id.conflict, request.invalid.
 */
export async function answerSurvey(
  deps: SurveyDeps,
  actor: ResidentActor,
  { surveyId, body }: { surveyId: string; body: Body },
): Promise<{ response: SurveyResponseRecord; isNew: boolean }> {
  const survey = await deps.surveys.get(surveyId);
  // Without the account: the content is all that tells a repeat from another answer under the same id.
  const contentHash = sha256(canonicalJson({ surveyId, answers: body.answers }));
  try {
    return { response: await storeAnswer(deps, actor, survey, { ...body, contentHash }), isNew: true };
  } catch (error) {
    if (!(error instanceof AppError) && !isDuplicateKey(error)) throw error;
    const existing = await deps.surveys.findResponse(body.id);
    if (existing?.contentHash === contentHash) return { response: existing, isNew: false };
    if (existing) throw new AppError('id.conflict');
    throw error instanceof AppError ? error : new AppError('survey.answered');
  }
}

async function storeAnswer(
  deps: SurveyDeps,
  actor: ResidentActor,
  survey: SurveyRecord,
  { id, answers, contentHash }: Body & { contentHash: string },
): Promise<SurveyResponseRecord> {
  const { _id: surveyId, questions, closesAt, publishedAt } = survey;
  const now = deps.clock.now();
  const state = stateOf(survey, now);
  if (publishedAt === null) throw new AppError('survey.not_found');
  if (state === 'draft') throw new AppError('survey.window_not_open');
  if (state !== 'open') throw new AppError('survey.window_closed');
  const turn = turnId(deps, surveyId, actor.accountId);
  if (await deps.surveys.hasTurn(turn)) throw new AppError('survey.answered');
  const faults = answerFaults(questions, answers);
  if (faults.length > 0) throw new AppError('request.invalid', { errors: faults });
  return deps.transaction(async tx => {
    const receipt = await deps.receipts.issue(
      { kind: 'survey-response', id, body: { surveyId, answers }, receivedAt: now },
      tx,
    );
    const response = { _id: id, surveyId, contentHash, answers: answers.filter(isCounted), receivedAt: now, receipt };
    await deps.surveys.insertResponse(response, tx);
    await deps.surveys.insertTexts(textsOf(response, answers), tx);
    await deps.surveys.insertTurn({ _id: turn, surveyId, until: closesAt }, tx);
    // Written as nobody's: an entry with the account beside the id would undo the secrecy of the answer.
    await deps.audit.add(ANONYMOUS, 'survey.response_received', { collection: 'surveyResponses', id }, tx);
    await deps.outbox.add({ name: 'survey.response_received', surveyId }, tx);
    return response;
  });
}

const isCounted = ({ text }: SurveyAnswer): boolean => text === undefined;

export const textsOf = (
  { _id, surveyId, receivedAt }: Pick<SurveyResponseRecord, '_id' | 'surveyId' | 'receivedAt'>,
  answers: readonly SurveyAnswer[],
): SurveyTextRecord[] =>
  answers.flatMap(({ questionId, text }) =>
    text === undefined
      ? []
      : [
          {
            _id: `${_id}.${questionId}`,
            surveyId,
            questionId,
            text,
            createdAt: receivedAt,
            review: 'waiting' as const,
            reason: null,
            keptBackAt: null,
            commentId: null,
          },
        ],
  );
