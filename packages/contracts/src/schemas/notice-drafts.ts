import { z } from 'zod';
import { STAGES } from './catalog';
import {
  Abilities,
  Attachment,
  Blocks,
  ClientId,
  GivenDate,
  Id,
  IdParams,
  Instant,
  Empty,
  Ref,
  listQuery,
  page,
} from './common';
import { NOTICE_KINDS, RELATIONS } from './notices';

export const DRAFT_STATES = [
  'writing',
  'in_review',
  'sent_back',
  'approved',
  'scheduled',
  'published',
  'discarded',
] as const;
export const DRAFT_ACTS = ['created', 'saved', 'discarded'] as const;

/** Words that may still be missing: trimmed, no control characters but line breaks. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `最多 ${max} 字`)
    .refine(value => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value), '里面有看不见的控制字符');

/**
 * A notice while it is being written: the facts and blocks of NoticeSource, of which anything but kind and unit may still be missing.
 * When it is published is decided at the end, its index number is given by the system.
 */
export const DraftContent = z.strictObject({
  title: words(200).default(''),
  kind: z.enum(NOTICE_KINDS),
  unitId: Id,
  columnIds: z.array(Id).max(10).default([]),
  documentNumber: words(80).optional(),
  stage: z.enum(STAGES).optional(),
  madeOn: GivenDate.optional(),
  effectiveOn: GivenDate.optional(),
  abolishedOn: GivenDate.optional(),
  keyPoints: z.array(words(200)).max(6).default([]),
  body: Blocks.default([]),
  /** Uploaded through POST /files by whoever saves; the draft keeps them from the first save on. */
  attachmentIds: z.array(Id).max(50).default([]),
  entryIds: z.array(Id).max(50).default([]),
  areaIds: z.array(Id).max(100).default([]),
  /** The other end is a public notice; an interpretation may also name the draft (by its id) that it goes out with. */
  relatedIds: z
    .array(z.strictObject({ relation: z.enum(RELATIONS), id: Id }))
    .max(20)
    .default([]),
  posting: z
    .strictObject({
      from: GivenDate.optional(),
      to: GivenDate.optional(),
      unit: z.enum(['workingDays', 'days']).default('days'),
      objection: words(300).optional(),
    })
    .optional(),
  limited: z
    .strictObject({
      group: words(60).default(''),
      postedAt: words(200).default(''),
      contact: words(100).default(''),
      /** 6 to 12 capital letters and digits when it is submitted. */
      code: words(20).optional(),
    })
    .optional(),
});
export type DraftContent = z.output<typeof DraftContent>;

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
});

/** Who did what, when, from which state. Saves of one sitting are one entry. */
export const DraftTimelineEntry = z.object({
  at: Instant,
  by: Ref,
  act: z.enum(DRAFT_ACTS),
  from: z.enum(DRAFT_STATES).nullable(),
  to: z.enum(DRAFT_STATES),
  note: z.string().nullable(),
});

export const Draft = DraftSummary.extend({
  /** Grows with every change; every act says which one was seen. */
  revision: z.number().int(),
  /** SHA-256 of the content: what a signature is over. */
  contentHash: z.string(),
  content: DraftContent,
  /** Names and sizes of the files that the content names. */
  files: z.array(Attachment),
  timeline: z.array(DraftTimelineEntry),
  abilities: Abilities,
});

/** What a save answers: enough to go on writing. */
export const DraftSaved = z.object({ revision: z.number().int(), contentHash: z.string(), updatedAt: Instant });

/** `revision`: the one that was seen; another one by now is 409 draft.conflict, with who changed it and when. */
const seen = { revision: z.number().int() };

export const noticeDraftSchemas = {
  'staff.drafts.create': { body: z.strictObject({ id: ClientId, content: DraftContent }), response: Draft },
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
  'staff.drafts.discard': { params: IdParams, body: z.strictObject(seen), response: Draft },
};
