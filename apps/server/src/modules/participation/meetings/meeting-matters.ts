import { shanghaiDate } from '../../../platform/clock';
import { MOST_COMPANIONS, type ListOfConsultations, type MatterSource, type PublicRecord } from '../../matters';
import { preparesFor } from '../participation.policy';
import type { MeetingDeps } from './deps';
import { isSignUpOpen, stateOf } from './meeting.policy';
import type { MeetingRecord } from './meeting.repository';

/** Meetings for 一件事的经过. */
export const meetingMatterSource = ({ meetings, clock }: MeetingDeps): MatterSource => ({
  listPublic: async ids => tellPublic([...(await meetings.findMany(ids)).values()], clock.now()),
  findForStaff: async (id, actor) => {
    const meeting = await meetings.find(id);
    if (!meeting) return null;
    const { title, unitId, consultationId, publishedAt } = meeting;
    const mayLink = preparesFor(actor, unitId);
    if (!mayLink && publishedAt === null) return null;
    const kin = consultationId === null ? [] : [{ kind: 'consultation' as const, id: consultationId }];
    return { title, unitId, stage: 'decision', mayLink, kin };
  },
});

export const meetingsOfConsultations =
  ({ meetings, clock }: MeetingDeps): ListOfConsultations =>
  async consultationIds =>
    tellPublic(await meetings.listOfConsultations(consultationIds, MOST_COMPANIONS), clock.now());

const tellPublic = (meetings: readonly MeetingRecord[], now: Date): PublicRecord[] =>
  meetings.flatMap(meeting => {
    const { _id: id, title, unitId, consultationId, publishedAt, startsAt, cancelledAt, minutes, signUp } = meeting;
    if (publishedAt === null) return [];
    const state = stateOf(meeting, now);
    // Minutes for some people only are no news for everybody.
    const openedMinutesAt = minutes?.readers === 'public' ? minutes.confirmedAt : null;
    const isHeld = state === 'held' || state === 'recorded';
    return {
      ...{ kind: 'meeting' as const, id, title, unitId, consultationId, stage: null },
      steps: [
        { text: '会议公布', at: publishedAt },
        ...(cancelledAt ? [{ text: '会议取消', at: cancelledAt }] : []),
        ...(isHeld ? [{ text: '开会', at: startsAt }] : []),
        ...(openedMinutesAt ? [{ text: '会议记录公布', at: openedMinutesAt }] : []),
      ],
      next: [
        ...(signUp && isSignUpOpen(meeting, now) ? [{ text: '报名截止', on: shanghaiDate(signUp.closesAt) }] : []),
        ...(state === 'announced' ? [{ text: '开会', on: shanghaiDate(startsAt) }] : []),
      ],
    };
  });
