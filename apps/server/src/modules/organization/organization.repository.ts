import type { Connection, Model } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import {
  createOrganizationModels,
  type AreaRecord,
  type GuideRecord,
  type PlaceRecord,
  type Standing,
  type UnitRecord,
} from './organization.model';

export type { AreaRecord, GuideRecord, PlaceRecord, Standing, UnitRecord };

/** What is closed stays for what names it, and is listed no more. */
const OPEN = { closedOn: null };
const CLOSED = { closedOn: { $ne: null } };

interface KeptFilter {
  /** Both when it is not given. */
  state?: 'current' | 'closed' | undefined;
}

const given = (filter: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
const standing = (state: KeptFilter['state']) => (state === undefined ? {} : state === 'closed' ? CLOSED : OPEN);
const facetFilter = (facets: readonly string[]) => (facets.length === 0 ? {} : { facets: { $all: facets } });

async function putAll<T extends { _id: string }>(model: Model<T>, records: readonly T[], tx: Tx): Promise<void> {
  const operations = records.map(({ _id, ...fields }) => ({
    updateOne: { filter: { _id }, update: { $set: fields }, upsert: true },
  }));
  if (operations.length > 0) await model.bulkWrite(operations as never, { session: tx });
}

export function createOrganizationRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { areas, units, places, guides } = createOrganizationModels(database);
  const byPosition = { position: 1, _id: 1 } as const;
  const readKept = <T>(
    model: Model<T>,
    list: string,
    filter: Record<string, unknown>,
    query: PageQuery,
  ): Promise<Page<T>> =>
    readPage({ cursors, model, list: `${list}:${JSON.stringify(filter)}`, filter, sort: byPosition, query });
  return {
    listAreas: (
      filter: { parentId?: string | undefined; level?: string | undefined },
      query: PageQuery,
    ): Promise<Page<AreaRecord>> =>
      readPage({
        cursors,
        model: areas,
        list: 'areas.list',
        filter: { isPublic: true, ...given(filter), ...OPEN },
        sort: byPosition,
        query,
      }),
    /** All public ones: a district has some hundreds. */
    listAllAreas: (): Promise<AreaRecord[]> =>
      readAll<AreaRecord>({ model: areas, filter: { isPublic: true }, sort: byPosition }),
    /** Grids too, open ones only. */
    listChildAreas: (parentId: string): Promise<AreaRecord[]> =>
      readAll<AreaRecord>({ model: areas, filter: { parentId, ...OPEN }, sort: byPosition }),
    findArea: (id: string): Promise<AreaRecord | null> => areas.findById(id).lean<AreaRecord>(),
    findAreas: (ids: readonly string[]): Promise<AreaRecord[]> =>
      areas.find({ _id: { $in: ids } }).lean<AreaRecord[]>(),
    putAreas: (records: readonly AreaRecord[], tx: Tx) => putAll(areas, records, tx),

    listUnits: (filter: { kind?: string | undefined }, query: PageQuery): Promise<Page<UnitRecord>> =>
      readPage({
        cursors,
        model: units,
        list: 'units.list',
        filter: { ...given(filter), ...OPEN },
        sort: byPosition,
        query,
      }),
    /** All of them: a district has some dozens. */
    listAllUnits: (): Promise<UnitRecord[]> => readAll<UnitRecord>({ model: units, filter: {}, sort: byPosition }),
    findUnit: (id: string): Promise<UnitRecord | null> => units.findById(id).lean<UnitRecord>(),
    findUnits: (ids: readonly string[]): Promise<UnitRecord[]> =>
      units.find({ _id: { $in: ids } }).lean<UnitRecord[]>(),
    putUnits: (records: readonly UnitRecord[], tx: Tx) => putAll(units, records, tx),

    listPlaces: (facets: readonly string[], query: PageQuery): Promise<Page<PlaceRecord>> =>
      readPage({
        cursors,
        model: places,
        list: 'places.list',
        filter: { ...facetFilter(facets), ...OPEN },
        sort: byPosition,
        query,
      }),
    findPlaces: (ids: readonly string[]): Promise<PlaceRecord[]> =>
      places.find({ _id: { $in: ids } }).lean<PlaceRecord[]>(),
    putPlaces: (records: readonly PlaceRecord[], tx: Tx) => putAll(places, records, tx),

    /** Closed ones too, for who keeps them. */
    listKept: {
      areas: ({ state, level }: KeptFilter & { level?: AreaRecord['level'] | undefined }, query: PageQuery) =>
        readKept<AreaRecord>(areas, 'staff.areas.list', { ...given({ level }), ...standing(state) }, query),
      units: ({ state, kind }: KeptFilter & { kind?: UnitRecord['kind'] | undefined }, query: PageQuery) =>
        readKept<UnitRecord>(units, 'staff.units.list', { ...given({ kind }), ...standing(state) }, query),
      places: ({ state, facets }: KeptFilter & { facets: readonly string[] }, query: PageQuery) =>
        readKept<PlaceRecord>(places, 'staff.places.list', { ...facetFilter(facets), ...standing(state) }, query),
    },
    /** After the last one of its list. */
    nextPosition: async (kind: 'areas' | 'units' | 'places', tx: Tx): Promise<number> => {
      const model: Model<{ position: number }> = { areas, units, places }[kind] as never;
      const last = await model.findOne({}).sort({ position: -1, _id: -1 }).session(tx).lean<{ position: number }>();
      return (last?.position ?? -1) + 1;
    },
    /** The area and everything in it, down to the grid. */
    listWithin: (areaId: string, tx: Tx): Promise<AreaRecord[]> =>
      areas.find({ lineage: areaId }).sort({ lineage: 1, _id: 1 }).session(tx).lean<AreaRecord[]>(),
    /** Whether something that is open lies right in this area. */
    hasOpenIn: async (areaId: string, tx: Tx): Promise<boolean> => {
      const within = { areaId, ...OPEN };
      const inner = { lineage: areaId, _id: { $ne: areaId }, ...OPEN };
      const found = [
        await areas.exists(inner).session(tx),
        await units.exists(within).session(tx),
        await places.exists(within).session(tx),
      ];
      return found.some(one => one !== null);
    },

    listGuides: (facets: readonly string[], query: PageQuery): Promise<Page<GuideRecord>> =>
      readPage({
        cursors,
        model: guides,
        list: 'guides.list',
        filter: facetFilter(facets),
        sort: { publishedOn: -1, _id: -1 },
        query,
      }),
    findGuide: (id: string): Promise<GuideRecord | null> => guides.findById(id).lean<GuideRecord>(),
    findGuides: (ids: readonly string[]): Promise<GuideRecord[]> =>
      guides.find({ _id: { $in: ids } }).lean<GuideRecord[]>(),
    putGuides: (records: readonly GuideRecord[], tx: Tx) => putAll(guides, records, tx),
  };
}
export type OrganizationRepository = ReturnType<typeof createOrganizationRepository>;
