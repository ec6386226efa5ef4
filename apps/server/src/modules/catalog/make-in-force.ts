import type { Actor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import type { EditionRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { listKnownDomains } from './known-domains';

/** Makes an edition the one in force for all of its domains, frozen from then on; told of by `catalog.in_force`. Returns it as it is now. */
export async function makeInForce(
  deps: Pick<CatalogDeps, 'catalog' | 'clock' | 'audit' | 'outbox' | 'standardDomains'>,
  actor: Actor | 'system',
  edition: EditionRecord,
  tx: Tx,
): Promise<EditionRecord> {
  const { catalog } = deps;
  const replaced = new Map(edition.replaced.map(one => [one.domainId, one.editionId]));
  const domains = (await listKnownDomains(deps, tx)).filter(({ id }) => edition.domainIds.includes(id));
  const outlines = await catalog.listOutlines(edition._id, undefined, tx);
  const changed = domains.filter(({ inForceEditionId }) => inForceEditionId !== edition._id);
  for (const { id, name, order, inForceEditionId } of changed) {
    if (inForceEditionId !== null) {
      await catalog.setInForce(inForceEditionId, id, false, tx);
      await endInForce(deps, inForceEditionId, id, tx);
      replaced.set(id, inForceEditionId);
    }
    await catalog.setInForce(edition._id, id, true, tx);
    const entryCount = outlines.filter(({ domainId }) => domainId === id).length;
    await catalog.putDomain({ _id: id, name, order, inForceEditionId: edition._id, entryCount }, tx);
  }
  const fields = {
    state: 'frozen' as const,
    frozenAt: edition.frozenAt ?? deps.clock.now(),
    inForceDomainIds: edition.domainIds,
    replaced: [...replaced].map(([domainId, editionId]) => ({ domainId, editionId })),
  };
  await catalog.updateEdition(edition._id, fields, tx);
  if (changed.length > 0) {
    await deps.audit.add(actor, 'edition.in_force', { collection: 'catalogEditions', id: edition._id }, tx);
    await deps.outbox.add(
      { name: 'catalog.in_force', editionId: edition._id, domainIds: changed.map(({ id }) => id) },
      tx,
    );
  }
  return { ...edition, ...fields };
}

async function endInForce(
  { catalog }: Pick<CatalogDeps, 'catalog'>,
  editionId: string,
  domainId: string,
  tx: Tx,
): Promise<void> {
  const previous = await catalog.findEdition(editionId, tx);
  if (!previous) return;
  await catalog.updateEdition(
    editionId,
    { inForceDomainIds: previous.inForceDomainIds.filter(id => id !== domainId) },
    tx,
  );
}
