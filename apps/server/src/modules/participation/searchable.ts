import type { Block } from '@bandeng/contracts/schemas';
import type { MeetingDeps } from './meetings/deps';
import { stateOf as meetingState } from './meetings/meeting.policy';
import type { SurveyDeps } from './surveys/deps';
import { stateOf as surveyState } from './surveys/survey.policy';

/** A questionnaire or a meeting for the search index. */
export interface SearchableParticipation {
  id: string;
  title: string;
  text: string;
  /** Minutes that everybody reads. */
  minutes: Block[];
  at: Date;
  facets: string[];
}

/** Those of them that are public: what they ask, and the words that came out with the result; nobody's answers. */
export async function searchableSurveys(
  { surveys, clock }: SurveyDeps,
  ids: readonly string[],
): Promise<SearchableParticipation[]> {
  const now = clock.now();
  return (await surveys.findMany(ids))
    .filter(survey => surveyState(survey, now) !== 'draft')
    .map(({ _id: id, title, intro, questions, result, resultAt, opensAt, unitId }) => ({
      ...{ id, title, at: opensAt, minutes: [], facets: [`unit:${unitId}`] },
      text: [
        intro,
        ...questions.map(question => question.title),
        ...(result && resultAt && resultAt <= now ? [result.summary] : []),
      ].join('\n'),
    }));
}

/** Those of them that were announced: what they are about, and minutes only where everybody reads them. */
export async function searchableMeetings(
  { meetings, clock }: MeetingDeps,
  ids: readonly string[],
): Promise<SearchableParticipation[]> {
  const now = clock.now();
  return [...(await meetings.findMany(ids)).values()].flatMap(meeting => {
    const { _id: id, title, topic, agenda, place, unitId, publishedAt, minutes } = meeting;
    if (publishedAt === null) return [];
    const isOpen = meetingState(meeting, now) === 'recorded' && minutes?.readers === 'public';
    return {
      ...{ id, title, at: publishedAt, facets: [`unit:${unitId}`], minutes: isOpen ? minutes.body : [] },
      text: [topic, place, ...agenda].join('\n'),
    };
  });
}
