import { z } from 'zod';
import { Instant } from './common';

/** A request and a message of 网上民声 that became one another: each tells what happened to the other, so that there is one history. */
export const LinkedCase = z.object({
  kind: z.enum(['request', 'enquiry']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  statusText: z.string(),
  /** What it is to this one when requests were split or merged, in words. */
  relation: z.string().optional(),
  /** It was there before this one. */
  isEarlier: z.boolean(),
  /** Whoever reads this may open that as well. */
  isReadable: z.boolean(),
  /** The newest first, in the words of whoever reads. */
  steps: z.array(
    z.object({ at: Instant, kind: z.string(), title: z.string(), text: z.string().nullable(), by: z.string() }),
  ),
});
/** What the office proposes to whoever asked; nothing is converted without their agreement. */
export const ConversionOffer = z.object({
  id: z.string(),
  at: Instant,
  /** Why: they read it. */
  note: z.string(),
  state: z.enum(['waiting', 'agreed', 'declined']),
});
