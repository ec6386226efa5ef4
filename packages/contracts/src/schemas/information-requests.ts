import { z } from 'zod';
import {
  Nothing,
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
  COUNTER_CHANNELS,
  DECISION_STEPS,
  Decision,
  NextStep,
  ONLINE_CHANNELS,
  RequestClock,
  RequestConference,
  RequestConsultation,
  RequestEvent,
  RequestFee,
  RequestIntake,
  RequestPaper,
  RequestProposal,
  RequestReasons,
  RequestRedaction,
  RequestSearch,
  RequestGround,
  TriageSign,
  RequestSuggestion,
} from './information-request-parts';
import { ENQUIRY_KINDS } from './enquiries';
import { ConversionOffer, LinkedCase } from './linked-cases';
import {
  Agent,
  Assistance,
  CounterAgent,
  Delivery,
  ORGANIZATION_KINDS,
  PAPER_KINDS,
  RecordError,
  REQUEST_KINDS,
  RequestContent,
  application,
  checkApplication,
} from './request-application';

export * from './request-application';

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

export const InformationRequestSummary = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(REQUEST_KINDS),
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
export const InformationRequest = InformationRequestSummary.extend({
  intake: RequestIntake,
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
    agent: z.object({ name: z.string(), phone: z.string(), isAuthorityOnPaper: z.boolean() }).nullable(),
    /** Identity documents, powers of attorney, evidence; `file` is null once their time is over. */
    papers: z.array(z.object({ id: z.string(), kind: z.enum(PAPER_KINDS), file: Attachment.nullable() })),
  }),
  content: z.object({ name: z.string(), documentNumber: z.string().nullable(), description: z.string().nullable() }),
  /** Whose record, what it says and what is right (Art. 41); null for a request for information, or once it is erased. */
  recordError: RecordError.nullable(),
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
  /** None for the applicant. */
  signs: z.array(TriageSign),
  /** None for the applicant; the oldest first. */
  grounds: z.array(RequestGround),
  /** The newest proposal to go on as a message of 网上民声, of which kind. */
  conversion: ConversionOffer.extend({ kind: z.enum(ENQUIRY_KINDS) }).nullable(),
  /** Messages that it came from or became. */
  linked: z.array(LinkedCase),
  /** Since when an applicant without an account has to be told by letter or call that it was split or merged; null when nothing is to be told. */
  untoldSince: LocalDate.nullable(),
  /** Art. 44: the applicant suggests to make public what was given, and what became of it. */
  suggestion: RequestSuggestion.nullable(),
  timeline: z.array(RequestEvent),
  abilities: Abilities,
});

/** What somebody did with what exists already, in the order they come. */
export const SUGGESTION_USES = ['shown', 'opened', 'found', 'filed'] as const;

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
  'informationRequests.suggestionUse': {
    /** Random, new for each form, kept with nothing else. `found`: what was there was it; `filed`: it was asked for all the same. */
    body: z.strictObject({ id: ClientId, use: z.enum(SUGGESTION_USES) }),
    response: Nothing,
  },
  'informationRequests.create': {
    body: z
      .strictObject({
        ...application,
        agent: Agent.optional(),
        channel: z.enum(ONLINE_CHANNELS).optional(),
        /** One's own message of 网上民声 that this takes the place of, when its office proposed it. */
        fromEnquiryId: Id.optional(),
      })
      .superRefine(checkApplication),
    response: InformationRequest,
  },
  /** What came to the window, by post, fax or e-mail; the days may lie before today. */
  'staff.informationRequests.receive': {
    body: z
      .strictObject({
        ...application,
        agent: CounterAgent.optional(),
        channel: z.enum(COUNTER_CHANNELS),
        submittedOn: GivenDate,
        /** The day of signing, or of confirming with the applicant; without it both sides still have to confirm. */
        receivedOn: GivenDate.optional(),
        isReadBack: z.boolean().optional(),
        /** A grid worker had handed it on: the day of confirming with the applicant is the day it was made. */
        handedOnId: Id.optional(),
      })
      .superRefine((given, context) => {
        checkApplication(given, context);
        if (given.delivery.method === 'app')
          context.addIssue({
            code: 'custom',
            path: ['delivery', 'method'],
            message: '不是在小程序里申请的，请选别的方式',
          });
        if (given.channel === 'spoken' && given.isReadBack !== true)
          context.addIssue({
            code: 'custom',
            path: ['isReadBack'],
            message: '代填以后要读给申请人听，本人确认了再登记',
          });
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
      kind: z.enum(REQUEST_KINDS).optional(),
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
    body: z.strictObject({ field: z.enum(['idNumber', 'phone', 'agentPhone']), reason: text(200) }),
    response: z.object({ value: z.string() }),
  },
  /** An address that opens one document for a few minutes; that somebody looked is kept. */
  'staff.informationRequests.openIdentity': {
    params: z.strictObject({ id: Id, fileId: Id }),
    response: z.object({ url: z.string() }),
  },
};
