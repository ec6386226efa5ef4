import { z } from 'zod';
import { limits } from '../routes/limits';
import {
  Abilities,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Receipt,
  Ref,
  listQuery,
  page,
  text,
} from './common';
import { POSTING_KINDS } from './notices';

/** Where an objection came from; what came on paper, by telephone or at a counter is written down by staff. */
export const OBJECTION_SOURCES = ['app', 'letter', 'phone', 'window'] as const;
export const OBJECTION_STATES = ['received', 'examining', 'settled'] as const;
/** 成立, 部分成立, 不成立. */
export const OBJECTION_RESULTS = ['upheld', 'partly', 'rejected'] as const;
export const POSTING_STATES = ['running', 'over', 'concluded'] as const;

const conclusion = {
  state: z.enum(OBJECTION_STATES),
  result: z.enum(OBJECTION_RESULTS).nullable(),
  reason: z.string().nullable(),
  settledAt: Instant.nullable(),
};

/** An objection as the one who made it sees it. */
export const OwnObjection = z.object({
  id: z.string(),
  notice: z.object({ id: z.string(), title: z.string() }),
  unit: Ref,
  text: z.string(),
  createdAt: Instant,
  receivedOn: LocalDate,
  /** The last day on which it is to be answered. */
  dueOn: LocalDate,
  ...conclusion,
  receipt: Receipt,
  /** What happens next, in a sentence. */
  next: z.string(),
});

/** As staff see it: who made it is masked; `reveal` shows it with a reason. */
export const StaffObjection = z.object({
  id: z.string(),
  noticeId: z.string(),
  source: z.enum(OBJECTION_SOURCES),
  text: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  receivedOn: LocalDate,
  dueOn: LocalDate,
  isOverdue: z.boolean(),
  ...conclusion,
  examinedBy: Ref.nullable(),
  settledBy: Ref.nullable(),
  abilities: Abilities,
});

const count = z.number().int();
/** How many there were and what became of them; nobody's name. */
export const ObjectionCounts = z.object({
  received: count,
  upheld: count,
  partly: count,
  rejected: count,
  open: count,
});

/** 公示: the period, its objections, and whether the next step may be taken. */
export const Posting = z.object({
  /** The notice's. */
  id: z.string(),
  title: z.string(),
  unit: Ref,
  kind: z.enum(POSTING_KINDS).nullable(),
  kindLabel: z.string(),
  from: LocalDate,
  to: LocalDate,
  state: z.enum(POSTING_STATES),
  /** The day on which the system takes it down; null where it stays. */
  takeDownOn: LocalDate.nullable(),
});

export const PostingDetail = Posting.extend({
  counts: ObjectionCounts,
  /** Why the next step may not be taken yet; null when it may. */
  lock: z.enum(['running', 'objections']).nullable(),
  concluded: z.object({ at: Instant, by: Ref, statement: z.string() }).nullable(),
  extended: z.object({ at: Instant, before: LocalDate, reason: z.string() }).nullable(),
  /** Public notices of kind `result` that name it as related: the next step. */
  results: z.array(z.object({ id: z.string(), title: z.string() })),
  abilities: Abilities,
});

const personal = {
  text: text(limits.objectionText),
  name: text(40),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+（）() -]{5,20}$/, '电话写数字')
    .optional(),
};

export const postingSchemas = {
  'notices.objections.create': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, ...personal }),
    response: OwnObjection,
  },
  'me.objections.list': {
    query: z.strictObject({ ...listQuery, notice: Id.optional() }),
    response: page(OwnObjection),
  },
  'staff.postings.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(POSTING_STATES).default('running') }),
    response: page(Posting),
  },
  'staff.postings.get': { params: IdParams, query: Empty, response: PostingDetail },
  'staff.postings.objections': {
    params: IdParams,
    query: z.strictObject(listQuery),
    response: page(StaffObjection),
  },
  'staff.postings.record': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      ...personal,
      source: z.enum(['letter', 'phone', 'window']),
      /** Within the period: what came later is no objection to it. */
      receivedOn: GivenDate,
    }),
    response: StaffObjection,
  },
  'staff.postings.extend': {
    params: IdParams,
    body: z.strictObject({ to: GivenDate, reason: text(300) }),
    response: PostingDetail,
  },
  'staff.postings.conclude': {
    params: IdParams,
    /** The public reads it beside the counts. */
    body: z.strictObject({ statement: text(500) }),
    response: PostingDetail,
  },
  'staff.objections.get': { params: IdParams, query: Empty, response: StaffObjection },
  'staff.objections.reveal': {
    params: IdParams,
    body: z.strictObject({ field: z.enum(['name', 'phone']), reason: text(200) }),
    response: z.object({ value: z.string() }),
  },
  'staff.objections.examine': { params: IdParams, body: Empty, response: StaffObjection },
  'staff.objections.settle': {
    params: IdParams,
    body: z.strictObject({ result: z.enum(OBJECTION_RESULTS), reason: text(1_000) }),
    response: StaffObjection,
  },
};
