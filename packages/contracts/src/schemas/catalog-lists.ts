import { z } from 'zod';
import { ChangeCounts, FieldChange, ImportProblem } from './catalog-import';
import { Id, IdParams, Instant, listQuery, page, text } from './common';

/** 权责清单, 公共服务清单, 行政执法清单: what a catalog is drawn up from. */
export const LIST_KINDS = ['powers', 'services', 'enforcement'] as const;
export const LIST_ITEM_STATES = ['open', 'flagged', 'mapped', 'none'] as const;

const Coverage = z.object({
  all: z.number().int(),
  open: z.number().int(),
  flagged: z.number().int(),
  mapped: z.number().int(),
  none: z.number().int(),
});
/** One issue of a list; the newest of its kind is the current one. */
export const PowerList = z.object({
  id: z.string(),
  kind: z.enum(LIST_KINDS),
  title: z.string(),
  importedAt: Instant,
  itemCount: z.number().int(),
  isCurrent: z.boolean(),
  /** Of the current one. */
  coverage: Coverage.nullable(),
});
const EntryRef = z.object({ id: z.string(), name: z.string(), path: z.array(z.string()) });
const Suggestion = EntryRef.extend({ score: z.number() });
export const ListItem = z.object({
  /** The same in every issue. */
  key: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  category: z.string().nullable(),
  basis: z.string().nullable(),
  unitText: z.string().nullable(),
  /** `flagged`: it says something else than when it was mapped, or an entry it was mapped to is gone. */
  state: z.enum(LIST_ITEM_STATES),
  entries: z.array(EntryRef.extend({ inForce: z.boolean() })),
  /** Why nothing is published of it. */
  reason: z.string().nullable(),
  suggestions: z.array(Suggestion),
});
/** What a new issue does to the catalog (动态调整). */
export const ListChange = z.object({
  key: z.string(),
  change: z.enum(['new', 'changed', 'removed']),
  name: z.string(),
  fields: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** The entries concerned, with what is proposed: columns to rewrite, or to take the entry out. */
  entries: z.array(EntryRef.extend({ edits: z.array(FieldChange), remove: z.boolean() })),
  suggestions: z.array(Suggestion),
});

export const catalogListSchemas = {
  'staff.lists.list': { query: z.strictObject(listQuery), response: page(PowerList) },
  'staff.lists.import': {
    query: z.strictObject({
      kind: z.enum(LIST_KINDS),
      dryRun: z.stringbool().default(false),
      skipBad: z.stringbool().default(false),
    }),
    response: z.object({
      listId: z.string().nullable(),
      created: z.boolean(),
      itemCount: z.number().int(),
      problems: z.array(ImportProblem),
      notes: z.array(z.string()),
      /** Against the current issue of its kind. */
      counts: ChangeCounts,
    }),
  },
  'staff.lists.items': {
    params: IdParams,
    query: z.strictObject({
      ...listQuery,
      state: z.enum(LIST_ITEM_STATES).optional(),
      q: z.string().trim().min(1).max(60).optional(),
      /** Whether what is open comes with entries that it could mean: each is compared with the whole catalog. */
      suggestions: z.stringbool().default(true),
    }),
    response: page(ListItem).extend({ coverage: Coverage }),
  },
  'staff.lists.map': {
    params: z.strictObject({ id: Id, key: Id }),
    /** Entries, or a reason why there is none; neither: it is open again. */
    body: z.strictObject({ entryIds: z.array(Id).max(50).default([]), reason: text(200).optional() }),
    response: ListItem,
  },
  'staff.lists.changes': {
    params: IdParams,
    query: z.strictObject(listQuery),
    response: page(ListChange).extend({ counts: ChangeCounts }),
  },
};
