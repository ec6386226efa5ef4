import type { Actor } from '../../../http/actor';
import { askedStateOf, type AskedState } from '../../../platform/asked-window';
import { preparesFor, publishesFor } from '../participation.policy';
import type { SurveyRecord } from './survey.repository';

type Window = Pick<SurveyRecord, 'publishedAt' | 'opensAt' | 'closesAt' | 'resultAt'>;

/** Where it stands at `now`. Never stored. */
export const stateOf = ({ publishedAt, opensAt, closesAt, resultAt }: Window, now: Date): AskedState =>
  askedStateOf({ publishedAt, opensAt, closesAt, answeredAt: resultAt }, now);

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
    discard: prepares && publishedAt === null,
    review: prepares && isReviewable(survey, given.now),
    takeIntoComments: prepares && consultationId !== null && state !== 'draft',
    publishResult: publishes && state === 'closed',
  };
}
