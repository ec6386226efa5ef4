import { neighbourRow } from '@bandeng/rules';
import type { RouteInput } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { EntryOutline, EntryPlace, EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { assertKeeps, entryContext, getDraft, getDraftEntry, noteEdit } from './draft-edition';
import { entryFromTexts } from './entry-from-texts';
import { deriveEntry, DOMAIN_STEP } from './entry-record';
import { missingOf } from './field-texts';
import { orderEntries } from './order-entries';

type NewEntry = RouteInput<'staff.editions.addEntry'>['body'];
interface EntryIds {
  editionId: string;
  entryId: string;
}
type Place = RouteInput<'staff.editions.placeEntry'>['body'] & EntryIds;
type Step = RouteInput<'staff.editions.moveEntry'>['body'] & EntryIds;

/** A new entry of a draft; the same call again gives the same entry. Throws edition.full, id.conflict, request.invalid. */
export async function addEntry(
  deps: CatalogDeps,
  actor: Actor,
  { editionId, ...input }: NewEntry & { editionId: string },
): Promise<{ entry: EntryRecord; isNew: boolean }> {
  const { id: entryId, domainId, path, afterId, texts } = input;
  return deps.transaction(async tx => {
    const edition = await getDraft(deps, editionId, tx);
    if (!edition.domainIds.includes(domainId)) throw invalidField('domainId', '这个版本里没有这个领域。');
    const parsed = entryFromTexts({ path, name: texts.name ?? '', number: '', texts });
    if (parsed.problem !== undefined) throw invalidField('texts', parsed.problem);
    const missing = missingOf(parsed.value);
    if (missing !== null) throw invalidField('texts', missing);
    const derived = deriveEntry(parsed.value, domainId, await entryContext(deps));
    const key = `${editionId}:${entryId}`;
    const known = await deps.catalog.findLatest(entryId);
    if (known) {
      if (known._id !== key || known.fieldsHash !== derived.fieldsHash) throw new AppError('id.conflict');
      return { entry: known, isNew: false };
    }
    assertKeeps(actor, { ...derived, entryId });
    const outlines = await deps.catalog.listOutlines(editionId, [domainId], tx);
    if (outlines.length >= DOMAIN_STEP) throw new AppError('edition.full');
    const at = placeFor(outlines, { path, afterId });
    const fresh = { _id: key, position: -1, number: '' };
    const rows = [...outlines.slice(0, at), fresh, ...outlines.slice(at)];
    const place = (await orderEntries(deps, domainId, rows, tx))[at]!;
    const ids = { entryId, editionId, domainId };
    const entry: EntryRecord = { ...parsed.value, ...ids, ...place, isInForce: false, adopted: [], ...derived };
    await deps.catalog.insertEntries([entry], tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'], added: 1 }, tx);
    return { entry, isNew: true };
  });
}

/** Another place in the same domain: below other entries, or after another one. */
export async function placeEntry(
  deps: CatalogDeps,
  actor: Actor,
  { editionId, entryId, path, afterId }: Place,
): Promise<EntryRecord> {
  return putElsewhere(deps, actor, { editionId, entryId }, others => {
    if (afterId === entryId) throw invalidField('afterId', '不能排在它自己后面。');
    return { path, at: placeFor(others, { path, afterId }) };
  });
}

/** One place up or down among the entries below the same. Throws entry.moved when another one stands there by now. */
export async function moveEntry(
  deps: CatalogDeps,
  actor: Actor,
  { editionId, entryId, direction, pastId }: Step,
): Promise<EntryRecord> {
  return putElsewhere(deps, actor, { editionId, entryId }, (others, outlines) => {
    const entry = outlines.find(outline => outline.entryId === entryId)!;
    const past = neighbourRow(outlines, entry, direction, ({ path }) => path.join('\u0000'));
    if (past?.entryId !== pastId) throw new AppError('entry.moved', { data: { id: entryId } });
    return { path: entry.path, at: others.indexOf(past) + (direction === 'up' ? 0 : 1) };
  });
}

/** @param choose where it goes among the other entries of its domain, which are given without and with it */
async function putElsewhere(
  deps: CatalogDeps,
  actor: Actor,
  ids: EntryIds,
  choose: (others: readonly EntryOutline[], outlines: readonly EntryOutline[]) => { path: string[]; at: number },
): Promise<EntryRecord> {
  return deps.transaction(async tx => {
    const edition = await getDraft(deps, ids.editionId, tx);
    const entry = await getDraftEntry(deps, actor, ids, tx);
    const { domainId } = entry;
    const outlines = await deps.catalog.listOutlines(ids.editionId, [domainId], tx);
    const others = outlines.filter(({ entryId }) => entryId !== ids.entryId);
    const { path, at } = choose(others, outlines);
    const rows: EntryPlace[] = [...others.slice(0, at), entry, ...others.slice(at)];
    const place = (await orderEntries(deps, domainId, rows, tx))[at]!;
    const fields = { ...entry, path, ...place };
    const placed = { ...fields, ...deriveEntry(fields, domainId, await entryContext(deps)) };
    await deps.catalog.updateEntry(placed, tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'] }, tx);
    return placed;
  });
}

/** Takes an entry from a draft; what is in force keeps it until the draft is. */
export async function removeEntry(deps: CatalogDeps, actor: Actor, given: EntryIds): Promise<void> {
  await deps.transaction(async tx => {
    const edition = await getDraft(deps, given.editionId, tx);
    const { _id, domainId } = await getDraftEntry(deps, actor, given, tx);
    await deps.catalog.deleteEntry(_id, tx);
    await orderEntries(deps, domainId, await deps.catalog.listOutlines(given.editionId, [domainId], tx), tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'], added: -1 }, tx);
  });
}

/** Before which of these an entry goes: after the one named, else after the last one of the longest way it shares, else at the end. */
function placeFor(
  outlines: readonly EntryOutline[],
  { path, afterId }: { path: readonly string[]; afterId: string | undefined },
): number {
  if (afterId !== undefined) {
    const named = outlines.findIndex(({ entryId }) => entryId === afterId);
    if (named < 0) throw invalidField('afterId', '这个领域里没有这个事项。');
    return named + 1;
  }
  for (let shared = path.length; shared > 0; shared -= 1) {
    const wanted = path.slice(0, shared).join('\u0000');
    const last = outlines.findLastIndex(outline => outline.path.slice(0, shared).join('\u0000') === wanted);
    if (last >= 0) return last + 1;
  }
  return outlines.length;
}
