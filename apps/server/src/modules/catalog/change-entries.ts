import type { RouteInput } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { EditionRecord, EntryOutline, EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { assertKeeps, entryContext, getDraft, getDraftEntry, noteEdit } from './draft-edition';
import { entryFromTexts } from './entry-from-texts';
import { deriveEntry, DOMAIN_STEP, positionOf } from './entry-record';
import { listKnownDomains } from './known-domains';
import { missingOf } from './field-texts';

type NewEntry = RouteInput<'staff.editions.addEntry'>['body'];
type Place = RouteInput<'staff.editions.placeEntry'>['body'];

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
    const outlines = await deps.catalog.listOutlines(editionId, [domainId], tx);
    const fields = { ...parsed.value, number: String(outlines.length + 1) };
    const derived = deriveEntry(fields, domainId, await entryContext(deps));
    const key = `${editionId}:${entryId}`;
    const known = await deps.catalog.findLatest(entryId);
    if (known) {
      if (known._id !== key || known.fieldsHash !== derived.fieldsHash) throw new AppError('id.conflict');
      return { entry: known, isNew: false };
    }
    assertKeeps(actor, { ...derived, entryId });
    if (outlines.length >= DOMAIN_STEP) throw new AppError('edition.full');
    const position = await placeFor(deps, { edition, domainId, outlines, path, afterId }, tx);
    await deps.catalog.shiftEntries({ editionId, domainId, from: position, by: 1 }, tx);
    const place = { _id: key, entryId, editionId, domainId, position, isInForce: false, adopted: [] };
    const entry: EntryRecord = { ...fields, ...place, ...derived };
    await deps.catalog.insertEntries([entry], tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'], added: 1 }, tx);
    return { entry, isNew: true };
  });
}

/** Another place in the same domain: below other entries, or after another one. */
export async function placeEntry(
  deps: CatalogDeps,
  actor: Actor,
  { editionId, entryId, path, afterId }: Place & { editionId: string; entryId: string },
): Promise<EntryRecord> {
  return deps.transaction(async tx => {
    const edition = await getDraft(deps, editionId, tx);
    const entry = await getDraftEntry(deps, actor, { editionId, entryId }, tx);
    const { domainId } = entry;
    if (afterId === entryId) throw invalidField('afterId', '不能排在它自己后面。');
    const outlines = await deps.catalog.listOutlines(editionId, [domainId], tx);
    const others = outlines
      .filter(other => other.entryId !== entryId)
      .map(other => ({ ...other, position: other.position - (other.position > entry.position ? 1 : 0) }));
    const position = await placeFor(deps, { edition, domainId, outlines: others, path, afterId }, tx);
    await deps.catalog.shiftEntries({ editionId, domainId, from: entry.position + 1, by: -1 }, tx);
    await deps.catalog.shiftEntries({ editionId, domainId, from: position, by: 1 }, tx);
    const fields = { ...entry, path, position };
    const placed = { ...fields, ...deriveEntry(fields, domainId, await entryContext(deps)) };
    await deps.catalog.updateEntry(placed, tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'] }, tx);
    return placed;
  });
}

/** Takes an entry from a draft; what is in force keeps it until the draft is. */
export async function removeEntry(
  deps: CatalogDeps,
  actor: Actor,
  given: { editionId: string; entryId: string },
): Promise<void> {
  await deps.transaction(async tx => {
    const edition = await getDraft(deps, given.editionId, tx);
    const { _id, domainId, position } = await getDraftEntry(deps, actor, given, tx);
    await deps.catalog.deleteEntry(_id, tx);
    await deps.catalog.shiftEntries({ editionId: given.editionId, domainId, from: position + 1, by: -1 }, tx);
    await noteEdit(deps, actor, { edition, domainIds: [domainId], fields: ['entries'], added: -1 }, tx);
  });
}

/** Where an entry goes: after the one named, else after the last one of the longest way it shares, else at the end. */
async function placeFor(
  deps: CatalogDeps,
  given: {
    edition: EditionRecord;
    domainId: string;
    outlines: readonly EntryOutline[];
    path: readonly string[];
    afterId: string | undefined;
  },
  tx: Tx,
): Promise<number> {
  const { domainId, outlines, path, afterId } = given;
  if (afterId !== undefined) {
    const named = outlines.find(({ entryId }) => entryId === afterId);
    if (!named) throw invalidField('afterId', '这个领域里没有这个事项。');
    return named.position + 1;
  }
  for (let shared = path.length; shared > 0; shared -= 1) {
    const wanted = path.slice(0, shared).join('\u0000');
    const last = outlines.findLast(outline => outline.path.slice(0, shared).join('\u0000') === wanted);
    if (last) return last.position + 1;
  }
  const last = outlines.at(-1);
  if (last) return last.position + 1;
  const domain = (await listKnownDomains(deps, tx)).find(({ id }) => id === domainId);
  return positionOf(domain!.order, 0);
}
