import { z } from 'zod';
import {
  Abilities,
  ClientId,
  GivenInstant,
  Id,
  IdParams,
  Instant,
  Ref,
  WebAddress,
  listQuery,
  page,
  text,
} from './common';

export const OPINION_GRAVITIES = ['extreme', 'major', 'general'] as const;
export const OPINION_STATUSES = ['open', 'closed'] as const;
/** What is written down of one: reported upwards, information out, briefing held, something noted, graded anew, closed. */
export const OPINION_STEPS = ['reported', 'informed', 'briefed', 'noted', 'graded', 'closed'] as const;

const gravity = z.enum(OPINION_GRAVITIES);
const OpinionDuty = z.object({
  duty: z.enum(['inform', 'brief']),
  dutyText: z.string(),
  /** Null: no hour is set for this gravity. */
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  state: z.enum(['none', 'waiting', 'late', 'done', 'done_late']),
});

export const OpinionSummary = z.object({
  id: z.string(),
  title: z.string(),
  gravity,
  gravityText: z.string(),
  /** Who answers for it. */
  unit: Ref,
  status: z.enum(OPINION_STATUSES),
  statusText: z.string(),
  noticedAt: Instant,
  duties: z.array(OpinionDuty),
});
export const Opinion = OpinionSummary.extend({
  /** Where it was seen. */
  source: z.string(),
  link: z.string().nullable(),
  conclusion: z.string().nullable(),
  /** Where the hours are written. */
  clockSource: z.string(),
  /** The newest first. */
  timeline: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['noticed', ...OPINION_STEPS, 'reassigned']),
      title: z.string(),
      text: z.string().nullable(),
      at: Instant,
      /** When it was written down. */
      recordedAt: Instant,
      by: z.string(),
      notice: Ref.nullable(),
    }),
  ),
  /** For the unit itself: to whom alone it may give it back. */
  handBackTo: Ref.nullable(),
  abilities: Abilities,
});

const note = text(500);

export const opinionSchemas = {
  'staff.opinions.list': {
    query: z.strictObject({ ...listQuery, status: z.enum(OPINION_STATUSES).optional() }),
    response: page(OpinionSummary),
  },
  'staff.opinions.get': { params: IdParams, query: z.strictObject({}), response: Opinion },
  'staff.opinions.register': {
    body: z.strictObject({
      id: ClientId,
      title: text(100),
      source: text(100),
      link: WebAddress.optional(),
      gravity,
      noticedAt: GivenInstant,
      unitId: Id,
    }),
    response: Opinion,
  },
  'staff.opinions.reassign': {
    params: IdParams,
    /** `unitId`: who answers for it from now on. */
    body: z.strictObject({ id: ClientId, unitId: Id, reason: note }),
    /** Not the matter: whoever gave it away may read it no longer. */
    response: z.object({ id: z.string(), unit: Ref }),
  },
  'staff.opinions.step': {
    params: IdParams,
    body: z
      .strictObject({
        id: ClientId,
        kind: z.enum(OPINION_STEPS),
        at: GivenInstant,
        /** Of what was published here. */
        noticeId: Id.optional(),
        gravity: gravity.optional(),
        /** What was done, why, the conclusion. */
        note: note.optional(),
      })
      .superRefine(({ kind, noticeId, gravity: graded, note: words }, { addIssue }) => {
        const fault = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
        if ((kind === 'graded') !== (graded !== undefined)) fault('gravity', '改级别的写明改成哪一级，别的不写');
        if (noticeId !== undefined && kind !== 'informed') fault('noticeId', '发布权威信息才连到公开信息');
        if (words === undefined && noticeId === undefined && kind !== 'reported' && kind !== 'briefed')
          fault('note', '请写一写');
      }),
    response: Opinion,
  },
};
