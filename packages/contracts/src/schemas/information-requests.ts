import { z } from 'zod';
import { DECISION_KINDS } from '../routes/decision-kinds';
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
  Ref,
  listQuery,
  page,
  text,
} from './common';
import {
  DECISION_STEPS,
  DecisionReview,
  DecisionSeal,
  NextStep,
  RequestClock,
  RequestConference,
  RequestConsultation,
  RequestFee,
  RequestPaper,
  RequestProposal,
  RequestReasons,
  RequestRedaction,
  RequestSearch,
} from './information-request-parts';

/** The five kinds of table three of the annual report. */
export const ORGANIZATION_KINDS = ['business', 'research', 'charity', 'legal_service', 'other'] as const;
export const ID_DOCUMENT_TYPES = ['id_card', 'passport', 'hk_macau_permit', 'taiwan_permit', 'other'] as const;
export const DELIVERY_FORMS = ['electronic', 'paper', 'other'] as const;
export const DELIVERY_METHODS = ['app', 'email', 'post', 'pickup', 'on_site'] as const;
export const REQUEST_STATUSES = [
  'awaiting_confirmation',
  'in_progress',
  'awaiting_correction',
  'paused',
  'extended',
  'decided',
  'withdrawn',
  'lapsed',
] as const;

const phone = z
  .string()
  .trim()
  .regex(/^[0-9+()\-\s]{5,20}$/, '电话号码不对');
const address = text(200).optional();
const email = z.email('邮箱不对').max(200).optional();

const Person = z.strictObject({
  kind: z.literal('person'),
  name: text(40),
  idDocument: z.strictObject({
    type: z.enum(ID_DOCUMENT_TYPES),
    number: z.string().trim().min(4, '证件号码不对').max(40),
  }),
  phone,
  email,
  address,
  postcode: z
    .string()
    .regex(/^\d{6}$/, '邮编是六位数字')
    .optional(),
});
const Organization = z.strictObject({
  kind: z.literal('organization'),
  organizationKind: z.enum(ORGANIZATION_KINDS),
  name: text(100),
  creditCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是 18 位'),
  representative: text(40),
  contact: text(40),
  phone,
  email,
  address,
  postcode: z
    .string()
    .regex(/^\d{6}$/, '邮编是六位数字')
    .optional(),
});
export const Applicant = z.discriminatedUnion('kind', [Person, Organization]);

export const RequestContent = z.strictObject({
  name: text(limits.requestName),
  documentNumber: text(80).optional(),
  description: text(limits.requestDescription).optional(),
});
export const Delivery = z.strictObject({ form: z.enum(DELIVERY_FORMS), method: z.enum(DELIVERY_METHODS) });
/** What the applicant has to give so that the answer can reach them this way. */
const REACHED_AT: Partial<Record<(typeof DELIVERY_METHODS)[number], 'email' | 'address'>> = {
  email: 'email',
  post: 'address',
};
const REACHED_TEXTS = { email: '要用邮件收答复，请填邮箱', address: '要寄给你，请填地址' };
/** 阅读困难或者视听障碍 (Art. 43). */
export const Assistance = z.strictObject({
  kinds: z
    .array(z.enum(['large_print', 'read_aloud', 'sign_language', 'written_down']))
    .min(1)
    .max(4),
  note: text(200).optional(),
});

export const InformationRequestSummary = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  unit: Ref,
  status: z.enum(REQUEST_STATUSES),
  statusText: z.string(),
  submittedAt: Instant,
  receivedOn: LocalDate.nullable(),
  dueOn: LocalDate.nullable(),
  provisional: z.boolean(),
  nextStep: NextStep,
});
export const RequestEvent = z.object({
  at: Instant,
  kind: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  by: z.string(),
});
export const Decision = z.object({
  kinds: z.array(z.object({ kind: z.enum(DECISION_KINDS), label: z.string(), article: z.string() })),
  text: z.string(),
  remedy: z.string().nullable(),
  decidedOn: LocalDate,
  attachments: z.array(Attachment),
  noticeIds: z.array(z.string()),
  /** Null for the applicant. */
  review: DecisionReview.nullable(),
  /** Null for the applicant, and in requests of an older version. */
  seal: DecisionSeal.nullable(),
});
export const InformationRequest = InformationRequestSummary.extend({
  /** A sentence that says what starts the clock, or what it is at now. */
  clockText: z.string(),
  /** Masked for staff; whole for the applicant. */
  applicant: z.object({
    kind: z.enum(['person', 'organization']),
    name: z.string(),
    idNumber: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    address: z.string().nullable(),
    organizationKind: z.enum(ORGANIZATION_KINDS).nullable(),
  }),
  content: z.object({ name: z.string(), documentNumber: z.string().nullable(), description: z.string().nullable() }),
  delivery: Delivery,
  assistance: Assistance.nullable(),
  correction: z.object({ items: z.string(), deadline: LocalDate, consequence: z.string() }).nullable(),
  consultations: z.array(RequestConsultation),
  reasons: RequestReasons.nullable(),
  fee: RequestFee.nullable(),
  /** None for the applicant. */
  searches: z.array(RequestSearch),
  /** None for the applicant; the oldest first. */
  conferences: z.array(RequestConference),
  proposals: z.array(RequestProposal),
  papers: z.array(RequestPaper),
  redactions: z.array(RequestRedaction),
  decision: Decision.nullable(),
  timeline: z.array(RequestEvent),
  abilities: Abilities,
});

/** Something that exists already and may be what the person is after. */
export const Suggestion = z.object({
  kind: z.enum(['notice', 'entry', 'guide']),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  matched: z.array(z.string()),
});

export const informationRequestSchemas = {
  'informationRequests.suggestions': {
    body: z.strictObject({ text: text(500) }),
    response: z.object({ items: z.array(Suggestion) }),
  },
  'informationRequests.create': {
    body: z
      .strictObject({
        id: ClientId,
        unitId: Id.optional(),
        applicant: Applicant,
        content: RequestContent,
        delivery: Delivery,
        assistance: Assistance.optional(),
      })
      .superRefine(({ applicant, delivery }, { addIssue }) => {
        const needed = REACHED_AT[delivery.method];
        if (needed === undefined || applicant[needed] !== undefined) return;
        addIssue({ code: 'custom', path: ['applicant', needed], message: REACHED_TEXTS[needed] });
      }),
    response: InformationRequest,
  },
  'me.informationRequests.list': { query: z.strictObject(listQuery), response: page(InformationRequestSummary) },
  'informationRequests.get': { params: IdParams, query: Empty, response: InformationRequest },
  'informationRequests.clock': { params: IdParams, query: Empty, response: RequestClock },
  'informationRequests.withdraw': {
    params: IdParams,
    body: z.strictObject({ reason: text(200).optional() }),
    response: InformationRequest,
  },
  /** 补正: the corrected application; its receipt restarts the clock (Art. 30). */
  'informationRequests.correct': {
    params: IdParams,
    body: z.strictObject({ id: ClientId, content: RequestContent }),
    response: InformationRequest,
  },
  'staff.informationRequests.list': {
    query: z.strictObject({
      ...listQuery,
      status: z.enum(REQUEST_STATUSES).optional(),
      /** With whom a proposed answer is. */
      step: z.enum(DECISION_STEPS).optional(),
      /** What the office has to act on by this day, late ones too, the most pressing first. */
      dueBy: GivenDate.optional(),
      /** Exactly: a name, the number of an identity document or credit code, a telephone number or its last four digits. */
      applicant: text(100).optional(),
    }),
    response: page(InformationRequestSummary.extend({ registerBy: LocalDate, overdue: z.boolean() })),
  },
  'staff.informationRequests.register': { params: IdParams, response: InformationRequest },
  'staff.informationRequests.askCorrection': {
    params: IdParams,
    body: z.strictObject({ items: text(1_000), deadline: GivenDate }),
    response: InformationRequest,
  },
  /** Only a person may find that there was no good reason (Art. 30); what they found is shown to the applicant. */
  'staff.informationRequests.lapse': {
    params: IdParams,
    body: z.strictObject({ reason: text(500) }),
    response: InformationRequest,
  },
  'staff.informationRequests.extend': {
    params: IdParams,
    body: z.strictObject({ workingDays: z.number().int().min(1).max(20, '最多 20 个工作日'), reason: text(500) }),
    response: InformationRequest,
  },
  'staff.informationRequests.reveal': {
    params: IdParams,
    body: z.strictObject({ field: z.enum(['idNumber', 'phone']), reason: text(200) }),
    response: z.object({ value: z.string() }),
  },
};
