import { created, defineHandlers } from '../../http/handlers';
import { hasRole, type Actor } from '../../http/actor';
import type { Cursors } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { keepsOneOf } from './catalog.policy';
import { presentEdition, presentEditionEntry } from './catalog.presenter';
import type { EditionRecord, EntryRecord } from './catalog.repository';
import { addEntry, moveEntry, placeEntry, removeEntry } from './change-entries';
import { createEdition } from './create-edition';
import type { CatalogDeps } from './deps';
import { editEdition } from './edit-edition';
import { listFindings } from './findings/list-findings';
import { enforceEdition, freezeEdition } from './freeze-edition';
import { listDuties } from './list-duties';
import { listKnownDomains } from './known-domains';
import { namesOf } from './read-entries';

/** How the offices write an edition. */
export function editionsHandlers(deps: CatalogDeps & { cursors: Cursors }) {
  const names = async () => namesOf(await listKnownDomains(deps));
  const present = async (record: EditionRecord) => presentEdition(record, await names());
  const presentEntries = async (
    actor: Actor,
    { state }: Pick<EditionRecord, 'state'>,
    records: readonly EntryRecord[],
  ) => {
    const domains = await names();
    const mayEdit = (record: EntryRecord) => state === 'draft' && keepsOneOf(actor, [record]);
    return records.map(record => presentEditionEntry(record, { domains, mayEdit: mayEdit(record) }));
  };
  const presentEntry = async (actor: Actor, record: EntryRecord) =>
    (await presentEntries(actor, { state: 'draft' }, [record]))[0]!;

  return defineHandlers({
    'staff.editions.create': async ({ actor, body }) => {
      const { edition, isNew } = await createEdition(deps, actor, body);
      return created(await present(edition), isNew);
    },
    'staff.editions.entries': async ({ actor, params, query }) => {
      const edition = await deps.catalog.findEdition(params.id);
      // An evaluator reads what a panel was asked about.
      const isReader = hasRole(actor, 'editor', 'office') || (await deps.rounds.hasMember(params.id, actor.staffId));
      if (!edition || !isReader) throw new AppError('edition.not_found');
      const { items, nextCursor } = await deps.catalog.pageEditionEntries(params.id, query.domain, query);
      return { items: await presentEntries(actor, edition, items), nextCursor };
    },
    'staff.editions.edit': async ({ actor, params, body }) => {
      const given = { editionId: params.id, edits: body.edits };
      const { edition, entries } = await deps.transaction(tx => editEdition(deps, actor, given, tx));
      return { ...(await present(edition)), entries: await presentEntries(actor, edition, entries) };
    },
    'staff.editions.addEntry': async ({ actor, params, body }) => {
      const { entry, isNew } = await addEntry(deps, actor, { editionId: params.id, ...body });
      return created(await presentEntry(actor, entry), isNew);
    },
    'staff.editions.placeEntry': async ({ actor, params, body }) => {
      const { id: editionId, entryId } = params;
      return presentEntry(actor, await placeEntry(deps, actor, { editionId, entryId, ...body }));
    },
    'staff.editions.moveEntry': async ({ actor, params, body }) => {
      const { id: editionId, entryId } = params;
      return presentEntry(actor, await moveEntry(deps, actor, { editionId, entryId, ...body }));
    },
    'staff.editions.removeEntry': async ({ actor, params }) => {
      await removeEntry(deps, actor, { editionId: params.id, entryId: params.entryId });
    },
    'staff.editions.findings': ({ params, query }) => listFindings(deps, params.id, query),
    'staff.catalog.duties': ({ query }) => listDuties(deps, query),
    'staff.editions.freeze': async ({ actor, params, body }) =>
      present(await freezeEdition(deps, actor, { editionId: params.id, number: body.number, isInForce: body.inForce })),
    'staff.editions.enforce': async ({ actor, params }) => present(await enforceEdition(deps, actor, params.id)),
  });
}
