import { canonicalJson } from '@bandeng/rules';
import type { RouteInput } from '@bandeng/contracts/types';
import { actorLabel, type Actor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { sha256 } from '../../platform/crypto';
import type { Tx } from '../../platform/transaction';
import { buildEdition, insertEdition, type DomainContent } from './build-edition';
import type { EditionRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { fieldsOf } from './entry-record';
import { assertKeepsDomains } from './keep-domains';
import { listKnownDomains } from './known-domains';

export type CreateEdition = RouteInput<'staff.editions.create'>['body'];

/** A draft edition: the entries in force (or of `baseEditionId`) of these domains, to be changed. The same call again gives the same edition. */
export async function createEdition(
  deps: CatalogDeps,
  actor: Actor | 'system',
  input: CreateEdition,
): Promise<{ edition: EditionRecord; isNew: boolean }> {
  return deps.transaction(tx => createEditionIn(deps, actor, input, tx));
}

/** The same inside a transaction of the caller. */
export async function createEditionIn(
  deps: CatalogDeps,
  actor: Actor | 'system',
  input: CreateEdition,
  tx: Tx,
): Promise<{ edition: EditionRecord; isNew: boolean }> {
  const requestHash = sha256(canonicalJson({ actor: actor === 'system' ? actor : actorLabel(actor), input }));
  const existing = await deps.catalog.findEdition(input.id, tx);
  if (existing) {
    if (existing.requestHash !== requestHash) throw new AppError('id.conflict');
    return { edition: existing, isNew: false };
  }
  const contents = await contentsToCopy(deps, input, tx);
  const { id, title } = input;
  const edition = {
    _id: id,
    title,
    state: 'draft' as const,
    number: null,
    requestHash,
    createdAt: deps.clock.now(),
    frozenAt: null,
  };
  const built = await buildEdition(deps, { edition, contents }, tx);
  await assertKeepsDomains(deps, actor, { contents, entries: built.entries }, tx);
  await insertEdition(deps, built, contents, tx);
  await deps.audit.add(actor, 'edition.created', { collection: 'catalogEditions', id }, tx);
  await deps.outbox.add({ name: 'edition.created', editionId: id }, tx);
  return { edition: built.edition, isNew: true };
}

async function contentsToCopy(
  deps: CatalogDeps,
  { baseEditionId, domainIds }: CreateEdition,
  tx: Tx,
): Promise<DomainContent[]> {
  const base = baseEditionId === undefined ? null : await deps.catalog.findEdition(baseEditionId, tx);
  if (baseEditionId !== undefined && !base) throw invalidField('baseEditionId', '没有这个目录版本。');
  const wanted = new Set(domainIds);
  const domains = (await listKnownDomains(deps, tx)).filter(({ id }) => wanted.has(id));
  const missing = domainIds.find(
    id => !domains.some(domain => domain.id === id) || (base && !base.domainIds.includes(id)),
  );
  if (missing !== undefined) throw invalidField('domainIds', `没有“${missing}”这个领域。`);

  const contents: DomainContent[] = [];
  for (const domain of domains) {
    const from = base?._id ?? domain.inForceEditionId;
    const records = from === null ? [] : await deps.catalog.listEditionEntries(from, domain.id, tx);
    contents.push({ domain, entries: records.map(record => ({ entryId: record.entryId, fields: fieldsOf(record) })) });
  }
  return contents;
}
