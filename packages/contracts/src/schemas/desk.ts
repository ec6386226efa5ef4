import { z } from 'zod';
import { limits } from '../routes/limits';
import { Empty, Instant, LocalDate, text } from './common';

/** What a task leads to: a request, somebody who wants information and has to be called first, a message of 网上民声, a public-opinion matter, what may become public for all, the new comments or the missing outcome of a consultation, an error reported in a notice, an entry asked for,
 * for supervision an outcome that is missing for more than thirty days,
 * a comment that another unit asks this one to answer for, answers that others have drafted, a draft of a notice (to review, to write on, to look at its numbers, to publish),
 * a questionnaire without its result or what was written in it, a meeting whose sign-ups, list or minutes wait, something agreed on at one,
 * an objection to a posting, a posting whose period is over,
 * a notice that is not yet on all its channels,
 * an annual report that is not handed in, the units whose is not,
 * a column with nothing new for its limit, a period of an entry that is late, and all of them of one unit. */
export const DESK_TASK_KINDS = [
  'request',
  'handedOn',
  'enquiry',
  'opinion',
  'publishing',
  'comments',
  'outcome',
  'feedback',
  'nudge',
  'draft',
  'assigned',
  'proposed',
  'late_outcome',
  'survey',
  'surveyTexts',
  'meeting',
  'resolution',
  'round',
  'objection',
  'posting',
  'channels',
  'column',
  'duty',
  'duties',
  'annualReport',
  'annualReports',
] as const;

export const DeskTask = z.object({
  kind: z.enum(DESK_TASK_KINDS),
  recordId: z.string(),
  title: z.string(),
  /** Where it comes from, such as its number or what was said. */
  note: z.string(),
  /** What to do next, beginning with a verb. */
  step: z.string(),
  /** Waiting since. */
  since: Instant,
  dueOn: LocalDate.nullable(),
  /** From today to `dueOn`; negative when it is late. */
  workingDaysLeft: z.number().int().nullable(),
});

/** What is counted on the desk; each leads to the list of just these records. */
export const DESK_COUNTERS = [
  'requests_late',
  'requests_to_register',
  'requests_in_progress',
  'requests_to_review',
  'requests_to_approve',
  'enquiries_late',
  'enquiries_to_accept',
  'drafts_mine',
  'drafts_in_review',
  'drafts_scheduled',
  'consultations_open',
  'consultations_closed',
  'feedback_open',
  'nudges_open',
  'audited_today',
] as const;

export const DeskCounter = z.object({
  kind: z.enum(DESK_COUNTERS),
  count: z.number().int(),
  /** There are more than are counted. */
  more: z.boolean(),
});

/** What is found across the console. */
export const FOUND_KINDS = [
  'request',
  'enquiry',
  'draft',
  'consultation',
  'survey',
  'meeting',
  'notice',
  'answer',
  'entry',
  'guide',
  'staff',
  'unit',
] as const;

export const FoundRecord = z.object({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  title: z.string(),
  /** Its number, unit or state: what tells it from others of the same title. */
  note: z.string(),
});

export const deskSchemas = {
  /** A few of each kind, what is worked on before what is public; nothing that the caller may not open. */
  'staff.search': {
    query: z.strictObject({ q: text(limits.searchText) }),
    response: z.object({ items: z.array(FoundRecord) }),
  },
  'staff.desk': {
    query: Empty,
    response: z.object({
      today: LocalDate,
      /** The coming fourteen working days from today, with the days off between them. */
      days: z.array(z.object({ date: LocalDate, off: z.boolean() })),
      /** The last year whose holidays are known. */
      calendarUntil: z.number().int(),
      /** The most pressing first. */
      tasks: z.array(DeskTask),
      /** There are more than are shown. */
      more: z.boolean(),
      /** Of what this member works with, in the order of DESK_COUNTERS. */
      counters: z.array(DeskCounter),
    }),
  },
};
