import { routes } from '@bandeng/contracts/routes';
import type { Guide } from '@bandeng/contracts/types';
import { addWorkingDays } from '@bandeng/rules';
import { hasRole, type OfficeActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Page, PageQuery } from '../../platform/paging';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import { enterNotice, presentYear } from './enter-holidays';
import { holidaysCommand } from './holidays.command';
import { closeKept, putArea, putPlace, putUnit } from './keep-organization';
import { organizationCommands } from './organization.commands';
import {
  presentArea,
  presentGuide,
  presentGuideDetail,
  presentPlace,
  presentStaffArea,
  presentStaffPlace,
  presentStaffUnit,
  presentUnit,
} from './organization.presenter';
import {
  createOrganizationRepository,
  type AreaRecord,
  type GuideRecord,
  type UnitRecord,
} from './organization.repository';
import { putOrganization, type OrganizationData } from './put-organization';
import { loadRosters, type LoadedRoster } from './rosters/keep-roster';
import { contactsOf, rosterHandlers } from './rosters/roster.handlers';
import { createRosterRepository, SEALED } from './rosters/roster.repository';

export type { AreaRecord, GuideRecord, UnitRecord } from './organization.repository';
export type { OrganizationData } from './put-organization';

export interface Organization {
  findUnit(id: string): Promise<UnitRecord | null>;
  findUnits(ids: readonly string[]): Promise<Map<string, UnitRecord>>;
  /** Every unit, in the order of the list. */
  listAllUnits(): Promise<UnitRecord[]>;
  /** Every public area, in the order of the list. */
  listAllAreas(): Promise<AreaRecord[]>;
  /** What lies right in an area, grids too; closed ones left out. */
  listChildAreas(areaId: string): Promise<AreaRecord[]>;
  findArea(id: string): Promise<AreaRecord | null>;
  findAreas(ids: readonly string[]): Promise<Map<string, AreaRecord>>;
  /** The area and those it lies in, from the district down; empty for an unknown one. */
  lineageOf(areaId: string): Promise<string[]>;
  /** Guides, rules and annual reports for the search index; told of by the event `guide.published { guideId }`. */
  findGuide(id: string): Promise<GuideRecord | null>;
  /** Newest first. */
  listGuides(query: PageQuery): Promise<Page<GuideRecord>>;
  put(data: OrganizationData): Promise<void>;
  /** Who is responsible for what, of former times too; what is there already stays: for demo data. */
  loadRosters(entries: readonly LoadedRoster[]): Promise<void>;
}

const isKeeper = async (_id: string, actor: OfficeActor): Promise<boolean> => hasRole(actor, 'admin');
const readsRosters = async (_id: string, actor: OfficeActor): Promise<boolean> =>
  hasRole(actor, ...routes['staff.rosters.list'].who);
const pageOf = <T, U>({ items, nextCursor }: Page<T>, present: (record: T) => U) => ({
  items: items.map(present),
  nextCursor,
});
const facet = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}:${value}`]);
const byId = <T extends { _id: string }>(records: readonly T[]) => new Map(records.map(record => [record._id, record]));

export function createOrganizationModule(platform: Platform, { audit }: { audit: Audit }) {
  const repository = createOrganizationRepository(platform);

  async function presentGuides(guides: readonly GuideRecord[]): Promise<Guide[]> {
    const units = byId(await repository.findUnits([...new Set(guides.map(guide => guide.unitId))]));
    return guides.map(guide => presentGuide(guide, units.get(guide.unitId)));
  }

  const keepDeps = { platform, audit, repository };
  const rosterDeps = { ...keepDeps, rosters: createRosterRepository(platform) };
  const keepHandlers = defineHandlers({
    'staff.units.list': async ({ query }) => pageOf(await repository.listKept.units(query, query), presentStaffUnit),
    'staff.units.put': async ({ params, body, actor }) =>
      presentStaffUnit(await putUnit(keepDeps, actor, params.id, body)),
    'staff.units.close': async ({ params, body, actor }) =>
      presentStaffUnit(await closeKept(keepDeps, actor, { kind: 'units', id: params.id, on: body.on })),
    'staff.areas.list': async ({ query }) => pageOf(await repository.listKept.areas(query, query), presentStaffArea),
    'staff.areas.put': async ({ params, body, actor }) =>
      presentStaffArea(await putArea(keepDeps, actor, params.id, body)),
    'staff.areas.close': async ({ params, body, actor }) =>
      presentStaffArea(await closeKept(keepDeps, actor, { kind: 'areas', id: params.id, on: body.on })),
    'staff.holidays.list': async () => ({ years: (await platform.holidays.years()).map(presentYear) }),
    'staff.holidays.enter': ({ actor, body }) => enterNotice({ ...platform, audit }, actor, body),
    'staff.places.list': async ({ query }) =>
      pageOf(
        await repository.listKept.places({ state: query.state, facets: facet('kind', query.kind) }, query),
        presentStaffPlace,
      ),
    'staff.places.put': async ({ params, body, actor }) =>
      presentStaffPlace(await putPlace(keepDeps, actor, params.id, body)),
    'staff.places.close': async ({ params, body, actor }) =>
      presentStaffPlace(await closeKept(keepDeps, actor, { kind: 'places', id: params.id, on: body.on })),
  });

  const handlers = defineHandlers({
    'areas.list': async ({ query }) => {
      const { items, nextCursor } = await repository.listAreas({ parentId: query.parent, level: query.level }, query);
      return { items: items.map(presentArea), nextCursor };
    },
    'units.list': async ({ query }) => {
      const { items, nextCursor } = await repository.listUnits({ kind: query.kind }, query);
      return { items: items.map(presentUnit), nextCursor };
    },
    'units.get': async ({ params }) => {
      const unit = await repository.findUnit(params.id);
      if (!unit) throw new AppError('unit.not_found');
      return { ...presentUnit(unit), contacts: await contactsOf(rosterDeps, unit._id) };
    },
    'places.list': async ({ query }) => {
      const { items, nextCursor } = await repository.listPlaces(
        [...facet('kind', query.kind), ...facet('area', query.area)],
        query,
      );
      return { items: items.map(presentPlace), nextCursor };
    },
    'guides.list': async ({ query }) => {
      const { items, nextCursor } = await repository.listGuides(
        [...facet('kind', query.kind), ...facet('unit', query.unit)],
        query,
      );
      return { items: await presentGuides(items), nextCursor };
    },
    'guides.get': async ({ params }) => {
      const guide = await repository.findGuide(params.id);
      if (!guide) throw new AppError('guide.not_found');
      return presentGuideDetail(guide, (await repository.findUnit(guide.unitId)) ?? undefined);
    },
    'workingDays.get': async ({ query }) => {
      const { days, ...answer } = addWorkingDays(query.from, query.count, await platform.holidays.calendar());
      return { ...answer, days: days.map(({ date, counted, reason }) => ({ date, counted, reason })) };
    },
  });

  const api: Organization = {
    findUnit: repository.findUnit,
    findUnits: async ids => byId(await repository.findUnits(ids)),
    listAllUnits: repository.listAllUnits,
    listAllAreas: repository.listAllAreas,
    listChildAreas: repository.listChildAreas,
    findArea: repository.findArea,
    findAreas: async ids => byId(await repository.findAreas(ids)),
    lineageOf: async areaId => (await repository.findArea(areaId))?.lineage ?? [],
    findGuide: repository.findGuide,
    listGuides: query => repository.listGuides([], query),
    put: data => putOrganization({ platform, audit, repository }, data),
    loadRosters: entries => loadRosters(rosterDeps, entries),
  };
  return {
    handlers: { ...handlers, ...keepHandlers, ...rosterHandlers(rosterDeps) },
    // A district has some dozens; who keeps them finds the closed ones too.
    findRecords: async (actor, words, limit) =>
      hasRole(actor, 'admin')
        ? (await repository.listAllUnits())
            .filter(({ name, shortName }) => name.includes(words) || shortName.includes(words))
            .slice(0, limit)
            .map(({ _id, name, closedOn }) => ({ kind: 'unit', id: _id, title: name, note: closedOn ? '停用了' : '' }))
        : [],
    recordReaders: { units: isKeeper, areas: isKeeper, places: isKeeper, rosters: readsRosters },
    sealedFields: SEALED.map(field => ({ collection: 'rosters', path: field, field })),
    commands: [...organizationCommands(api), holidaysCommand({ ...platform, audit })],
    api,
  } satisfies ServerModule & { api: Organization };
}
