import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { canFreezeEdition, isDistrictOffice } from './catalog.policy';
import type { EditionRecord } from './catalog.repository';
import type { CatalogDeps } from './deps';
import { makeInForce } from './make-in-force';

/** Gives an edition its number for good and, when asked, makes it the one in force. */
export async function freezeEdition(
  deps: CatalogDeps,
  actor: Actor,
  given: { editionId: string; number: string; isInForce: boolean },
): Promise<EditionRecord> {
  const { editionId, number, isInForce } = given;
  return deps.transaction(async tx => {
    const edition = await getEdition(deps, editionId, tx);
    if (edition.state === 'frozen') throw new AppError('edition.frozen');
    if (!canFreezeEdition(actor, edition)) throw new AppError('auth.forbidden');
    if (await deps.rounds.hasOpen(editionId, tx)) throw new AppError('edition.round_open');
    // A citation names one edition.
    if (await deps.catalog.findEditionByNumber(number, tx)) throw new AppError('edition.number_taken');
    const fields = { state: 'frozen' as const, number, frozenAt: deps.clock.now() };
    await deps.catalog.updateEdition(editionId, fields, tx);
    await deps.audit.add(
      actor,
      'edition.frozen',
      { collection: 'catalogEditions', id: editionId, fields: ['number', 'state'] },
      tx,
    );
    await deps.outbox.add({ name: 'edition.frozen', editionId }, tx);
    const frozen = { ...edition, ...fields };
    return isInForce ? makeInForce(deps, actor, frozen, tx) : frozen;
  });
}

/** Makes a frozen edition the one in force. Throws edition.state while it is none. */
export async function enforceEdition(deps: CatalogDeps, actor: Actor, editionId: string): Promise<EditionRecord> {
  return deps.transaction(async tx => {
    const edition = await getEdition(deps, editionId, tx);
    if (edition.state !== 'frozen') throw new AppError('edition.state');
    if (!isDistrictOffice(actor)) throw new AppError('auth.forbidden');
    return makeInForce(deps, actor, edition, tx);
  });
}

/** Closes a draft to changes because people now comment on it. Throws edition.frozen when it is past that. */
export async function markConsulted(
  deps: CatalogDeps,
  actor: Actor | 'system',
  editionId: string,
  tx: Tx,
): Promise<void> {
  const edition = await getEdition(deps, editionId, tx);
  if (edition.state === 'frozen') throw new AppError('edition.frozen');
  if (edition.state === 'consulted') return;
  await deps.catalog.updateEdition(editionId, { state: 'consulted' }, tx);
  await deps.audit.add(
    actor,
    'edition.consulted',
    { collection: 'catalogEditions', id: editionId, fields: ['state'] },
    tx,
  );
}

async function getEdition({ catalog }: CatalogDeps, id: string, tx: Tx): Promise<EditionRecord> {
  const edition = await catalog.findEdition(id, tx);
  if (!edition) throw new AppError('edition.not_found');
  return edition;
}
