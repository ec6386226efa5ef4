import type { RouteInput } from '@bandeng/contracts/types';
import { maskScanned } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { sha256 } from '../../../platform/crypto';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { preparesFor } from '../participation.policy';
import type { SurveyDeps } from './deps';
import { isReviewable, stateOf } from './survey.policy';
import type { SurveyRecord, SurveyTextRecord } from './survey.repository';

interface Ids {
  surveyId: string;
  textId: string;
}

async function getText(
  deps: SurveyDeps,
  actor: OfficeActor,
  { surveyId, textId }: Ids,
  tx?: Tx,
): Promise<{ survey: SurveyRecord; words: SurveyTextRecord }> {
  const survey = await deps.surveys.get(surveyId, tx);
  const words = await deps.surveys.findText(textId, tx);
  if (!preparesFor(actor, survey.unitId) || words?.surveyId !== surveyId) throw new AppError('survey.not_found');
  return { survey, words };
}

/** A person decides whether what somebody wrote comes out with the result. */
export function reviewText(
  deps: SurveyDeps,
  actor: OfficeActor,
  { body, ...ids }: Ids & { body: RouteInput<'staff.surveys.reviewText'>['body'] },
): Promise<SurveyTextRecord> {
  return deps.transaction(async tx => {
    const { survey, words } = await getText(deps, actor, ids, tx);
    const now = deps.clock.now();
    if (!isReviewable(survey, now)) throw new AppError('survey.state');
    const { decision, reason = null } = body;
    const keptBackAt = decision === 'kept_back' ? now : null;
    const set = { review: decision, reason, keptBackAt };
    await deps.surveys.updateText(words._id, set, tx);
    // The survey too: a decision must lose against a result that is published meanwhile.
    await deps.surveys.update(survey._id, {}, tx);
    const subject = { collection: 'surveyTexts', id: words._id, fields: Object.keys(set) };
    await deps.audit.add(actor, 'survey.text_reviewed', { ...subject, from: words.review, to: decision }, tx);
    return { ...words, ...set };
  });
}

/**
 * Takes what somebody wrote into the pool of the linked consultation, where it is answered like every comment. Its numbers stay masked,
 * because a comment from a survey has no author who could be asked. Once: the id of the comment is made of that of the text.
 */
export async function takeText(deps: SurveyDeps, actor: OfficeActor, ids: Ids): Promise<SurveyTextRecord> {
  const { survey, words } = await getText(deps, actor, ids);
  const { consultationId } = survey;
  if (consultationId === null || stateOf(survey, deps.clock.now()) === 'draft')
    throw new AppError('survey.no_consultation');
  if (words.commentId !== null) return words;
  const commentId = commentIdOf(words._id);
  await deps.consultations.record(actor, consultationId, {
    id: commentId,
    target: { kind: 'whole' },
    body: maskScanned(words.text),
    channel: 'survey',
    persons: 1,
    heardOn: shanghaiDate(words.createdAt),
    heardAt: survey.title,
    consent: 'unnamed',
  });
  await deps.transaction(async tx => {
    await deps.surveys.updateText(words._id, { commentId }, tx);
    const subject = { collection: 'surveyTexts', id: words._id, fields: ['commentId'] };
    await deps.audit.add(actor, 'survey.text_taken', subject, tx);
  });
  return { ...words, commentId };
}

/** A UUID (version 8) of a text. */
function commentIdOf(textId: string): string {
  const hex = sha256(`survey-text:${textId}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
