import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createCatalogModels, type DomainRecord, type EditionRecord, type EntryRecord } from './catalog.model';

export type { DomainRecord, EditionRecord, EntryRecord };

/** An entry without its columns: enough to say what is new, changed, removed or the same. */
export type EntryOutline = Pick<
  EntryRecord,
  '_id' | 'entryId' | 'editionId' | 'domainId' | 'position' | 'number' | 'path' | 'name' | 'fieldsHash'
>;
/** Where an entry stands in its domain. */
export type EntryPlace = Pick<EntryRecord, '_id' | 'position' | 'number'>;
export type DutyOutline = Pick<EntryRecord, 'entryId' | 'domainId' | 'timeLimitsText'>;
export type DutyEntry = DutyOutline & Pick<EntryRecord, 'name' | 'attribute' | 'publisherUnitIds'>;
export type EntryBrief = Pick<EntryRecord, 'entryId' | 'name' | 'path' | 'basis' | 'publisherText'>;
const BRIEF = 'entryId name path basis publisherText position'.split(' ');
const OUTLINE = 'entryId editionId domainId position number path name fieldsHash'.split(' ');

export function createCatalogRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { domains, editions, entries } = createCatalogModels(database);
  const inOrder = { position: 1, _id: 1 } as const;
  const session = (tx: Tx | undefined) => ({ session: tx ?? null });

  return {
    /** All domains that have or had entries: some dozens. */
    listDomains: (tx?: Tx): Promise<DomainRecord[]> =>
      domains.find({}, null, session(tx)).sort({ order: 1, _id: 1 }).limit(500).lean<DomainRecord[]>(),
    putDomain: async ({ _id, ...fields }: DomainRecord, tx: Tx): Promise<void> => {
      await domains.updateOne({ _id }, { $set: fields }, { upsert: true, session: tx });
    },

    insertEdition: async (record: EditionRecord, tx: Tx): Promise<void> => {
      await editions.insertMany([record], { session: tx });
    },
    updateEdition: async (id: string, fields: Partial<EditionRecord>, tx: Tx): Promise<void> => {
      await editions.updateOne({ _id: id }, { $set: fields }, { session: tx });
    },
    findEdition: (id: string, tx?: Tx): Promise<EditionRecord | null> =>
      editions.findById(id, null, session(tx)).lean<EditionRecord>(),
    findEditions: (ids: readonly string[], tx?: Tx): Promise<EditionRecord[]> =>
      editions.find({ _id: { $in: ids } }, null, session(tx)).lean<EditionRecord[]>(),
    /** The edition that says exactly this, if there is one. */
    findEditionByContent: (contentHash: string, tx?: Tx): Promise<EditionRecord | null> =>
      editions.findOne({ contentHash }, null, session(tx)).sort({ _id: 1 }).lean<EditionRecord>(),
    /** The edition that was given this number. */
    findEditionByNumber: (number: string, tx: Tx): Promise<EditionRecord | null> =>
      editions.findOne({ number }, null, session(tx)).sort({ _id: 1 }).lean<EditionRecord>(),
    listEditions: (
      filter: { state?: EditionRecord['state'] | undefined; hidesDrafts: boolean },
      query: PageQuery,
    ): Promise<Page<EditionRecord>> =>
      readPage({
        cursors,
        model: editions,
        list: `editions.list:${filter.state ?? ''}`,
        filter: {
          ...(filter.state && { state: filter.state }),
          ...(filter.hidesDrafts && { $and: [{ state: { $ne: 'draft' } }] }),
        },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),

    insertEntries: async (records: readonly EntryRecord[], tx: Tx): Promise<void> => {
      if (records.length > 0) await entries.insertMany(records, { session: tx });
    },
    updateEntry: async ({ _id, ...fields }: EntryRecord, tx: Tx): Promise<void> => {
      await entries.updateOne({ _id }, { $set: fields }, { session: tx });
    },
    setInForce: async (editionId: string, domainId: string, isInForce: boolean, tx: Tx): Promise<void> => {
      await entries.updateMany({ editionId, domainId }, { $set: { isInForce } }, { session: tx });
    },
    /** Entries of an edition in their order; of one domain when asked so. An edition holds some hundreds. */
    listEditionEntries: (editionId: string, domainId?: string, tx?: Tx): Promise<EntryRecord[]> =>
      readAll<EntryRecord>({
        model: entries,
        filter: { editionId, ...(domainId !== undefined && { domainId }) },
        sort: inOrder,
        tx,
      }),
    /** The same, a page of them. */
    pageEditionEntries: (
      editionId: string,
      domainId: string | undefined,
      query: PageQuery,
    ): Promise<Page<EntryRecord>> =>
      readPage({
        cursors,
        model: entries,
        list: `staff.editions.entries:${editionId}:${domainId ?? ''}`,
        filter: { editionId, ...(domainId !== undefined && { domainId }) },
        sort: inOrder,
        query,
      }),
    /** Other places, each with its 序号. */
    placeEntries: async (places: readonly EntryPlace[], tx: Tx): Promise<void> => {
      const operations = places.map(({ _id, position, number }) => ({
        updateOne: { filter: { _id }, update: { $set: { position, number } } },
      }));
      if (operations.length > 0) await entries.bulkWrite(operations, { session: tx });
    },
    deleteEntry: async (key: string, tx: Tx): Promise<void> => {
      await entries.deleteOne({ _id: key }, { session: tx });
    },
    listOutlines: (editionId: string, domainIds?: readonly string[], tx?: Tx): Promise<EntryOutline[]> =>
      readAll<EntryRecord>({
        model: entries,
        filter: { editionId, ...(domainIds && { domainId: { $in: domainIds } }) },
        sort: inOrder,
        select: OUTLINE,
        tx,
      }),
    findEntry: (editionId: string, entryId: string, tx?: Tx): Promise<EntryRecord | null> =>
      entries.findById(`${editionId}:${entryId}`, null, session(tx)).lean<EntryRecord>(),
    findEntriesByKey: (keys: readonly string[], tx?: Tx): Promise<EntryRecord[]> =>
      entries.find({ _id: { $in: keys } }, null, session(tx)).lean<EntryRecord[]>(),
    /** The entry in force, else one of the editions it was in. */
    findLatest: (entryId: string): Promise<EntryRecord | null> =>
      entries.findOne({ entryId }).sort({ isInForce: -1, _id: 1 }).lean<EntryRecord>(),
    findInForce: (entryIds: readonly string[]): Promise<EntryRecord[]> =>
      entries.find({ entryId: { $in: entryIds }, isInForce: true }).lean<EntryRecord[]>(),
    /** Entries in force that carry every one of `keys`. */
    listInForce: (keys: readonly string[], query: PageQuery): Promise<Page<EntryRecord>> =>
      readPage({
        cursors,
        model: entries,
        list: `entries.list:${keys.join(',')}`,
        filter: { isInForce: true, ...havingAll(keys) },
        sort: inOrder,
        query,
      }),
    /** Entries in force whose time limit comes round by the calendar, as far as a count of the late ones needs them. */
    listDuties: (): Promise<DutyEntry[]> =>
      readAll<EntryRecord>({
        model: entries,
        filter: { isInForce: true, keys: 'duty:calendar' },
        sort: inOrder,
        select: ['entryId', 'domainId', 'timeLimitsText', 'position', 'name', 'attribute', 'publisherUnitIds'],
      }),
    /** All entries in force with this key, in order. */
    listAllInForce: (key: string): Promise<EntryRecord[]> =>
      readAll<EntryRecord>({ model: entries, filter: { isInForce: true, keys: key }, sort: inOrder }),
    /** All entries in force, as far as the three lists look at them. */
    listInForceBriefs: (): Promise<EntryBrief[]> =>
      readAll<EntryRecord>({ model: entries, filter: { isInForce: true }, sort: inOrder, select: BRIEF }),
    /** All entries in force that carry every one of `keys`, in order. */
    listAllInForceWith: (keys: readonly string[]): Promise<EntryRecord[]> =>
      readAll<EntryRecord>({ model: entries, filter: { isInForce: true, ...havingAll(keys) }, sort: inOrder }),
  };
}
const havingAll = (keys: readonly string[]) =>
  keys.length > 0 ? { keys: keys.length === 1 ? keys[0] : { $all: keys } } : {};

export type CatalogRepository = ReturnType<typeof createCatalogRepository>;
