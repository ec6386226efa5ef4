import { z } from 'zod';
import { limits } from '../routes/limits';
import {
  Abilities,
  Attachment,
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
import { NextStep } from './information-request-parts';
import { ConversionOffer, LinkedCase } from './linked-cases';

export const ENQUIRY_KINDS = ['question', 'help', 'suggestion', 'complaint'] as const;
export const ENQUIRY_STATUSES = [
  'submitted',
  'accepted',
  'assigned',
  'with_hotline',
  'drafted',
  'answered',
  'not_ours',
  'withdrawn',
] as const;
/** How it ended: never one word for all. */
export const ENQUIRY_OUTCOMES = ['solved', 'explained', 'planned', 'not_ours', 'impossible'] as const;

const stars = z.number().int().min(1).max(5);
const kind = z.enum(ENQUIRY_KINDS);
export const PhoneNumber = z
  .string()
  .trim()
  .regex(/^[0-9+()\-\s]{5,20}$/, '电话号码不对');

export const EnquiryAnswer = z.object({
  outcome: z.enum(ENQUIRY_OUTCOMES),
  outcomeText: z.string(),
  text: z.string(),
  /** In plan: by when. */
  plannedOn: LocalDate.nullable(),
  unit: Ref,
  answeredAt: Instant,
});
export const EnquiryRating = z.object({ result: stars, process: stars, text: z.string().nullable(), at: Instant });
export const EnquiryStep = z.object({
  at: Instant,
  kind: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  by: z.string(),
});

export const EnquirySummary = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind,
  kindText: z.string(),
  unit: Ref,
  status: z.enum(ENQUIRY_STATUSES),
  statusText: z.string(),
  submittedAt: Instant,
  /** A grid worker took it down for whoever asks (代录). */
  isOnBehalf: z.boolean(),
});
/** What everybody reads: the words as the office masked them. */
export const PublicEnquiry = EnquirySummary.extend({
  question: z.string(),
  photos: z.array(Attachment),
  answer: EnquiryAnswer.nullable(),
  isPublic: z.boolean(),
});
/** Taken out of what everybody reads, and what its author says to that. */
const Hidden = z.object({ reason: z.string(), at: Instant, appeal: z.string().nullable() });
/** What only whoever wrote it reads, and the office with the person masked. */
const progress = {
  /** The day it was taken down at the door; its days are counted from the day it came in. */
  heardOn: LocalDate.nullable(),
  dueOn: LocalDate,
  provisional: z.boolean(),
  /** How long its kind is given, and where that is written. */
  clockText: z.string(),
  nextStep: NextStep,
  place: z.string().nullable(),
  contact: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  publicConsent: z.boolean(),
  /** Of answers before it was opened again, the oldest first. */
  earlierAnswers: z.array(EnquiryAnswer),
  rating: EnquiryRating.nullable(),
  hidden: Hidden.nullable(),
  /** The proposal to ask for it as information (依申请公开). */
  conversion: ConversionOffer.nullable(),
  /** Requests that it came from or became. */
  linked: z.array(LinkedCase),
  timeline: z.array(EnquiryStep),
};
/** One that is public, in a list. */
export const ListedEnquiry = EnquirySummary.extend({
  excerpt: z.string(),
  outcomeText: z.string(),
  answeredAt: Instant,
  publishedAt: Instant,
  /** Among the questions that are often asked. */
  isFaq: z.boolean(),
});
export const EnquiryDetail = PublicEnquiry.extend({
  own: z.object({ ...progress, receipt: Receipt }).nullable(),
  abilities: Abilities,
});
export const StaffEnquirySummary = EnquirySummary.extend({
  dueOn: LocalDate,
  nextStep: NextStep,
  overdue: z.boolean(),
  mainUnit: Ref.nullable(),
});
export const StaffEnquiry = StaffEnquirySummary.extend({
  ...progress,
  question: z.string(),
  photos: z.array(Attachment),
  jointUnits: z.array(Ref),
  /** Also while it waits for the review; `draftedBy` is a name. */
  answer: EnquiryAnswer.omit({ answeredAt: true })
    .extend({ answeredAt: Instant.nullable(), draftedAt: Instant, draftedBy: z.string() })
    .nullable(),
  contributions: z.array(z.object({ id: z.string(), unit: Ref, by: z.string(), at: Instant, text: z.string() })),
  publication: z
    .object({ title: z.string(), question: z.string(), answer: z.string(), photoIds: z.array(z.string()), at: Instant })
    .nullable(),
  /** The words with what looks like personal data masked: a beginning for what is published. */
  /** The ticket of the city's hotline that it came with, or that it went on under. */
  hotline: z.object({ ticket: z.string(), direction: z.enum(['from', 'to']) }).nullable(),
  masked: z.object({ title: z.string(), question: z.string(), answer: z.string() }),
  /** Words by which it asks for papers: for the office to propose a request. */
  documentSigns: z.array(z.string()),
  isFaq: z.boolean(),
  isPublic: z.boolean(),
  /** Nobody has settled these yet; who reported is not told. */
  reports: z.array(z.object({ reason: z.string(), at: Instant })),
  abilities: Abilities,
});

const staffAct = { params: IdParams, response: StaffEnquiry };
const reason = text(500);
/** As the city numbers them. */
const ticket = text(40);
export const enquirySchemas = {
  'enquiries.kinds': {
    query: Empty,
    response: z.object({
      kinds: z.array(
        z.object({
          kind,
          label: z.string(),
          hint: z.string(),
          workingDays: z.number().int(),
          source: z.string(),
          isConfirmed: z.boolean(),
        }),
      ),
    }),
  },
  'enquiries.list': {
    query: z.strictObject({ ...listQuery, kind: kind.optional(), faq: z.stringbool().optional() }),
    response: page(ListedEnquiry),
  },
  'enquiries.similar': {
    body: z.strictObject({ text: text(500) }),
    response: z.object({ items: z.array(ListedEnquiry) }),
  },
  'enquiries.get': { params: IdParams, query: Empty, response: EnquiryDetail },
  'enquiries.create': {
    body: z.strictObject({
      id: ClientId,
      kind,
      title: text(limits.enquiryTitle),
      body: text(limits.enquiryBody),
      unitId: Id.optional(),
      /** Chosen from the list of areas; nobody is tracked. */
      place: z.strictObject({ areaId: Id, note: text(100).optional() }).optional(),
      photoIds: z.array(Id).max(limits.enquiryPhotos, '最多 4 张').default([]),
      contact: z.strictObject({ name: text(40).optional(), phone: PhoneNumber.optional() }).default({}),
      /** Only with it the answer may come out, masked. */
      publicConsent: z.boolean(),
    }),
    response: EnquiryDetail,
  },
  'me.enquiries.list': {
    query: z.strictObject(listQuery),
    response: page(EnquirySummary.extend({ dueOn: LocalDate })),
  },
  'enquiries.rate': {
    params: IdParams,
    body: z.strictObject({ result: stars, process: stars, text: reason.optional() }),
    response: EnquiryDetail,
  },
  'enquiries.reopen': { params: IdParams, body: z.strictObject({ reason }), response: EnquiryDetail },
  'enquiries.report': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, reason: text(limits.reportReason) }),
    response: z.object({ id: z.string() }),
  },
  'enquiries.appeal': { params: IdParams, body: z.strictObject({ text: reason }), response: EnquiryDetail },
  'enquiries.declineConversion': {
    params: IdParams,
    body: z.strictObject({ offerId: Id }),
    response: EnquiryDetail,
  },
  'enquiries.withdraw': {
    params: IdParams,
    body: z.strictObject({ reason: text(200).optional() }),
    response: EnquiryDetail,
  },
  'staff.enquiries.list': {
    query: z.strictObject({
      ...listQuery,
      status: z.enum(ENQUIRY_STATUSES).optional(),
      /** What has to be done by this day, late ones too, the most pressing first. */
      dueBy: GivenDate.optional(),
    }),
    response: page(StaffEnquirySummary),
  },
  'staff.enquiries.get': { params: IdParams, query: Empty, response: StaffEnquiry },
  'staff.enquiries.record': {
    body: z.strictObject({
      id: ClientId,
      ticket,
      kind,
      title: text(limits.enquiryTitle),
      body: text(limits.enquiryBody),
      unitId: Id,
      contact: z.strictObject({ name: text(40).optional(), phone: PhoneNumber.optional() }).default({}),
      /** As the hotline wrote it down. */
      publicConsent: z.boolean(),
    }),
    response: StaffEnquiry,
  },
  'staff.enquiries.accept': { ...staffAct, body: z.strictObject({ kind }) },
  /** `ticket`: it goes on at the hotline under this number. */
  'staff.enquiries.refuse': {
    ...staffAct,
    body: z.strictObject({ toWhom: text(100), reason, ticket: ticket.optional() }),
  },
  'staff.enquiries.assign': {
    ...staffAct,
    body: z.strictObject({ mainUnitId: Id, jointUnitIds: z.array(Id).max(10).default([]), note: reason.optional() }),
  },
  'staff.enquiries.offerConversion': { ...staffAct, body: z.strictObject({ id: ClientId, note: reason }) },
  /** `to`: it goes on at the hotline under this ticket; `back`: what the hotline said of it. */
  'staff.enquiries.hotline': {
    ...staffAct,
    body: z.discriminatedUnion('direction', [
      z.strictObject({ direction: z.literal('to'), ticket, reason }),
      z.strictObject({ direction: z.literal('back'), reason }),
    ]),
  },
  'staff.enquiries.contribute': { ...staffAct, body: z.strictObject({ id: ClientId, text: text(2_000) }) },
  'staff.enquiries.answer': {
    ...staffAct,
    body: z
      .strictObject({
        outcome: z.enum(ENQUIRY_OUTCOMES),
        text: text(limits.enquiryAnswer),
        plannedOn: GivenDate.optional(),
      })
      .superRefine(({ outcome, plannedOn }, { addIssue }) => {
        if ((outcome === 'planned') === (plannedOn !== undefined)) return;
        const message = outcome === 'planned' ? '列入计划的，写明到哪天' : '只有列入计划的才写日子';
        addIssue({ code: 'custom', path: ['plannedOn'], message });
      }),
  },
  'staff.enquiries.sendBack': { ...staffAct, body: z.strictObject({ reason }) },
  'staff.enquiries.approve': staffAct,
  'staff.enquiries.publish': {
    ...staffAct,
    body: z.strictObject({
      title: text(limits.enquiryTitle),
      question: text(limits.enquiryBody),
      answer: text(limits.enquiryAnswer),
      photoIds: z.array(Id).max(limits.enquiryPhotos).default([]),
    }),
  },
  'staff.enquiries.show': { ...staffAct, body: z.strictObject({ isShown: z.boolean(), reason }) },
  'staff.enquiries.feature': { ...staffAct, body: z.strictObject({ isFaq: z.boolean() }) },
  'staff.enquiries.reveal': {
    params: IdParams,
    body: z.strictObject({ field: z.enum(['name', 'phone']), reason: text(200) }),
    response: z.object({ value: z.string() }),
  },
};
