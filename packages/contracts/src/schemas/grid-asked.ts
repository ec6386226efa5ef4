import { z } from 'zod';
import { Id, LocalDate, listQuery, page } from './common';

export const ON_BEHALF_KINDS = ['comment', 'enquiry', 'request'] as const;
/** How somebody was told the answer; `not_reached`: nobody was there, it is tried again. */
export const TELL_WAYS = ['door', 'phone', 'not_reached'] as const;

/** What was taken down at a door and what became of it; of who spoke there is nothing in it but their words. */
export const Asked = z.object({
  id: z.string(),
  kind: z.enum(ON_BEHALF_KINDS),
  doorId: z.string().nullable(),
  on: LocalDate,
  title: z.string(),
  /** Only for whoever took them down. */
  words: z.string().nullable(),
  stateText: z.string(),
  /** Public, or made for whoever asked; to be read out to them. */
  answer: z.string().nullable(),
  /** The last time somebody went to tell it. */
  told: z.object({ how: z.enum(TELL_WAYS), on: LocalDate }).nullable(),
});

/** As the phone sends it. */
export const toldFields = { kind: z.literal('told'), recordId: Id, how: z.enum(TELL_WAYS) };

export const gridAskedSchemas = {
  'grid.asked': { query: z.strictObject(listQuery), response: page(Asked) },
  'grid.toTell': { query: z.strictObject(listQuery), response: page(Asked) },
};
