import { z } from 'zod';
import { Edition } from './catalog';
import { ClientId, Empty, Id, IdParams, LocalDate, Nothing, Ref, listQuery, page } from './common';
import { EntryFieldName, EntryText, PathStep } from './entry-text';

/** An entry as one edits it: every column in the words of the national layout. */
export const EditionEntry = z.object({
  id: z.string(),
  domain: Ref,
  path: z.array(z.string()),
  number: z.string(),
  texts: z.record(EntryFieldName, z.string()),
  /** Comments whose adoption changed it. */
  commentIds: z.array(z.string()),
  /** Whether the caller keeps this entry: an editor keeps what the own unit publishes. */
  mayEdit: z.boolean(),
});

/** The new value of one column, as written in the sheet of the national layout. */
const FieldEdit = z.strictObject({
  ...EntryText.shape,
  entryId: Id,
  /** What the column said when it was read. */
  before: z.string().max(40_000).optional(),
  commentIds: z.array(Id).max(100).default([]),
});
const Path = z.array(PathStep).max(5, '最多 5 级');
const EntryParams = z.strictObject({ id: Id, entryId: Id });

/**
 * What to look at again: a name that breaks the rules, a publisher that is nobody, an entry written twice (by name at one place, by
 * name, content and basis at any), one that a guide has and ours has not (`entry` is the guide's then).
 */
export const FINDING_KINDS = ['naming', 'publisher', 'same_name', 'same_basis', 'omission'] as const;
const EntryRef = z.object({ id: z.string(), name: z.string(), path: z.array(z.string()) });
export const Finding = z.object({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  message: z.string(),
  domain: Ref,
  entry: EntryRef,
  other: EntryRef.nullable(),
});

export const DUTY_STATES = ['missing', 'late', 'kept'] as const;
/** What an entry in force should have published in the last twelve months, and what it has. */
export const EntryDuty = z.object({
  id: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  domain: Ref,
  publishers: z.array(Ref),
  publisherText: z.string(),
  timeLimitsText: z.string(),
  /** `missing`: nothing was ever published; `late`: a period is overdue or came out after its day. */
  state: z.enum(DUTY_STATES),
  /** Of the last two years. */
  noticeCount: z.number().int(),
  lastPublishedOn: LocalDate.nullable(),
  /** For duties by the calendar, see Duty. */
  expected: z.number().int().nullable(),
  published: z.number().int().nullable(),
  late: z.array(
    z.object({
      label: z.string(),
      dueOn: LocalDate,
      publishedOn: LocalDate.nullable(),
      noticeId: z.string().nullable(),
    }),
  ),
});
const DutyCounts = z.object({
  all: z.number().int(),
  missing: z.number().int(),
  late: z.number().int(),
  kept: z.number().int(),
});

export const catalogDeskSchemas = {
  'staff.catalog.duties': {
    query: z.strictObject({
      ...listQuery,
      unit: Id.optional(),
      domain: Id.optional(),
      /** One entry only. */
      entry: Id.optional(),
      state: z.enum(DUTY_STATES).optional(),
    }),
    response: page(EntryDuty).extend({
      counts: DutyCounts,
      /** The account of each unit, those with most to do first; an entry of two units counts for both. */
      units: z.array(DutyCounts.extend({ unit: Ref })),
    }),
  },
  'staff.editions.create': {
    body: z.strictObject({
      id: Id,
      title: z.string().trim().min(1).max(200),
      baseEditionId: Id.optional(),
      domainIds: z.array(Id).min(1).max(40),
    }),
    response: Edition,
  },
  'staff.editions.entries': {
    params: IdParams,
    query: z.strictObject({ ...listQuery, domain: Id.optional() }),
    response: page(EditionEntry),
  },
  'staff.editions.edit': {
    params: IdParams,
    body: z.strictObject({ edits: z.array(FieldEdit).min(1).max(200) }),
    /** The entries that were edited, as they are now. */
    response: Edition.extend({ entries: z.array(EditionEntry) }),
  },
  'staff.editions.addEntry': {
    params: IdParams,
    body: z.strictObject({
      id: ClientId,
      domainId: Id,
      path: Path,
      afterId: Id.optional(),
      texts: z.partialRecord(EntryFieldName, z.string().trim().max(4_000, '最多 4000 字')),
    }),
    response: EditionEntry,
  },
  'staff.editions.placeEntry': {
    params: EntryParams,
    body: z.strictObject({ path: Path, afterId: Id.optional() }),
    response: EditionEntry,
  },
  'staff.editions.moveEntry': {
    params: EntryParams,
    body: z.strictObject({
      direction: z.enum(['up', 'down']),
      /** The neighbour it goes past, as it was read. */
      pastId: Id,
    }),
    response: EditionEntry,
  },
  'staff.editions.removeEntry': { params: EntryParams, response: Nothing },
  'staff.editions.findings': {
    params: IdParams,
    query: z.strictObject({
      ...listQuery,
      kind: z.enum(FINDING_KINDS).optional(),
      domain: Id.optional(),
      /** The edition that says what there should be. */
      guide: Id.optional(),
    }),
    response: page(Finding).extend({
      counts: z.object({
        naming: z.number().int(),
        publisher: z.number().int(),
        same_name: z.number().int(),
        same_basis: z.number().int(),
        omission: z.number().int(),
      }),
    }),
  },
  'staff.editions.freeze': {
    params: IdParams,
    body: z.strictObject({ number: z.string().trim().min(1).max(60), inForce: z.boolean().default(true) }),
    response: Edition,
  },
  'staff.editions.enforce': { params: IdParams, body: Empty, response: Edition },
};
