import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import { meetingInput, signUpInput } from '../../modules/participation/meetings/meeting.fixtures';
import { surveyInput } from '../../modules/participation/surveys/survey.fixtures';
import type { Call, Line } from './line.fixtures';
import { OWN, type World } from './world.fixtures';

const ofSurvey =
  (make: 'survey' | 'surveyDraft', more: Call = {}) =>
  async (world: World): Promise<Call> => ({ params: { id: await world[make]() }, ...more });
const ofMeeting =
  (make: 'meeting' | 'meetingDraft', more: Call = {}) =>
  async (world: World): Promise<Call> => ({ params: { id: await world[make]() }, ...more });

export const surveys = {
  'surveys.list': 'public',
  'surveys.get': 'public',
  'surveys.answer': 'own',
  'surveys.result': 'public',
  'surveys.texts': 'public',
  'staff.surveys.list': { listed: world => world.survey() },
  'staff.surveys.get': { unit: ofSurvey('survey') },
  'staff.surveys.create': { unit: async () => ({ body: surveyInput({ unitId: OWN }) }) },
  'staff.surveys.update': {
    unit: async world => {
      const { id: _id, ...input } = surveyInput({ unitId: OWN });
      return { params: { id: await world.surveyDraft() }, body: { ...input, revision: 1 } };
    },
  },
  'staff.surveys.publish': { unit: ofSurvey('surveyDraft') },
  'staff.surveys.discard': { unit: ofSurvey('surveyDraft', { body: { revision: 1 } }) },
  'staff.surveys.result': { unit: ofSurvey('survey') },
  'staff.surveys.texts': { unit: ofSurvey('survey') },
  'staff.surveys.reviewText': {
    unit: async world => ({ params: await world.surveyText(), body: { decision: 'approved' } }),
  },
  'staff.surveys.takeText': { unit: async world => ({ params: await world.surveyText() }) },
  'staff.surveys.publishResult': { unit: ofSurvey('survey', { body: { summary: '多数人满意' } }) },
  'staff.surveys.export': { unit: ofSurvey('survey') },
} satisfies Partial<Record<RouteName, Line>>;

export const meetings = {
  'meetings.list': 'public',
  'meetings.get': 'public',
  'meetings.draw': 'public',
  'meetings.signUp': 'own',
  'me.signUps.list': 'own',
  'me.signUps.withdraw': { self: async world => ({ params: { id: (await world.signUp()).signUpId } }) },
  'staff.meetings.list': { listed: world => world.meeting() },
  'staff.meetings.get': { unit: ofMeeting('meeting') },
  'staff.meetings.create': { unit: async () => ({ body: meetingInput({ unitId: OWN }) }) },
  'staff.meetings.update': {
    unit: async world => {
      const { id: _id, ...input } = meetingInput({ unitId: OWN });
      return { params: { id: await world.meetingDraft() }, body: { ...input, revision: 1 } };
    },
  },
  'staff.meetings.publish': { unit: ofMeeting('meetingDraft') },
  'staff.meetings.discard': { unit: ofMeeting('meetingDraft', { body: { revision: 1 } }) },
  'staff.meetings.closeSignUps': { unit: ofMeeting('meeting', { body: { reason: '经办人病了' } }) },
  'staff.meetings.cancel': { unit: ofMeeting('meeting', { body: { reason: '场地停电' } }) },
  'staff.meetings.signUps': { unit: ofMeeting('meeting') },
  'staff.meetings.invite': {
    unit: async world => ({ params: { id: await world.meeting() }, body: signUpInput({ name: '闻小满' }) }),
  },
  'staff.meetings.decide': {
    unit: async world => ({ params: await world.signUp(), body: { state: 'accepted', reason: '住在附近' } }),
  },
  'staff.meetings.drawLots': { unit: ofMeeting('meeting') },
  'staff.meetings.publishParticipants': { unit: ofMeeting('meeting') },
  'staff.meetings.attend': { unit: async world => ({ params: await world.signUp(), body: { attended: true } }) },
  'staff.meetings.writeMinutes': {
    unit: ofMeeting('meeting', { body: { body: [], readers: 'public', revision: 1, confirm: false } }),
  },
  'staff.meetings.resolve': {
    unit: async world => ({
      params: { id: await world.meeting() },
      body: { id: randomUUID(), text: '加两张桌子', unitId: OWN, dueOn: '2026-12-20' },
    }),
  },
  // What was agreed on is there only after the meeting: see meeting-desk.test.ts.
  'staff.resolutions.done': 'derived',
} satisfies Partial<Record<RouteName, Line>>;
