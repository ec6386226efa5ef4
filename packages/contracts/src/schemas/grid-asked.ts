import { z } from 'zod';
import { GivenDate, Id, LocalDate, listQuery, page } from './common';
import { ENQUIRY_KINDS } from './enquiries';
import { GridItem } from './grid';

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

/** Doors and times, as far as this reader may know them: null for fewer than five doors. */
const Asking = z.object({ doors: z.number().int(), times: z.number().int() }).nullable();
export const QuestionTopic = z.object({
  /** `item`: something that was brought, or a draft that was spoken of; `visit`: a visit that brought nothing. */
  kind: z.enum(['item', 'enquiry', 'request', 'visit']),
  item: GridItem.nullable(),
  enquiryKind: z.enum(ENQUIRY_KINDS).nullable(),
  /** Taken down or handed on for somebody. */
  onBehalf: Asking,
  /** Said at the door while something was brought there, and not taken down. */
  question: Asking,
  opinion: Asking,
  wantsInformation: Asking,
});

/** As the phone sends it. */
export const toldFields = { kind: z.literal('told'), recordId: Id, how: z.enum(TELL_WAYS) };

export const gridAskedSchemas = {
  'grid.asked': { query: z.strictObject(listQuery), response: page(Asked) },
  'staff.grid.questions': {
    query: z.strictObject({ from: GivenDate, to: GivenDate, area: Id.optional() }),
    response: z.object({
      /** Why there are no figures of this area: as in the coverage. */
      hidden: z.enum(['few', 'beside']).nullable(),
      /** Figures are taken down to the next multiple of five: not for the area's own people. */
      isRounded: z.boolean(),
      items: z.array(QuestionTopic),
      nextCursor: z.null(),
      /** Answers brought to doors: told, and given up; null as above. */
      told: z.number().int().nullable(),
      notReached: z.number().int().nullable(),
    }),
  },
  'grid.toTell': { query: z.strictObject(listQuery), response: page(Asked) },
};
