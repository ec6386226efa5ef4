import { z } from 'zod';
import { Empty } from './common';

/** A word to look at before something is published (config/wording.json). */
export const WordingEntry = z.strictObject({
  wrong: z.string().min(2, '至少两个字').max(60),
  /** Offered in its place; without it the reason alone is said. */
  right: z.string().min(1).max(60).optional(),
  reason: z.string().min(1).max(120),
  /** Phrases in which it is right. */
  except: z.array(z.string().min(2).max(60)).max(20).optional(),
  /** It does not pass; all others are only said. */
  isBlocking: z.boolean().optional(),
});

/** A dictionary as a district keeps it: each word once, and none that its own replacement would bring back. */
export const WordingDictionary = z
  .strictObject({ comment: z.string().optional(), entries: z.array(WordingEntry).max(2_000) })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [at, { wrong, right }] of value.entries.entries()) {
      const message = seen.has(wrong)
        ? `“${wrong}”写了两次`
        : right?.includes(wrong)
          ? `“${right}”里又有“${wrong}”`
          : undefined;
      if (message) issues.push({ code: 'custom', message, input: value, path: ['entries', at] });
      seen.add(wrong);
    }
  });

export const wordingSchemas = {
  'staff.wording.list': { query: Empty, response: z.object({ items: z.array(WordingEntry) }) },
};
