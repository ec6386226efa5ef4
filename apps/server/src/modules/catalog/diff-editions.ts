import { movedRows } from '@bandeng/rules';
import { ENTRY_FIELDS, type EntryFieldName } from '@bandeng/contracts/schemas';
import type { EntryChange } from '@bandeng/contracts/types';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import type { Page, PageQuery } from '../../platform/paging';
import type { CatalogRepository, EditionRecord, EntryOutline, EntryRecord } from './catalog.repository';
import { FIELD_LABELS, type EntryFields } from './entry-fields';
import { fieldText } from './field-texts';

type Change = EntryChange['change'];
/** What an entry is by what it says and below what; its order among others is no content. */
export type ContentChange = Exclude<Change, 'moved'>;
export type ChangeCounts = Record<ContentChange, number>;

/** An entry of one edition beside the same of another. */
interface Pair {
  change: Change;
  /** It stands below others, or in another order among them; also one that changed. */
  isMoved: boolean;
  position: number;
  entryId: string;
  before: EntryOutline | undefined;
  after: EntryOutline | undefined;
}

interface DiffDeps {
  catalog: CatalogRepository;
  cursors: Cursors;
}

interface EntryPair {
  change: Change;
  isMoved: boolean;
  entryId: string;
  before: EntryRecord | null;
  after: EntryRecord | null;
}

/**
 * A page of the entries of an edition, each with the same entry of `against`, in the order of the sheet.
 * Without `against`: what is in force for each domain, or what was in force before when it is the edition itself.
 */
export async function pairEntries(
  deps: DiffDeps,
  given: { editionId: string; against?: string | undefined; change?: Change | undefined; query: PageQuery },
): Promise<Page<EntryPair> & { counts: Record<Change, number>; edition: EditionRecord }> {
  const { editionId, against, change, query } = given;
  const edition = await getEdition(deps, editionId);
  const pairs = await outlinePairs(deps, edition, against);
  const counts: Record<Change, number> = { new: 0, changed: 0, moved: 0, removed: 0, same: 0 };
  for (const pair of pairs) counts[pair.change] += 1;

  const list = `editions.diff:${editionId}:${against ?? ''}:${change ?? ''}`;
  const wanted = pairs.filter(pair => change === undefined || pair.change === change);
  const rest = query.cursor === undefined ? wanted : after(wanted, deps.cursors.decode(list, query.cursor));
  const shown = rest.slice(0, query.limit);
  const last = shown.at(-1);
  const nextCursor =
    last && rest.length > shown.length ? deps.cursors.encode(list, [last.position, last.entryId]) : null;

  const keys = shown.flatMap(pair => [pair.before?._id, pair.after?._id].filter(key => key !== undefined));
  const records = new Map((await deps.catalog.findEntriesByKey(keys)).map(record => [record._id, record]));
  const items = shown.map(pair => ({
    change: pair.change,
    isMoved: pair.isMoved,
    entryId: pair.entryId,
    before: (pair.before && records.get(pair.before._id)) ?? null,
    after: (pair.after && records.get(pair.after._id)) ?? null,
  }));
  return { items, nextCursor, total: wanted.length, counts, edition };
}

const after = (pairs: readonly Pair[], [position, entryId]: readonly unknown[]): Pair[] =>
  pairs.filter(
    pair => pair.position > Number(position) || (pair.position === Number(position) && pair.entryId > String(entryId)),
  );

async function outlinePairs(deps: DiffDeps, edition: EditionRecord, against: string | undefined): Promise<Pair[]> {
  const afterById = new Map((await deps.catalog.listOutlines(edition._id)).map(outline => [outline.entryId, outline]));
  const beforeById = new Map((await outlinesBefore(deps, edition, against)).map(outline => [outline.entryId, outline]));
  const ids = new Set([...afterById.keys(), ...beforeById.keys()]);
  const reordered = reorderedIn(beforeById, afterById);
  return [...ids]
    .map((entryId): Pair => {
      const before = beforeById.get(entryId);
      const after = afterById.get(entryId);
      const isMoved =
        before !== undefined && after !== undefined && (!isBelowSame(before, after) || reordered.has(entryId));
      const change = isMoved && before.fieldsHash === after.fieldsHash ? 'moved' : changeOf(before, after);
      return { change, isMoved, position: (after ?? before)!.position, entryId, before, after };
    })
    .sort((a, b) => a.position - b.position || (a.entryId < b.entryId ? -1 : 1));
}

async function outlinesBefore(
  deps: DiffDeps,
  edition: EditionRecord,
  against: string | undefined,
): Promise<EntryOutline[]> {
  if (against !== undefined) {
    const other = await getEdition(deps, against);
    return deps.catalog.listOutlines(other._id, edition.domainIds);
  }
  const inForce = new Map(
    (await deps.catalog.listDomains()).map(({ _id, inForceEditionId }) => [_id, inForceEditionId]),
  );
  const replaced = new Map(edition.replaced.map(({ domainId, editionId }) => [domainId, editionId]));
  const outlines: EntryOutline[] = [];
  for (const domainId of edition.domainIds) {
    const current = inForce.get(domainId) ?? null;
    const before = replaced.get(domainId) ?? (current === edition._id ? null : current);
    if (before !== null) outlines.push(...(await deps.catalog.listOutlines(before, [domainId])));
  }
  return outlines;
}

/** Entries below the same as before that stand in another order among the others of their domain. */
function reorderedIn(before: ReadonlyMap<string, EntryOutline>, after: ReadonlyMap<string, EntryOutline>): Set<string> {
  const stayed = [...after.values()].filter(({ entryId, path }) => {
    const was = before.get(entryId);
    return was !== undefined && isBelowSame(was, { path });
  });
  const domainIds = new Set(stayed.map(({ domainId }) => domainId));
  const reordered = [...domainIds].flatMap(domainId => {
    const now = stayed.filter(outline => outline.domainId === domainId).map(({ entryId }) => entryId);
    const were = now.toSorted((a, b) => before.get(a)!.position - before.get(b)!.position);
    return [...movedRows(were, now)];
  });
  return new Set(reordered);
}

type Comparable = Pick<EntryOutline, 'fieldsHash' | 'path'>;

const isBelowSame = (before: Pick<Comparable, 'path'>, after: Pick<Comparable, 'path'>): boolean =>
  before.path.join('\u0000') === after.path.join('\u0000');

export function changeOf(before: Comparable | undefined | null, after: Comparable | undefined | null): ContentChange {
  if (!before) return 'new';
  if (!after) return 'removed';
  return before.fieldsHash === after.fieldsHash && isBelowSame(before, after) ? 'same' : 'changed';
}

async function getEdition({ catalog }: DiffDeps, id: string): Promise<EditionRecord> {
  const edition = await catalog.findEdition(id);
  if (!edition) throw new AppError('edition.not_found');
  return edition;
}

/** Columns that differ, with both values as the sheet writes them; null where there is no value. */
export function fieldChanges(before: EntryFields | null, after: EntryFields | null): EntryChange['fields'] {
  // An entry that moved keeps its name: its whole place says what changed.
  const hasMoved = before !== null && after !== null && before.path.join() !== after.path.join();
  const textOf = (entry: EntryFields | null, field: EntryFieldName): string | null => {
    if (entry === null) return null;
    if (field === 'name' && hasMoved) return [...entry.path, entry.name].join(' › ');
    return fieldText(entry, field) || null;
  };
  return ENTRY_FIELDS.flatMap(field => {
    const change = { field, label: FIELD_LABELS[field], before: textOf(before, field), after: textOf(after, field) };
    return change.before === change.after ? [] : [change];
  });
}

/** @param showsAllComments false while the edition is a draft and the reader no staff: answers are published together, not one by one */
export function presentChange(pair: EntryPair, showsAllComments: boolean): EntryChange {
  const { change, isMoved, entryId, before, after } = pair;
  const { name, path } = (after ?? before)!;
  const adopted = (after?.adopted ?? []).filter(({ isAnswered }) => isAnswered || showsAllComments);
  return {
    change,
    entryId,
    name,
    path,
    fields: change === 'same' ? [] : fieldChanges(before, after),
    moved: isMoved ? { before: placeOf(before!), after: placeOf(after!) } : null,
    commentIds: [...new Set(adopted.flatMap(({ commentIds }) => commentIds))],
  };
}

const placeOf = ({ path, number }: EntryFields) => ({ path, number });
