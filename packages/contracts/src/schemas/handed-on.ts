import { z } from 'zod';
import { IdParams, Empty, Id, Instant, LocalDate, Ref, listQuery, page, text } from './common';
import { DELIVERY_METHODS } from './request-application';

/** How somebody at their door would like to get it, if they said: not in the mini-program, or they would have asked there. */
export const HANDED_ON_METHODS = DELIVERY_METHODS.filter(
  (method): method is Exclude<(typeof DELIVERY_METHODS)[number], 'app'> => method !== 'app',
);
export const HANDED_ON_STATES = ['waiting', 'registered', 'closed'] as const;
/** Why it became no request. */
export const HANDED_ON_ENDS = ['unreachable', 'not_wanted', 'answered'] as const;

/** Somebody wants information and said so to a grid worker. Not a request yet: nothing is counted until the office confirmed it (Art. 31). */
export const HandedOn = z.object({
  id: z.string(),
  wanted: z.string(),
  method: z.enum(HANDED_ON_METHODS).nullable(),
  unit: Ref,
  state: z.enum(HANDED_ON_STATES),
  heardOn: LocalDate,
  receivedAt: Instant,
  /** The day from which it is chased, while it waits. */
  confirmBy: LocalDate.nullable(),
  /** Masked. */
  contact: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  request: z.object({ id: z.string(), number: z.string() }).nullable(),
  closing: z.object({ reason: z.enum(HANDED_ON_ENDS), note: z.string(), on: LocalDate }).nullable(),
  abilities: z.record(z.string(), z.boolean()),
});

export const handedOnSchemas = {
  'staff.handedOn.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(HANDED_ON_STATES).default('waiting') }),
    response: page(HandedOn),
  },
  'staff.handedOn.get': { params: IdParams, query: Empty, response: HandedOn },
  'staff.handedOn.reveal': {
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ field: z.enum(['name', 'phone']), reason: text(200) }),
    response: z.object({ value: z.string() }),
  },
  'staff.handedOn.close': {
    params: IdParams,
    /** `note`: when somebody tried, or what was said. */
    body: z.strictObject({ reason: z.enum(HANDED_ON_ENDS), note: text(500) }),
    response: HandedOn,
  },
};
