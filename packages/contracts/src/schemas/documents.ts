import { z } from 'zod';
import { Block, Id } from './common';

/** What must not be published unmasked (rules, scanText). */
export const SCAN_KINDS = ['idNumber', 'mobile', 'bankCard', 'address', 'minor'] as const;

/** A document from outside as blocks to go on writing with. */
export const ImportedDocument = z.object({
  fileId: z.string(),
  format: z.enum(['docx', 'xlsx', 'pdf']),
  /** May be more than one notice holds (`Blocks`): then a warning says so. Pictures are uploads of the caller, a PDF is a file block. */
  blocks: z.array(Block),
  /** Text of a PDF; null for the others, whose text is in their blocks. */
  text: z.string().nullable(),
  /** What was left out or assumed, as sentences. */
  warnings: z.array(z.string()),
});

/** What was found in one file; values are told masked only. */
export const FileScan = z.object({
  fileId: z.string(),
  name: z.string(),
  hits: z.array(z.object({ kind: z.enum(SCAN_KINDS), place: z.string(), masked: z.string() })),
  /** What of it yields no text and has to be looked through by a person, as sentences. */
  unreadable: z.array(z.string()),
});

export const documentSchemas = {
  'staff.documents.import': { body: z.strictObject({ fileId: Id }), response: ImportedDocument },
  'staff.documents.scan': {
    body: z.strictObject({ fileIds: z.array(Id).min(1, '至少一个文件').max(50, '最多 50 个文件') }),
    response: z.object({ items: z.array(FileScan) }),
  },
};
