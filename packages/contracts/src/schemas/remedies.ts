import { z } from 'zod';
import { Abilities, ClientId, GivenDate, Id, IdParams, Instant, Ref, Seen, listQuery, page, text } from './common';

/** Blocks of table four (国办公开办函〔2021〕30号): reviews, lawsuits without one, lawsuits after one. */
export const REMEDY_KINDS = ['review', 'lawsuit', 'lawsuit_after_review'] as const;
export const REMEDY_ENDS = ['upheld', 'corrected', 'other'] as const;
/** Its figures; what has not ended is 尚未审结. */
export const REMEDY_RESULTS = [...REMEDY_ENDS, 'pending'] as const;

const Remedy = z.object({
  id: z.string(),
  request: z.object({ id: z.string(), number: z.string(), name: z.string() }),
  unit: Ref,
  kind: z.enum(REMEDY_KINDS),
  label: z.string(),
  broughtOn: z.string(),
  /** Who reviews, or the court. */
  organ: z.string(),
  caseNumber: z.string().nullable(),
  /** Null: 尚未审结. */
  ended: z.object({ on: z.string(), result: z.enum(REMEDY_ENDS), note: z.string().nullable() }).nullable(),
  /** Written down by mistake: kept, and counted nowhere. */
  voided: z.object({ at: Instant, reason: z.string() }).nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
  revision: z.number().int(),
  abilities: Abilities,
});

export const TableFourBlock = z.object({
  kind: z.enum(REMEDY_KINDS),
  label: z.string(),
  byResult: z.record(z.enum(REMEDY_RESULTS), z.number().int()),
  total: z.number().int(),
});

const ofYear = { year: z.coerce.number().int().min(2008, '条例从 2008 年开始施行').max(2100), unit: Id.optional() };

export const remedySchemas = {
  'staff.informationRequests.remedies': {
    params: IdParams,
    query: z.strictObject({}),
    response: z.object({ items: z.array(Remedy), abilities: z.record(z.string(), z.boolean()) }),
  },
  'staff.remedies.record': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      kind: z.enum(REMEDY_KINDS),
      broughtOn: GivenDate,
      organ: text(80),
      caseNumber: text(60).optional(),
    }),
    response: Remedy,
  },
  /** A second time, it is put right: what stood before is in the audit. */
  'staff.remedies.conclude': {
    params: IdParams,
    body: Seen.extend({ on: GivenDate, result: z.enum(REMEDY_ENDS), note: text(500).optional() }),
    response: Remedy,
  },
  'staff.remedies.void': {
    params: IdParams,
    body: Seen.extend({ reason: text(200) }),
    response: Remedy,
  },
  'staff.annualReport.remedies': {
    query: z.strictObject(ofYear),
    response: z.object({
      year: z.number().int(),
      blocks: z.array(TableFourBlock),
      results: z.array(z.object({ result: z.enum(REMEDY_RESULTS), label: z.string() })),
      /** Where the sums do not hold, as sentences. */
      faults: z.array(z.string()),
    }),
  },
  'staff.annualReport.remedyCases': {
    query: z.strictObject({
      ...ofYear,
      ...listQuery,
      kind: z.enum(REMEDY_KINDS),
      result: z.enum(REMEDY_RESULTS).optional(),
    }),
    response: page(Remedy),
  },
};
