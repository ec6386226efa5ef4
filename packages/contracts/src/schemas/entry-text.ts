import { z } from 'zod';
import { FIELD_LABELS } from '../routes/entry-words';

/** The columns of an entry that one can comment on (API.md). */
export const ENTRY_FIELDS = [
  'name',
  'content',
  'basis',
  'timeLimits',
  'publisher',
  'office',
  'channels',
  'audience',
  'mode',
  'level',
  'stage',
  'category',
  'attribute',
  'siteColumn',
  'phone',
  'supervisionPhone',
  'ground',
] as const;
export const EntryFieldName = z.enum(ENTRY_FIELDS);
export type EntryFieldName = z.output<typeof EntryFieldName>;

/** Columns that every entry must fill (国办发〔2019〕54号: 名称、内容、依据、时限、主体). */
export const REQUIRED_FIELDS: readonly EntryFieldName[] = ['name', 'content', 'basis', 'timeLimits', 'publisher'];

/** Said of a required column that says nothing; both ends say it in the same words. */
export const missingField = (field: EntryFieldName): string => `“${FIELD_LABELS[field]}”没有写`;

/** A dash in a cell says that there is nothing; 一 alone is a word. */
export const isBlankText = (text: string): boolean => /^[\s/—–\-一]*$/.test(text) && text !== '一';

/** One column as the sheet of the national layout writes it. What only a reader of the whole layout can tell, the server says. */
export const EntryText = z
  .strictObject({ field: EntryFieldName, text: z.string().trim().max(4_000, '最多 4000 字') })
  .superRefine(({ field, text }, context) => {
    if (REQUIRED_FIELDS.includes(field) && isBlankText(text))
      context.addIssue({ code: 'custom', path: ['text'], message: missingField(field) });
  });
/** One step of the way down to an entry, such as 一级事项. */
export const PathStep = z.string().trim().min(1, '上级事项不能空着').max(200, '最多 200 字');
