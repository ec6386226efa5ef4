import { z } from 'zod';
import { DECISION_KINDS } from '../routes/decision-kinds';
import { limits } from '../routes/limits';
import { Abilities, Attachment, Empty, Id, IdParams, Instant, LocalDate, Ref, listQuery, page, text } from './common';

const kinds = z.array(z.object({ kind: z.enum(DECISION_KINDS), label: z.string(), article: z.string() }));
/** In the archive of answers: what was asked in the neutral words of the office, and what was answered, without names. */
export const PublicAnswerSummary = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  unit: Ref,
  kinds,
  decidedOn: LocalDate,
  publishedAt: Instant,
});
export const PublicAnswer = PublicAnswerSummary.omit({ excerpt: true }).extend({
  question: z.string(),
  answer: z.string(),
  attachments: z.array(Attachment),
  /** Notices that the answer led to. */
  noticeIds: z.array(z.string()),
});
/** What the office sees before it goes out, and afterwards. */
export const StaffAnswer = z.object({
  requestId: z.string(),
  number: z.string(),
  /** The words that are public, or were; else those of the case, masked: a beginning. */
  words: z.object({ title: z.string(), question: z.string(), answer: z.string() }),
  kinds,
  decidedOn: LocalDate,
  unit: Ref,
  /** What went to the applicant, and what is in it that must not go out to all, or that nobody but a person can look through. */
  files: z.array(
    z.object({ file: Attachment, finds: z.array(z.string()), unreadable: z.array(z.string()), isPublic: z.boolean() }),
  ),
  state: z.enum(['none', 'public', 'taken_back']),
  /** Its place in the archive; null while it has none. */
  publicId: z.string().nullable(),
  publishedAt: Instant.nullable(),
  takenBack: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
  abilities: Abilities,
});

const ofCase = { params: IdParams, response: StaffAnswer };
export const answerSchemas = {
  'answers.list': {
    query: z.strictObject({
      ...listQuery,
      q: text(limits.searchText).optional(),
      unit: Id.optional(),
      /** In which it was answered. */
      year: z.coerce.number().int('要是整数').min(2000, '最早 2000').max(2099, '最晚 2099').optional(),
    }),
    response: page(PublicAnswerSummary),
  },
  'answers.get': { params: IdParams, query: Empty, response: PublicAnswer },
  'staff.answers.get': { ...ofCase, query: Empty },
  'staff.answers.publish': {
    ...ofCase,
    body: z.strictObject({
      title: text(limits.requestName),
      question: text(limits.requestDescription),
      answer: text(limits.publicAnswer),
      /** Of what went to the applicant; a copy of each goes out. */
      fileIds: z.array(Id).max(limits.attachmentsPerRequest).default([]),
      /** A person looked through the files that yield no text. */
      isLookedThrough: z.boolean().default(false),
    }),
  },
  'staff.answers.takeBack': { ...ofCase, body: z.strictObject({ reason: text(500) }) },
};
