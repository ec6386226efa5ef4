import { z } from 'zod';
import { REPLY_KINDS } from '../routes/decision-kinds';
import { Attachment, Instant, LocalDate } from './common';

/** The ways in which a request comes (rules: requestChannels); an office writes down those of COUNTER_CHANNELS. */
export const COUNTER_CHANNELS = ['window', 'spoken', 'post_signed', 'post_plain', 'fax', 'email'] as const;
export const ONLINE_CHANNELS = ['mini_program', 'h5'] as const;
/** How a request came in, and which day that made the day of receipt (Art. 31). */
export const RequestIntake = z.object({
  channel: z.enum([...ONLINE_CHANNELS, ...COUNTER_CHANNELS]),
  channelText: z.string(),
  submittedOn: LocalDate,
  /** The rule of Art. 31, as a sentence. */
  rule: z.string(),
  /** Who wrote it down; null when the applicant did, and for the applicant. */
  writtenBy: z.string().nullable(),
  /** What was spoken was read to the applicant, who confirmed it (Art. 29, 43). */
  isReadBack: z.boolean(),
});

/** How somebody without an account is told something. */
export const TELLING_WAYS = ['phone', 'letter', 'in_person'] as const;

/** What a request may really be (rules: triageNatures). */
export const TRIAGE_NATURES = ['petition', 'complaint', 'consultation', 'hotline', 'publication'] as const;
/** A sign of that in its words: for the office, and nothing follows by itself. */
export const TriageSign = z.object({
  nature: z.enum(TRIAGE_NATURES),
  label: z.string(),
  article: z.string(),
  advice: z.string(),
  words: z.array(z.string()),
});

/** Why earlier requests are held against one (rules: groundFindings). */
export const GROUND_FINDINGS = ['repeated', 'excessive'] as const;
/** What an officer found in the applicant's earlier requests, with those it rests on as they were then: for the office. */
export const RequestGround = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  finding: z.enum(GROUND_FINDINGS),
  note: z.string(),
  countInMonth: z.number().int(),
  countInYear: z.number().int(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      likeness: z.number().int(),
      answeredOn: LocalDate.nullable(),
    }),
  ),
});

/** A letter to a third party (Art. 32) or to another agency (Art. 34), and what became of it. */
export const CONSULTED = ['third_party', 'other_agency'] as const;
export const OPINIONS = ['agree', 'partly', 'disagree', 'no_opinion'] as const;
export const RequestConsultation = z.object({
  id: z.string(),
  kind: z.enum(CONSULTED),
  /** Whom, what they were asked and what they said: null for the applicant. */
  name: z.string().nullable(),
  question: z.string().nullable(),
  askedOn: LocalDate,
  servedOn: LocalDate.nullable(),
  deadline: LocalDate,
  state: z.enum(['waiting', 'answered', 'silent']),
  answer: z.object({ on: LocalDate, opinion: z.enum(OPINIONS), text: z.string(), isLate: z.boolean() }).nullable(),
});
/** Where it was looked for, by whom, and with what words (Art. 36 (4)). */
export const SEARCH_RESULTS = ['found', 'nothing'] as const;
export const RequestSearch = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  place: z.string(),
  words: z.string(),
  result: z.enum(SEARCH_RESULTS),
  note: z.string().nullable(),
});
/** What was answered on the way to a decision, and which contradictions it stood against: for the office. */
export const DecisionReview = z.object({
  answers: z.array(z.object({ step: z.string(), question: z.string(), article: z.string(), answer: z.string() })),
  warnings: z.array(z.object({ message: z.string(), article: z.string() })),
});
/** Where a proposed answer stands: with the legal adviser, with the head, back with the officer. */
export const DECISION_STEPS = ['review', 'approval', 'returned'] as const;
/** A name of ours, such as that of a question or an option. */
const code = z.string().regex(/^[A-Za-z_]{1,40}$/);
/** By question of the five steps (rules: wizardQuestions), as far as they were answered. */
export const WizardAnswers = z.record(code, z.union([code, z.array(code).max(10)]));
/** What was found about a record, and who else may put it right (Art. 41); null of an answer to a request for information. */
const RecordAnswer = z.object({
  findings: z.string(),
  agency: z.string().nullable(),
  /** 处理结果, as the letter says it. */
  result: z.string(),
});
const Signature = z.object({ at: Instant, by: z.string(), note: z.string().nullable() });
/** An answer on its way: proposed by an officer, looked at by a legal adviser, approved by the head. For the office. */
export const RequestProposal = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  kinds: z.array(z.object({ kind: z.enum(REPLY_KINDS), label: z.string(), article: z.string() })),
  text: z.string(),
  record: RecordAnswer.nullable(),
  attachments: z.array(Attachment),
  noticeIds: z.array(z.string()),
  answers: WizardAnswers,
  review: DecisionReview,
  state: z.enum([...DECISION_STEPS, 'approved']),
  /** Something was learnt since: it can only be sent back. */
  isOutdated: z.boolean(),
  /** When who proposed it took it back. */
  recalledAt: Instant.nullable(),
  /** What the legal adviser found; null while it waits, or where none is needed. */
  legal: Signature.extend({ isAgreed: z.boolean() }).nullable(),
  needsLegal: z.boolean(),
  head: Signature.extend({ isApproved: z.boolean() }).nullable(),
});
/** 会商: who was asked, what each said, what was concluded. For the office. */
export const RequestConference = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  on: LocalDate,
  topic: z.string(),
  members: z.array(z.object({ name: z.string(), role: z.string(), opinion: z.string() })),
  conclusion: z.string(),
});
/** Art. 14 to 16: why a place is kept back (rules: redactionGrounds). */
export const REDACTION_GROUNDS = [
  'denied_state_secret',
  'denied_forbidden',
  'denied_safety',
  'denied_third_party',
  'denied_internal',
  'denied_process',
  'denied_enforcement',
] as const;
/** A paper of the case as it was found; it never goes out. For the office. */
export const RequestPaper = z.object({
  file: Attachment,
  at: Instant,
  by: z.string(),
  pages: z.number().int(),
});
/** What may go out of a paper, or of a text: its places removed (Art. 37). For the office. */
export const RequestRedaction = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  /** The paper; null for a text. */
  paperId: z.string().nullable(),
  file: Attachment,
  /** Of a paper. */
  pages: z.number().int().nullable(),
  /** How many places, where, on which grounds. */
  summary: z.string(),
});
/** Who signed the answer, and the hash over all of it; `isIntact`: the record still says what was signed. */
export const DecisionSeal = z.object({
  at: Instant,
  proposedBy: z.string(),
  reviewedBy: z.string().nullable(),
  approvedBy: z.string(),
  hash: z.string(),
  isIntact: z.boolean(),
});
export const RequestEvent = z.object({
  at: Instant,
  kind: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  by: z.string(),
});
export const Decision = z.object({
  kinds: z.array(z.object({ kind: z.enum(REPLY_KINDS), label: z.string(), article: z.string() })),
  text: z.string(),
  record: RecordAnswer.nullable(),
  remedy: z.string().nullable(),
  decidedOn: LocalDate,
  attachments: z.array(Attachment),
  noticeIds: z.array(z.string()),
  /** Null for the applicant. */
  review: DecisionReview.nullable(),
  /** Null for the applicant, and in requests of an older version. */
  seal: DecisionSeal.nullable(),
});
/** Art. 42 and 国办函〔2020〕109号, line by line. */
export const RequestFee = z.object({
  yuan: z.number().int(),
  lines: z.array(z.object({ text: z.string(), yuan: z.number().int() })),
  howToPay: z.string(),
  deadline: LocalDate,
  paidOn: LocalDate.nullable(),
  /** What the applicant says to it: willing to pay, or why not. */
  reply: z.object({ at: Instant, isAccepted: z.boolean(), reason: z.string().nullable() }).nullable(),
  /** What the office says to that: it is kept, or taken back. */
  answer: z.object({ at: Instant, isKept: z.boolean(), text: z.string() }).nullable(),
  consequence: z.string(),
});
export const RequestSuggestion = z.object({
  at: Instant,
  reason: z.string().nullable(),
  result: z
    .object({
      at: Instant,
      state: z.enum(['accepted', 'declined', 'published']),
      reason: z.string().nullable(),
      noticeId: z.string().nullable(),
    })
    .nullable(),
});
/** Art. 35: asked why so much, or so often. */
export const RequestReasons = z.object({
  items: z.string(),
  deadline: LocalDate,
  given: z.string().nullable(),
  consequence: z.string(),
});

export const CLOCK_DAY_KINDS = ['received', 'counted', 'makeup', 'off', 'paused', 'due'] as const;
const ClockDay = z.object({
  date: LocalDate,
  counted: z.boolean(),
  reason: z.string(),
  /** Where that is written. */
  article: z.string(),
  kind: z.enum(CLOCK_DAY_KINDS),
  number: z.number().int().nullable(),
});
export const RequestClock = z.object({
  receivedOn: LocalDate.nullable(),
  dueOn: LocalDate.nullable(),
  provisional: z.boolean(),
  explanation: z.string(),
  days: z.array(ClockDay),
  /** Counts that ended because another began, the oldest first. */
  earlier: z.array(z.array(ClockDay)),
  /** Dates as they were before the days off of a year were entered or changed, the newest first. */
  recounts: z.array(z.object({ at: Instant, dueOn: LocalDate.nullable(), provisional: z.boolean() })),
});

/** 下一步: who, a verb, and by when. */
export const NextStep = z.object({
  who: z.string(),
  what: z.string(),
  dueOn: LocalDate.nullable(),
  remaining: z.string().nullable(),
});
