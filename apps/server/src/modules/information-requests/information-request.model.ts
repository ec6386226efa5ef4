import type { REPLY_KINDS } from '@bandeng/contracts/routes';
import type {
  CONSULTED,
  ENQUIRY_KINDS,
  DELIVERY_FORMS,
  DELIVERY_METHODS,
  ID_DOCUMENT_TYPES,
  OPINIONS,
  SEARCH_RESULTS,
  ORGANIZATION_KINDS,
  PAPER_KINDS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  TRIAGE_NATURES,
} from '@bandeng/contracts/schemas';
import type { DecisionWarning, RequestEvent, WizardAnswers } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';
import type { RequestGround } from './ground.model';
import type { Intake, RequestLink, RequestTelling } from './intake.model';
import type { RequestFee, RequestSuggestion } from './applicant-parts.model';
import type { Conference, DecisionSeal, Proposal, RequestPaper, RequestRedaction } from './proposal.model';

export interface RequestContent {
  name: string;
  documentNumber: string | null;
  description: string | null;
}

/** Every personal field, sealed (platform/crypto); never read without a reason to. */
export interface SealedApplicant {
  name: string;
  /** Number of the identity document, or the credit code of an organization. */
  idNumber: string;
  phone: string;
  email: string | null;
  address: string | null;
  postcode: string | null;
  representative: string | null;
  contact: string | null;
}

/** Blind indexes for exact lookups by the officer's desk. */
export interface ApplicantIndex {
  name: string;
  idNumber: string;
  phone: string;
  phoneLast4: string;
}

export interface RequestDecision {
  kinds: (typeof REPLY_KINDS)[number][];
  text: string;
  /** 核实的情况, and the office with the power: of a record that was to be put right (Art. 41), and of nothing else. */
  findings?: string | undefined;
  agency?: string | undefined;
  attachmentIds: string[];
  noticeIds: string[];
  /** What was answered in the five steps, and the contradictions shown then; missing in requests of an older version. */
  answers?: WizardAnswers;
  warnings?: DecisionWarning[];
  seal?: DecisionSeal;
}

export interface SearchRecord {
  id: string;
  at: Date;
  staffId: string;
  place: string;
  words: string;
  result: (typeof SEARCH_RESULTS)[number];
  note: string | null;
}

/** A letter to others; whom it went to is sealed in `others` of the request. */
export interface RequestConsultation {
  id: string;
  kind: (typeof CONSULTED)[number];
  question: string;
  askedOn: string;
  servedOn: string | null;
  /** As it stood when it ended; the clock says it while it is open. */
  deadline: string | null;
  isSilent: boolean;
  answer: { on: string; opinion: (typeof OPINIONS)[number]; text: string; isLate: boolean } | null;
}
export interface RequestReasons {
  items: string;
  deadline: string;
  given: string | null;
}

/** A proposal to go on as a message of 网上民声, and what the applicant said to it. */
export interface ConversionOfferRecord {
  id: string;
  at: Date;
  staffId: string;
  nature: (typeof TRIAGE_NATURES)[number];
  kind: (typeof ENQUIRY_KINDS)[number];
  note: string;
  answer: { at: Date; isAgreed: boolean } | null;
}
/** How a request and messages of 网上民声 became one another. */
export interface RequestConversion {
  /** The message that it took the place of, and the one that it became. */
  from: string | null;
  to: string | null;
  offers: ConversionOfferRecord[];
}

/** A fact of the case: what the clock counts from (`fact`), and what the timeline tells. */
export interface CaseEvent {
  at: Date;
  by: 'applicant' | 'office' | 'system';
  fact: RequestEvent;
  note: string | null;
}

export interface InformationRequestRecord {
  _id: string;
  number: string;
  /** Missing in requests of an older version, which ask for information. */
  kind?: (typeof REQUEST_KINDS)[number];
  /** Empty when it came to the counter. */
  accountId: string;
  /** Missing in requests of an older version. */
  intake?: Intake;
  unitId: string;
  /** Keyed hash of what the applicant sent, which holds their personal values: tells a repeat from a conflict (API.md, Repeats). */
  contentHash: string;
  applicantKind: 'person' | 'organization';
  idDocumentType: (typeof ID_DOCUMENT_TYPES)[number] | null;
  organizationKind: (typeof ORGANIZATION_KINDS)[number] | null;
  applicant: SealedApplicant;
  applicantIndex: ApplicantIndex;
  /** Who acts for them: JSON, sealed as one; missing in requests of an older version. */
  agent?: string | null;
  /** Bound to the case for those who work it; their bytes go by config/retention.json. */
  identityPapers?: { fileId: string; kind: (typeof PAPER_KINDS)[number] }[];
  content: RequestContent;
  /** Whose record, what it says and what is right: JSON, sealed as one; empty of a request for information. */
  recordError?: string | null;
  delivery: { form: (typeof DELIVERY_FORMS)[number]; method: (typeof DELIVERY_METHODS)[number] };
  assistance: {
    kinds: ('large_print' | 'read_aloud' | 'sign_language' | 'written_down')[];
    note?: string | undefined;
  } | null;
  status: (typeof REQUEST_STATUSES)[number];
  submittedAt: Date;
  /** Last day for registering: the end of the next working day. */
  registerBy: string;
  receivedOn: string | null;
  dueOn: string | null;
  /** The day by which the office has to take its next step, for the queue of what is due; empty while it is not its turn. */
  actBy: string;
  provisional: boolean;
  /** The day it ended, for the figures of a year; empty while it is open. */
  endedOn: string;
  events: CaseEvent[];
  correction: { items: string; deadline: string } | null;
  decision: RequestDecision | null;
  /** What follows may be missing in requests of an older version. */
  consultations?: RequestConsultation[];
  /** Names of whom was consulted by the letter's id: JSON, sealed as one. */
  others?: string | null;
  reasons?: RequestReasons | null;
  fee?: RequestFee | null;
  /** Since when what the applicant says against a fee waits for an answer; empty while nothing does. */
  feeDisputedOn?: string;
  conversion?: RequestConversion | null;
  grounds?: RequestGround[];
  links?: RequestLink[];
  /** Since when an applicant without an account has to be told of a link; empty while nothing has to be told. */
  untoldSince?: string;
  tellings?: RequestTelling[];
  suggestion?: RequestSuggestion | null;
  searches?: SearchRecord[];
  proposals?: Proposal[];
  /** With whom the newest of them is; empty while none waits. */
  decisionStep?: Exclude<Proposal['state'], 'approved'> | '';
  conferences?: Conference[];
  /** Who took part and what each said, by the conference's id: JSON, sealed as one. */
  conferenceMembers?: string | null;
  papers?: RequestPaper[];
  redactions?: RequestRedaction[];
  /** Texts before their places were removed, by the redaction's id: JSON, sealed as one. */
  redactedTexts?: string | null;
  /** Dates as they were before the days off were entered or changed. */
  recounts?: { at: Date; dueOn: string | null; provisional: boolean }[];
  /** The next day on which the office is reminded before the last; empty when there is none. And the last such day. */
  remindOn?: string;
  remindedOn?: string | null;
  /** Corrections handed in: a repeat is not a second one. */
  corrections: { id: string; contentHash: string }[];
  /** The last day on which the office was reminded of it. */
  chasedOn: string | null;
  revision: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };

export function defineInformationRequestModels(database: Connection) {
  const schema = new Schema<InformationRequestRecord>(
    {
      _id: String,
      number: text,
      kind: { type: String, default: 'information' },
      accountId: { type: String, default: '' },
      intake: { type: Schema.Types.Mixed, default: null },
      unitId: text,
      contentHash: text,
      applicantKind: text,
      idDocumentType: nullable,
      organizationKind: nullable,
      applicant: { type: Schema.Types.Mixed, required: true },
      applicantIndex: { name: text, idNumber: text, phone: text, phoneLast4: text },
      agent: nullable,
      identityPapers: { type: [Schema.Types.Mixed], default: [] } as never,
      content: { name: text, documentNumber: nullable, description: nullable },
      recordError: nullable,
      delivery: { form: text, method: text },
      assistance: { type: Schema.Types.Mixed, default: null },
      status: text,
      submittedAt: { type: Date, required: true },
      registerBy: text,
      receivedOn: nullable,
      dueOn: nullable,
      actBy: { type: String, default: '' },
      provisional: { type: Boolean, required: true },
      endedOn: { type: String, default: '' },
      events: { type: [Schema.Types.Mixed], required: true } as never,
      correction: { type: Schema.Types.Mixed, default: null },
      decision: { type: Schema.Types.Mixed, default: null },
      consultations: { type: [Schema.Types.Mixed], default: [] } as never,
      others: nullable,
      reasons: { type: Schema.Types.Mixed, default: null },
      fee: { type: Schema.Types.Mixed, default: null },
      links: { type: [Schema.Types.Mixed], default: [] } as never,
      untoldSince: { type: String, default: '' },
      tellings: { type: [Schema.Types.Mixed], default: [] } as never,
      feeDisputedOn: { type: String, default: '' },
      conversion: { type: Schema.Types.Mixed, default: null },
      grounds: { type: [Schema.Types.Mixed], default: [] } as never,
      suggestion: { type: Schema.Types.Mixed, default: null },
      searches: { type: [Schema.Types.Mixed], default: [] } as never,
      proposals: { type: [Schema.Types.Mixed], default: [] } as never,
      decisionStep: { type: String, default: '' },
      conferences: { type: [Schema.Types.Mixed], default: [] } as never,
      conferenceMembers: nullable,
      papers: { type: [Schema.Types.Mixed], default: [] } as never,
      redactions: { type: [Schema.Types.Mixed], default: [] } as never,
      redactedTexts: nullable,
      recounts: { type: [Schema.Types.Mixed], default: [] } as never,
      remindOn: { type: String, default: '' },
      remindedOn: nullable,
      corrections: { type: [Schema.Types.Mixed], required: true } as never,
      chasedOn: nullable,
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'informationRequests', minimize: false },
  );
  schema.index({ number: 1 }, { unique: true });
  schema.index({ accountId: 1, submittedAt: -1, _id: -1 });
  schema.index({ submittedAt: -1, _id: -1 });
  schema.index({ status: 1, submittedAt: -1, _id: -1 });
  schema.index({ unitId: 1, submittedAt: -1, _id: -1 });
  schema.index({ unitId: 1, status: 1, submittedAt: -1, _id: -1 });
  schema.index({ kind: 1, submittedAt: -1, _id: -1 });
  schema.index({ unitId: 1, kind: 1, submittedAt: -1, _id: -1 });
  schema.index({ actBy: 1, _id: 1 });
  schema.index({ unitId: 1, actBy: 1, _id: 1 });
  schema.index({ decisionStep: 1, actBy: 1, _id: 1 });
  schema.index({ unitId: 1, decisionStep: 1, actBy: 1, _id: 1 });
  schema.index({ feeDisputedOn: 1, _id: 1 });
  schema.index({ unitId: 1, feeDisputedOn: 1, _id: 1 });
  schema.index({ untoldSince: 1, _id: 1 });
  schema.index({ unitId: 1, untoldSince: 1, _id: 1 });
  schema.index({ status: 1, _id: 1 });
  schema.index({ status: 1, registerBy: 1 });
  schema.index({ status: 1, dueOn: 1 });
  schema.index({ status: 1, 'correction.deadline': 1 });
  schema.index({ status: 1, actBy: 1 });
  schema.index({ remindOn: 1 });
  schema.index({ endedOn: 1, receivedOn: 1, _id: 1 });
  schema.index({ unitId: 1, endedOn: 1, receivedOn: 1, _id: 1 });
  for (const field of ['name', 'idNumber', 'phone', 'phoneLast4'])
    schema.index({ [`applicantIndex.${field}`]: 1, unitId: 1, submittedAt: -1, _id: -1 });

  const series = new Schema<{ _id: string; last: number }>(
    { _id: String, last: { type: Number, required: true } },
    { versionKey: false, collection: 'numberSeries' },
  );
  return {
    requests: database.model<InformationRequestRecord>('InformationRequest', schema),
    series: database.model<{ _id: string; last: number }>('NumberSeries', series),
  };
}
