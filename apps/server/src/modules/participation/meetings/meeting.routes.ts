import type { RouteAnswer } from '@bandeng/contracts/types';
import { drawOrder } from '@bandeng/rules';
import { unitsOf } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import { discardUnpublished } from '../discard';
import { closeSignUps, decide, drawLots, markAttendance, publishParticipants } from './choose';
import { createMeeting, getOwnMeeting, publishMeeting, updateMeeting } from './create-meeting';
import type { MeetingDeps } from './deps';
import { stateOf } from './meeting.policy';
import {
  presentForDesk,
  presentMeeting,
  presentMeetings,
  presentOwnSignUp,
  presentResolutions,
  presentSignUp,
} from './meeting.presenter';
import type { MeetingRecord, ResolutionRecord } from './meeting.repository';
import { cancelMeeting, concludeResolution, resolve, writeMinutes } from './minutes';
import { invite, signUp, withdrawSignUp } from './sign-up';

export function meetingHandlers(deps: MeetingDeps) {
  const { meetings, clock } = deps;

  /** One that everybody may read: once it is announced. */
  async function getPublic(id: string): Promise<MeetingRecord> {
    const meeting = await meetings.get(id);
    if (stateOf(meeting, clock.now()) === 'draft' || meeting.publishedAt === null)
      throw new AppError('meeting.not_found');
    return meeting;
  }
  async function oneResolution(resolution: ResolutionRecord) {
    const [presented] = await presentResolutions(deps, [resolution]);
    return presented!;
  }

  return defineHandlers({
    'meetings.list': async ({ query }) => {
      const { items, nextCursor } = await meetings.listPublic(query.when, clock.now(), query);
      return { items: await presentMeetings(deps, items), nextCursor } as RouteAnswer<'meetings.list'>;
    },
    'meetings.get': async ({ actor, params }) =>
      (await presentMeeting(deps, actor, await getPublic(params.id))) as RouteAnswer<'meetings.get'>,
    'meetings.draw': async ({ params }) => {
      const { seed, seedHash, drawnAt, drawnOrder, signUp: rules } = await getPublic(params.id);
      if (seed === null || seedHash === null || drawnAt === null) throw new AppError('meeting.not_drawn');
      const order = drawOrder(seed, drawnOrder);
      return { seed, seedHash, quota: rules?.quota ?? 0, drawnAt: drawnAt.toISOString(), order };
    },
    'meetings.signUp': async ({ actor, params, body }) => {
      const { record, isNew } = await signUp(deps, actor, { meetingId: params.id, body });
      return created(presentOwnSignUp(deps, record, await meetings.get(params.id)), isNew);
    },
    'me.signUps.list': async ({ actor, query }) => {
      const { items, nextCursor } = await meetings.listOfAccount(actor.accountId, query);
      const byId = await meetings.findMany(items.map(({ meetingId }) => meetingId));
      const shown = items.flatMap(record => {
        const meeting = byId.get(record.meetingId);
        return meeting ? [presentOwnSignUp(deps, record, meeting)] : [];
      });
      return { items: shown, nextCursor };
    },
    'me.signUps.withdraw': async ({ actor, params }) => {
      const { record, meeting } = await withdrawSignUp(deps, actor, params.id);
      return presentOwnSignUp(deps, record, meeting);
    },
    'staff.meetings.list': async ({ actor, query }) => {
      const unitIds = unitsOf(actor, 'editor', 'office', 'street');
      if (unitIds.length === 0) return { items: [], nextCursor: null };
      const wanted = { unitIds, state: query.state, now: clock.now() };
      const { items, nextCursor } = await meetings.listForStaff(wanted, query);
      return { items: await presentMeetings(deps, items), nextCursor };
    },
    'staff.meetings.get': async ({ actor, params }) =>
      presentForDesk(deps, actor, await getOwnMeeting(deps, actor, params.id)),
    'staff.meetings.create': async ({ actor, body }) => {
      const { meeting, isNew } = await createMeeting(deps, actor, body);
      return created(await presentForDesk(deps, actor, meeting), isNew);
    },
    'staff.meetings.update': async ({ actor, params, body }) =>
      presentForDesk(deps, actor, await updateMeeting(deps, actor, { id: params.id, body })),
    'staff.meetings.publish': async ({ actor, params }) =>
      presentForDesk(deps, actor, await publishMeeting(deps, actor, params.id)),
    'staff.meetings.cancel': async ({ actor, params, body }) =>
      presentForDesk(deps, actor, await cancelMeeting(deps, actor, { id: params.id, ...body })),
    'staff.meetings.signUps': async ({ actor, params, query }) => {
      const { _id } = await getOwnMeeting(deps, actor, params.id);
      const { items, nextCursor } = await meetings.listSignUps(_id, query.state, query);
      return { items: items.map(record => presentSignUp(deps, record)), nextCursor };
    },
    'staff.meetings.invite': async ({ actor, params, body }) => {
      const { record, isNew } = await invite(deps, actor, { meetingId: params.id, body });
      return created(presentSignUp(deps, record), isNew);
    },
    'staff.meetings.decide': async ({ actor, params, body }) =>
      presentSignUp(deps, await decide(deps, actor, { meetingId: params.id, signUpId: params.signUpId, body })),
    'staff.meetings.drawLots': async ({ actor, params }) =>
      presentForDesk(deps, actor, await drawLots(deps, actor, params.id)),
    'staff.meetings.closeSignUps': async ({ actor, params, body }) =>
      presentForDesk(deps, actor, await closeSignUps(deps, actor, { ...params, ...body })),
    'staff.meetings.discard': ({ actor, params, body }) =>
      discardUnpublished(deps, meetings, 'meeting', { actor, ...params, ...body }),
    'staff.meetings.publishParticipants': async ({ actor, params }) =>
      presentForDesk(deps, actor, await publishParticipants(deps, actor, params.id)),
    'staff.meetings.attend': async ({ actor, params, body }) =>
      presentSignUp(
        deps,
        await markAttendance(deps, actor, { meetingId: params.id, signUpId: params.signUpId, ...body }),
      ),
    'staff.meetings.writeMinutes': async ({ actor, params, body }) =>
      presentForDesk(deps, actor, await writeMinutes(deps, actor, { id: params.id, body })),
    'staff.meetings.resolve': async ({ actor, params, body }) => {
      const { resolution, isNew } = await resolve(deps, actor, { meetingId: params.id, body });
      return created(await oneResolution(resolution), isNew);
    },
    'staff.resolutions.done': async ({ actor, params, body }) =>
      oneResolution(await concludeResolution(deps, actor, { id: params.id, ...body })),
  });
}
