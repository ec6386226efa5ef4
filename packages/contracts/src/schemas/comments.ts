import { z } from 'zod';
import { limits } from '../routes/limits';
import { EntryFieldName } from './entry-text';
import {
  Abilities,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  ListQuery,
  LocalDate,
  Receipt,
  Ref,
  listQuery,
  page,
  text,
} from './common';

export const ANSWER_RESULTS = ['adopted', 'partly', 'not_adopted', 'out_of_scope'] as const;
/** Ways by which staff hear of a comment and write it down. */
export const OFFLINE_CHANNELS = ['letter', 'phone', 'email', 'visit', 'meeting', 'hearing', 'bench', 'survey'] as const;
/** Where a comment came from; `proxy`: a grid worker took it down at the door (代录). */
export const COMMENT_CHANNELS = ['wechat', 'h5', ...OFFLINE_CHANNELS, 'proxy'] as const;
/** What who said it agreed to: shown with the masked name, shown without one, or not shown (counted and answered all the same). */
export const CONSENTS = ['named', 'unnamed', 'unpublished'] as const;

export const CommentTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('clause'), id: Id }),
  z.strictObject({ kind: z.literal('entry'), id: Id, field: EntryFieldName.optional() }),
  z.strictObject({ kind: z.literal('addition'), parentId: Id }),
]);
export type CommentTarget = z.output<typeof CommentTarget>;

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
  /** The draft it was written on. */
  draftVersion: z.number().int(),
  /**
   * When the words it speaks of are not those of the draft now: what they were (null where that is the whole draft or entry). Its place is
   * then the place of those words.
   */
  former: z.object({ change: z.enum(['changed', 'removed']), text: z.string().nullable() }).nullable(),
  /** The draft that was written from it. */
  carriedIn: z.number().int().nullable(),
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
  /** Of the withdrawal, when it was withdrawn. */
  withdrawalReceipt: Receipt.nullable(),
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
const DraftAnswer = Answer.omit({ publishedAt: true });
/** A comment that another unit is asked to answer for. */
const Assignment = z.object({
  unit: Ref,
  dueOn: LocalDate,
  /** What is asked of it. */
  note: z.string().nullable(),
  /** What it would answer; the asker writes the answer itself. */
  draft: DraftAnswer.nullable(),
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
  /** Why it was reported, the latest first, and whether somebody has looked since; nobody's name. */
  reports: z.array(z.object({ reason: z.string(), at: Instant, isSettled: z.boolean() })),
  /** Of what staff wrote down: the day and the place it was said, and what its author agreed to. */
  heardOn: LocalDate.nullable(),
  heardAt: z.string().nullable(),
  consent: z.enum(CONSENTS).nullable(),
  draftAnswer: DraftAnswer.nullable(),
  /** The comment that leads those that say the same; its own id for the leading one. */
  groupOf: z.string().nullable(),
  assignment: Assignment.nullable(),
  /** Between the units at work on it; never public. */
  notes: z.array(z.object({ unit: Ref, at: Instant, text: z.string() })),
});
/** 举报: what I reported, and what became of it. */
export const OwnReport = z.object({
  id: z.string(),
  consultation: Ref,
  targetLabel: z.string(),
  /** The beginning of its words while everybody sees them. */
  excerpt: z.string().nullable(),
  reason: z.string(),
  createdAt: Instant,
  state: z.enum(['waiting', 'kept', 'hidden', 'withdrawn']),
  stateText: z.string(),
  /** Why it is kept or hidden, as staff wrote it. */
  answer: z.string().nullable(),
  settledAt: Instant.nullable(),
});
/** For the unit that is asked: with what it is about. */
const AssignedComment = StaffComment.extend({
  consultation: z.object({ id: z.string(), question: z.string(), title: z.string(), unit: Ref }),
});
const CommentParams = z.strictObject({ id: Id, commentId: Id });

export const commentSchemas = {
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
      /** The draft that its author had before them; the present one when left out. */
      draftVersion: z.number().int().min(1).optional(),
    }),
    response: OwnComment,
  },
  'consultations.comments.similar': {
    params: IdParams,
    body: z.strictObject({ target: CommentTarget, body: text(limits.commentBody) }),
    response: z.object({ items: z.array(PublicComment) }),
  },
  'consultations.comments.withdraw': {
    params: CommentParams,
    response: z.object({ withdrawnAt: Instant, receipt: Receipt.nullable() }),
  },
  'consultations.comments.support': {
    params: CommentParams,
    body: z.strictObject({ id: ClientId }),
    response: z.object({ supportCount: count }),
  },
  'consultations.comments.report': {
    params: CommentParams,
    body: z.strictObject({ id: ClientId, reason: text(limits.reportReason) }),
    response: z.object({ id: z.string(), next: z.string() }),
  },
  'me.comments.list': {
    query: z.strictObject({ ...listQuery, consultation: Id.optional() }),
    response: page(OwnComment),
  },
  'me.reports.list': { query: ListQuery, response: page(OwnReport) },
  'staff.comments.list': {
    params: IdParams,
    query: z.strictObject({
      ...listQuery,
      queue: z.enum(['all', 'to_review', 'to_answer', 'to_approve', 'assigned', 'reported', 'adopted']).default('all'),
      /** Instead of a queue: those of one place (an item's id, or `whole`), or of the group that this comment leads. */
      place: Id.optional(),
      group: Id.optional(),
      /** Those of them that say all these words; what was taken back says none. */
      q: text(limits.searchText).optional(),
      /** This one alone, in whichever queue. */
      comment: Id.optional(),
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
      channel: z.enum(OFFLINE_CHANNELS),
      persons: z.number().int().min(1).max(100_000).default(1),
      authorName: text(40).optional(),
      heardOn: GivenDate,
      heardAt: text(100).optional(),
      consent: z.enum(CONSENTS),
    }),
    response: StaffComment,
  },
  'staff.comments.review': {
    params: CommentParams,
    /** Of one that was reported since somebody last looked the reason is asked for: who reported it reads it. */
    body: z.strictObject({ decision: z.enum(['approved', 'rejected']), reason: text(500).optional() }),
    response: StaffComment,
  },
  'staff.comments.answer': {
    params: CommentParams,
    body: z.strictObject({
      result: z.enum(ANSWER_RESULTS),
      reason: text(2_000),
      /** All of its group get it, in one transaction. */
      wholeGroup: z.boolean().default(false),
    }),
    response: StaffComment,
  },
  /** Standing comments that say much the same, the closest first: same place, or the same words anywhere. */
  'staff.comments.similar': {
    params: CommentParams,
    query: Empty,
    response: z.object({ items: z.array(StaffComment) }),
  },
  /** These and the one of the address say the same: each is counted, one answer does for all. */
  'staff.comments.group': {
    params: CommentParams,
    body: z.strictObject({ commentIds: z.array(Id).min(1).max(100) }),
    response: StaffComment,
  },
  'staff.comments.ungroup': { params: CommentParams, body: Empty, response: StaffComment },
  'staff.comments.assign': {
    params: CommentParams,
    body: z.strictObject({
      /** Null takes it back. */
      to: z.strictObject({ unitId: Id, dueOn: GivenDate, note: text(500).optional() }).nullable(),
      wholeGroup: z.boolean().default(false),
    }),
    response: StaffComment,
  },
  'staff.comments.note': {
    params: CommentParams,
    body: z.strictObject({ id: ClientId, text: text(1_000) }),
    response: StaffComment,
  },
  /** What this member's units are asked to answer for, by the day it is due. */
  'staff.assignedComments.list': { query: ListQuery, response: page(AssignedComment) },
  'staff.assignedComments.draft': {
    params: IdParams,
    body: z.strictObject({ result: z.enum(ANSWER_RESULTS), reason: text(2_000) }),
    response: AssignedComment,
  },
  'staff.comments.duplicate': {
    params: CommentParams,
    body: z.strictObject({ duplicateOf: Id.nullable() }),
    response: StaffComment,
  },
};
