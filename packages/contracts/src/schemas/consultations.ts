import { z } from 'zod';
import { CHANGE_KINDS } from './catalog';
import { FieldChange } from './catalog-import';
import {
  Abilities,
  Attachment,
  Blocks,
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  Instant,
  ListQuery,
  LocalDate,
  Ref,
  listQuery,
  page,
  text,
} from './common';
import { COMMENT_CHANNELS, Ledger, PublicComment } from './comments';

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
/** How else one can be heard, beside this program (第713号令第十五条: the ways are published with the draft). */
export const WAY_KINDS = ['letter', 'email', 'phone', 'visit', 'meeting', 'hearing'] as const;
const Way = z.strictObject({
  kind: z.enum(WAY_KINDS),
  /** Where and when: an address, a number, a room and its hours. */
  detail: text(200),
});
/** What the public sees of a comment before the outcome. */
export const DISPLAYS = ['with_outcome', 'after_review', 'after_check'] as const;
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
  /** Which draft is asked about: 1 as it began; a change while people are asked is a new one. */
  draftVersion: z.number().int(),
});
export const ConsultationDetail = Consultation.extend({
  background: Blocks,
  display: z.enum(DISPLAYS),
  displayText: z.string(),
  shortenReason: z.string().nullable(),
  basis: z.string(),
  contact: z.string(),
  ways: z.array(Way),
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
  byChannel: z.array(z.object({ channel: z.enum(COMMENT_CHANNELS), label: z.string(), count: z.number().int() })),
  /** What they speak of; empty in outcomes published before it was counted. */
  byTarget: z.array(
    z.object({ kind: z.enum(['whole', 'clause', 'entry', 'addition']), label: z.string(), count: z.number().int() }),
  ),
  /** The edition that carries what was adopted, and its diff. */
  nextEditionId: z.string().nullable(),
});

const clauseInput = z.strictObject({ id: Id, label: text(40), text: text(5_000), before: text(5_000).optional() });
const DraftInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clauses'), clauses: z.array(clauseInput).min(1).max(800) }),
  z.strictObject({ kind: z.literal('entries'), editionId: Id }),
]);
export const ConsultationInput = z.strictObject({
  question: text(60),
  title: text(200),
  unitId: Id,
  kind: z.enum(CONSULTATION_KINDS),
  opensOn: GivenDate,
  closesOn: GivenDate.optional(),
  shortenReason: text(500).optional(),
  outcomeDueOn: GivenDate.optional(),
  background: Blocks,
  display: z.enum(DISPLAYS).default('after_review'),
  contact: text(200),
  ways: z.array(Way).max(10).default([]),
  areaIds: z.array(Id).max(100).default([]),
  domainIds: z.array(Id).max(26).default([]),
  attachmentIds: z.array(Id).max(20).default([]),
  draft: DraftInput,
});

/** What the desk sees of a consultation: drafts too, and what was asked for where the rule has filled it in. */
const StaffConsultation = ConsultationDetail.extend({
  state: z.enum(CONSULTATION_STATES),
  requestedClosesOn: LocalDate.nullable(),
  requestedOutcomeDueOn: LocalDate.nullable(),
  /** Grows with every act; a change says which one it has seen. */
  revision: z.number().int(),
});

const DraftVersion = z.object({
  id: z.string(),
  version: z.number().int(),
  publishedAt: Instant,
  /** Null for the one it began with. */
  reason: z.string().nullable(),
  counts: z.object({ new: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
});
/** What a draft changed of the one before it: of an entry the columns that differ; `same` when only the label is another. */
const DraftChange = z.object({
  id: z.string(),
  change: z.enum(CHANGE_KINDS),
  labelBefore: z.string().nullable(),
  label: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  fields: z.array(FieldChange),
  /** All comments that were ever made on it; they stay when it goes. */
  commentCount: z.number().int(),
  /** Whose words these are, as the office said when it published the draft; to everybody else only what they may read. */
  adopted: z.array(PublicComment.pick({ id: true, author: true, body: true, proposedText: true })),
});

const DraftQuery = z.strictObject({ ...listQuery, change: z.enum([...CHANGE_KINDS, 'touched']).optional() });

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
  'consultations.draft': { params: IdParams, query: DraftQuery, response: DraftPage },
  'consultations.versions': { params: IdParams, query: ListQuery, response: page(DraftVersion) },
  'consultations.changes': {
    params: z.strictObject({ id: Id, version: z.coerce.number().int().min(1).max(9_999) }),
    query: ListQuery,
    response: page(DraftChange),
  },
  'consultations.outcome': { params: IdParams, query: Empty, response: Outcome },
  'consultations.outcomeReport': { params: IdParams, query: Empty },
  'consultations.outcomePdf': { params: IdParams, query: Empty },
  'staff.consultations.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(CONSULTATION_STATES).optional() }),
    response: page(Consultation.extend({ state: z.enum(CONSULTATION_STATES) })),
  },
  'staff.consultations.get': {
    params: IdParams,
    query: Empty,
    response: StaffConsultation,
  },
  'staff.consultations.draft': { params: IdParams, query: DraftQuery, response: DraftPage },
  'staff.consultations.create': {
    body: ConsultationInput.extend({ id: ClientId }),
    response: Consultation.extend({ state: z.enum(CONSULTATION_STATES) }),
  },
  /** While nobody else has seen it. One that was already published for a later day is a draft again. */
  'staff.consultations.update': {
    params: IdParams,
    body: ConsultationInput.extend({ revision: z.number().int().min(1) }),
    response: StaffConsultation,
  },
  /** Published ahead of its first day it is still a draft to everybody else. */
  'staff.consultations.open': {
    params: IdParams,
    response: Consultation.extend({ state: z.enum(CONSULTATION_STATES) }),
  },
  /** A new draft while people are asked, or after, until the outcome is out. A clause with the words of one there is keeps its id, whatever id is given. */
  'staff.consultations.revise': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      /** The draft that was read. */
      draftVersion: z.number().int().min(1),
      /** Published with it. */
      reason: text(500),
      draft: DraftInput,
      /** Clauses of this draft that were written from comments, each answered as adopted or partly so. */
      adopted: z
        .array(z.strictObject({ clauseId: Id, commentIds: z.array(Id).min(1).max(20) }))
        .max(800)
        .default([]),
    }),
    response: StaffConsultation,
  },
  'staff.consultations.ledger': { params: IdParams, query: Empty, response: Ledger },
  'staff.consultations.publishOutcome': {
    params: IdParams,
    body: z.strictObject({ summary: Blocks, nextEditionId: Id.optional() }),
    response: Outcome,
  },
};
