import { z } from 'zod';
import { Empty, Instant, text } from './common';
import { LetterParagraph } from './letters';

const CodeParams = z.strictObject({ code: z.string().regex(/^[a-z_]{1,40}$/) });

/** A wording as an office put it; the first one, number 0, is that of config/letters. */
const LetterWording = z.object({
  version: z.number().int(),
  name: z.string(),
  body: z.array(LetterParagraph),
  why: z.string(),
  at: Instant.nullable(),
  by: z.string(),
});

const LetterKindRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  stage: z.enum(['procedure', 'decision', 'afterwards']),
  version: z.number().int(),
});

const LetterKindDetail = LetterKindRow.extend({
  articles: z.array(z.string()),
  to: z.enum(['applicant', 'thirdParty', 'agency']),
  facts: z.array(z.object({ fact: z.string(), label: z.string(), isNeeded: z.boolean() })),
  decisionKinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  remedy: z.object({
    kind: z.enum(['review_first', 'either', 'none']),
    source: z.string(),
    toConfirm: z.string().nullable(),
  }),
  /** The newest first. */
  wordings: z.array(LetterWording),
  abilities: z.record(z.string(), z.boolean()),
});

export const letterKindSchemas = {
  'staff.letterKinds.list': { query: Empty, response: z.object({ items: z.array(LetterKindRow) }) },
  'staff.letterKinds.get': { params: CodeParams, query: Empty, response: LetterKindDetail },
  'staff.letterKinds.reword': {
    params: CodeParams,
    body: z.strictObject({
      /** The version that was changed from. */
      seen: z.number().int().min(0),
      name: text(60),
      body: z.array(LetterParagraph).min(1).max(20),
      why: text(300),
    }),
    response: LetterKindDetail,
  },
};
