import { z } from 'zod';
import { limits } from '../routes/limits';

/** Ids are opaque strings; what a client creates carries a UUID of its own making. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, '编号不对');
export const ClientId = z.uuid('编号要是 UUID').transform(id => id.toLowerCase());
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
/** A date that the law counts, in Asia/Shanghai. */
export const LocalDate = z.iso.date('日期要写成 2026-11-21 这样');
const YEARS = /^(?:19[5-9]\d|20\d\d)-/;
const YEARS_TEXT = '年份要在 1950 到 2099 之间';
/** A date or an instant from outside: within the years that can be counted with; what is counted from it may lie beyond. */
export const GivenDate = LocalDate.regex(YEARS, YEARS_TEXT);
export const GivenInstant = Instant.regex(YEARS, YEARS_TEXT);
/** Text a person typed: trimmed, no control characters but line breaks, not empty. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, '请填写')
    .max(max, `最多 ${max} 字`)
    .refine(value => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value), '里面有看不见的控制字符');

/** Query of every list. */
export const listQuery = {
  limit: z.coerce
    .number()
    .int('要是整数')
    .min(1, '最少 1')
    .max(limits.pageMax, `最多 ${limits.pageMax}`)
    .default(limits.pageDefault),
  cursor: z.string().min(1).max(600).optional(),
};
export const ListQuery = z.strictObject(listQuery);
/** Query of a list of what is closed and never deleted: those in use, or those that were closed; both when it is not given. */
export const standingQuery = { state: z.enum(['current', 'closed']).optional() };

/** Answer of every list: `nextCursor` is null at the end. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int().optional() });

/** What the calling actor may do with this thing now; absent for anonymous reads. */
export const Abilities = z.record(z.string(), z.boolean()).optional();

/** A reference to a thing that the reader can open. */
export const Ref = z.object({ id: z.string(), name: z.string() });

export const IdParams = z.strictObject({ id: Id });
export const Empty = z.strictObject({});
export const Nothing = z.undefined();
/** Which state of a record was seen by who acts on it. */
export const Seen = z.strictObject({ revision: z.number().int().min(1) });

/** An address on the web; javascript:, data: and the like never. */
export const WebAddress = z.url({ protocol: /^https?$/, error: '地址要以 http:// 或 https:// 开头' }).max(2_000);
/** What a link in a text may lead to: the web, a telephone, a mailbox. */
const Href = z
  .string()
  .max(2_000)
  .regex(/^(?:https?:\/\/|tel:|mailto:)[^\s\u0000-\u001f]+$/i, '链接要以 http://、https://、tel: 或 mailto: 开头');

const Inline = z.object({
  text: z.string().max(20_000),
  href: Href.optional(),
  strong: z.boolean().optional(),
});

/** The body of a notice, a background, a guide: one schema for phone, feeds, console and print (MINIPROGRAM.md). */
export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string().max(500) }),
  z.object({ type: z.literal('paragraph'), children: z.array(Inline).max(200) }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string().max(2_000)).max(500) }),
  z.object({
    type: z.literal('table'),
    caption: z.string().max(200).optional(),
    head: z.array(z.string().max(200)).max(30),
    rows: z.array(z.array(z.string().max(2_000)).max(30)).max(2_000),
  }),
  z.object({ type: z.literal('image'), fileId: Id, alt: z.string().max(300) }),
  z.object({ type: z.literal('quote'), text: z.string().max(5_000) }),
  z.object({ type: z.literal('video'), url: WebAddress, title: z.string().max(200) }),
  z.object({ type: z.literal('file'), fileId: Id, name: z.string().max(200) }),
]);
export type Block = z.output<typeof Block>;
export const Blocks = z.array(Block).max(1_000);

export const Attachment = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() });
export const Receipt = z.object({
  hash: z.string(),
  version: z.number().int(),
  kind: z.enum(['comment', 'information-request', 'comment-withdrawal', 'survey-response', 'objection', 'enquiry']),
  id: z.string(),
  bodySha256: z.string(),
  receivedAt: Instant,
  nonce: z.string(),
});
