import { z } from 'zod';
import { IdParams, LocalDate, text } from './common';
import { limits } from '../routes/limits';

const CONSENT_WAYS = ['spoken', 'signed'] as const;

/** One line of the pen, x and y by turns, in a box of 1000 × 1000 that is shown twice as wide as high. */
const Stroke = z
  .array(z.number().int().min(0).max(1000))
  .min(2)
  .refine(({ length }) => length % 2 === 0, '每一点要有两个数');
/** A name written on the screen: lines and nothing else, neither when nor how fast nor how hard. */
const Signature = z.strictObject({
  strokes: z
    .array(Stroke)
    .min(1)
    .max(limits.signatureStrokes)
    .refine(strokes => strokes.flat().length <= limits.signatureNumbers, '签名太长了，请本人重写一次'),
});

/** How somebody agreed that it is written down for them, and that it was read to them as it stands. */
export const Consent = z
  .strictObject({
    how: z.enum(CONSENT_WAYS),
    /** The words they agreed to, as the screen showed them. */
    words: text(300),
    readBack: z.literal(true, '先读给本人听，本人说对了再交'),
    /** What was taken down before one could sign on the screen has none. */
    signature: Signature.optional(),
  })
  .refine(({ how, signature }) => how === 'signed' || signature === undefined, {
    path: ['signature'],
    message: '口头同意的没有签名',
  });

export const signatureSchemas = {
  'staff.grid.onBehalf.signature': {
    params: IdParams,
    body: z.strictObject({ reason: text(200) }),
    response: z.object({
      how: z.enum(CONSENT_WAYS),
      words: z.string(),
      on: LocalDate,
      /** None of who agreed aloud, or signed a paper. */
      strokes: z.array(z.array(z.number())),
    }),
  },
};
