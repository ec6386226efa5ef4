import { z } from 'zod';
import { Instant, LocalDate } from './common';

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
/** Art. 42 and 国办函〔2020〕109号, line by line. */
export const RequestFee = z.object({
  yuan: z.number().int(),
  lines: z.array(z.object({ text: z.string(), yuan: z.number().int() })),
  howToPay: z.string(),
  deadline: LocalDate,
  paidOn: LocalDate.nullable(),
  consequence: z.string(),
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
