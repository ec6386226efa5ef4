import { z } from 'zod';
import { AREA_LEVELS } from './organization';
import {
  ClientId,
  Empty,
  GivenDate,
  Id,
  IdParams,
  LocalDate,
  Ref,
  listQuery,
  page,
  standingQuery,
  text,
} from './common';

/** What can be brought to a door. */
export const GRID_ITEM_KINDS = ['notice', 'consultation'] as const;
/** How somebody was reached. */
export const REACH_CHANNELS = ['door', 'phone', 'online'] as const;

export const GridItem = z.object({ kind: z.enum(GRID_ITEM_KINDS), id: z.string(), title: z.string() });
export const GridItemRef = z.strictObject({ kind: z.enum(GRID_ITEM_KINDS), id: Id });

/** An area somebody answers for, with its way down from the one they have. */
export const GridArea = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum([...AREA_LEVELS, 'grid']),
  parentId: z.string().nullable(),
});

export const Building = z.object({
  id: z.string(),
  /** The grid it lies in. */
  area: Ref,
  /** 小区 or 院; null for one that stands alone. */
  compound: z.string().nullable(),
  name: z.string(),
  /** Its place in the walk through the grid, from 1. */
  position: z.number().int(),
  doors: z.number().int(),
  closedOn: LocalDate.nullable(),
});
/** A door, and never who lives behind it. */
export const Door = z.object({
  id: z.string(),
  unit: z.string().nullable(),
  floor: z.number().int().nullable(),
  number: z.string(),
  /** 多少天走访一次; null when nobody asked for regular visits. The reason is kept nowhere. */
  visitEveryDays: z.number().int().nullable(),
  closedOn: LocalDate.nullable(),
});
const BuildingInput = z.strictObject({
  areaId: Id,
  compound: text(40).nullable(),
  name: text(40),
  position: z.number().int().min(1).max(10_000),
});
const DoorInput = z.strictObject({
  buildingId: Id,
  unit: text(20).nullable(),
  floor: z.number().int().min(-5).max(200).nullable(),
  number: text(20),
  visitEveryDays: z.number().int().min(1).max(366).nullable(),
  closedOn: GivenDate.nullable().default(null),
});

/** A row of a workbook that cannot be taken, by its number as the sheet counts; row 0: of the whole file. */
const RowProblem = z.object({ sheet: z.string(), row: z.number().int(), message: z.string() });

/** A compound by its name, or a building, of the area somebody walks. */
const AssignedPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('compound'), name: text(40) }),
  z.strictObject({ kind: z.literal('building'), id: Id }),
]);
export const Assignment = z.object({
  id: z.string(),
  worker: Ref,
  area: Ref,
  /** What of the area: of a compound head (院长) the compound, of a building head (楼长) the building; null for all of it. */
  part: z.object({ kind: z.enum(['compound', 'building']), name: z.string() }).nullable(),
  from: LocalDate,
  /** The last day; null while it lasts. */
  to: LocalDate.nullable(),
});

const Sum = z.object({
  doors: z.number().int(),
  reached: z.number().int(),
  /** In per cent with one decimal, rounded down; null without doors. */
  percent: z.number().nullable(),
});
export const Campaign = z.object({
  id: z.string(),
  title: z.string(),
  unit: Ref,
  items: z.array(GridItem),
  areas: z.array(Ref),
  from: LocalDate,
  to: LocalDate,
  state: z.enum(['coming', 'running', 'over']),
  /** Share of doors that is to be reached, in per cent. */
  targetPercent: z.number().int(),
  /** Null where its areas have fewer than five doors, for who is not of them. */
  figures: Sum.nullable(),
  abilities: z.object({ close: z.boolean() }),
});

const Figures = Sum.extend({
  /** By the score sheet of config/grid.json. */
  points: z.number().int(),
  /** Doors by how they were reached; one can count in several. */
  channels: z.record(z.enum(REACH_CHANNELS), z.number().int()),
  /** How often what was passed on there was opened, of nobody; null for a building: codes are of areas. */
  opens: z.number().int().nullable(),
  /** Buildings in it where somebody was reached. */
  buildingsReached: z.number().int(),
});
export const CoverageRow = z.object({
  /** An area of the level below, or a building. */
  place: Ref,
  isBuilding: z.boolean(),
  /** Null where they are hidden from who is not of that area. */
  figures: Figures.nullable(),
  /** `few`: fewer than five doors; `beside`: such a one could be worked out of the sum. */
  hidden: z.enum(['few', 'beside']).nullable(),
  buildings: z.number().int(),
  /** Posters put up there, and in how many buildings: beside the doors and never as doors. */
  posters: z.object({ hung: z.number().int(), buildings: z.number().int() }),
});

export const gridSchemas = {
  'staff.grid.areas.list': { query: Empty, response: z.object({ items: z.array(GridArea) }) },
  'staff.grid.buildings.list': {
    query: z.strictObject({ ...listQuery, ...standingQuery, area: Id.optional() }),
    response: page(Building),
  },
  'staff.grid.buildings.put': { params: IdParams, body: BuildingInput, response: Building },
  'staff.grid.buildings.close': { params: IdParams, body: z.strictObject({ on: GivenDate }), response: Building },
  'staff.grid.doors.list': {
    params: IdParams,
    query: z.strictObject(listQuery),
    response: page(Door).extend({ building: Building }),
  },
  'staff.grid.doors.listIn': {
    params: IdParams,
    query: z.strictObject(listQuery),
    response: page(Door.extend({ grid: Ref, compound: z.string().nullable(), building: z.string() })),
  },
  'staff.grid.doors.put': { params: IdParams, body: DoorInput, response: Door },
  'staff.grid.doors.import': {
    query: z.strictObject({ dryRun: z.stringbool().default(false) }),
    response: z.object({
      buildings: z.number().int(),
      doors: z.number().int(),
      /** Of those, what was not there yet. */
      newBuildings: z.number().int(),
      newDoors: z.number().int(),
      problems: z.array(RowProblem),
      isSaved: z.boolean(),
    }),
  },
  'staff.grid.assignments.list': {
    query: z.strictObject({ ...listQuery, area: Id.optional(), worker: Id.optional(), on: GivenDate.optional() }),
    response: page(Assignment).extend({ workers: z.array(Ref) }),
  },
  'staff.grid.assignments.put': {
    params: IdParams,
    body: z
      .strictObject({
        ...{ workerId: Id, areaId: Id, from: GivenDate, to: GivenDate.nullable() },
        part: AssignedPart.nullable().default(null),
      })
      .refine(({ from, to }) => to === null || from <= to, { path: ['to'], message: '最后一天不能早于第一天' }),
    response: Assignment,
  },
  'staff.grid.campaigns.list': {
    query: z.strictObject({ ...listQuery, state: z.enum(['current', 'over']).optional() }),
    response: page(Campaign),
  },
  'staff.grid.campaigns.create': {
    body: z
      .strictObject({
        id: ClientId,
        title: text(60),
        items: z.array(GridItemRef).min(1, '选要送的内容').max(10, '最多 10 份'),
        areaIds: z.array(Id).min(1, '选地方').max(50, '最多 50 个'),
        from: GivenDate,
        to: GivenDate,
        targetPercent: z.number().int().min(1).max(100),
      })
      .refine(({ from, to }) => from <= to, { path: ['to'], message: '最后一天不能早于第一天' }),
    response: Campaign,
  },
  'staff.grid.campaigns.get': { params: IdParams, query: Empty, response: Campaign },
  'staff.grid.campaigns.close': { params: IdParams, body: Empty, response: Campaign },
  'staff.grid.coverage': {
    query: z
      .strictObject({
        campaign: Id.optional(),
        notice: Id.optional(),
        consultation: Id.optional(),
        /** What it lies in; what the reader answers for when it is not given. */
        area: Id.optional(),
      })
      .refine(
        ({ campaign, notice, consultation }) =>
          [campaign, notice, consultation].filter(id => id !== undefined).length === 1,
        { path: ['campaign'], message: '选一个任务或者一份内容' },
      ),
    response: z.object({
      area: Ref,
      /** From the district down to the one above. */
      path: z.array(Ref),
      total: CoverageRow,
      /** From the highest share down. */
      scoreSteps: z.array(z.object({ atLeast: z.number().int(), points: z.number().int() })),
      items: z.array(CoverageRow),
      nextCursor: z.null(),
    }),
  },
  'staff.grid.workers': {
    query: z.strictObject({ from: GivenDate, to: GivenDate, area: Id.optional() }),
    response: z.object({
      /** Why there are no figures of this area: as in the coverage. */
      hidden: z.enum(['few', 'beside']).nullable(),
      items: z.array(
        z.object({
          worker: Ref,
          visits: z.number().int(),
          doors: z.number().int(),
          notHome: z.number().int(),
          onBehalf: z.number().int(),
        }),
      ),
      nextCursor: z.null(),
      /** Doors where nobody was at home, with no visit since; null where figures are hidden. */
      notRepeated: z.number().int().nullable(),
    }),
  },
};
