import { z } from 'zod';
import { limits } from '../routes/limits';
import { CHANGE_KINDS, EntryFieldName, FieldChange } from './catalog';
import {
  Abilities,
  Attachment,
  Blocks,
  ClientId,
  Empty,
  Id,
  IdParams,
  Instant,
  LocalDate,
  Nothing,
  Receipt,
  Ref,
  listQuery,
  page,
  text,
} from './common';

export const CONSULTATION_STATES = ['draft', 'open', 'closed', 'answered'] as const;
export const PUBLIC_CONSULTATION_STATES = ['open', 'closed', 'answered'] as const;
/** 征集类别: the minimum window of each is in @bandeng/rules. */
export const CONSULTATION_KINDS = [
  'majorDecision',
  'normativeDocument',
  'normativeDocumentMarket',
  'draftRule',
  'compensationPlan',
  'standardCatalog',
] as const;
/** What the public sees of a comment before the outcome. */
export const DISPLAYS = ['with_outcome', 'after_review', 'after_check'] as const;
export const ANSWER_RESULTS = ['adopted', 'partly', 'not_adopted', 'out_of_scope'] as const;
/** Where a comment came from; a paper letter or a phone call is written down by staff. */
export const COMMENT_CHANNELS = ['wechat', 'h5', 'letter', 'phone', 'email', 'meeting'] as const;

export const CommentTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('clause'), id: Id }),
  z.strictObject({ kind: z.literal('entry'), id: Id, field: EntryFieldName.optional() }),
  z.strictObject({ kind: z.literal('addition'), parentId: Id }),
]);
export type CommentTarget = z.output<typeof CommentTarget>;

export const Consultation = z.object({
  id: z.string(),
  /** The plain question that residents read first. */
  question: z.string(),
  /** The official name. */
  title: z.string(),
  unit: Ref,
  kind: z.enum(CONSULTATION_KINDS),
  kindLabel: z.string(),
  state: z.enum(PUBLIC_CONSULTATION_STATES),
  opensOn: LocalDate,
  closesOn: LocalDate,
  /** 24:00 in Shanghai of `closesOn`. */
  closesAt: Instant,
  /** When the outcome is promised, and when it came. */
  outcomeDueOn: LocalDate,
  outcomeAt: Instant.nullable(),
  draftKind: z.enum(['clauses', 'entries']),
  itemCount: z.number().int(),
  changedCount: z.number().int(),
  commentCount: z.number().int(),
  areas: z.array(Ref),
  domains: z.array(Ref),
});
export const ConsultationDetail = Consultation.extend({
  background: Blocks,
  display: z.enum(DISPLAYS),
  displayText: z.string(),
  shortenReason: z.string().nullable(),
  basis: z.string(),
  contact: z.string(),
  attachments: z.array(Attachment),
  editionId: z.string().nullable(),
  publicCommentCount: z.number().int(),
  /** Logged in: how many comments this actor has left here. */
  mine: z.number().int().optional(),
  abilities: Abilities,
});

const clauseItem = z.object({
  id: z.string(),
  /** 第三条, or a heading's number. */
  label: z.string(),
  text: z.string(),
  before: z.string().nullable(),
  change: z.enum(CHANGE_KINDS),
  commentCount: z.number().int(),
});
const entryItem = z.object({
  /** Id of the entry: the anchor of comments. */
  id: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  change: z.enum(CHANGE_KINDS),
  fields: z.array(FieldChange.extend({ value: z.string(), changed: z.boolean(), commentCount: z.number().int() })),
  commentCount: z.number().int(),
});
export const DraftPage = z.discriminatedUnion('kind', [
  page(clauseItem).extend({ kind: z.literal('clauses') }),
  page(entryItem).extend({ kind: z.literal('entries') }),
]);

export const Answer = z.object({
  result: z.enum(ANSWER_RESULTS),
  resultLabel: z.string(),
  reason: z.string(),
  unit: Ref,
  publishedAt: Instant.nullable(),
});

/** A comment as everybody sees it. */
export const PublicComment = z.object({
  id: z.string(),
  target: CommentTarget,
  /** Words for the place it speaks of: 公开时限 · 老年人助餐补贴发放结果. */
  targetLabel: z.string(),
  body: z.string(),
  proposedText: z.string().nullable(),
  author: z.string(),
  persons: z.number().int(),
  channel: z.enum(COMMENT_CHANNELS),
  createdAt: Instant,
  supportCount: z.number().int(),
  answer: Answer.nullable(),
  abilities: Abilities,
});
/** A comment as its author sees it. */
export const OwnComment = PublicComment.extend({
  consultationId: z.string(),
  question: z.string(),
  anonymous: z.boolean(),
  /** shown, waiting (with the reason in `stateText`), kept_back, withdrawn. */
  state: z.enum(['shown', 'waiting', 'kept_back', 'withdrawn']),
  stateText: z.string(),
  receipt: Receipt,
});

const count = z.number().int();
export const Ledger = z.object({
  received: count,
  adopted: count,
  partly: count,
  notAdopted: count,
  outOfScope: count,
  withdrawn: count,
  unanswered: count,
  duplicates: count,
  persons: count,
  balanced: z.boolean(),
  problems: z.array(z.string()),
});
export const Outcome = z.object({
  consultationId: z.string(),
  question: z.string(),
  title: z.string(),
  unit: Ref,
  opensOn: LocalDate,
  closesOn: LocalDate,
  publishedAt: Instant,
  summary: Blocks,
  ledger: Ledger,
  byChannel: z.array(z.object({ channel: z.enum(COMMENT_CHANNELS), label: z.string(), count })),
  /** The edition that carries what was adopted, and its diff. */
  nextEditionId: z.string().nullable(),
});

/** What a staff member sees: check, review, author masked. */
export const StaffComment = PublicComment.extend({
  check: z.enum(['pending', 'pass', 'review', 'risky', 'unknown']),
  checkNote: z.string().nullable(),
  review: z.enum(['none', 'approved', 'rejected']),
  visible: z.boolean(),
  withdrawn: z.boolean(),
  duplicateOf: z.string().nullable(),
  reportCount: count,
  draftAnswer: Answer.omit({ publishedAt: true }).nullable(),
});
const CommentParams = z.strictObject({ id: Id, commentId: Id });

const clauseInput = z.strictObject({ id: Id, label: text(40), text: text(5_000), before: text(5_000).optional() });
export const ConsultationInput = z.strictObject({
  question: text(60),
  title: text(200),
  unitId: Id,
  kind: z.enum(CONSULTATION_KINDS),
  opensOn: LocalDate,
  closesOn: LocalDate.optional(),
  shortenReason: text(500).optional(),
  outcomeDueOn: LocalDate.optional(),
  background: Blocks,
  display: z.enum(DISPLAYS).default('after_review'),
  contact: text(200),
  areaIds: z.array(Id).max(100).default([]),
  domainIds: z.array(Id).max(26).default([]),
  attachmentIds: z.array(Id).max(20).default([]),
  draft: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('clauses'), clauses: z.array(clauseInput).min(1).max(800) }),
    z.strictObject({ kind: z.literal('entries'), editionId: Id }),
  ]),
});

export const consultationSchemas = {
  'consultations.list': {
    query: z.strictObject({
      ...listQuery,
      state: z.enum(PUBLIC_CONSULTATION_STATES).optional(),
      area: Id.optional(),
      domain: Id.optional(),
    }),
    response: page(Consultation),
  },
  'consultations.get': { params: IdParams, query: Empty, response: ConsultationDetail },
  'consultations.draft': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, change: z.enum([...CHANGE_KINDS, 'touched']).optional() }),
    response: DraftPage,
  },
  'consultations.comments.list': {
    params: IdParams,
    query: z.strictObject({
      ...listQuery,
      target: Id.optional(),
      field: EntryFieldName.optional(),
      result: z.enum(ANSWER_RESULTS).optional(),
    }),
    response: page(PublicComment),
  },
  'consultations.comments.create': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      target: CommentTarget,
      body: text(limits.commentBody),
      proposedText: text(limits.commentProposedText).optional(),
      anonymous: z.boolean(),
      penName: text(limits.penName).optional(),
    }),
    response: OwnComment,
  },
  'consultations.comments.similar': {
    params: IdParams,
    body: z.strictObject({ target: CommentTarget, body: text(limits.commentBody) }),
    response: z.object({ items: z.array(PublicComment) }),
  },
  'consultations.comments.withdraw': { params: CommentParams, response: Nothing },
  /** 我也这么想: one per account and comment. */
  'consultations.comments.support': {
    params: CommentParams,
    body: z.strictObject({ id: ClientId }),
    response: z.object({ supportCount: count }),
  },
  /** 举报. */
  'consultations.comments.report': {
    params: CommentParams,
    body: z.strictObject({ id: ClientId, reason: text(limits.reportReason) }),
    response: z.object({ id: z.string(), next: z.string() }),
  },
  'consultations.outcome': { params: IdParams, query: Empty, response: Outcome },
  'me.comments.list': {
    query: z.strictObject({ ...listQuery, consultation: Id.optional() }),
    response: page(OwnComment),
  },
  'staff.consultations.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(CONSULTATION_STATES).optional() }),
    response: page(Consultation.extend({ state: z.enum(CONSULTATION_STATES) })),
  },
  'staff.consultations.create': {
    body: ConsultationInput.extend({ id: ClientId }),
    response: Consultation.extend({ state: z.enum(CONSULTATION_STATES) }),
  },
  /** Published ahead of its first day it is still a draft to everybody else. */
  'staff.consultations.open': {
    params: IdParams,
    response: Consultation.extend({ state: z.enum(CONSULTATION_STATES) }),
  },
  'staff.comments.list': {
    params: IdParams,
    query: z.strictObject({
      ...listQuery,
      queue: z.enum(['all', 'to_review', 'to_answer', 'reported']).default('all'),
    }),
    response: page(StaffComment),
  },
  'staff.comments.record': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      target: CommentTarget,
      body: text(limits.commentBody),
      proposedText: text(limits.commentProposedText).optional(),
      channel: z.enum(['letter', 'phone', 'email', 'meeting']),
      persons: z.number().int().min(1).max(100_000).default(1),
      authorName: text(40).optional(),
    }),
    response: StaffComment,
  },
  'staff.comments.review': {
    params: CommentParams,
    body: z.strictObject({ decision: z.enum(['approved', 'rejected']), reason: text(500).optional() }),
    response: StaffComment,
  },
  'staff.comments.answer': {
    params: CommentParams,
    body: z.strictObject({ result: z.enum(ANSWER_RESULTS), reason: text(2_000) }),
    response: StaffComment,
  },
  'staff.comments.duplicate': {
    params: CommentParams,
    body: z.strictObject({ duplicateOf: Id.nullable() }),
    response: StaffComment,
  },
  'staff.consultations.ledger': { params: IdParams, query: Empty, response: Ledger },
  'staff.consultations.publishOutcome': {
    params: IdParams,
    body: z.strictObject({ summary: Blocks, nextEditionId: Id.optional() }),
    response: Outcome,
  },
};
