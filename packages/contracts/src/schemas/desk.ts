import { z } from 'zod';
import { Empty, Instant, LocalDate } from './common';

/** What a task leads to: a request, the new comments or the missing outcome of a consultation, an error reported in a notice, an entry asked for,
 * a draft of a notice (to review, to write on, to look at its numbers, to publish). */
export const DESK_TASK_KINDS = ['request', 'comments', 'outcome', 'feedback', 'nudge', 'draft'] as const;

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

export const deskSchemas = {
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
    }),
  },
};
