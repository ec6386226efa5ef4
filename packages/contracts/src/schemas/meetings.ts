import { z } from 'zod';
import {
  Abilities,
  Attachment,
  Blocks,
  ClientId,
  Empty,
  GivenDate,
  GivenInstant,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Nothing,
  Ref,
  Seen,
  listQuery,
  page,
  text,
} from './common';

export const MEETING_KINDS = ['seminar', 'hearing', 'attendance', 'bench'] as const;
export const MEETING_STATES = ['draft', 'announced', 'held', 'recorded', 'cancelled'] as const;
export const PUBLIC_MEETING_STATES = ['announced', 'held', 'recorded', 'cancelled'] as const;
export const SELECTIONS = ['draw', 'criteria'] as const;
export const SIGN_UP_STATES = ['waiting', 'accepted', 'waitlist', 'rejected', 'withdrawn'] as const;
/** Who may read the minutes: everybody, who took part, the unit alone. */
export const MINUTES_READERS = ['public', 'participants', 'unit'] as const;
export const REPRESENTS = ['resident', 'representative', 'business', 'expert', 'other'] as const;

const Meeting = z.object({
  id: z.string(),
  kind: z.enum(MEETING_KINDS),
  title: z.string(),
  unit: Ref,
  state: z.enum(PUBLIC_MEETING_STATES),
  place: z.string(),
  startsAt: Instant,
  /** Null: by invitation only. */
  signUp: z
    .object({
      closesAt: Instant,
      quota: z.number().int(),
      selection: z.enum(SELECTIONS),
      /** Who is chosen, where it is not by lot. */
      criteria: z.string().nullable(),
      isOpen: z.boolean(),
    })
    .nullable(),
});
const Resolution = z.object({
  id: z.string(),
  text: z.string(),
  unit: Ref,
  dueOn: LocalDate,
  doneAt: Instant.nullable(),
  /** What came of it. */
  word: z.string().nullable(),
});
const MeetingDetail = Meeting.extend({
  topic: z.string(),
  agenda: z.array(z.string()),
  materials: z.array(Attachment),
  consultation: Ref.nullable(),
  publishedAt: Instant.nullable(),
  cancelReason: z.string().nullable(),
  /** SHA-256 of the seed, known before anybody is drawn. */
  seedHash: z.string().nullable(),
  drawnAt: Instant.nullable(),
  /** Why who signed up was not drawn, or not answered, before it began. */
  notChosen: z.string().nullable(),
  /** Once the list is public: names with the surname only. */
  participants: z.array(z.object({ name: z.string(), represents: z.enum(REPRESENTS) })).nullable(),
  participantsAt: Instant.nullable(),
  attendedCount: z.number().int().nullable(),
  /** For who may read it, once it is confirmed. */
  minutes: Blocks.nullable(),
  minutesReaders: z.enum(MINUTES_READERS).nullable(),
  resolutions: z.array(Resolution),
  /** Logged in: how this account stands to it. */
  mine: z
    .object({ id: z.string(), state: z.enum(SIGN_UP_STATES), reason: z.string().nullable() })
    .nullable()
    .optional(),
  abilities: Abilities,
});
const states = { state: z.enum(MEETING_STATES) };
export const StaffMeetingDetail = MeetingDetail.extend({
  ...states,
  revision: z.number().int(),
  counts: z.object({ waiting: z.number().int(), accepted: z.number().int(), waitlist: z.number().int() }),
  /** As they are written, confirmed or not. */
  draftMinutes: Blocks.nullable(),
});
const MeetingInput = z.strictObject({
  kind: z.enum(MEETING_KINDS),
  title: text(100),
  topic: text(2_000),
  unitId: Id,
  place: text(100),
  startsAt: GivenInstant,
  agenda: z.array(text(200)).min(1, '至少一项').max(30, '最多 30 项'),
  materialIds: z.array(Id).max(20).default([]),
  consultationId: Id.nullable().default(null),
  signUp: z
    .strictObject({
      closesAt: GivenInstant,
      quota: z.number().int('要是整数').min(1, '最少 1').max(500, '最多 500'),
      selection: z.enum(SELECTIONS),
      criteria: text(500).nullable(),
    })
    .nullable(),
});
const SignUpInput = z.strictObject({
  id: ClientId,
  name: text(40),
  phone: text(20).optional(),
  represents: z.enum(REPRESENTS),
  statement: text(500).optional(),
});

export const OwnSignUp = z.object({
  id: z.string(),
  meeting: z.object({
    id: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    place: z.string(),
    startsAt: Instant,
    state: z.enum(PUBLIC_MEETING_STATES),
  }),
  state: z.enum(SIGN_UP_STATES),
  reason: z.string().nullable(),
  createdAt: Instant,
  abilities: Abilities,
});
const StaffSignUp = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  represents: z.enum(REPRESENTS),
  statement: z.string().nullable(),
  isInvited: z.boolean(),
  state: z.enum(SIGN_UP_STATES),
  reason: z.string().nullable(),
  /** Place in the draw, from 1. */
  drawPlace: z.number().int().nullable(),
  attended: z.boolean().nullable(),
  createdAt: Instant,
});
const SignUpParams = z.strictObject({ id: Id, signUpId: Id });

export const meetingSchemas = {
  'meetings.list': {
    query: z.strictObject({ ...listQuery, when: z.enum(['coming', 'past']).default('coming') }),
    response: page(Meeting),
  },
  'meetings.get': { params: IdParams, query: Empty, response: MeetingDetail },
  'meetings.draw': {
    params: IdParams,
    query: Empty,
    response: z.object({
      seed: z.string(),
      seedHash: z.string(),
      quota: z.number().int(),
      drawnAt: Instant,
      /** Ids of the sign-ups in the order drawn; whoever signed up knows the own one. */
      order: z.array(z.object({ id: z.string(), hash: z.string() })),
    }),
  },
  'meetings.signUp': { params: IdParams, body: SignUpInput, response: OwnSignUp },
  'me.signUps.list': { query: z.strictObject(listQuery), response: page(OwnSignUp) },
  'me.signUps.withdraw': { params: IdParams, response: OwnSignUp },
  'staff.meetings.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(MEETING_STATES).optional() }),
    response: page(Meeting.extend(states)),
  },
  'staff.meetings.get': { params: IdParams, query: Empty, response: StaffMeetingDetail },
  'staff.meetings.create': { body: MeetingInput.extend({ id: ClientId }), response: StaffMeetingDetail },
  /** `revision` as it was read: who was slower looks again. */
  'staff.meetings.update': {
    params: IdParams,
    body: MeetingInput.extend({ revision: z.number().int() }),
    response: StaffMeetingDetail,
  },
  'staff.meetings.publish': { params: IdParams, response: StaffMeetingDetail },
  'staff.meetings.cancel': {
    params: IdParams,
    body: z.strictObject({ reason: text(200) }),
    response: StaffMeetingDetail,
  },
  'staff.meetings.signUps': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, state: z.enum(SIGN_UP_STATES).optional() }),
    response: page(StaffSignUp),
  },
  'staff.meetings.invite': { params: IdParams, body: SignUpInput.omit({ statement: true }), response: StaffSignUp },
  'staff.meetings.decide': {
    params: SignUpParams,
    body: z.strictObject({ state: z.enum(['accepted', 'waitlist', 'rejected']), reason: text(200) }),
    response: StaffSignUp,
  },
  'staff.meetings.drawLots': { params: IdParams, response: StaffMeetingDetail },
  'staff.meetings.closeSignUps': {
    params: IdParams,
    body: z.strictObject({ reason: text(200) }),
    response: StaffMeetingDetail,
  },
  'staff.meetings.discard': { params: IdParams, body: Seen, response: Nothing },
  'staff.meetings.publishParticipants': { params: IdParams, response: StaffMeetingDetail },
  'staff.meetings.attend': {
    params: SignUpParams,
    body: z.strictObject({ attended: z.boolean() }),
    response: StaffSignUp,
  },
  'staff.meetings.writeMinutes': {
    params: IdParams,
    body: z.strictObject({
      body: Blocks,
      readers: z.enum(MINUTES_READERS),
      revision: z.number().int(),
      /** Confirmed and signed by who was there: it comes out, for its readers, and stays as it is. */
      confirm: z.boolean(),
    }),
    response: StaffMeetingDetail,
  },
  'staff.meetings.resolve': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, text: text(500), unitId: Id, dueOn: GivenDate }),
    response: Resolution,
  },
  'staff.resolutions.done': {
    params: IdParams,
    body: z.strictObject({ word: text(500) }),
    response: Resolution,
  },
};
