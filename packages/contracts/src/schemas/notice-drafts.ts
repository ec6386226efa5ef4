import { z } from 'zod';
import { ATTRIBUTES } from './catalog';
import {
  Abilities,
  Attachment,
  ClientId,
  GivenInstant,
  Id,
  IdParams,
  Instant,
  Empty,
  Ref,
  listQuery,
  page,
  text,
} from './common';
import { DraftContent, WITHHOLDING_GROUNDS } from './notice-draft-content';
import { NOTICE_KINDS } from './notices';

export const DRAFT_STATES = [
  'writing',
  'in_review',
  'sent_back',
  'approved',
  'scheduled',
  /** Reviewed, not published, kept on record. */
  'filed',
  'published',
  'discarded',
] as const;
export const DRAFT_ACTS = [
  'created',
  'saved',
  'submitted',
  'signed',
  'sent_back',
  'recalled',
  'secrecy_asked',
  'personal_data_passed',
  'personal_data_refused',
  'interpretation_waived',
  'scheduled',
  'unscheduled',
  'published',
  /** Its hour came, and something it names was gone: back to `approved`, `note` says what. */
  'publish_failed',
  'filed',
  'discarded',
] as const;
/** What a reviewer confirms, every one of them: 准确, 及时, 完整, 保密. */
export const CHECKLIST = ['accurate', 'timely', 'complete', 'secrecy'] as const;
export const PERSONAL_DATA_KINDS = [
  'idNumber',
  'mobile',
  'bankCard',
  'address',
  'minor',
  'name',
  'unreadable',
] as const;

export const DraftSummary = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(NOTICE_KINDS),
  unit: Ref,
  columns: z.array(Ref),
  state: z.enum(DRAFT_STATES),
  /** The step whose turn it is, while it is in review; `of` how many its columns ask for. */
  step: z.object({ number: z.number().int(), of: z.number().int(), name: z.string() }).nullable(),
  createdBy: Ref,
  createdAt: Instant,
  updatedBy: Ref,
  updatedAt: Instant,
  /** The second at which it goes out. */
  publishAt: Instant.nullable(),
  /** It corrects this public notice: why, and whether the version before is still shown. */
  corrects: z.object({ noticeId: z.string(), reason: z.string(), concealsBefore: z.boolean() }).nullable(),
  /** 公开属性; the ground is null for what is published, and while it is not yet said. */
  attribute: z.enum(ATTRIBUTES),
  ground: z.enum(WITHHOLDING_GROUNDS).nullable(),
  /** What it became: once published. */
  noticeId: z.string().nullable(),
  /** Grows with every change; every act says which one was seen. */
  revision: z.number().int(),
});

/** Who did what, when, from which state. Saves of one sitting are one entry. */
export const DraftTimelineEntry = z.object({
  at: Instant,
  by: Ref,
  act: z.enum(DRAFT_ACTS),
  /** The step that was signed, or to which it was sent back. */
  step: z.string().nullable(),
  from: z.enum(DRAFT_STATES).nullable(),
  to: z.enum(DRAFT_STATES),
  note: z.string().nullable(),
});

/** `contentHash`: what was signed; one that is void counts for nothing but stays on the record. */
export const DraftSignature = z.object({
  step: z.number().int(),
  name: z.string(),
  by: Ref,
  at: Instant,
  contentHash: z.string(),
  checklist: z.array(z.enum(CHECKLIST)),
  comment: z.string().nullable(),
  isVoid: z.boolean(),
});

export const Draft = DraftSummary.extend({
  /** SHA-256 of the content: what a signature is over. */
  contentHash: z.string(),
  content: DraftContent,
  /** Names and sizes of the files that the content names. */
  files: z.array(Attachment),
  timeline: z.array(DraftTimelineEntry),
  /** 谁发布谁审查: the unit that publishes, its writers, and its reviewers with what each of them signed. */
  writers: z.array(Ref),
  signatures: z.array(DraftSignature),
  /** Who let it out, and when it became public. */
  published: z.object({ by: Ref, at: Instant }).nullable(),
  /** A file's draft that this interpretation is scheduled with. */
  publishesWith: z.string().nullable(),
  /** Who sent it back last, to whom it lies now; null once it was submitted again. */
  sentBack: z.object({ by: Ref, at: Instant, comment: z.string() }).nullable(),
  /** The secrecy reviewer was asked to let numbers pass. */
  secrecyAsked: z.object({ by: Ref, at: Instant, note: z.string() }).nullable(),
  /** Numbers that were let pass, masked, each with its reason. */
  passes: z.array(
    z.object({ kind: z.enum(PERSONAL_DATA_KINDS), masked: z.string(), reason: z.string(), by: Ref, at: Instant }),
  ),
  /** 三同步: why it may go out without an interpretation. */
  waiver: z.object({ by: Ref, at: Instant, reason: z.string() }).nullable(),
  /** Drafts that explain this one; they go out with it. */
  interpretations: z.array(z.object({ id: z.string(), title: z.string(), state: z.enum(DRAFT_STATES) })),
  abilities: Abilities,
});

/** What stands in the way of submitting. `path` leads into the content. */
export const DraftCheck = z.object({
  contentHash: z.string(),
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
  /**
   * `start` and `end` are UTF-16 offsets into the text at `path`: a paragraph's children joined (`body.3.children`), one item, one cell
   * (`body.4.rows.2.1`), a file's name (`attachmentIds.0`, `body.5.fileId`).
   * What is within a file has the file's path, `start` and `end` 0, and says in `masked` where it stands; `unreadable` yields no text, and
   * somebody has to look through it. A number written digit by digit reaches to the cell in `lastColumn`.
   */
  personalData: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(PERSONAL_DATA_KINDS),
      label: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      masked: z.string(),
      lastColumn: z.number().int().nullable(),
      isPassed: z.boolean(),
    }),
  ),
  /** Words of the district's dictionary, at `path` from `start` to `end`; those that block are among the faults too. */
  wording: z.array(
    z.object({
      path: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      text: z.string(),
      right: z.string().nullable(),
      reason: z.string(),
      isBlocking: z.boolean(),
    }),
  ),
  /** There are more finds than are told. */
  more: z.boolean(),
});

/** What a save answers: enough to go on writing. */
export const DraftSaved = z.object({ revision: z.number().int(), contentHash: z.string(), updatedAt: Instant });

/** `revision`: the one that was seen; another one by now is 409 draft.conflict, with who changed it and when. */
const seen = { revision: z.number().int() };

export const noticeDraftSchemas = {
  'staff.drafts.create': { body: z.strictObject({ id: ClientId, content: DraftContent }), response: Draft },
  'staff.drafts.correct': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      /** The public reads it beside the new version. */
      reason: text(500),
      /** The version before held what must not be public: it is known of, and not shown. */
      concealsBefore: z.boolean().default(false),
    }),
    response: Draft,
  },
  'staff.drafts.list': {
    query: z.strictObject({
      ...listQuery,
      state: z.enum(DRAFT_STATES).optional(),
      unit: Id.optional(),
      /** Those in which the caller wrote. */
      mine: z.stringbool().optional(),
    }),
    response: page(DraftSummary),
  },
  'staff.drafts.get': { params: IdParams, query: Empty, response: Draft },
  'staff.drafts.save': {
    params: IdParams,
    body: z.strictObject({ ...seen, content: DraftContent }),
    response: DraftSaved,
  },
  'staff.drafts.check': { params: IdParams, query: Empty, response: DraftCheck },
  'staff.drafts.submit': { params: IdParams, body: z.strictObject(seen), response: Draft },
  'staff.drafts.recall': { params: IdParams, body: z.strictObject(seen), response: Draft },
  'staff.drafts.discard': { params: IdParams, body: z.strictObject(seen), response: Draft },
  'staff.drafts.sign': {
    params: IdParams,
    body: z.strictObject({
      ...seen,
      /** Of the content that was read. */
      contentHash: z.string().length(64),
      checklist: z.strictObject({
        accurate: z.literal(true),
        timely: z.literal(true),
        complete: z.literal(true),
        secrecy: z.literal(true),
      }),
      comment: text(500).optional(),
    }),
    response: Draft,
  },
  'staff.drafts.sendBack': {
    params: IdParams,
    body: z.strictObject({
      ...seen,
      /** The writer, or a step before the one whose turn it is. */
      to: z.union([z.literal('writer'), z.number().int().min(1).max(9)]),
      comment: text(1_000),
    }),
    response: Draft,
  },
  'staff.drafts.askSecrecy': {
    params: IdParams,
    body: z.strictObject({ ...seen, note: text(500) }),
    response: Draft,
  },
  'staff.drafts.pass': {
    params: IdParams,
    body: z.strictObject({ ...seen, paths: z.array(z.string().max(100)).min(1).max(500), reason: text(500) }),
    response: Draft,
  },
  'staff.drafts.refusePass': {
    params: IdParams,
    body: z.strictObject({ ...seen, comment: text(1_000) }),
    response: Draft,
  },
  'staff.drafts.publish': {
    params: IdParams,
    /** `at`: later than now; at once when left out. */
    body: z.strictObject({ ...seen, at: GivenInstant.optional() }),
    response: Draft,
  },
  'staff.drafts.unschedule': { params: IdParams, body: z.strictObject(seen), response: Draft },
  'staff.drafts.file': { params: IdParams, body: z.strictObject(seen), response: Draft },
  'staff.drafts.waiveInterpretation': {
    params: IdParams,
    body: z.strictObject({ ...seen, reason: text(500) }),
    response: Draft,
  },
};
