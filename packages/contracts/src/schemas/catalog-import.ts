import { z } from 'zod';
import { EntryFieldName } from './entry-text';

/** A problem of an import, by sheet and sheet row (1 is the first row of the sheet). */
export const ImportProblem = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string().nullable(),
  message: z.string(),
});
/** One column that differs, with its values as a resident reads them. */
export const FieldChange = z.object({
  field: EntryFieldName,
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const ChangeCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  same: z.number().int(),
});
/** What a workbook would change of what is in force, were it in force itself. */
const Comparison = z.object({
  counts: ChangeCounts,
  domains: z.array(ChangeCounts.extend({ id: z.string() })),
  /** Those that differ, in the order of the sheet; the first thousand. Columns are told of those that changed. */
  items: z.array(
    z.object({
      change: z.enum(['new', 'changed', 'removed']),
      domainId: z.string(),
      path: z.array(z.string()),
      name: z.string(),
      fields: z.array(FieldChange),
    }),
  ),
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
  /** Of a dry run only. */
  comparison: Comparison.nullable(),
});
