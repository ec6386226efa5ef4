import type { RouteAnswer } from '@bandeng/contracts/types';
import { maskName } from '@bandeng/rules';
import { isKnown, type Actor } from '../../../http/actor';
import { NOT_PUBLIC } from '../participation.policy';
import type { MeetingDeps } from './deps';
import { canWithdraw, hasStarted, isSignUpOpen, meetingAbilities, readsMinutes, stateOf } from './meeting.policy';
import type { MeetingRecord, MeetingState, ResolutionRecord, SignUpRecord } from './meeting.repository';
import { turnOf } from './sign-up';

type Row = Omit<RouteAnswer<'meetings.list'>['items'][number], 'state'> & { state: MeetingState };
type Units = ReadonlyMap<string, { name: string }>;

const refOf = (id: string, units: Units) => ({ id, name: units.get(id)?.name ?? id });

export async function presentMeetings(deps: MeetingDeps, meetings: readonly MeetingRecord[]): Promise<Row[]> {
  const units = await deps.organization.findUnits([...new Set(meetings.map(({ unitId }) => unitId))]);
  const now = deps.clock.now();
  return meetings.map(meeting => ({
    id: meeting._id,
    kind: meeting.kind,
    title: meeting.title,
    unit: refOf(meeting.unitId, units),
    state: stateOf(meeting, now),
    place: meeting.place,
    startsAt: meeting.startsAt.toISOString(),
    signUp: meeting.signUp && {
      ...meeting.signUp,
      closesAt: meeting.signUp.closesAt.toISOString(),
      isOpen: isSignUpOpen(meeting, now),
    },
  }));
}

const openName = ({ fields }: MeetingDeps, { _id, name }: SignUpRecord): string =>
  name === null ? '' : fields.decrypt(name, { collection: 'meetingSignUps', id: _id, field: 'name' });

/** With what this actor may do and how it stands to it, when it is known who asks; to everybody else the same bytes. */
export async function presentMeeting(deps: MeetingDeps, actor: Actor, meeting: MeetingRecord) {
  const { _id, consultationId, participantsAt, minutes } = meeting;
  const mine = actor.kind === 'resident' ? await deps.meetings.findTurn(turnOf(_id, actor.accountId)) : null;
  const now = deps.clock.now();
  const [[row], materials, names, accepted, resolutions] = await Promise.all([
    presentMeetings(deps, [meeting]),
    deps.files.describe(meeting.materialIds),
    consultationId === null ? new Map<string, string>() : deps.consultations.questions([consultationId]),
    participantsAt === null ? null : deps.meetings.allSignUps(_id, 'accepted'),
    deps.meetings.listResolutions(_id),
  ]);
  const consultation = consultationId === null ? undefined : names.get(consultationId);
  return {
    ...row!,
    topic: meeting.topic,
    agenda: meeting.agenda,
    materials,
    consultation:
      consultationId === null || consultation === undefined ? null : { id: consultationId, name: consultation },
    publishedAt: meeting.publishedAt?.toISOString() ?? null,
    cancelReason: meeting.cancelReason,
    seedHash: meeting.seedHash,
    drawnAt: meeting.drawnAt?.toISOString() ?? null,
    notChosen: meeting.notChosen?.reason ?? null,
    participants:
      accepted?.map(record => ({ name: maskName(openName(deps, record), 'person'), represents: record.represents })) ??
      null,
    participantsAt: participantsAt?.toISOString() ?? null,
    attendedCount:
      accepted && hasStarted(meeting, now) ? accepted.filter(({ attended }) => attended === true).length : null,
    minutes: readsMinutes(actor, meeting, mine) ? (minutes?.body ?? null) : null,
    minutesReaders: minutes?.confirmedAt ? minutes.readers : null,
    resolutions: await presentResolutions(deps, resolutions),
    ...(actor.kind === 'resident' && { mine: mine && { id: mine._id, state: mine.state, reason: mine.reason } }),
    ...(isKnown(actor) && { abilities: meetingAbilities(actor, meeting, { now, mine }) }),
  };
}

export async function presentForDesk(deps: MeetingDeps, actor: Actor, meeting: MeetingRecord) {
  const count = (state: 'waiting' | 'accepted' | 'waitlist') => deps.meetings.countSignUps(meeting._id, state);
  const [detail, waiting, accepted, waitlist] = await Promise.all([
    presentMeeting(deps, actor, meeting),
    count('waiting'),
    count('accepted'),
    count('waitlist'),
  ]);
  const { consultationId } = meeting;
  return {
    ...detail,
    // One that is not public yet is named for those who prepare it.
    consultation: detail.consultation ?? (consultationId === null ? null : { id: consultationId, name: NOT_PUBLIC }),
    revision: meeting.revision,
    counts: { waiting, accepted, waitlist },
    draftMinutes: meeting.minutes?.body ?? null,
    minutesReaders: meeting.minutes?.readers ?? null,
  };
}

export async function presentResolutions(deps: MeetingDeps, resolutions: readonly ResolutionRecord[]) {
  const units = await deps.organization.findUnits([...new Set(resolutions.map(({ unitId }) => unitId))]);
  return resolutions.map(({ _id, text, unitId, dueOn, doneAt, word }) => ({
    id: _id,
    text,
    unit: refOf(unitId, units),
    dueOn,
    doneAt: doneAt?.toISOString() ?? null,
    word,
  }));
}

/** For the unit that prepares the meeting. */
export const presentSignUp = (deps: MeetingDeps, record: SignUpRecord) => ({
  id: record._id,
  name: openName(deps, record),
  phone:
    record.phone === null
      ? null
      : deps.fields.decrypt(record.phone, { collection: 'meetingSignUps', id: record._id, field: 'phone' }),
  represents: record.represents,
  statement: record.statement,
  isInvited: record.isInvited,
  state: record.state,
  reason: record.reason,
  drawPlace: record.drawPlace,
  attended: record.attended,
  createdAt: record.createdAt.toISOString(),
});

/** For who signed up. */
export function presentOwnSignUp(deps: MeetingDeps, record: SignUpRecord, meeting: MeetingRecord) {
  const now = deps.clock.now();
  return {
    id: record._id,
    meeting: {
      id: meeting._id,
      kind: meeting.kind,
      title: meeting.title,
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
      state: stateOf(meeting, now) as Exclude<MeetingState, 'draft'>,
    },
    state: record.state,
    reason: record.reason,
    createdAt: record.createdAt.toISOString(),
    abilities: { withdraw: canWithdraw(meeting, record, now) },
  };
}
