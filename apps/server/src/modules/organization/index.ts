import type { Guide } from '@bandeng/contracts/types';
import { addWorkingDays } from '@bandeng/rules';
import { defineHandlers } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Page, PageQuery } from '../../platform/paging';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import { holidaysCommand } from './holidays.command';
import { organizationCommands } from './organization.commands';
import { presentArea, presentGuide, presentGuideDetail, presentPlace, presentUnit } from './organization.presenter';
import {
  createOrganizationRepository,
  type AreaRecord,
  type GuideRecord,
  type UnitRecord,
} from './organization.repository';
import { putOrganization, type OrganizationData } from './put-organization';

export type { AreaRecord, GuideRecord, UnitRecord } from './organization.repository';
export type { OrganizationData } from './put-organization';

export interface Organization {
  findUnit(id: string): Promise<UnitRecord | null>;
  findUnits(ids: readonly string[]): Promise<Map<string, UnitRecord>>;
  /** Every unit, in the order of the list. */
  listAllUnits(): Promise<UnitRecord[]>;
  /** Every public area, in the order of the list. */
  listAllAreas(): Promise<AreaRecord[]>;
  findArea(id: string): Promise<AreaRecord | null>;
  findAreas(ids: readonly string[]): Promise<Map<string, AreaRecord>>;
  /** The area and those it lies in, from the district down; empty for an unknown one. */
  lineageOf(areaId: string): Promise<string[]>;
  /** Guides, rules and annual reports for the search index; told of by the event `guide.published { guideId }`. */
  findGuide(id: string): Promise<GuideRecord | null>;
  /** Newest first. */
  listGuides(query: PageQuery): Promise<Page<GuideRecord>>;
  put(data: OrganizationData): Promise<void>;
}

const facet = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}:${value}`]);
const byId = <T extends { _id: string }>(records: readonly T[]) => new Map(records.map(record => [record._id, record]));

export function createOrganizationModule(platform: Platform, { audit }: { audit: Audit }) {
  const repository = createOrganizationRepository(platform);

  async function presentGuides(guides: readonly GuideRecord[]): Promise<Guide[]> {
    const units = byId(await repository.findUnits([...new Set(guides.map(guide => guide.unitId))]));
    return guides.map(guide => presentGuide(guide, units.get(guide.unitId)));
  }

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
      return presentUnit(unit);
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
    findArea: repository.findArea,
    findAreas: async ids => byId(await repository.findAreas(ids)),
    lineageOf: async areaId => (await repository.findArea(areaId))?.lineage ?? [],
    findGuide: repository.findGuide,
    listGuides: query => repository.listGuides([], query),
    put: data => putOrganization({ platform, audit, repository }, data),
  };
  return {
    handlers,
    commands: [...organizationCommands(api), holidaysCommand({ ...platform, audit })],
    api,
  } satisfies ServerModule & { api: Organization };
}
