import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { keepsOneOf } from './catalog.policy';
import type { EditionRecord, EntryRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { hashDomain, hashEdition, type EntryContext } from './entry-record';

/** An edition that can still be changed. Throws edition.not_found, edition.frozen, edition.state (it is being consulted on). */
export async function getDraft({ catalog }: CatalogDeps, editionId: string, tx: Tx): Promise<EditionRecord> {
  const edition = await catalog.findEdition(editionId, tx);
  if (!edition) throw new AppError('edition.not_found');
  if (edition.state === 'frozen') throw new AppError('edition.frozen');
  // What people are reading and commenting on stays as it is: what is adopted goes into the next edition.
  if (edition.state === 'consulted') throw new AppError('edition.state');
  return edition;
}

export async function getDraftEntry(
  { catalog }: CatalogDeps,
  actor: Actor,
  given: { editionId: string; entryId: string },
  tx: Tx,
): Promise<EntryRecord> {
  const entry = await catalog.findEntry(given.editionId, given.entryId, tx);
  if (!entry) throw new AppError('entry.not_found');
  assertKeeps(actor, entry);
  return entry;
}

export function assertKeeps(actor: Actor, entry: Pick<EntryRecord, 'publisherUnitIds' | 'entryId'>): void {
  if (!keepsOneOf(actor, [entry])) throw new AppError('auth.forbidden', { data: { id: entry.entryId } });
}

export async function entryContext({
  listUnits,
  publisherRules,
}: Pick<CatalogDeps, 'listUnits' | 'publisherRules'>): Promise<EntryContext> {
  return { units: await listUnits(), publisherRules };
}

/** Counts and hashes an edition again after entries of these domains changed, with the audit and the event; returns it as it is now. */
export async function noteEdit(
  deps: CatalogDeps,
  actor: Actor | 'system',
  given: { edition: EditionRecord; domainIds: readonly string[]; fields: readonly string[]; added?: number },
  tx: Tx,
): Promise<EditionRecord> {
  const { edition, domainIds, fields, added = 0 } = given;
  const { _id: editionId } = edition;
  const fresh = new Map<string, string>();
  for (const id of domainIds) fresh.set(id, hashDomain(await deps.catalog.listEditionEntries(editionId, id, tx)));
  const domainHashes = edition.domainHashes.map(({ domainId, hash }) => ({
    domainId,
    hash: fresh.get(domainId) ?? hash,
  }));
  const changes = { domainHashes, contentHash: hashEdition(domainHashes), entryCount: edition.entryCount + added };
  await deps.catalog.updateEdition(editionId, changes, tx);
  const subject = { collection: 'catalogEditions', id: editionId, fields: [...fields] };
  await deps.audit.add(actor, 'edition.edited', subject, tx);
  await deps.outbox.add({ name: 'edition.edited', editionId }, tx);
  return { ...edition, ...changes };
}
