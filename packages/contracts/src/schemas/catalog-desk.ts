import { z } from 'zod';
import { Edition } from './catalog';
import { ClientId, Empty, Id, IdParams, Nothing, Ref, listQuery, page } from './common';
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

export const catalogDeskSchemas = {
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
  'staff.editions.removeEntry': { params: EntryParams, response: Nothing },
  'staff.editions.freeze': {
    params: IdParams,
    body: z.strictObject({ number: z.string().trim().min(1).max(60), inForce: z.boolean().default(true) }),
    response: Edition,
  },
  'staff.editions.enforce': { params: IdParams, body: Empty, response: Edition },
};
