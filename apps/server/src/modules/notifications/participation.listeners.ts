import { formatChineseDate } from '@bandeng/rules';
import type { Listener } from '../../platform/listeners';
import type { DomainEvent } from '../../platform/outbox';
import type { NotificationsDeps } from './deps';
import { startFanOut, type Audience } from './fan-out';
import type { Told } from './tell';

/** Meetings are a column of the portal too: whoever follows it is told of each. */
const MEETINGS_COLUMN = 'column:meetings';

/** Whoever follows the consultation that it belongs to, or spoke there. */
const around = (consultationId: string | null): Audience[] =>
  consultationId === null
    ? []
    : [
        { kind: 'subscribers', target: `consultation:${consultationId}` },
        { kind: 'authors', consultationId },
      ];

/** A questionnaire opens or its result is out; a meeting is announced or its minutes are. Each inbox is told once of each. */
export function participationListeners(deps: NotificationsDeps): Listener[] {
  const tellAll = async (told: Told, audiences: readonly Audience[], once: Once): Promise<void> =>
    once(async tx => {
      for (const audience of audiences) await startFanOut(deps, told, audience, tx);
    });
  return [
    {
      name: 'notifications.survey',
      events: ['survey.opened', 'survey.answered'],
      handle: async (event, { once }) => {
        const survey = await deps.surveys.findForMessage(String(event.surveyId));
        if (!survey) return;
        const isAnswered = event.name === 'survey.answered';
        const told: Told = {
          ...newsOf(event, survey),
          body: isAnswered ? '问卷的结果公布了' : `有一份问卷等你答，${formatChineseDate(survey.closesOn)}截止`,
          link: { kind: isAnswered ? 'survey-result' : 'survey', id: survey.id },
          template: isAnswered ? 'consultation_result' : 'new_notice',
        };
        await tellAll(told, around(survey.consultationId), once);
      },
    },
    {
      name: 'notifications.meeting',
      events: ['meeting.published', 'meeting.recorded'],
      handle: async (event, { once }) => {
        const meeting = await deps.meetings.findForMessage(String(event.meetingId));
        if (!meeting) return;
        const { id, signUpEndsOn, startsOn, minutesFor } = meeting;
        const isRecorded = event.name === 'meeting.recorded';
        const told: Told = {
          ...newsOf(event, meeting),
          body: isRecorded
            ? '会议记录出来了，打开看看'
            : signUpEndsOn === null
              ? `${formatChineseDate(startsOn)}开会，打开看看谈什么`
              : `可以报名了，${formatChineseDate(signUpEndsOn)}截止；${formatChineseDate(startsOn)}开会`,
          link: { kind: 'meeting', id },
          template: 'new_notice',
        };
        const everybody: Audience[] = [
          ...around(meeting.consultationId),
          { kind: 'subscribers', target: MEETINGS_COLUMN },
        ];
        if (!isRecorded) return tellAll(told, everybody, once);
        // Minutes are told of to whom they are open, and to nobody else.
        const came: Audience = { kind: 'participants', meetingId: id };
        if (minutesFor === 'public') return tellAll(told, [...everybody, came], once);
        if (minutesFor === 'participants') return tellAll(told, [came], once);
      },
    },
  ];
}

type Once = Parameters<Listener['handle']>[1]['once'];
const newsOf = ({ name }: DomainEvent, { id, title }: { id: string; title: string }) => ({
  about: `${name}:${id}`,
  kind: name,
  title,
});
