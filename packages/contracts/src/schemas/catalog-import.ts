import { z } from 'zod';
import { LocalDate } from './common';
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
  /** Where a package comes from; null for a workbook. Of a dry run only. */
  source: z
    .object({
      district: z.string(),
      edition: z.object({ title: z.string(), number: z.string().nullable(), hash: z.string() }).nullable(),
      exportedOn: LocalDate,
    })
    .nullable(),
  /** By the words of the sheet, those that mean no unit of ours first. Of a dry run only. */
  publishers: z.array(z.object({ text: z.string(), count: z.number().int(), unitIds: z.array(z.string()) })),
});

const Words = z.record(z.string().trim().min(1).max(80), z.string().trim().min(1).max(80));
/** It stands in the address: a few dozen words. */
export const LocalWords = z
  .string()
  .max(6_000, '一次最多换几十个词')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: '要换的词没写对' });
      return z.NEVER;
    }
  })
  .pipe(Words);
