import type { Actor } from '../../../http/actor';
import { preparesFor, publishesFor } from '../participation.policy';
import type { SurveyRecord, SurveyState } from './survey.repository';

type Window = Pick<SurveyRecord, 'publishedAt' | 'opensAt' | 'closesAt' | 'resultAt'>;

/** Where it stands at `now`: from 00:00 of its first day to 24:00 of its last in Shanghai it is open. Never stored. */
export function stateOf(survey: Window, now: Date): SurveyState {
  if (survey.publishedAt === null || now < survey.opensAt) return 'draft';
  if (survey.resultAt !== null && survey.resultAt <= now) return 'answered';
  return now < survey.closesAt ? 'open' : 'closed';
}

/** Words are looked at from the first answer until the result is out. */
export const isReviewable = (survey: Window, now: Date): boolean => {
  const state = stateOf(survey, now);
  return state === 'open' || state === 'closed';
};

/** What this actor may do with this survey now. */
export function surveyAbilities(
  actor: Actor,
  survey: Window & Pick<SurveyRecord, 'unitId' | 'consultationId'>,
  given: { now: Date; hasAnswered: boolean },
): Record<string, boolean> {
  const { unitId, publishedAt, consultationId } = survey;
  const state = stateOf(survey, given.now);
  const prepares = preparesFor(actor, unitId);
  const publishes = publishesFor(actor, unitId);
  return {
    answer: actor.kind === 'resident' && state === 'open' && !given.hasAnswered,
    edit: prepares && publishedAt === null,
    publish: publishes && publishedAt === null,
    review: prepares && isReviewable(survey, given.now),
    takeIntoComments: prepares && consultationId !== null && state !== 'draft',
    publishResult: publishes && state === 'closed',
  };
}
