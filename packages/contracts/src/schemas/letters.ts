import { z } from 'zod';

const Words = z.string().min(1).max(2_000);
const Fact = z.string().regex(/^[a-z][A-Za-z]*$/);

/** A paragraph of a letter: always there, or only with a fact, or only for one kind of decision. */
export const LetterParagraph = z.union([
  Words,
  z.strictObject({ text: Words, if: Fact.optional(), for: z.string().max(60).optional() }),
]);

/** One kind of letter as an office keeps it (config/letters/*.json); what its places and facts mean is in rules. */
export const LetterKindFile = z.strictObject({
  id: z.string().regex(/^(T\d{2}|X\d{2})$/),
  code: z.string().regex(/^[a-z_]+$/),
  name: z.string().min(1).max(60),
  stage: z.enum(['procedure', 'decision', 'afterwards']),
  to: z.enum(['applicant', 'thirdParty', 'agency']),
  articles: z.array(z.string().min(1)).min(1).max(5),
  decisionKinds: z.array(z.string()).min(1).max(5).optional(),
  isNumbered: z.boolean(),
  facts: z.array(Fact).max(20),
  optionalFacts: z.array(Fact).min(1).max(10).optional(),
  factsFor: z.record(z.string(), z.array(Fact).min(1).max(10)).optional(),
  remedy: z.strictObject({
    kind: z.enum(['review_first', 'either', 'none']),
    source: z.string().min(1).max(120),
    toConfirm: z.string().min(1).max(200).optional(),
  }),
  body: z.array(LetterParagraph).min(1).max(20),
});
