import { z } from 'zod';
import {
  Abilities,
  Attachment,
  Blocks,
  Empty,
  GivenDate,
  GivenInstant,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Nothing,
  Ref,
  WebAddress,
  listQuery,
  page,
  text,
} from './common';
import { STAGES } from './catalog';
import { limits } from '../routes/limits';

/** 信息种类: what kind of paper this is; it decides required facts and how a page is drawn. */
export const NOTICE_KINDS = [
  'regulation',
  'interpretation',
  'posting',
  'announcement',
  'meeting',
  'tender',
  'land',
  'finance',
  'news',
  'result',
] as const;
/** What a paper of the kind `regulation` counts as in table two of the annual report (国办公开办函〔2021〕30号). */
export const DOCUMENT_CLASSES = ['rule', 'normative', 'other'] as const;
/** What a posting is about: its least number of days is the rules' (postingKinds). */
export const POSTING_KINDS = [
  'housingAllotment',
  'housingSubsidy',
  'relief',
  'studentAid',
  'selection',
  'longer',
  'tender',
  'other',
] as const;
export const FEEDBACK_KINDS = ['useful', 'unclear', 'mistake'] as const;
export const RELATIONS = ['interprets', 'interpretedBy', 'answers', 'answeredBy', 'related'] as const;

export const Column = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  noticeCount: z.number().int(),
});

/** A limited notice is public as a stub: title, unit, where it is posted, period, contact, and nothing else (API.md, Audience). */
export const Stub = z.object({
  group: z.string(),
  postedAt: z.string(),
  from: LocalDate,
  to: LocalDate,
  contact: z.string(),
});

/** 公示期. `day` of `days` is drawn as a bar; both are null outside the period. */
export const PostingPeriod = z.object({
  from: LocalDate,
  to: LocalDate,
  days: z.number().int(),
  day: z.number().int().nullable(),
  unit: z.enum(['workingDays', 'days']),
  objection: z.string().nullable(),
  /** Null for one that came without: from a portal or an import. */
  kind: z.enum(POSTING_KINDS).nullable(),
});

export const NoticeSummary = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(NOTICE_KINDS),
  unit: Ref,
  columns: z.array(Ref),
  documentNumber: z.string().nullable(),
  /** Null for what is no paper, and for a paper that nobody classed yet. */
  documentClass: z.enum(DOCUMENT_CLASSES).nullable(),
  indexNumber: z.string().nullable(),
  stage: z.enum(STAGES).nullable(),
  publishedAt: Instant,
  keyPoints: z.array(z.string()),
  posting: PostingPeriod.nullable(),
  limited: Stub.nullable(),
  areas: z.array(Ref),
});

/** `ticket` comes with the files of an unlocked limited notice: GET /files/:id?ticket=…, an hour at most, never beyond its period. */
export const NoticeAttachment = Attachment.extend({ ticket: z.string().optional() });

export const Notice = NoticeSummary.extend({
  madeOn: LocalDate.nullable(),
  effectiveOn: LocalDate.nullable(),
  abolishedOn: LocalDate.nullable(),
  /** 下架日期: from 0:00 of this day on it is no longer shown. */
  takeDownOn: LocalDate.nullable(),
  /** Address at the source, for what was imported. */
  sourceUrl: z.string().nullable(),
  body: Blocks,
  attachments: z.array(NoticeAttachment),
  entries: z.array(Ref.extend({ domainName: z.string() })),
  related: z.array(
    z.object({ relation: z.enum(RELATIONS), id: z.string(), title: z.string(), kind: z.enum(NOTICE_KINDS) }),
  ),
  /** What became of a posting: how many objections there were, by their conclusions, and nobody's name. Null while it is not concluded. */
  postingResult: z
    .object({
      at: Instant,
      statement: z.string(),
      received: z.number().int(),
      upheld: z.number().int(),
      partly: z.number().int(),
      rejected: z.number().int(),
    })
    .nullable(),
  /** Its period was made longer. */
  postingExtended: z.object({ at: Instant, before: LocalDate, reason: z.string() }).nullable(),
  readCount: z.number().int(),
  usefulCount: z.number().int(),
  /** Corrected after publication: 1 before the first time. */
  version: z.number().int(),
  corrected: z.object({ at: Instant, reason: z.string() }).nullable(),
  /** Taken down: only title, unit, columns and dates are left for the public, and a body that says so. Its publishers still see the whole. */
  withdrawn: z.object({ at: Instant, reason: z.string() }).nullable(),
  /** For who publishes it: a portal sent something else than what was corrected here, which stays. */
  sourceConflictAt: Instant.optional(),
  /** For who publishes it: what the portal sent was looked at and not taken over, and why. */
  sourceDismissed: z.object({ at: Instant, reason: z.string() }).optional(),
  abilities: Abilities,
});

export const FeedbackTask = z.object({
  id: z.string(),
  noticeId: z.string(),
  noticeTitle: z.string(),
  unitId: z.string(),
  text: z.string().nullable(),
  createdAt: Instant,
  state: z.enum(['open', 'done']),
  conclusion: z.string().nullable(),
});

/** What a portal or an import gives for one notice. */
export const NoticeSource = z.strictObject({
  title: text(200),
  kind: z.enum(NOTICE_KINDS),
  unitId: Id,
  columnIds: z.array(Id).min(1, '至少一个栏目').max(10),
  documentNumber: z.string().trim().max(80).optional(),
  /** Of a paper only; a portal that does not know it leaves it out, and what was classed here stays. */
  documentClass: z.enum(DOCUMENT_CLASSES).optional(),
  indexNumber: z.string().trim().max(80).optional(),
  stage: z.enum(STAGES).optional(),
  publishedAt: GivenInstant,
  madeOn: GivenDate.optional(),
  effectiveOn: GivenDate.optional(),
  abolishedOn: GivenDate.optional(),
  /** At 0:00 of this day the system takes it down. */
  takeDownOn: GivenDate.optional(),
  sourceUrl: WebAddress.optional(),
  keyPoints: z.array(z.string().trim().min(1).max(200)).max(6).default([]),
  body: Blocks,
  /** What stands in it and its files unmasked may be read by everybody, and somebody looked through files that yield no text; else 422 notice.personal_data. */
  personalDataConfirmed: z.literal(true).optional(),
  /** Files beside the text, in their order, uploaded through POST /files by the same caller; those in the body need not be named again. */
  attachmentIds: z.array(Id).max(50).default([]),
  entryIds: z.array(Id).max(50).default([]),
  areaIds: z.array(Id).max(100).default([]),
  relatedIds: z
    .array(z.strictObject({ relation: z.enum(RELATIONS), id: Id }))
    .max(20)
    .default([]),
  posting: z
    .strictObject({
      from: GivenDate,
      to: GivenDate,
      unit: z.enum(['workingDays', 'days']),
      objection: z.string().max(300).optional(),
      /** Staff may not post for fewer days than it asks for; what a portal sends hangs out already. */
      kind: z.enum(POSTING_KINDS).optional(),
    })
    .optional(),
  limited: z
    .strictObject({
      group: text(60),
      postedAt: text(200),
      contact: text(100),
      code: z.string().regex(/^[A-Z0-9]{6,12}$/, '查阅码是 6 到 12 位大写字母和数字'),
    })
    .optional(),
});
export type NoticeSource = z.output<typeof NoticeSource>;

/** The public reads `reason` on what stays; `hidesTitle` where the title itself must go. */
const TakeDown = z.strictObject({ reason: text(500), hidesTitle: z.boolean().optional() });

export const noticeSchemas = {
  'columns.list': { query: z.strictObject({ ...listQuery, parent: Id.optional() }), response: page(Column) },
  'notices.list': {
    query: z.strictObject({
      ...listQuery,
      column: Id.optional(),
      domain: Id.optional(),
      entry: Id.optional(),
      unit: Id.optional(),
      area: Id.optional(),
      stage: z.enum(STAGES).optional(),
      kind: z.enum(NOTICE_KINDS).optional(),
      documentClass: z.enum(DOCUMENT_CLASSES).optional(),
      q: z.string().trim().min(1).max(limits.searchText).optional(),
      from: GivenDate.optional(),
      to: GivenDate.optional(),
    }),
    response: page(NoticeSummary),
  },
  'notices.get': { params: IdParams, query: Empty, response: Notice },
  /** The full text of a limited notice, against the code printed on the posted sheet; never cached. */
  'notices.unlock': {
    params: IdParams,
    body: z.strictObject({ code: z.string().trim().min(1).max(20) }),
    response: Notice,
  },
  'notices.reads': { params: IdParams, body: z.strictObject({ readerId: z.uuid() }), response: Nothing },
  'notices.feedback': {
    params: IdParams,
    body: z.strictObject({ id: z.uuid(), kind: z.enum(FEEDBACK_KINDS), text: text(limits.feedbackText).optional() }),
    response: z.object({ id: z.string(), kind: z.enum(FEEDBACK_KINDS), next: z.string() }),
  },
  'staff.feedback.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(['open', 'done']).default('open') }),
    response: page(FeedbackTask),
  },
  'staff.feedback.close': { params: IdParams, body: z.strictObject({ conclusion: text(500) }), response: FeedbackTask },
  'staff.notices.create': { body: NoticeSource.extend({ id: z.uuid() }), response: Notice },
  'staff.notices.update': { params: IdParams, body: NoticeSource, response: Notice },
  'staff.notices.keepOurs': {
    params: IdParams,
    /** The conflict that was looked at: a later one is another. */
    body: z.strictObject({ seen: GivenInstant, reason: text(500) }),
    response: Notice,
  },
  'staff.notices.classify': {
    params: IdParams,
    body: z.strictObject({ documentClass: z.enum(DOCUMENT_CLASSES) }),
    response: Notice,
  },
  'staff.notices.takeDown': { params: IdParams, body: TakeDown, response: Nothing },
  'sources.notices.put': {
    params: z.strictObject({ source: Id, externalId: z.string().min(1).max(200) }),
    body: NoticeSource,
    response: Notice,
  },
};
