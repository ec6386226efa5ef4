import { z } from 'zod';

/** A problem of an import, by sheet and sheet row (1 is the first row of the sheet). */
export const ImportProblem = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string().nullable(),
  message: z.string(),
});
export const ImportResult = z.object({
  editionId: z.string().nullable(),
  created: z.boolean(),
  entryCount: z.number().int(),
  /** Per domain: the entries read, and those in force until now, which they replace once in force themselves. */
  domains: z.array(
    z.object({ id: z.string(), name: z.string(), entryCount: z.number().int(), inForceCount: z.number().int() }),
  ),
  skipped: z.number().int(),
  problems: z.array(ImportProblem),
  /** What was left out or assumed, as sentences: hidden sheets, columns that are none of the catalog's. */
  notes: z.array(z.string()),
});
