import { z } from 'zod';
import { STAGES } from './catalog';
import { Blocks, GivenDate, Id } from './common';
import { DOCUMENT_CLASSES, NOTICE_KINDS, POSTING_KINDS, RELATIONS } from './notices';

/** 不主动公开的理由 (条例第十三条至第十六条); attribute, article and words of each are in @bandeng/rules. */
export const WITHHOLDING_GROUNDS = [
  'not_general',
  'particular_persons',
  'state_secret',
  'forbidden',
  'safety',
  'third_party',
  'internal',
  'process',
  'enforcement',
] as const;
/** Words that may still be missing: trimmed, no control characters but line breaks. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `最多 ${max} 字`)
    .refine(value => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value), '里面有看不见的控制字符');

/**
 * A notice while it is being written: the facts and blocks of NoticeSource, of which anything but kind and unit may still be missing.
 * When it is published is decided at the end, its index number is given by the system.
 */
export const DraftContent = z.strictObject({
  title: words(200).default(''),
  kind: z.enum(NOTICE_KINDS),
  unitId: Id,
  columnIds: z.array(Id).max(10).default([]),
  documentNumber: words(80).optional(),
  documentClass: z.enum(DOCUMENT_CLASSES).optional(),
  stage: z.enum(STAGES).optional(),
  madeOn: GivenDate.optional(),
  effectiveOn: GivenDate.optional(),
  abolishedOn: GivenDate.optional(),
  /** 下架日期: at 0:00 of this day the system takes it down. */
  takeDownOn: GivenDate.optional(),
  keyPoints: z.array(words(200)).max(6).default([]),
  body: Blocks.default([]),
  /** Uploaded through POST /files by whoever saves; the draft keeps them from the first save on. */
  attachmentIds: z.array(Id).max(50).default([]),
  entryIds: z.array(Id).max(50).default([]),
  areaIds: z.array(Id).max(100).default([]),
  /** The other end is a public notice; an interpretation may also name the draft (by its id) that it goes out with. */
  relatedIds: z
    .array(z.strictObject({ relation: z.enum(RELATIONS), id: Id }))
    .max(20)
    .default([]),
  /** 公开属性, where it is not 主动公开: such a paper is reviewed and kept on record, never published. */
  withholding: z
    .strictObject({
      attribute: z.enum(['on_request', 'withheld']),
      ground: z.enum(WITHHOLDING_GROUNDS).optional(),
      reason: words(500).default(''),
    })
    .optional(),
  posting: z
    .strictObject({
      from: GivenDate.optional(),
      to: GivenDate.optional(),
      unit: z.enum(['workingDays', 'days']).default('days'),
      objection: words(300).optional(),
      kind: z.enum(POSTING_KINDS).optional(),
    })
    .optional(),
  limited: z
    .strictObject({
      group: words(60).default(''),
      postedAt: words(200).default(''),
      contact: words(100).default(''),
      /** 6 to 12 capital letters and digits when it is submitted. */
      code: words(20).optional(),
    })
    .optional(),
});
export type DraftContent = z.output<typeof DraftContent>;
