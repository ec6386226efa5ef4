import { z } from 'zod';
import { limits } from '../routes/limits';
import { Attachment, Empty, Id, IdParams, Instant, listQuery, page } from './common';

export const SUBSCRIPTION_KINDS = ['column', 'domain', 'area', 'consultation', 'entry'] as const;
/** Kinds of message templates, each one subscription credit. */
export const TEMPLATES = ['consultation_result', 'request_progress', 'new_notice'] as const;
export const WECHAT_STATES = ['not_asked', 'sent', 'failed', 'unknown'] as const;

export const Message = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  /** Page of the mini-program that shows the thing. */
  link: z
    .object({
      kind: z.enum([
        'notice',
        'consultation',
        'outcome',
        'comment',
        'information-request',
        'entry',
        'meeting',
        'survey',
        'survey-result',
        'report',
        'enquiry',
      ]),
      id: z.string(),
    })
    .nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
  wechat: z.enum(WECHAT_STATES),
});
export const Subscription = z.object({ kind: z.enum(SUBSCRIPTION_KINDS), id: z.string(), name: z.string() });

export const SEARCH_KINDS = [
  'notice',
  'entry',
  'consultation',
  'survey',
  'meeting',
  'enquiry',
  'answer',
  'guide',
] as const;
/** `highlights` are [start, end) offsets into the text beside them. */
const Highlighted = z.object({ text: z.string(), highlights: z.array(z.tuple([z.number().int(), z.number().int()])) });
export const SearchHit = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  title: Highlighted,
  excerpt: Highlighted,
  detail: z.string(),
  at: Instant.nullable(),
});

export const notificationSchemas = {
  'me.messages.list': {
    query: z.strictObject({ ...listQuery, unread: z.stringbool().optional() }),
    response: page(Message).extend({ unread: z.number().int() }),
  },
  'me.messages.read': { params: IdParams, response: Message },
  'me.subscriptions.get': {
    query: Empty,
    response: z.object({
      items: z.array(Subscription),
      credits: z.record(z.string(), z.number().int()),
      templateIds: z.record(z.string(), z.string()),
    }),
  },
  'me.subscriptions.put': {
    body: z.strictObject({
      items: z
        .array(z.strictObject({ kind: z.enum(SUBSCRIPTION_KINDS), id: Id }))
        .max(limits.subscriptions, '订得太多了'),
    }),
    response: z.object({ items: z.array(Subscription) }),
  },
  /** What requestSubscribeMessage answered, template by template. */
  'me.subscriptionCredits.add': {
    body: z.strictObject({
      id: z.uuid(),
      answers: z.record(z.string().max(100), z.enum(['accept', 'reject', 'ban', 'filter'])),
    }),
    response: z.object({ credits: z.record(z.string(), z.number().int()) }),
  },
};
export const searchSchemas = {
  'search.query': {
    query: z.strictObject({
      ...listQuery,
      q: z.string().trim().min(1, '请填写').max(limits.searchText),
      kind: z.enum(SEARCH_KINDS).optional(),
    }),
    response: page(SearchHit).extend({ cut: z.boolean(), words: z.array(z.string()) }),
  },
  'search.suggest': {
    query: z.strictObject({ q: z.string().trim().min(1).max(limits.searchText) }),
    response: z.object({ items: z.array(z.string()) }),
  },
};
/** 没有查毒; 等着查; 查过，没有; 有病毒. */
export const FILE_SCANS = ['not_scanned', 'waiting', 'clean', 'infected'] as const;
export const fileSchemas = {
  'files.create': { response: Attachment },
  'files.get': { params: IdParams, query: z.strictObject({ ticket: z.string().max(500).optional() }) },
  'files.ticket': { params: IdParams, response: z.object({ url: z.string() }) },
  'staff.files.scan': { params: IdParams, query: Empty, response: z.object({ scan: z.enum(FILE_SCANS) }) },
};
export const receiptSchemas = {
  'receipts.get': {
    params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, '回执号是 64 位的数字和小写字母') }),
    query: Empty,
    response: z.object({ known: z.boolean(), kind: z.string().nullable(), receivedAt: Instant.nullable() }),
  },
};
