import { z } from 'zod';
import { IdParams, Instant, listQuery, page, text } from './common';

/** In hundredths of a percent, so that 99.99 % is whole. */
const rate = z.number().int().min(0).max(10_000);
/** What the city says of a month: done in time, content with the result, content with the way there. */
export const HotlineMonth = z.object({
  /** 2026-11. */
  id: z.string(),
  onTime: rate,
  result: rate,
  process: rate,
  /** The paper it was taken from. */
  source: z.string(),
  enteredAt: Instant,
});

export const hotlineSchemas = {
  'staff.hotline.months': { query: z.strictObject(listQuery), response: page(HotlineMonth) },
  'staff.hotline.put': {
    /** 2026-11. */
    params: IdParams,
    body: z.strictObject({ onTime: rate, result: rate, process: rate, source: text(200) }),
    response: HotlineMonth,
  },
  'staff.hotline.import': {
    query: z.strictObject({ source: text(200), dryRun: z.stringbool().default(false) }),
    response: z.object({
      months: z.array(
        HotlineMonth.omit({ source: true, enteredAt: true }).extend({
          row: z.number().int(),
          /** That month stands there already. */
          replaces: z.boolean(),
        }),
      ),
      /** Row 0: of the whole file. With any of them nothing is written. */
      problems: z.array(z.object({ sheet: z.string(), row: z.number().int(), message: z.string() })),
      /** How many months were written. */
      saved: z.number().int(),
    }),
  },
};
