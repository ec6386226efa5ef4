import type { EntryFieldName } from '@bandeng/contracts/schemas';
import type { EntryChange } from '@bandeng/contracts/types';
import { hasRole, type Actor, type OfficeActor } from '../../http/actor';
import type { ServerModule, WaitingTask } from '../../platform/module';
import type { Page, PageQuery } from '../../platform/paging';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import { catalogCommands } from './catalog.commands';
import { createCatalogRepository, type EditionRecord, type EntryRecord } from './catalog.repository';
import { catalogHandlers } from './catalog.routes';
import { createEditionIn, type CreateEdition } from './create-edition';
import type { CatalogPorts } from './deps';
import { changeOf, fieldChanges, pairEntries, type ContentChange } from './diff-editions';
import { readStandardDomains } from './domains';
import { editionsHandlers } from './editions.routes';
import { editEdition, type FieldEdit } from './edit-edition';
import type { EntryFields } from './entry-fields';
import { fieldText } from './field-texts';
import { markConsulted } from './freeze-edition';
import { listKnownDomains } from './known-domains';
import { createListRepository } from './lists/list.repository';
import { listsHandlers } from './lists/lists.routes';
import { readPublisherRules } from './map-publishers';
import type { NudgesDeps } from './nudges/deps';
import { createNudges, type Nudges } from './nudges/nudges';
import { createNudgeRepository } from './nudges/nudge.repository';
import { loadPanels, type LoadedPanel } from './panels/load-panels';
import { createRoundRepository } from './panels/round.repository';
import { listWaitingRounds, roundsHandlers } from './panels/rounds.routes';
import { seedEdition, type SeedEdition } from './seed-edition';
import { readOverdueEntries, waitingDuties } from './waiting-duties';

export type { CatalogPorts, EntryNotices, Publication } from './deps';
export type { EditionRecord, EntryRecord } from './catalog.repository';
export type { EntryFields } from './entry-fields';
export type { LoadedPanel } from './panels/load-panels';
export type { EntryTexts, SeedEdition } from './seed-edition';
export { FIELD_LABELS } from './entry-fields';
/** For other imports: the one reader of xlsx files. */
export { readUploadedWorkbook } from './sheets/read-uploaded-workbook';
export { readWorkbook } from './sheets/read-workbook';
/** For other exports: sheets of text as an xlsx file. */
export { writeWorkbook } from './sheets/write-workbook';
export { UnreadableWorkbook, type Sheet } from './sheets/sheet';

/** An entry of an edition under consultation, with what it changes. */
export interface EditionItem {
  entryId: string;
  name: string;
  path: string[];
  change: ContentChange;
  /** Columns that differ from what is in force; empty for `same`. */
  fields: EntryChange['fields'];
  /** The entry of the edition, or the one that it drops. */
  entry: EntryRecord;
}

export interface Catalog extends Nudges {
  findEdition(id: string): Promise<EditionRecord | null>;
  /** Entries of the edition in order, each against what is in force; entries it drops stand at their place. */
  listEditionItems(editionId: string, query: PageQuery): Promise<Page<EditionItem>>;
  /** The same for entries that are named: for showing where a comment belongs. */
  findEditionEntry(editionId: string, entryId: string): Promise<EntryRecord | null>;
  entryExists(editionId: string, entryId: string): Promise<boolean>;
  /** One column as the national layout writes it; '' when empty. */
  fieldText(entry: EntryFields, field: EntryFieldName): string;
  /** Entries by id: the ones in force, else the latest known (for what links to an entry that is gone). */
  entriesByIds(entryIds: readonly string[]): Promise<Map<string, EntryRecord>>;
  /** Entries in force by id, in the order asked for, with their domain; unknown ids are left out. */
  entryRefs(entryIds: readonly string[]): Promise<{ id: string; name: string; domainId: string; domainName: string }[]>;
  /** Entries in force of a domain, in order: for the search index after `catalog.in_force { editionId, domainIds }`. */
  listInForceOfDomain(domainId: string): Promise<EntryRecord[]>;
  /** Every entry in force with its domain and what stands above it, its own name last. */
  listEntryNames(): Promise<{ id: string; path: string[] }[]>;
  domainNames(): Promise<Map<string, string>>;
  domainName(id: string): Promise<string | null>;
  /** A draft edition made of `baseEditionId` (the one consulted on), or of what is in force: the next edition. */
  createEdition(actor: Actor | 'system', input: CreateEdition, tx: Tx): Promise<EditionRecord>;
  /** Closes a draft to changes: people comment on it from now on. */
  markConsulted(actor: Actor | 'system', editionId: string, tx: Tx): Promise<void>;
  /** Writes adopted changes into a draft edition as their answers are published; its diff names the comments. What cannot be read is left out. */
  applyAdoptedChanges(actor: Actor | 'system', editionId: string, edits: readonly FieldEdit[], tx: Tx): Promise<void>;
  /** Writes a whole edition as it stands (the demo district). */
  seedEdition(seed: SeedEdition): Promise<EditionRecord>;
  /** Writes panels that are over (the demo district). */
  loadPanels(panels: readonly LoadedPanel[]): Promise<void>;
}

const isKeeper = async (_id: string, actor: OfficeActor): Promise<boolean> => hasRole(actor, 'editor', 'office');

export function createCatalogModule(platform: Platform, ports: CatalogPorts) {
  const { clock, ids, transaction, outbox, cursors, config, database } = platform;
  const { audit, notices } = ports;
  const catalog = createCatalogRepository({ database, cursors });
  const deps: NudgesDeps & Pick<Platform, 'cursors'> = {
    nudges: createNudgeRepository({ database, cursors }),
    rounds: createRoundRepository({ database, cursors }),
    clock,
    ids,
    transaction,
    outbox,
    cursors,
    audit,
    notices,
    catalog,
    standardDomains: readStandardDomains(config.root),
    publisherRules: readPublisherRules(config.root),
    listUnits: async () =>
      (await ports.units.listAllUnits()).map(({ _id, name, shortName, kind }) => ({ id: _id, name, shortName, kind })),
  };
  const domainNames = async () => new Map((await listKnownDomains(deps)).map(({ id, name }) => [id, name]));

  const nudges = createNudges(deps);
  const panelDeps = { ...deps, people: ports.identity };
  const waitingRounds = listWaitingRounds(panelDeps);
  const lists = listsHandlers({ ...deps, lists: createListRepository({ database, cursors }) }, ports);
  const api: Catalog = {
    ...nudges.api,
    findEdition: id => catalog.findEdition(id),
    listEditionItems: async (editionId, query) => {
      const { items, nextCursor } = await pairEntries(deps, { editionId, query });
      return { items: items.map(itemOf), nextCursor };
    },
    findEditionEntry: (editionId, entryId) => catalog.findEntry(editionId, entryId),
    entryExists: async (editionId, entryId) => (await catalog.findEntry(editionId, entryId)) !== null,
    fieldText,
    entriesByIds: async entryIds => {
      const found = new Map((await catalog.findInForce(entryIds)).map(record => [record.entryId, record]));
      for (const id of entryIds) {
        const latest = found.has(id) ? null : await catalog.findLatest(id);
        if (latest) found.set(id, latest);
      }
      return found;
    },
    entryRefs: async entryIds => {
      if (entryIds.length === 0) return [];
      const names = await domainNames();
      const found = new Map((await catalog.findInForce(entryIds)).map(record => [record.entryId, record]));
      return entryIds.flatMap(id => {
        const entry = found.get(id);
        if (!entry) return [];
        const { name, domainId } = entry;
        return [{ id, name, domainId, domainName: names.get(domainId) ?? domainId }];
      });
    },
    listInForceOfDomain: domainId => catalog.listAllInForce(`dom:${domainId}`),
    listEntryNames: async () => {
      const domains = await listKnownDomains(deps);
      const entries = await Promise.all(domains.map(({ id }) => catalog.listAllInForce(`dom:${id}`)));
      return entries.flatMap((ofDomain, at) =>
        ofDomain.map(({ entryId, path, name }) => ({ id: entryId, path: [domains[at]!.name, ...path, name] })),
      );
    },
    domainNames,
    domainName: async id => (await domainNames()).get(id) ?? null,
    createEdition: async (actor, input, tx) => (await createEditionIn(deps, actor, input, tx)).edition,
    markConsulted: (actor, editionId, tx) => markConsulted(deps, actor, editionId, tx),
    applyAdoptedChanges: async (actor, editionId, edits, tx) => {
      if (edits.length > 0) await editEdition(deps, actor, { editionId, edits, isAnswered: true }, tx);
    },
    seedEdition: seed => seedEdition(deps, seed),
    loadPanels: panels => loadPanels(panelDeps, panels),
  };

  const overdueEntries = platform.versions.keep(() => readOverdueEntries(deps));
  /** What is late changes with the notices, the day, and the editions in force; an edition in force does not change. */
  async function listWaitingDuties(actor: OfficeActor): Promise<WaitingTask[]> {
    if (!hasRole(actor, 'editor', 'street', 'office', 'supervisor')) return [];
    const [version, domains, units] = await Promise.all([
      platform.versions.read(),
      catalog.listDomains(),
      deps.listUnits(),
    ]);
    const overdue = await overdueEntries(`${version} ${domains.map(one => one.inForceEditionId).join()}`);
    return waitingDuties(overdue, new Map(units.map(unit => [unit.id, unit.shortName])), actor);
  }

  return {
    handlers: {
      ...catalogHandlers(deps, ports),
      ...editionsHandlers(deps),
      ...lists,
      ...nudges.handlers,
      ...roundsHandlers(panelDeps),
    },
    listeners: nudges.listeners,
    personalData: nudges.personalData,
    listWaiting: async (actor, limit) =>
      (
        await Promise.all([nudges.listWaiting(actor, limit), waitingRounds(actor, limit), listWaitingDuties(actor)])
      ).flat(),
    recordReaders: { catalogEditions: isKeeper, catalogRounds: isKeeper },
    countRecords: nudges.countRecords,
    commands: catalogCommands(deps),
    api,
  } satisfies ServerModule & { api: Catalog };
}

function itemOf(pair: { entryId: string; before: EntryRecord | null; after: EntryRecord | null }): EditionItem {
  const { entryId, before, after } = pair;
  const entry = (after ?? before)!;
  const change = changeOf(before, after);
  const fields = change === 'same' ? [] : fieldChanges(before, after);
  return { entryId, name: entry.name, path: entry.path, change, fields, entry };
}
