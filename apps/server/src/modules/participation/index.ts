import { ANONYMOUS, type Actor } from '../../http/actor';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { ListOfConsultations, MatterSource } from '../matters';
import type { ParticipationPorts } from './deps';
import { findByTitle } from './find-records';
import type { MeetingDeps } from './meetings/deps';
import { listWaitingMeetings } from './meetings/list-waiting';
import { loadMeeting, type LoadedMeeting } from './meetings/load-meeting';
import { meetingMatterSource, meetingsOfConsultations } from './meetings/meeting-matters';
import { createMeetingRepository } from './meetings/meeting.repository';
import { meetingHandlers } from './meetings/meeting.routes';
import { eraseSignUps, exportSignUps, SEALED_FIELDS } from './meetings/personal-data';
import { shanghaiDate } from '../../platform/clock';
import type { MinutesRecord } from './meetings/meeting.repository';
import { preparesFor } from './participation.policy';
import { searchableMeetings, searchableSurveys, type SearchableParticipation } from './searchable';
import { announceSurveys } from './surveys/publish-survey';
import { stateOf as surveyState } from './surveys/survey.policy';
import type { SurveyDeps } from './surveys/deps';
import { listWaitingSurveys } from './surveys/list-waiting';
import { loadSurvey, type LoadedSurvey } from './surveys/load-survey';
import { eraseTurns, exportTurns } from './surveys/personal-data';
import { surveyMatterSource, surveysOfConsultations } from './surveys/survey-matters';
import { createSurveyRepository } from './surveys/survey.repository';
import { surveyHandlers } from './surveys/survey.routes';

export type { LoadedMeeting } from './meetings/load-meeting';
export type { SearchableParticipation } from './searchable';
export type { LoadedSurvey } from './surveys/load-survey';

/** What other modules may ask of questionnaires and meetings. */
export interface Participation {
  /** What a message about a sign-up says; null when there is nobody to tell. */
  findSignUpForMessage(signUpId: string): Promise<{
    meetingId: string;
    title: string;
    accountId: string;
    state: string;
    reason: string | null;
  } | null>;
  /** Null while it is not public. */
  findSurveyForMessage(
    id: string,
  ): Promise<{ id: string; title: string; closesOn: string; consultationId: string | null } | null>;
  /** Null when it is not public, or was cancelled. */
  findMeetingForMessage(id: string): Promise<{
    id: string;
    title: string;
    startsOn: string;
    signUpEndsOn: string | null;
    consultationId: string | null;
    minutesFor: MinutesRecord['readers'] | null;
  } | null>;
  /** Accounts that may come or came, in the order of their sign-ups' ids, from after `afterId`. */
  listParticipants(
    meetingId: string,
    afterId: string,
    limit: number,
  ): Promise<{ accountIds: string[]; lastId: string }>;
  /** Those of them that are public, for the search index. */
  searchDocuments(kind: 'survey' | 'meeting', ids: readonly string[]): Promise<SearchableParticipation[]>;
  /** Ids of all of them in their order, some at a time. */
  listIdsAfter(kind: 'survey' | 'meeting', afterId: string, limit: number): Promise<string[]>;
  /** Whether the materials of a meeting may be read by this actor. */
  canReadMeeting(id: string, actor?: Actor): Promise<boolean>;
  matterSources: { survey: MatterSource; meeting: MatterSource };
  companions: readonly ListOfConsultations[];
  /** Writes a survey as it stands (the demo district); one that exists is left alone. */
  loadSurvey(given: LoadedSurvey): Promise<void>;
  /** The same of a meeting. */
  loadMeeting(given: LoadedMeeting): Promise<void>;
}

/** 问卷 and 会议: opinions asked for otherwise than by a consultation. */
export function createParticipationModule(platform: Platform, ports: ParticipationPorts) {
  const surveys: SurveyDeps = { ...platform, ...ports, surveys: createSurveyRepository(platform) };
  const meetings: MeetingDeps = { ...platform, ...ports, meetings: createMeetingRepository(platform) };
  return {
    handlers: { ...surveyHandlers(surveys), ...meetingHandlers(meetings) },
    findRecords: async (actor, words, limit) => {
      const wanted = { words, limit, now: platform.clock.now() };
      return [
        ...(await findByTitle(surveys.surveys.listForStaff, actor, { ...wanted, kind: 'survey', note: '问卷' })),
        ...(await findByTitle(meetings.meetings.listForStaff, actor, { ...wanted, kind: 'meeting', note: '会议' })),
      ];
    },
    listWaiting: async (actor, limit) => [
      ...(await listWaitingSurveys(surveys, actor, limit)),
      ...(await listWaitingMeetings(meetings, actor, limit)),
    ],
    recordReaders: {
      surveys: async (id, actor) => {
        const survey = await surveys.surveys.find(id);
        return survey !== null && preparesFor(actor, survey.unitId);
      },
      meetings: async (id, actor) => {
        const meeting = await meetings.meetings.find(id);
        return meeting !== null && preparesFor(actor, meeting.unitId);
      },
    },
    schedules: [{ name: 'surveys.announce', everySeconds: 60, run: () => announceSurveys(surveys) }],
    sealedFields: SEALED_FIELDS,
    personalData: [
      {
        name: 'surveys',
        export: accountId => exportTurns(surveys, accountId),
        erase: (accountId, tx) => eraseTurns(surveys, accountId, tx),
      },
      {
        name: 'signUps',
        export: accountId => exportSignUps(meetings, accountId),
        erase: (accountId, tx) => eraseSignUps(meetings, accountId, tx),
      },
    ],
    api: {
      findSignUpForMessage: async signUpId => {
        const signUp = await meetings.meetings.findSignUp(signUpId);
        if (!signUp?.accountId) return null;
        const { meetingId, accountId, state, reason } = signUp;
        const { title } = await meetings.meetings.get(meetingId);
        return { meetingId, title, accountId, state, reason };
      },
      findSurveyForMessage: async id => {
        const survey = await surveys.surveys.find(id);
        if (!survey || surveyState(survey, platform.clock.now()) === 'draft') return null;
        const { title, closesOn, consultationId } = survey;
        return { id, title, closesOn, consultationId };
      },
      findMeetingForMessage: async id => {
        const meeting = await meetings.meetings.find(id);
        if (!meeting || meeting.publishedAt === null || meeting.cancelledAt !== null) return null;
        const { title, startsAt, signUp, consultationId, minutes } = meeting;
        return {
          ...{ id, title, consultationId, startsOn: shanghaiDate(startsAt) },
          signUpEndsOn: signUp && shanghaiDate(signUp.closesAt),
          minutesFor: minutes?.confirmedAt ? minutes.readers : null,
        };
      },
      listParticipants: async (meetingId, afterId, limit) => {
        const signUps = await meetings.meetings.listAcceptedAfter(meetingId, afterId, limit);
        return {
          accountIds: signUps.flatMap(({ accountId }) => accountId ?? []),
          lastId: signUps.at(-1)?._id ?? afterId,
        };
      },
      searchDocuments: (kind, ids) =>
        kind === 'survey' ? searchableSurveys(surveys, ids) : searchableMeetings(meetings, ids),
      listIdsAfter: (kind, afterId, limit) =>
        (kind === 'survey' ? surveys.surveys : meetings.meetings).listIdsAfter(afterId, limit),
      canReadMeeting: async (id, actor = ANONYMOUS) => {
        const meeting = await meetings.meetings.find(id);
        return meeting !== null && (meeting.publishedAt !== null || preparesFor(actor, meeting.unitId));
      },
      matterSources: { survey: surveyMatterSource(surveys), meeting: meetingMatterSource(meetings) },
      companions: [surveysOfConsultations(surveys), meetingsOfConsultations(meetings)],
      loadSurvey: given => loadSurvey(surveys, given),
      loadMeeting: given => loadMeeting(meetings, given),
    },
  } satisfies ServerModule & { api: Participation };
}
