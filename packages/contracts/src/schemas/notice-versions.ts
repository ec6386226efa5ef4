import { z } from 'zod';
import { CHANGE_KINDS } from './catalog';
import { Block, Blocks, Empty, Id, Instant, LocalDate, listQuery, page } from './common';

/** One state in which a notice was public. The last one is what GET /notices/:id gives. */
export const NoticeVersion = z.object({
  number: z.number().int(),
  from: Instant,
  /** Null for the present one. */
  until: Instant.nullable(),
  /** Why it was made; null for the first one. */
  reason: z.string().nullable(),
  /** False: it held what must not be public, and is known of but not shown. */
  isShown: z.boolean(),
});

export const NoticeVersionText = NoticeVersion.extend({
  title: z.string(),
  documentNumber: z.string().nullable(),
  madeOn: LocalDate.nullable(),
  effectiveOn: LocalDate.nullable(),
  abolishedOn: LocalDate.nullable(),
  keyPoints: z.array(z.string()),
  body: Blocks,
  /** Names only: a file that a correction left out cannot be downloaded any more. */
  attachmentNames: z.array(z.string()),
});

/** Facts that a reader sees; a change of links or columns is none. */
export const VERSION_FIELDS = [
  'title',
  'documentNumber',
  'madeOn',
  'effectiveOn',
  'abolishedOn',
  'keyPoints',
  'attachments',
] as const;

export const BlockChange = z.object({
  change: z.enum(CHANGE_KINDS),
  before: Block.nullable(),
  after: Block.nullable(),
});

const VersionParams = z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(9_999) });

export const noticeVersionSchemas = {
  'notices.versions': {
    params: z.strictObject({ id: Id }),
    query: z.strictObject(listQuery),
    response: page(NoticeVersion),
  },
  'notices.version': { params: VersionParams, query: Empty, response: NoticeVersionText },
  'notices.versionDiff': {
    params: VersionParams,
    query: z.strictObject({
      ...listQuery,
      /** The one before it when left out. */
      against: z.coerce.number().int().min(1).max(9_999).optional(),
    }),
    /** Blocks side by side, in pages; `fields` comes with every page. */
    response: page(BlockChange).extend({
      number: z.number().int(),
      against: z.number().int(),
      reason: z.string().nullable(),
      fields: z.array(
        z.object({
          field: z.enum(VERSION_FIELDS),
          label: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  },
};
